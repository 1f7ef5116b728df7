import type { StepName } from '../../contract/StepReport';

/**
 * Lets one step at a time work on the project: two plans that change it side by side would each
 * make the other stale. Shared by the stores, which know nothing of each other.
 */
export class JobGate {
  private inside: StepName | null = null;

  /** Goes in and returns null, or returns the step that is still at work. */
  enter(step: StepName): StepName | null {
    if (this.inside !== null) return this.inside;
    this.inside = step;
    return null;
  }

  /** Opens the gate again. */
  leave(): void {
    this.inside = null;
  }
}
