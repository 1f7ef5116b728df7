import type { EncoderJob, QueueExportRequest } from '../contract/host';
import type { JobContext } from '../contract/JobContext';
import type { Ports } from '../contract/Ports';
import { fileNameOf } from '../domain/day/resolvePath';
import { askHost, explainMissing } from './askHost';

/** A render to queue and wait for. */
export interface ExportToWaitFor {
  readonly queue: QueueExportRequest;
  /** Length of the sequence: progress is counted in frames. */
  readonly frames: number;
  readonly stallSeconds: number;
}

const pollMs = 250;

/** Queues a render and waits for its end. Null when the encoder called it done, else why not, in words. */
export async function waitForExport(
  request: ExportToWaitFor,
  { premiere }: Ports,
  job: JobContext,
): Promise<string | null> {
  const complaints: string[] = [];
  const before = await readJobs(premiere);
  const queued = await askHost(() => premiere.queueExport(request.queue), complaints);
  const jobId = queued?.jobId ?? (await findAddedJob(before, premiere));
  if (jobId === undefined) return explainMissing(complaints);
  return watch(jobId, request, { premiere, job });
}

/** A queue call that failed may have queued all the same. */
async function findAddedJob(
  before: readonly EncoderJob[],
  premiere: Ports['premiere'],
): Promise<string | undefined> {
  const known = new Set(before.map(({ jobId }) => jobId));
  return (await readJobs(premiere)).find(({ jobId }) => !known.has(jobId))?.jobId;
}

async function watch(
  jobId: string,
  { frames, stallSeconds, queue }: ExportToWaitFor,
  { premiere, job }: Pick<Ports, 'premiere'> & { readonly job: JobContext },
): Promise<string | null> {
  const subject = fileNameOf(queue.outputPath);
  let progress = -1;
  for (let waitedMs = 0; waitedMs <= stallSeconds * 1000; waitedMs += pollMs) {
    job.checkpoint();
    const state = (await readJobs(premiere)).find((candidate) => candidate.jobId === jobId);
    const end = state ? endOf(state) : undefined;
    if (end !== undefined) return end;
    if (state && state.progress > progress) {
      progress = state.progress;
      waitedMs = 0;
      job.report({ done: Math.round(progress * frames), total: frames, unit: 'frames', subject });
    }
    await sleep(pollMs, job.signal);
  }
  return `The encoder made no progress for ${stallSeconds} seconds. Look at its queue, then export again.`;
}

/** Null for done, words for lost, undefined while it goes on. */
function endOf({ status, message }: EncoderJob): string | null | undefined {
  if (status === 'done') return null;
  const isLost = status === 'failed' || status === 'cancelled';
  return isLost ? `The encoder gave up: ${message || status}.` : undefined;
}

async function readJobs(premiere: Ports['premiere']): Promise<readonly EncoderJob[]> {
  return (await premiere.readEncoderJobs({})).jobs;
}

/** Waits, and is woken by a cancellation. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal.addEventListener('abort', wake);
  });
}
