import type { JobContext, Progress } from '../contract/JobContext';
import { UserFacingError } from '../contract/UserFacingError';

/** How a job ended. Cancelling is no failure; anything that is not for the user is thrown on. */
export type JobOutcome<Value> =
  | { readonly status: 'done'; readonly value: Value }
  | { readonly status: 'failed'; readonly error: UserFacingError }
  | { readonly status: 'cancelled' };

/**
 * Runs one user action under one signal. Whatever reaches the end after the signal was given
 * counts as cancelled only if the work itself stopped for it.
 */
export async function runJob<Value>(
  work: (job: JobContext) => Promise<Value>,
  signal: AbortSignal,
  report: (progress: Progress) => void,
): Promise<JobOutcome<Value>> {
  const checkpoint = () => signal.throwIfAborted();
  try {
    return { status: 'done', value: await work({ signal, report, checkpoint }) };
  } catch (error) {
    if (signal.aborted) return { status: 'cancelled' };
    if (error instanceof UserFacingError) return { status: 'failed', error };
    throw error;
  }
}
