import type { JobContext, Progress } from '../../src/contract/JobContext';

/** A job with its own cancel, and what was reported to it. */
export interface TestJob extends JobContext {
  readonly progresses: readonly Progress[];
  readonly cancel: () => void;
}

/** A job that nobody else cancels. `onProgress` hears each report as it comes. */
export function aJob(
  onProgress: (progress: Progress, cancel: () => void) => void = () => undefined,
): TestJob {
  const controller = new AbortController();
  const progresses: Progress[] = [];
  const cancel = () => {
    controller.abort(new Error('cancelled by the test'));
  };
  return {
    signal: controller.signal,
    progresses,
    cancel,
    report: (progress) => {
      progresses.push(progress);
      onProgress(progress, cancel);
    },
    checkpoint: () => {
      controller.signal.throwIfAborted();
    },
  };
}
