import type { JobContext } from '../contract/JobContext';
import type { Ports } from '../contract/Ports';
import { UserFacingError } from '../contract/UserFacingError';
import type { IngestPlan } from '../domain/ingest/IngestPlan';

/**
 * Makes the constant-rate copies of a plan; one that stands already is left. Path of every copy that
 * could not be made → why. One that fails never stops the rest.
 */
export async function makeCopies(
  { copies }: Pick<IngestPlan, 'copies'>,
  { engine }: Pick<Ports, 'engine'>,
  job: JobContext,
): Promise<ReadonlyMap<string, string>> {
  const failed = new Map<string, string>();
  for (const copy of copies) {
    job.checkpoint();
    try {
      await engine.makeConstantRate(copy, job);
    } catch (error) {
      if (!(error instanceof UserFacingError)) throw error;
      failed.set(copy.target, error.message);
    }
  }
  return failed;
}
