import type { JobContext } from '../../contract/JobContext';

/** Counts bytes verified towards a whole, and reports them to the job. */
export interface ProgressMeter {
  readonly done: number;
  add(bytes: number, subject: string): void;
  /** Sets the count to where a finished file ends, whatever was counted of it. */
  settle(done: number): void;
}

/** A meter for so many bytes; reports at once, so that the whole is known. */
export function createProgressMeter(total: number, job: JobContext): ProgressMeter {
  let done = 0;
  const report = (subject: string) => {
    job.report({ done: Math.min(done, total), total, unit: 'bytes', subject });
  };
  report('');
  return {
    get done() {
      return done;
    },
    add: (bytes, subject) => {
      done += bytes;
      report(subject);
    },
    settle: (finished) => {
      done = finished;
    },
  };
}
