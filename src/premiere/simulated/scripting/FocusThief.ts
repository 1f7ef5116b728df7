import path from 'node:path';
import { makeBin, putIntoBin } from '../model/bins';
import type { Project } from '../model/ProjectModel';
import { addSequence, fallbackFormat, makeSequence } from '../model/sequences';
import type { Session } from '../model/Session';

/**
 * Somebody else who works in the same Premiere: each time, either their own project comes to the
 * front or, in the project that was opened first, another of its sequences.
 */
export class FocusThief {
  private turns = 0;
  private theirs: Project | null = null;

  constructor(private readonly session: Session) {}

  /** Brings something else to the front. */
  steal(): void {
    const [home] = this.session.projects;
    if (!home) return;
    this.turns += 1;
    if (this.turns % 2 === 1) {
      this.theirs ??= this.openTheirs(home);
      this.session.focused = this.theirs;
      return;
    }
    this.session.focused = home;
    const other = home.sequences.find((sequence) => sequence !== home.activeSequence);
    if (other) home.activeSequence = other;
  }

  private openTheirs(home: Project): Project {
    const { session } = this;
    const theirs = session.makeProject(path.join(path.dirname(home.path), 'Somebody else.prproj'));
    const bin = makeBin(session.ids, 'Theirs');
    putIntoBin(bin, theirs.root);
    addSequence(theirs, makeSequence('Their cut', fallbackFormat, session.ids), bin);
    session.add(theirs);
    return theirs;
  }
}
