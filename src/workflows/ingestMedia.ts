import type { JobContext } from '../contract/JobContext';
import type { Ports } from '../contract/Ports';
import type { Finding, PlanRow, ReportItem, StepPlan, StepReport } from '../contract/StepReport';
import { UserFacingError } from '../contract/UserFacingError';
import type { IngestDecision, IngestPlan } from '../domain/ingest/IngestPlan';
import { pathKey } from '../domain/ingest/pathKey';
import { applyIngestPlan } from './applyIngestPlan';
import { completenessTables } from './completenessTables';
import { findUnmet } from './findUnmet';
import { fingerprintOfIngest, planIngestMaterial } from './planIngestMaterial';
import { readIngestMaterial, type IngestMaterial, type IngestSources } from './readIngestMaterial';
import { refuseStalePlan } from './refuseStalePlan';
import { toStepReport } from './stepReport';

/** Media to bring into bins. */
export interface IngestRequest extends IngestSources {
  /** Where constant-rate copies of media with a variable rate go; absent imports the media themselves. */
  readonly constantRateFolder?: string | null;
}

/** What an ingest left in the project. */
export interface IngestResult {
  readonly bins: readonly string[];
  readonly media: readonly {
    readonly path: string;
    readonly binPath: string;
    readonly name: string;
  }[];
  readonly inLogNoMedia: IngestPlan['inLogNoMedia'];
  /** Paths. */
  readonly mediaNotInLog: readonly string[];
}

/** A plan, its name, and everything that was found on the way. */
interface NamedPlan {
  readonly plan: IngestPlan;
  readonly fingerprint: string;
  readonly findings: readonly Finding[];
}

const columns = [
  { id: 'name', heading: 'Name' },
  { id: 'bin', heading: 'Bin' },
  { id: 'scene', heading: 'Scene' },
  { id: 'shot', heading: 'Shot' },
  { id: 'take', heading: 'Take' },
  { id: 'camera', heading: 'Camera' },
  { id: 'media', heading: 'Media' },
  { id: 'file', heading: 'File' },
];

/** What an ingest would do; touches neither project nor disk. */
export async function previewIngest(
  request: IngestRequest,
  ports: Ports,
  job: JobContext,
): Promise<StepPlan> {
  const material = await readIngestMaterial(request, ports, job);
  const { plan, fingerprint, findings } = await makePlan(request, material, job);
  const rows = plan.decisions.map(toRow);
  const tables = completenessTables(plan, material);
  return { step: 'ingest', columns, rows, findings, tables, fingerprint };
}

async function makePlan(
  { constantRateFolder = null, sources }: IngestRequest,
  material: IngestMaterial,
  job: JobContext,
): Promise<NamedPlan> {
  const { preset } = material;
  refuseFolderOnSource(constantRateFolder, sources);
  const plan = await planIngestMaterial(material, { preset, constantRateFolder }, job);
  const fingerprint = await fingerprintOfIngest(plan, job);
  return { plan, fingerprint, findings: [...material.findings, ...plan.findings] };
}

/**
 * Imports media into their bins: one call for the bins, one a bin for its media, one for names,
 * colours and metadata; then reads the project back and reports what stands.
 */
export async function ingestMedia(
  request: IngestRequest & { readonly expectedPlan: string | null },
  ports: Ports,
  job: JobContext,
): Promise<StepReport<IngestResult>> {
  const material = await readIngestMaterial(request, ports, job);
  const { plan, fingerprint, findings } = await makePlan(request, material, job);
  refuseStalePlan(request.expectedPlan, fingerprint);
  job.checkpoint();
  const tables = completenessTables(plan, material);
  const isEmpty = plan.bins.length + plan.imports.length + plan.changes.length === 0;
  if (isEmpty) return { ...toReport(plan, findings, new Map()), tables };
  const applied = await applyIngestPlan({ plan, project: material.project }, ports, job);
  const all = [...findings, ...applied.findings];
  return { ...toReport(plan, all, findUnmet(plan, applied)), tables };
}

/** Originals are only read, and a card is left as it is. @throws UserFacingError `bad-arguments` */
function refuseFolderOnSource(folder: string | null, sources: readonly string[]): void {
  if (folder === null) return;
  const steps = (path: string) => `${pathKey(path).replace(/[/\\]+$/, '')}/`;
  const source = sources.find((each) => steps(folder).startsWith(steps(each)));
  if (source === undefined) return;
  throw new UserFacingError(
    'bad-arguments',
    `The folder for constant-rate copies, “${folder}”, lies within the source “${source}”, which is only read. Choose a folder elsewhere.`,
  );
}

function toRow(decision: IngestDecision): PlanRow {
  const { metadata, binPath, name, relativePath, attention } = decision;
  const { scene, shot, take, camera, mediaNote } = metadata;
  const cells = { name, bin: binPath, scene, shot, take, camera, media: mediaNote };
  return {
    subject: decision.path,
    action: decision.action,
    cells: { ...cells, file: relativePath },
    evidence: Object.fromEntries(decision.evidence.map(({ field, words }) => [field, words])),
    ...(attention === null ? {} : { attention }),
    reason: decision.reason,
  };
}

function toReport(
  plan: IngestPlan,
  findings: readonly Finding[],
  unmet: ReadonlyMap<string, string>,
): StepReport<IngestResult> {
  const items = plan.decisions.map((decision) => toItem(decision, unmet.get(decision.importPath)));
  const standing = plan.decisions.filter(
    ({ importPath, binPath }) => binPath !== '' && !unmet.has(importPath),
  );
  return toStepReport('ingest', items, {
    findings,
    result: {
      bins: [...new Set(standing.map(({ binPath }) => binPath))],
      media: standing.map(({ path, binPath, name }) => ({ path, binPath, name })),
      inLogNoMedia: plan.inLogNoMedia,
      mediaNotInLog: plan.mediaNotInLog.map(({ file }) => file.path),
    },
  });
}

function toItem(decision: IngestDecision, unmet: string | undefined): ReportItem {
  const { path: subject, action, code, reason } = decision;
  const withReason = { subject, code, message: reason };
  switch (action) {
    case 'skip':
      return { ...withReason, outcome: 'skipped' };
    case 'blocked':
      return { ...withReason, outcome: 'failed' };
    case 'alreadyThere':
      return { subject, outcome: 'alreadyThere', code: '', message: '' };
    case 'add':
    case 'change':
      return unmet === undefined
        ? { subject, outcome: 'done', code: '', message: '' }
        : { subject, outcome: 'failed', code: 'not-in-project', message: unmet };
  }
}
