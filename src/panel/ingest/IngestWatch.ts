import type { JobContext } from '../../contract/JobContext';
import type { Ports } from '../../contract/Ports';
import type { IngestRequest } from '../../workflows/ingestMedia';
import { readBinPreset } from '../../workflows/readBinPreset';
import { runJob } from '../../workflows/runJob';
import { watchIngest, type WatchedLook } from '../../workflows/watchIngest';
import type { StateAccess } from '../step/createStepStore';
import type { IngestState } from './IngestState';

/** Milliseconds from one look at watched folders to the next. */
const everyMs = 5000;

/**
 * Looks at the sources again and again, beside whatever else is done. What arrives is shown as a
 * plan; where the preset says so, that plan is carried out as a press on the button would.
 */
export class IngestWatch {
  private controller: AbortController | null = null;
  private hasMissed = false;

  constructor(
    private readonly ports: Ports,
    private readonly state: StateAccess<IngestState>,
    private readonly toRequest: () => IngestRequest,
  ) {}

  /** Watches until {@link end}; ends by itself when it cannot go on. */
  async begin(): Promise<void> {
    this.end();
    const controller = new AbortController();
    this.controller = controller;
    this.hasMissed = false;
    this.state.set({ isWatching: true, watchProblem: null });
    const work = (job: JobContext) => this.watch(job);
    const outcome = await runJob(work, controller.signal, () => undefined);
    if (outcome.status !== 'failed') return;
    this.state.set({ isWatching: false, watchProblem: outcome.error.message });
  }

  /** Stops watching. */
  end(): void {
    this.controller?.abort();
    this.controller = null;
    this.state.set({ isWatching: false, watchProblem: null });
  }

  /** Does a job of the step. What arrived meanwhile is looked at once it has ended. */
  async around(work: () => Promise<void>): Promise<void> {
    await work();
    if (this.hasMissed && this.state.get().isWatching) void this.begin();
  }

  private async watch(job: JobContext): Promise<void> {
    const request = this.toRequest();
    const preset = await readBinPreset(request, this.ports);
    // Carried out by the step's own job, so that nothing else is at work on the project meanwhile.
    const presetText = JSON.stringify({ ...preset, whenWatched: 'show' });
    const appliesAtOnce = preset.whenWatched === 'apply';
    const onLook = (look: WatchedLook) => {
      if (!job.signal.aborted) this.show(look, appliesAtOnce);
    };
    await watchIngest({ ...request, presetText, everyMs, onLook }, this.ports, job);
  }

  private show(look: WatchedLook, appliesAtOnce: boolean): void {
    const { get, set } = this.state;
    if (look.kind === 'problem') {
      set({ watchProblem: look.error.message });
      return;
    }
    if (get().job.status === 'running') {
      this.hasMissed = true;
      return;
    }
    if (look.kind === 'applied') return;
    set({ plan: look.plan, report: null, problem: null, job: { status: 'done' } });
    set({ watchProblem: null });
    if (appliesAtOnce) void get().apply();
  }
}
