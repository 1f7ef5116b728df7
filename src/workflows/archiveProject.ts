import type { JobContext } from '../contract/JobContext';
import type { VerifiedFile, WrittenArchive } from '../contract/MediaEngine';
import type { Ports } from '../contract/Ports';
import type { PlanRow, ReportItem, StepPlan, StepReport } from '../contract/StepReport';
import { UserFacingError } from '../contract/UserFacingError';
import { planArchive, type ArchivePlan } from '../domain/archive/planArchive';
import { planFingerprint } from '../domain/cut/fingerprint';
import { fileNameOf } from '../domain/day/resolvePath';
import { saveProject } from './saveProject';
import { refuseStalePlan } from './refuseStalePlan';
import { readArchiveMaterial, type ArchiveRequest } from './readArchiveMaterial';
import { stayInProject } from './stayInProject';
import { toStepReport } from './stepReport';

export type { ArchiveRequest } from './readArchiveMaterial';

/** Where the bundle stands and what a verification of all of it said. */
export interface ArchiveResult {
  readonly bundle: string;
  readonly files: number;
  readonly verified: boolean;
  /** Whether every copied byte was read back from the medium, past the cache. */
  readonly readBackUncached: boolean;
}

const columns = [
  { id: 'source', heading: 'Original' },
  { id: 'target', heading: 'In the bundle' },
];

/** What would go into the bundle. */
export async function previewArchive(
  request: ArchiveRequest,
  ports: Ports,
  job: JobContext,
): Promise<StepPlan> {
  const plan = planArchive(await readArchiveMaterial(request, ports, job));
  return toStepPlan(plan, await listBundle(request.bundle, ports, job));
}

/**
 * Copies, reads back, writes the manifests, and then verifies the whole bundle against them: a
 * file is done only when that verification found it whole.
 */
export async function archiveProject(
  request: ArchiveRequest & { readonly expectedPlan: string | null },
  anyPorts: Ports,
  job: JobContext,
): Promise<StepReport<ArchiveResult>> {
  const ports = stayInProject(anyPorts);
  await refuseStaleArchive(request, ports, job);
  await saveForArchive(ports, job);
  const plan = planArchive(await readArchiveMaterial(request, ports, job));
  job.checkpoint();
  const { files, texts, mhlRoots } = plan;
  const { bundle, title } = request;
  const written = await ports.engine.writeArchive({ bundle, title, files, texts, mhlRoots }, job);
  const verified = await ports.engine.verifyBundle({ path: bundle }, job);
  const states = new Map(verified.files.map((file) => [file.path, file]));
  const items = [
    ...written.files.map((file) => toItem(file, states)),
    ...verified.files.filter(({ state }) => state === 'new').map(toStranger),
  ];
  const failed = items.some(({ outcome }) => outcome === 'failed');
  const isWhole = !failed && verified.findings.every(({ severity }) => severity !== 'error');
  const { readBackUncached } = written;
  return toStepReport('archive', items, {
    findings: [...plan.findings, ...written.findings, ...verified.findings],
    result: { bundle, files: written.files.length, verified: isWhole, readBackUncached },
  });
}

/** Before the project is saved: a plan that is refused changes nothing, not even the project's file. */
async function refuseStaleArchive(
  request: ArchiveRequest & { readonly expectedPlan: string | null },
  ports: Ports,
  job: JobContext,
): Promise<void> {
  if (request.expectedPlan === null) return;
  const plan = planArchive(await readArchiveMaterial(request, ports, job));
  refuseStalePlan(request.expectedPlan, fingerprintOf(plan));
}

/** An old project in an archive would pass for the one that was seen. @throws UserFacingError `host-failed` */
async function saveForArchive(ports: Ports, job: JobContext): Promise<void> {
  const { path } = await ports.premiere.readProject({ projectPath: null, columns: [] });
  const [unsaved] = await saveProject(path, ports, job);
  if (!unsaved) return;
  throw new UserFacingError('host-failed', `Nothing was archived. ${unsaved.message}`);
}

/** Texts count by name alone: the project is saved, and so may read otherwise, when the plan is applied. */
function fingerprintOf({ files, texts }: ArchivePlan): string {
  return planFingerprint({ files, texts: texts.map(({ target }) => target) });
}

async function listBundle(
  bundle: string,
  { engine }: Ports,
  job: JobContext,
): Promise<ReadonlySet<string>> {
  const { files } = await engine.listSources({ sources: [bundle] }, job);
  return new Set(files.map((file) => file.relativePath));
}

function toStepPlan(plan: ArchivePlan, standing: ReadonlySet<string>): StepPlan {
  const toRow = (target: string, source: string): PlanRow => {
    const isThere = standing.has(`data/${target}`);
    return {
      subject: target,
      action: isThere ? 'alreadyThere' : 'add',
      cells: { source, target },
      reason: isThere ? 'stands in the bundle; it is compared before it is believed' : 'to copy',
    };
  };
  return {
    step: 'archive',
    columns,
    rows: [
      ...plan.files.map(({ target, source }) => toRow(target, source)),
      ...plan.texts.map(({ target }) => toRow(target, `written: ${fileNameOf(target)}`)),
    ],
    findings: plan.findings,
    fingerprint: fingerprintOf(plan),
  };
}

function toItem(
  file: WrittenArchive['files'][number],
  states: ReadonlyMap<string, VerifiedFile>,
): ReportItem {
  const { target: subject, outcome, code, message } = file;
  if (outcome === 'failed' || states.get(`data/${subject}`)?.state === 'ok') {
    return { subject, outcome, code, message };
  }
  return {
    subject,
    outcome: 'failed',
    code: 'not-verified',
    message:
      'It was written, but the bundle does not verify with it. Check the disk and run again.',
  };
}

function toStranger({ path }: VerifiedFile): ReportItem {
  return {
    subject: path,
    outcome: 'failed',
    code: 'file-new',
    message: 'It stands in the bundle and no manifest lists it. Remove it, then archive again.',
  };
}
