import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import type { MutationGuard } from '../es3/ScriptRealm';

/**
 * How honest the simulated Premiere is about changes: `faithful` does what is asked; `silent` does
 * nothing and answers as usual; `throwsAfter` does it and then throws; `half` does every second
 * change of a script and answers as usual to all.
 */
export type Mood = 'faithful' | 'silent' | 'throwsAfter' | 'half';

/** Decides over each change by the mood. */
export class MoodGuard {
  private changes = 0;

  constructor(private readonly mood: Mood) {}

  /** Called before each script: counting begins anew. */
  begin(): void {
    this.changes = 0;
  }

  /** Makes the change, pretends it, or makes it and complains. */
  readonly decide: MutationGuard = (run, pretend) => {
    this.changes += 1;
    if (this.mood === 'silent') return pretend();
    if (this.mood === 'half' && this.changes % 2 === 0) return pretend();
    const answer = run();
    if (this.mood === 'throwsAfter') throw new ScriptError(scriptErrorTexts.unknown);
    return answer;
  };
}
