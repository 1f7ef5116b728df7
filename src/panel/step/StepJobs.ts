import type { JobContext, JobState } from '../../contract/JobContext';
import type { StepName } from '../../contract/StepReport';
import { runJob, type JobOutcome } from '../../workflows/runJob';
import { strings } from '../strings';
import type { JobGate } from './JobGate';
import type { StepState } from './StepState';
import { throttleProgress } from './throttleProgress';

/** The jobs of one step: at most one at a time, each under a signal of its own. */
export class StepJobs {
  private controller: AbortController | null = null;

  constructor(
    private readonly step: StepName,
    private readonly gate: JobGate,
    private readonly set: (change: Partial<StepState>) => void,
  ) {}

  get isRunning(): boolean {
    return this.controller !== null;
  }

  /** Gives the signal; false when nothing runs. */
  cancel(): boolean {
    this.controller?.abort();
    return this.isRunning;
  }

  /** Runs one job and writes how it ended into the state. Bugs are shown and thrown on. */
  async run<Value>(
    activity: StepState['activity'],
    work: (job: JobContext) => Promise<Value>,
    toState: (value: Value) => Partial<StepState>,
  ): Promise<void> {
    if (this.isRunning || !this.enterGate()) return;
    const controller = new AbortController();
    this.controller = controller;
    const running: JobState = { status: 'running', progress: null };
    this.set({ job: running, activity, problem: null, isCancelling: false });
    const progress = throttleProgress((latest) =>
      this.set({ job: { status: 'running', progress: latest } }),
    );
    try {
      const outcome = await runJob(work, controller.signal, progress.report);
      progress.stop();
      this.set(outcome.status === 'done' ? toDoneState(outcome.value, toState) : toEnd(outcome));
    } catch (bug) {
      this.set({ job: { status: 'failed', message: strings.bug.inStep } });
      throw bug;
    } finally {
      progress.stop();
      this.controller = null;
      this.gate.leave();
      this.set({ isCancelling: false });
    }
  }

  private enterGate(): boolean {
    const other = this.gate.enter(this.step);
    if (other === null) return true;
    const message = strings.busy(strings.steps[other].title);
    this.set({ job: { status: 'failed', message }, problem: 'host-busy' });
    return false;
  }
}

function toDoneState<Value>(
  value: Value,
  toState: (value: Value) => Partial<StepState>,
): Partial<StepState> {
  const change = toState(value);
  // A workflow that stopped for the signal may still say what it had done until then.
  const isCancelled = change.report?.status === 'cancelled';
  return { ...change, job: { status: isCancelled ? 'cancelled' : 'done' } };
}

function toEnd(outcome: Exclude<JobOutcome<unknown>, { status: 'done' }>): Partial<StepState> {
  if (outcome.status === 'cancelled') return { job: { status: 'cancelled' } };
  const { code, message } = outcome.error;
  return { job: { status: 'failed', message }, problem: code };
}
