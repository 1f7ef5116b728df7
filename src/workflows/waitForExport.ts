import type { EncoderJob, QueueExportRequest } from '../contract/host';
import type { JobContext } from '../contract/JobContext';
import type { Ports } from '../contract/Ports';
import { fileNameOf } from '../domain/day/resolvePath';
import { askHost, explainMissing } from './askHost';
import { sleep } from './sleep';

/** A render to queue and wait for. */
export interface ExportToWaitFor {
  readonly queue: QueueExportRequest;
  /** Length of the sequence: progress is counted in frames. */
  readonly frames: number;
  /** How long the encoder may show no sign of work; a quarter of it where it has not begun. */
  readonly stallSeconds: number;
}

/** What a waiting job looks at, and how it is told to stop. */
interface Watch {
  readonly ports: Ports;
  readonly job: JobContext;
}

/** A job of which no event has told. */
const unheardOf = { status: 'queued', progress: 0, message: '' } as const;

const pollMs = 250;

/** An encoder that has begun may be slow between two signs; one that does nothing at all is told sooner. */
const beginShare = 1 / 4;

/** Queues a render and waits for its end. Null when the encoder called it done, else why not, in words. */
export async function waitForExport(
  request: ExportToWaitFor,
  ports: Ports,
  job: JobContext,
): Promise<string | null> {
  const { premiere } = ports;
  const complaints: string[] = [];
  const before = await readJobs(premiere);
  const queued = await askHost(() => premiere.queueExport(request.queue), complaints);
  const jobId = queued?.jobId ?? (await findAddedJob(before, premiere));
  if (jobId === undefined) return explainMissing(complaints);
  return watch(jobId, request, { ports, job });
}

/** A queue call that failed may have queued all the same. */
async function findAddedJob(
  before: readonly EncoderJob[],
  premiere: Ports['premiere'],
): Promise<string | undefined> {
  const known = new Set(before.map(({ jobId }) => jobId));
  return (await readJobs(premiere)).find(({ jobId }) => !known.has(jobId))?.jobId;
}

/** Waits as long as the encoder shows signs of work: on this job, or on one that may be before it. */
async function watch(
  jobId: string,
  { frames, stallSeconds, queue }: ExportToWaitFor,
  { ports, job }: Watch,
): Promise<string | null> {
  const subject = fileNameOf(queue.outputPath);
  let lastSigns = '';
  for (let waitedMs = 0; ; waitedMs += pollMs) {
    job.checkpoint();
    const { own, isAtWork, signs } = await readSigns(jobId, queue.outputPath, { ports, job });
    const end = endOf(own);
    if (end !== undefined) return end;
    if (signs !== lastSigns) {
      lastSigns = signs;
      waitedMs = 0;
      const done = Math.round(own.progress * frames);
      job.report({ done, total: frames, unit: 'frames', subject });
    }
    const seconds = isAtWork ? stallSeconds : stallSeconds * beginShare;
    if (waitedMs >= seconds * 1000) return explainStall(isAtWork, seconds);
    await sleep(pollMs, job.signal);
  }
}

/** What there is to see of the encoder: its jobs as its events told, and the file that it writes. */
async function readSigns(jobId: string, outputPath: string, { ports, job }: Watch) {
  const jobs = await readJobs(ports.premiere);
  // The file grows where no event tells.
  const { files } = await ports.engine.listSources({ sources: [outputPath] }, job);
  const isRunning = jobs.some(({ status }) => status === 'running');
  return {
    own: jobs.find((candidate) => candidate.jobId === jobId) ?? unheardOf,
    isAtWork: isRunning || files.length > 0,
    signs: JSON.stringify([jobs, files]),
  };
}

function explainStall(isAtWork: boolean, seconds: number): string {
  const stands = isAtWork ? 'made no progress for' : 'did not begin within';
  return `The encoder ${stands} ${seconds} seconds; what it makes later is not checked. Look at its queue, then export again; “--stall” gives it longer.`;
}

/** Null for done, words for lost, undefined while it goes on. */
function endOf({ status, message }: Omit<EncoderJob, 'jobId'>): string | null | undefined {
  if (status === 'done') return null;
  const isLost = status === 'failed' || status === 'cancelled';
  return isLost ? `The encoder gave up: ${message || status}.` : undefined;
}

async function readJobs(premiere: Ports['premiere']): Promise<readonly EncoderJob[]> {
  return (await premiere.readEncoderJobs({})).jobs;
}
