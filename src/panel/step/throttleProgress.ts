import type { Progress } from '../../contract/JobContext';

/** Milliseconds between two updates on screen: more often than this nobody reads it. */
const pause = 100;

/** Progress that reaches the screen ten times a second at most, always with the latest figures. */
export function throttleProgress(show: (progress: Progress) => void): {
  readonly report: (progress: Progress) => void;
  /** Nothing is shown any more after this. */
  readonly stop: () => void;
} {
  let latest: Progress | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    if (latest) show(latest);
  };
  return {
    report: (progress) => {
      latest = progress;
      timer ??= setTimeout(flush, pause);
    },
    stop: () => clearTimeout(timer),
  };
}
