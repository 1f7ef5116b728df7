import type { JobContext } from '../contract/JobContext';

/** Milliseconds: a page that is held up no longer than this still feels quick. */
const turnMs = 16;

/**
 * Runs work that is cut into small steps, and lets everything else have its turn between them: the
 * page draws, input is taken, a cancellation is heard.
 */
export async function inTurns<Value>(
  work: Generator<void, Value>,
  job: Pick<JobContext, 'checkpoint'>,
): Promise<Value> {
  let began = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - began < turnMs) continue;
    await new Promise((resolve) => setTimeout(resolve));
    job.checkpoint();
    began = performance.now();
  }
}
