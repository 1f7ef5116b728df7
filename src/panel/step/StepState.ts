import type { JobState } from '../../contract/JobContext';
import type { StepPlan, StepReport } from '../../contract/StepReport';
import type { UserFacingErrorCode } from '../../contract/UserFacingError';

/** What the five steps have in common on screen. */
export interface StepState {
  readonly job: JobState;
  /** What the job does, or did last. */
  readonly activity: 'preview' | 'apply';
  /** Whether Cancel was pressed and the job is on its way out. */
  readonly isCancelling: boolean;
  /** Why the last job failed; null when it did not. */
  readonly problem: UserFacingErrorCode | null;
  /** The plan that Apply would carry out; null until one was looked at, and after it was used. */
  readonly plan: StepPlan | null;
  readonly report: StepReport<unknown> | null;
  readonly preview: () => Promise<void>;
  readonly apply: () => Promise<void>;
  readonly cancel: () => void;
}

/** A step's state with its own inputs. */
export interface StepStateWith<Inputs> extends StepState {
  readonly inputs: Inputs;
  /** Other inputs make another plan: the one that was shown is dropped. */
  readonly setInputs: (change: Partial<Inputs>) => void;
}

/** Where a step stands, for the rail. */
export type StepStanding =
  'untouched' | 'running' | 'planned' | 'done' | 'partial' | 'failed' | 'cancelled';

/** Where a step stands, from its state: a job at work or broken off first, then what it left. */
export function standingOf({ job, plan, report }: StepState): StepStanding {
  if (job.status === 'running' || job.status === 'failed' || job.status === 'cancelled') {
    return job.status;
  }
  if (report) return report.status;
  return plan ? 'planned' : 'untouched';
}
