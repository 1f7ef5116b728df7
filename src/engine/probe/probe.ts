import { availableParallelism } from 'node:os';
import type { JobContext } from '../../contract/JobContext';
import type { ProbeResult } from '../../contract/MediaEngine';
import { probeFile, type ProbePorts } from './probeFile';

/** One a processor; more than eight only fight over the card. */
const atOnce = Math.min(8, Math.max(2, availableParallelism()));

/** Probes media, answers in the order given. One bad file never stops the rest. */
export async function probe(
  { paths }: { readonly paths: readonly string[] },
  ports: ProbePorts,
  job: JobContext,
): Promise<readonly ProbeResult[]> {
  const results: ProbeResult[] = [];
  const pending = paths.entries();
  let done = 0;
  const work = async () => {
    for (const [index, path] of pending) {
      job.checkpoint();
      results[index] = await probeFile(path, ports, job.signal);
      done += 1;
      job.report({ done, total: paths.length, unit: 'files', subject: path });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}
