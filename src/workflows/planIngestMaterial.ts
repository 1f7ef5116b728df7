import type { JobContext } from '../contract/JobContext';
import { planFingerprint } from '../domain/cut/fingerprint';
import type { BinPreset } from '../domain/ingest/BinPreset';
import type { IngestPlan } from '../domain/ingest/IngestPlan';
import { planIngestInSteps } from '../domain/ingest/planIngest';
import { inTurns } from './inTurns';
import type { IngestMaterial } from './readIngestMaterial';

/** How material is to be taken in. */
export interface IngestSettings {
  readonly preset: BinPreset;
  /** Where constant-rate copies of media with a variable rate go; null imports the media themselves. */
  readonly constantRateFolder: string | null;
}

/** Plans in turns, so that a page of ten thousand clips stays quick. Touches neither project nor disk. */
export function planIngestMaterial(
  material: IngestMaterial,
  settings: IngestSettings,
  job: Pick<JobContext, 'checkpoint'>,
): Promise<IngestPlan> {
  return inTurns(planIngestInSteps({ ...material, ...settings }), job);
}

/** Names a plan: the same for the same plan, in turns as well. */
export function fingerprintOfIngest(
  plan: IngestPlan,
  job: Pick<JobContext, 'checkpoint'>,
): Promise<string> {
  return inTurns(fingerprintInSteps(plan), job);
}

function* fingerprintInSteps(plan: IngestPlan): Generator<void, string> {
  const { decisions, bins, copies, imports, changes } = plan;
  const parts: string[] = [];
  for (const part of [...decisions, ...bins, ...copies, ...imports, ...changes]) {
    parts.push(planFingerprint(part));
    yield;
  }
  return planFingerprint(parts);
}
