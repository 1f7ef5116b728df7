import { previewBinPreset } from '../../../workflows/previewBinPreset';
import { runJob } from '../../../workflows/runJob';
import type { StateAccess } from '../../step/createStepStore';
import { formatPresetDraft, problemOfDraft } from './PresetDraft';
import type { PresetEditing } from './PresetEditing';

/** Milliseconds without a further change before the bins are worked out: nobody types slower. */
const pause = 250;

/** Works out what the draft would make of the material: one look at a time, the last one counts. */
export class BinLooks {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private controller = new AbortController();

  constructor(private readonly state: StateAccess<PresetEditing>) {}

  /** Looks once the typing pauses. */
  beginSoon(): void {
    this.end();
    this.state.set({ isLooking: true });
    this.timer = setTimeout(() => void this.begin(), pause);
  }

  /** Looks now. What was found before stays in sight until then, and when the draft is refused. */
  async begin(): Promise<void> {
    this.end();
    this.controller = new AbortController();
    const { signal } = this.controller;
    const { draft, material } = this.state.get();
    if (!draft) return;
    const problem = problemOfDraft(draft);
    this.state.set({ draftProblem: problem, isLooking: problem === null && material !== null });
    if (problem !== null || material === null) return;
    const text = formatPresetDraft(draft);
    const work = (job: { checkpoint: () => void }) => previewBinPreset(material, text, job);
    const outcome = await runJob(work, signal, () => undefined);
    if (outcome.status === 'done' && !signal.aborted) {
      this.state.set({ binPreview: outcome.value, isLooking: false });
    }
  }

  /** Breaks off what is being looked at, or was about to be. */
  end(): void {
    clearTimeout(this.timer);
    this.controller.abort();
    this.state.set({ isLooking: false });
  }
}
