import { ScriptError } from '../es3/ScriptError';
import type { Project } from '../model/ProjectModel';

/** One hold on a project's lock, from the outermost `lockedAccess` until it comes back. */
interface Hold {
  depth: number;
}

/** A change that was made ready and waits for its transaction. */
export interface UxpAction {
  readonly project: Project;
  readonly apply: () => void;
  /** The hold it was created under; null for one of an older Premiere, created without. */
  readonly hold: Hold | null;
  isDone: boolean;
}

/** What a transaction's callback adds actions to. */
export interface UxpCompound {
  readonly project: Project;
  readonly actions: UxpAction[];
  /** While the callback runs. */
  isOpen: boolean;
}

/** What a script is told that creates an action without the lock; Premiere's words are not known. */
const unlockedText = 'Actions must be created inside lockedAccess of their project';

/**
 * The locks of one script's projects, and what may be done with actions (premiere-hosts D1). A lock
 * is held while the callback runs and no longer: what the callback awaits comes too late.
 */
export class UxpLocks {
  private readonly holds = new Map<Project, Hold>();

  constructor(private readonly needsLock: boolean) {}

  /** Holds a project's lock while `run` runs. */
  hold(project: Project, run: () => void): void {
    const hold = this.holds.get(project) ?? { depth: 0 };
    this.holds.set(project, hold);
    hold.depth += 1;
    try {
      run();
    } finally {
      hold.depth -= 1;
      if (hold.depth === 0) this.holds.delete(project);
    }
  }

  /** @throws ScriptError where the project's lock is needed and not held */
  demand(project: Project): void {
    if (this.needsLock && !this.holds.has(project)) throw new ScriptError(unlockedText);
  }

  /** An action of a project, bound to the hold it is created under. */
  action(project: Project, apply: () => void): UxpAction {
    return { project, apply, hold: this.holds.get(project) ?? null, isDone: false };
  }

  /**
   * Adds an action to a transaction; false for one of another project, of a hold that is over, or
   * that was added before, and after the transaction's callback.
   */
  add(compound: UxpCompound, action: UxpAction): boolean {
    const isTheirs = action.project === compound.project;
    const isFresh = !action.isDone && !compound.actions.includes(action);
    const isHeld = !this.needsLock || action.hold === this.holds.get(action.project);
    if (!compound.isOpen || !isTheirs || !isFresh || !isHeld) return false;
    compound.actions.push(action);
    return true;
  }
}
