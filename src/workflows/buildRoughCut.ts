import type { HostProject } from '../contract/host';
import type { JobContext } from '../contract/JobContext';
import type { Ports } from '../contract/Ports';
import type { Finding, PlanRow, ReportItem, StepPlan, StepReport } from '../contract/StepReport';
import { planFingerprint } from '../domain/cut/fingerprint';
import { planRoughCut } from '../domain/roughCut/planRoughCut';
import type { RoughCutPlan, RoughCutRow, RoughCutSequence } from '../domain/roughCut/RoughCutPlan';
import { defaultRoughCutSettings } from '../domain/roughCut/RoughCutSettings';
import { parseScript } from '../domain/script/parseScript';
import { planTimecodeSync } from '../domain/sync/planTimecodeSync';
import { toDayMaterial } from '../domain/sync/toDayMaterial';
import { ticksToSeconds, type Ticks } from '../domain/time/Ticks';
import { durationOf } from '../domain/time/TimeRange';
import { buildSequences, isWhole, nothingBuilt, type BuiltSequence } from './buildSequences';
import { describeEdited, findStandingBuild } from './findStandingBuild';
import { placedMedia } from './placedMedia';
import { readProject } from './readProject';
import { readTakeLog } from './readTakeLog';
import { refuseStalePlan } from './refuseStalePlan';
import type { SequenceBuild, StandingBuild } from './SequenceBuild';
import { toStepReport } from './stepReport';

/** A rough cut to build. */
export interface BuildRoughCutRequest {
  /** The script as CSV. */
  readonly scriptPath: string;
  /** The script supervisor's log; null when there is none. */
  readonly logPath: string | null;
  readonly sequenceName: string;
}

/** The sequence that stands. */
export interface RoughCutResult {
  /** What it is called; null where nothing stands. */
  readonly sequence: string | null;
  readonly durationSeconds: number;
}

/** A plan with how it stands to the project. */
interface ReadRoughCut {
  readonly project: HostProject;
  readonly plan: RoughCutPlan;
  readonly build: SequenceBuild | null;
  readonly standing: StandingBuild;
  readonly findings: readonly Finding[];
}

const columns = [
  { id: 'scene', heading: 'Scene' },
  { id: 'slate', heading: 'Slate' },
  { id: 'why', heading: 'Why' },
  { id: 'start', heading: 'Starts at (s)' },
  { id: 'length', heading: 'Length (s)' },
  { id: 'clip', heading: 'Clip' },
  { id: 'sound', heading: 'Sound' },
];

/** Which takes would be cut in, in script order, and why each. */
export async function previewRoughCut(
  request: BuildRoughCutRequest,
  ports: Ports,
  job: JobContext,
): Promise<StepPlan> {
  const read = await readRoughCut(request, ports, job);
  const rows = read.plan.rows.map((row) => toRow(row, read.standing));
  const { findings } = read;
  return { step: 'roughcut', columns, rows, findings, fingerprint: fingerprintOf(read) };
}

/** Reads the project once, plans in memory, writes the sequence once, reads back what stands. */
export async function buildRoughCut(
  request: BuildRoughCutRequest & { readonly expectedPlan: string | null },
  ports: Ports,
  job: JobContext,
): Promise<StepReport<RoughCutResult>> {
  const read = await readRoughCut(request, ports, job);
  refuseStalePlan(request.expectedPlan, fingerprintOf(read));
  job.checkpoint();
  const { build, project, standing, plan } = read;
  const isMissing = build !== null && standing.state === 'missing';
  const done = isMissing ? await buildSequences([build], { project, ports }, job) : nothingBuilt;
  const [built] = done.built;
  const items = plan.rows.map((row) => toItem(row, { read, built }));
  const sequence = isMissing ? nameOfBuilt(built) : nameOfStanding(standing);
  const durationSeconds = plan.sequence ? ticksToSeconds(plan.sequence.durationTicks) : 0;
  return toStepReport('roughcut', items, {
    findings: [...read.findings, ...describeEdited(read.standing), ...done.findings],
    result: { sequence, durationSeconds },
  });
}

