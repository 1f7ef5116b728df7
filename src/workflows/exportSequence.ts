import type { JobContext } from '../contract/JobContext';
import type { Ports } from '../contract/Ports';
import type { Finding, PlanRow, ReportItem, StepPlan, StepReport } from '../contract/StepReport';
import { planFingerprint } from '../domain/cut/fingerprint';
import type { RuleResult } from '../domain/spec/judgeMedia';
import { planExports, type PlannedExport } from './planExports';
import { readDeliverySpec } from './readDeliverySpec';
import { readStandingExports } from './readStandingExports';
import { readSequenceCut } from './readSequenceCut';
import { refuseStalePlan } from './refuseStalePlan';
import { renderAndCheck } from './renderAndCheck';
import { toStepReport } from './stepReport';

/** A sequence to deliver. */
export interface ExportRequest {
  readonly sequenceName: string;
  /** Delivery specifications by id, or the paths of files. */
  readonly specIds: readonly string[];
  /** Made when absent. Nothing outside it is written. */
  readonly outputFolder: string;
  /**
   * After so many seconds without any sign of work a render counts as failed, and after a quarter of
   * them where it has not begun; 120 when absent.
   */
  readonly stallSeconds?: number | undefined;
}

/** The deliverables as they stand, with what was measured of those rendered now. */
export interface ExportResult {
  readonly deliveries: readonly {
    readonly spec: string;
    readonly path: string;
    readonly state: 'verified' | 'failed';
    readonly rules: readonly RuleResult[];
  }[];
}

const columns = [
  { id: 'spec', heading: 'Specification' },
  { id: 'format', heading: 'Format' },
  { id: 'file', heading: 'File' },
];

/** What would be rendered, and under which names. */
export async function previewExport(
  request: ExportRequest,
  ports: Ports,
  job: JobContext,
): Promise<StepPlan> {
  const { planned, findings } = await plan(request, ports, job);
  const fingerprint = fingerprintOf(planned);
  return { step: 'export', columns, rows: planned.map(toRow), findings, fingerprint };
}

/** Renders each deliverable in Premiere's encoder and measures the file: done only says “verified”. */
export async function exportSequence(
  request: ExportRequest & { readonly expectedPlan: string | null },
  ports: Ports,
  job: JobContext,
): Promise<StepReport<ExportResult>> {
  const { planned, sequenceCut, findings } = await plan(request, ports, job);
  refuseStalePlan(request.expectedPlan, fingerprintOf(planned));
  const items: ReportItem[] = [];
  const found: Finding[] = [...findings];
  const deliveries: ExportResult['deliveries'][number][] = [];
  for (const delivery of planned) {
    job.checkpoint();
    const { outputPath: subject, spec } = delivery;
    const render = { delivery, sequenceCut, stallSeconds: request.stallSeconds ?? 120 };
    const outcome = delivery.isThere
      ? ({
          item: { subject, outcome: 'alreadyThere', code: '', message: '' },
          rules: [],
          findings: [],
        } as const)
      : await renderAndCheck(render, ports, job);
    items.push(outcome.item);
    found.push(...outcome.findings);
    const state = outcome.item.outcome === 'failed' ? 'failed' : 'verified';
    deliveries.push({ spec: spec.id, path: subject, state, rules: outcome.rules });
  }
  return toStepReport('export', items, { findings: found, result: { deliveries } });
}

async function plan(request: ExportRequest, ports: Ports, job: JobContext) {
  const { sequenceName, specIds, outputFolder } = request;
  const sequenceCut = await readSequenceCut(sequenceName, ports, job);
  const specs = await Promise.all(specIds.map((id) => readDeliverySpec(id, ports)));
  const standing = await readStandingExports(outputFolder, ports, job);
  const planned = planExports(sequenceCut.cut, specs, { path: outputFolder, standing });
  return { planned, sequenceCut, findings: sequenceCut.findings };
}

function fingerprintOf(planned: readonly PlannedExport[]): string {
  return planFingerprint(
    planned.map(({ outputPath, madeFrom, isThere }) => ({ outputPath, madeFrom, isThere })),
  );
}

function toRow({ spec, format, outputPath, isThere }: PlannedExport): PlanRow {
  const { width, height, frameRate, videoCodec, profile } = format;
  return {
    subject: outputPath,
    action: isThere ? 'alreadyThere' : 'add',
    cells: {
      spec: spec.name,
      format: `${videoCodec} ${profile}, ${width} × ${height}, ${frameRate}`,
      file: outputPath,
    },
    reason: isThere
      ? 'The same content stands there, unchanged since it was verified.'
      : 'To render and check.',
  };
}
