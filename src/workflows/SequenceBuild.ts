import type { PlannedContent } from '../domain/cut/checkPlacements';
import type { Ticks } from '../domain/time/Ticks';

/** A sequence to stand in the project. */
export interface SequenceBuild extends PlannedContent {
  readonly name: string;
  /** Where its own project item belongs, `/Takes/24`. */
  readonly binPath: string;
  /** What it is for, whatever it is called: `take:24A-3`. Kept in the project. */
  readonly builtFor: string;
  /** Fingerprint of all that decides its content. Kept in the project. */
  readonly builtFrom: string;
  /** The item whose raster and rate it takes. */
  readonly settingsItemId: string;
  /** Timecode of its first frame, as time since 00:00:00:00. */
  readonly startTicks: Ticks;
  readonly videoTracks: number;
  readonly audioTracks: number;
}

/** How a build stands to the project. */
export type StandingBuild =
  | { readonly state: 'missing' }
  | {
      /**
       * Built from this very plan: as it was planned (`standing`), or changed by the editor since
       * and left alone (`edited`).
       */
      readonly state: 'standing' | 'edited';
      /** What it is called now. */
      readonly sequenceName: string;
    };