async function readRoughCut(
  request: BuildRoughCutRequest,
  ports: Ports,
  job: JobContext,
): Promise<ReadRoughCut> {
  const script = parseScript((await ports.engine.readText({ path: request.scriptPath })).text);
  const log = await readTakeLog(request.logPath, ports);
  const { project, facts } = await readProject(ports, job);
  const material = toDayMaterial(project.items, facts);
  const { matches } = planTimecodeSync(material);
  const plan = planRoughCut({
    name: request.sequenceName,
    scenes: script.scenes,
    takes: log?.takes ?? [],
    material,
    matches,
    settings: defaultRoughCutSettings,
  });
  const build = plan.sequence && toBuild(plan.sequence, request.sequenceName, project);
  const standing = build ? findStandingBuild(build, project) : ({ state: 'missing' } as const);
  const findings = [...script.findings, ...(log?.findings ?? []), ...plan.findings];
  return { project, plan, build, standing, findings };
}

function toBuild(sequence: RoughCutSequence, name: string, project: HostProject): SequenceBuild {
  const { settingsItemId, startTicks, videoTracks, audioTracks, placements, markers } = sequence;
  const content = placedMedia(placements, project.items);
  return {
    name: freeName(name, project),
    binPath: '/Cuts',
    builtFor: `cut:${name}`,
    builtFrom: planFingerprint({ startTicks, content, markers }),
    settingsItemId,
    startTicks,
    videoTracks,
    audioTracks,
    placements,
    markers,
  };
}

/** An earlier cut stays as it is; the next one is called `_v002`, `_v003` … */
function freeName(name: string, { sequences }: HostProject): string {
  const taken = new Set(sequences.map((sequence) => sequence.name));
  for (let version = 1; ; version += 1) {
    const candidate = version === 1 ? name : `${name}_v${String(version).padStart(3, '0')}`;
    if (!taken.has(candidate)) return candidate;
  }
}

function fingerprintOf({ build, standing, plan }: ReadRoughCut): string {
  const rows = plan.rows.map(({ subject, kind, why }) => ({ subject, kind, why }));
  return planFingerprint({ builtFrom: build?.builtFrom ?? '', state: standing.state, rows });
}

const rowActions = { event: 'add', gap: 'add', 'left-out': 'skip' } as const;

function toRow(row: RoughCutRow, { state }: StandingBuild): PlanRow {
  const { subject, scene, setup, take, why, reason } = row;
  const isThere = state !== 'missing' && row.kind !== 'left-out';
  return {
    subject,
    action: isThere ? 'alreadyThere' : rowActions[row.kind],
    cells: { scene, slate: take === '' ? setup : `${setup}-${take}`, why, ...placeOf(row) },
    reason,
  };
}

function placeOf({ range, clip, sound, kind }: RoughCutRow): Readonly<Record<string, string>> {
  const seconds = (ticks: Ticks) => ticksToSeconds(ticks).toFixed(2);
  return {
    start: range ? seconds(range.start) : '',
    length: range ? seconds(durationOf(range)) : '',
    clip: clip?.name ?? (kind === 'gap' ? 'gap' : ''),
    sound: sound ?? '',
  };
}

function toItem(
  row: RoughCutRow,
  { read, built }: { readonly read: ReadRoughCut; readonly built: BuiltSequence | undefined },
): ReportItem {
  const { subject, kind, code, reason } = row;
  if (kind === 'left-out') return { subject, outcome: 'skipped', code, message: reason };
  if (read.standing.state !== 'missing') {
    return { subject, outcome: 'alreadyThere', code: '', message: '' };
  }
  const problem = built ? problemOf(row, built) : reason;
  if (problem === null) return { subject, outcome: 'done', code: '', message: '' };
  return { subject, outcome: 'failed', code: 'not-in-sequence', message: problem };
}

/** What is wrong with the placements of one row, or with the sequence they are to stand in. */
function problemOf({ range }: RoughCutRow, built: BuiltSequence): string | null {
  if (isWhole(built)) return null;
  const { placements } = built.build;
  const own = placements.flatMap(({ start }, index) => {
    const isWithin = range !== null && start >= range.start && start < range.end;
    return isWithin ? (built.problems[index] ?? []) : [];
  });
  return own[0] ?? built.problem;
}

/** Null for one that was never made. */
function nameOfBuilt(built: BuiltSequence | undefined): string | null {
  return built && built.sequenceId !== null ? built.build.name : null;
}

function nameOfStanding(standing: StandingBuild): string | null {
  return standing.state === 'missing' ? null : standing.sequenceName;
}
