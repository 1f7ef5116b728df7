import type { JobContext } from '../contract/JobContext';
import type { MediaEngine } from '../contract/MediaEngine';
import type { Ports } from '../contract/Ports';
import type { StepName, StepPlan, StepReport } from '../contract/StepReport';
import { UserFacingError } from '../contract/UserFacingError';
import { resolveDay, type ResolvedDay } from '../domain/day/resolveDay';
import { archiveProject, previewArchive, type ArchiveRequest } from './archiveProject';
import {
  buildRoughCut,
  previewRoughCut,
  type BuildRoughCutRequest,
  type RoughCutResult,
} from './buildRoughCut';
import { exportSequence, previewExport, type ExportRequest } from './exportSequence';
import { ingestMedia, previewIngest, type IngestRequest } from './ingestMedia';
import { stayInProject } from './stayInProject';
import { toStepReport } from './stepReport';
import { previewSync, syncSound } from './syncSound';

/** The steps of the main job, in order. */
export const daySteps: readonly StepName[] = ['ingest', 'sync', 'roughcut', 'export', 'archive'];

/** A day to run: where it is described and where everything that is made goes. */
export interface DayRequest {
  readonly day: ResolvedDay;
  readonly outFolder: string;
  /** Run in the order of the main job, whatever the order here. */
  readonly steps: readonly StepName[];
  /** How long an export may stand still, in seconds; 120 when absent (see {@link ExportRequest}). */
  readonly stallSeconds?: number | undefined;
}

/** What became of a day. */
export interface DayReport {
  readonly title: string;
  readonly steps: readonly StepReport<unknown>[];
}

/** Reads a `day.json`. @throws UserFacingError `file-not-found`, `bad-input` */
export async function readShootingDay(dayPath: string, engine: MediaEngine): Promise<ResolvedDay> {
  const { text } = await engine.readText({ path: dayPath });
  const result = resolveDay(text, dayPath);
  if (result.ok) return result.day;
  throw new UserFacingError(
    'bad-input',
    `“${dayPath}” does not describe a shooting day: ${result.problem}. Correct it and run the day again.`,
  );
}

/**
 * What each step would do as things stand now; a later step may find more once the earlier ran, and
 * one that needs what they are to make says so instead of rows.
 */
export async function previewShootingDay(
  request: DayRequest,
  anyPorts: Ports,
  job: JobContext,
): Promise<readonly StepPlan[]> {
  const ports = stayInProject(anyPorts);
  const plans: StepPlan[] = [];
  for (const step of daySteps.filter((name) => request.steps.includes(name))) {
    job.checkpoint();
    const isWaiting = plans.some(hasWork);
    const plan = dayStepActions[step].preview(request, ports, job);
    plans.push(await (isWaiting ? orWaiting(step, plan) : plan));
  }
  return plans;
}

function hasWork({ rows }: StepPlan): boolean {
  return rows.some(({ action }) => action === 'add' || action === 'change');
}

/** A plan, or one without rows where the step cannot be planned before the steps before it have run. */
async function orWaiting(step: StepName, plan: Promise<StepPlan>): Promise<StepPlan> {
  try {
    return await plan;
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    const message = `It is planned when the steps before it have run. As things stand: ${error.message}`;
    const finding = { code: 'planned-later', severity: 'info', subject: step, message } as const;
    return { step, columns: [], rows: [], findings: [finding], fingerprint: '' };
  }
}

/**
 * Every step unattended, in order. A step that cannot go on ends the day, and its report says why;
 * failures inside one do not.
 * @throws UserFacingError where the first step cannot go on: then nothing was done
 */
export async function runShootingDay(
  request: DayRequest,
  anyPorts: Ports,
  job: JobContext,
): Promise<DayReport> {
  const ports = stayInProject(anyPorts);
  const steps: StepReport<unknown>[] = [];
  for (const step of daySteps.filter((name) => request.steps.includes(name))) {
    job.checkpoint();
    try {
      steps.push(await dayStepActions[step].apply(withBuiltCut(request, steps), ports, job));
    } catch (error) {
      // With nothing done before, the error itself is the whole answer.
      if (!(error instanceof UserFacingError) || steps.length === 0) throw error;
      steps.push(toStopped(step, error));
      break;
    }
  }
  return { title: request.day.title, steps };
}

function toStopped(step: StepName, { code, message }: UserFacingError): StepReport<unknown> {
  const item = { subject: step, outcome: 'failed', code, message } as const;
  return toStepReport(step, [item], { findings: [], result: {} });
}

/** What comes after the rough cut takes the sequence that was built or found, whatever it is called. */
function withBuiltCut(request: DayRequest, before: readonly StepReport<unknown>[]): DayRequest {
  const report = before.find(({ step }) => step === 'roughcut');
  // A report's step says which result it holds.
  const sequence = (report?.result as RoughCutResult | undefined)?.sequence ?? null;
  return sequence === null ? request : { ...request, day: { ...request.day, sequence } };
}

/** Where the day's exports go. */
export function exportsFolderOf(outFolder: string): string {
  return `${outFolder}/exports`;
}

/** Where the day's archive bundle goes. */
export function bundleOf(outFolder: string): string {
  return `${outFolder}/archive`;
}

/** A step of a day, planned or done. */
interface DayStep {
  readonly preview: (request: DayRequest, ports: Ports, job: JobContext) => Promise<StepPlan>;
  readonly apply: (
    request: DayRequest,
    ports: Ports,
    job: JobContext,
  ) => Promise<StepReport<unknown>>;
}

/** An unattended run is shown no plan beforehand. */
const unseen = { expectedPlan: null };

const dayStepActions: Readonly<Record<StepName, DayStep>> = {
  ingest: {
    preview: (request, ports, job) => previewIngest(toIngest(request), ports, job),
    apply: (request, ports, job) => ingestMedia({ ...toIngest(request), ...unseen }, ports, job),
  },
  sync: {
    preview: (_request, ports, job) => previewSync({}, ports, job),
    apply: (_request, ports, job) => syncSound(unseen, ports, job),
  },
  roughcut: {
    preview: (request, ports, job) => previewRoughCut(toRoughCut(request), ports, job),
    apply: (request, ports, job) =>
      buildRoughCut({ ...toRoughCut(request), ...unseen }, ports, job),
  },
  export: {
    preview: (request, ports, job) => previewExport(toExport(request), ports, job),
    apply: (request, ports, job) => exportSequence({ ...toExport(request), ...unseen }, ports, job),
  },
  archive: {
    preview: (request, ports, job) => previewArchive(toArchive(request), ports, job),
    apply: (request, ports, job) =>
      archiveProject({ ...toArchive(request), ...unseen }, ports, job),
  },
};

function toIngest({ day }: DayRequest): IngestRequest {
  const sources = [...day.cards, ...day.recorders];
  return {
    sources,
    presetId: day.binPreset,
    presetText: null,
    logPaths: day.log === null ? [] : [day.log],
  };
}

function toRoughCut({ day }: DayRequest): BuildRoughCutRequest {
  return { scriptPath: day.script, logPath: day.log, sequenceName: day.sequence };
}

function toExport({ day, outFolder, stallSeconds }: DayRequest): ExportRequest {
  const outputFolder = exportsFolderOf(outFolder);
  return { sequenceName: day.sequence, specIds: day.deliveries, outputFolder, stallSeconds };
}

function toArchive({ day, outFolder }: DayRequest): ArchiveRequest {
  return {
    bundle: bundleOf(outFolder),
    title: day.title,
    sources: [...day.cards, ...day.recorders],
    exportsFolder: exportsFolderOf(outFolder),
  };
}
