import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import type { MutationGuard } from '../es3/HostRealm';

/**
 * How well the simulated Premiere means it. About changes: `faithful` does what is asked; `silent`
 * does nothing and answers as usual; `throwsAfter` does it and then throws; `half` does every second
 * change of a script and answers as usual to all. About everything else: `slow` lets each script
 * wait; `modal` opens a dialog within a script, once; `focusStolen` has somebody else working in it,
 * so that between scripts another project or sequence comes to the front.
 */
export type Mood =
  'faithful' | 'silent' | 'throwsAfter' | 'half' | 'slow' | 'modal' | 'focusStolen';

/** How a mood shows itself. */
export interface MoodSettings {
  /** After how many scripts `modal` and `focusStolen` begin; the host's own is one of them. */
  readonly calmScripts: number;
  /** How long `slow` lets each script wait, in milliseconds. */
  readonly delayMs: number;
  /** Lets that time pass; a test may only count it. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** What a mood does to the application. */
interface MoodActions {
  readonly openDialog: (title: string) => void;
  readonly stealFocus: () => void;
}

const usualSettings: MoodSettings = {
  calmScripts: 3,
  delayMs: 300,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Decides over each change by the mood, and over what happens between scripts. */
export class MoodGuard {
  private readonly settings: MoodSettings;
  private changes = 0;
  private scripts = 0;
  private hasShownDialog = false;
  private hasChanged = false;

  constructor(
    private readonly mood: Mood,
    settings: Partial<MoodSettings>,
    private readonly actions: MoodActions,
  ) {
    this.settings = { ...usualSettings, ...settings };
  }

  /** Resolves when the next script may begin. */
  async pace(): Promise<void> {
    if (this.mood === 'slow') await this.settings.wait(this.settings.delayMs);
  }

  /** Called before each script: counting begins anew. */
  begin(): void {
    this.changes = 0;
    this.scripts += 1;
    if (this.mood === 'focusStolen' && !this.isCalm) this.actions.stealFocus();
  }

  /** Whether anything was changed, or a script told so, since this was asked last. */
  takeChanged(): boolean {
    const { hasChanged } = this;
    this.hasChanged = false;
    return hasChanged;
  }

  /** Makes the change, pretends it, or makes it and complains. */
  readonly decide: MutationGuard = (run, pretend) => {
    this.changes += 1;
    this.hasChanged = true;
    if (this.mood === 'silent') return pretend();
    if (this.mood === 'half' && this.changes % 2 === 0) return pretend();
    const answer = run();
    if (this.mood === 'throwsAfter') throw new ScriptError(scriptErrorTexts.unknown);
    if (this.mood === 'modal') this.showDialogOnce();
    return answer;
  };

  private get isCalm(): boolean {
    return this.scripts <= this.settings.calmScripts;
  }

  private showDialogOnce(): void {
    if (this.isCalm || this.hasShownDialog) return;
    this.hasShownDialog = true;
    this.actions.openDialog('Resolve Fonts');
  }
}
