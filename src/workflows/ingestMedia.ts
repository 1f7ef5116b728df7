import type { JobContext } from '../contract/JobContext';
import type { Ports } from '../contract/Ports';
import type { Finding, PlanRow, ReportItem, StepPlan, StepReport } from '../contract/StepReport';
import { planFingerprint } from '../domain/cut/fingerprint';
import type { IngestDecision, IngestPlan } from '../domain/ingest/IngestPlan';
import { applyIngestPlan } from './applyIngestPlan';
import { findUnmet } from './findUnmet';
import { readIngestPlan, type IngestRequest } from './readIngestPlan';
import { refuseStalePlan } from './refuseStalePlan';
import { toStepReport } from './stepReport';

export type { IngestRequest } from './readIngestPlan';

/** What an ingest left in the project. */
export interface IngestResult {
  readonly bins: readonly string[];
  readonly media: readonly {
    readonly path: string;
    readonly binPath: string;
    readonly name: string;
  }[];
}

const columns = [
  { id: 'name', heading: 'Name' },
  { id: 'bin', heading: 'Bin' },
  { id: 'scene', heading: 'Scene' },
  { id: 'shot', heading: 'Shot' },
  { id: 'take', heading: 'Take' },
  { id: 'camera', heading: 'Camera' },
  { id: 'evidence', heading: 'Evidence' },
  { id: 'file', heading: 'File' },
];

/** What an ingest would do; touches neither project nor disk. */
export async function previewIngest(
  request: IngestRequest,
  ports: Ports,
  job: JobContext,
): Promise<StepPlan> {
  const { plan, findings } = await readIngestPlan(request, ports, job);
  return {
    step: 'ingest',
    columns,
    rows: plan.decisions.map(toRow),
    findings,
    fingerprint: fingerprintOf(plan),
  };
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
  const { plan, findings, project } = await readIngestPlan(request, ports, job);
  refuseStalePlan(request.expectedPlan, fingerprintOf(plan));
  job.checkpoint();
  const isEmpty = plan.bins.length + plan.imports.length + plan.changes.length === 0;
  if (isEmpty) return toReport(plan, findings, new Map());
  const applied = await applyIngestPlan({ plan, project }, ports, job);
  return toReport(plan, [...findings, ...applied.findings], findUnmet(plan, applied));
}

function fingerprintOf({ decisions, bins, imports, changes }: IngestPlan): string {
  return planFingerprint({ decisions, bins, imports, changes });
}

function toRow(decision: IngestDecision): PlanRow {
  const { metadata, binPath, name, relativePath } = decision;
  const { scene, shot, take, camera } = metadata;
  const evidence = decision.evidence.map(({ field, source }) => `${field}: ${source}`).join(', ');
  return {
    subject: decision.path,
    action: decision.action,
    cells: { name, bin: binPath, scene, shot, take, camera, evidence, file: relativePath },
    reason: decision.reason,
  };
}

function toReport(
  plan: IngestPlan,
  findings: readonly Finding[],
  unmet: ReadonlyMap<string, string>,
): StepReport<IngestResult> {
  const items = plan.decisions.map((decision) => toItem(decision, unmet.get(decision.path)));
  const standing = plan.decisions.filter(({ path, binPath }) => binPath !== '' && !unmet.has(path));
  return toStepReport('ingest', items, {
    findings,
    result: {
      bins: [...new Set(standing.map(({ binPath }) => binPath))],
      media: standing.map(({ path, binPath, name }) => ({ path, binPath, name })),
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
