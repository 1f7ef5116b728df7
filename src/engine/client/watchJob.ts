import type { createTRPCClient } from '@trpc/client';
import type { JobContext } from '../../contract/JobContext';
import { UserFacingError } from '../../contract/UserFacingError';
import type { JobEnd, JobRequest } from '../jobs/JobRequest';
import type { EngineRouter } from '../server/router';

/** The engine's calls, typed. */
export type EngineCalls = ReturnType<typeof createTRPCClient<EngineRouter>>;

/**
 * Runs a job in the engine and waits for its end. Aborting the signal cancels the job there and
 * rejects with the signal's reason once it has ended.
 * @throws UserFacingError with the code that the engine gave
 */
export async function watchJob(
  calls: EngineCalls,
  request: JobRequest,
  job: JobContext,
): Promise<unknown> {
  job.checkpoint();
  const jobId = await calls.startJob.mutate(request);
  // Losing the connection shows where the end is waited for.
  const cancel = () => void calls.cancelJob.mutate({ jobId }).catch(() => undefined);
  if (job.signal.aborted) cancel();
  else job.signal.addEventListener('abort', cancel, { once: true });
  try {
    return toResult(await untilEnd(calls, jobId, job), job.signal);
  } finally {
    job.signal.removeEventListener('abort', cancel);
  }
}

function untilEnd(calls: EngineCalls, jobId: string, job: JobContext): Promise<JobEnd> {
  return new Promise((resolve, reject) => {
    const finish = (end: JobEnd) => {
      resolve(end);
      events.unsubscribe();
    };
    const events = calls.jobEvents.subscribe(
      { jobId },
      {
        onData: (event) => {
          if (event.type === 'progress') job.report(event.progress);
          else finish(event);
        },
        onError: reject,
      },
    );
  });
}

function toResult(end: JobEnd, signal: AbortSignal): unknown {
  switch (end.type) {
    case 'done':
      return end.result;
    case 'cancelled':
      // By this signal, or by the engine that was told to go.
      signal.throwIfAborted();
      throw new UserFacingError('engine-unreachable', 'Slateflow’s engine was stopped.');
    case 'failed':
      throw end.code === null ? new Error(end.message) : new UserFacingError(end.code, end.message);
  }
}
