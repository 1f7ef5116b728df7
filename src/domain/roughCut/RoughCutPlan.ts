import type { CutMarker } from '../cut/Cut';
import type { PlannedPlacement } from '../cut/PlannedPlacement';
import type { Finding } from '../finding/Finding';
import type { FrameRate } from '../time/FrameRate';
import type { Ticks } from '../time/Ticks';
import type { TimeRange } from '../time/TimeRange';

/** Why a take was chosen, or why there is none. */
export type TakeWhy = 'circled' | 'last take' | 'only take' | 'no take';

/** One row of the plan: a take that is cut in, a gap, or what was left out. */
export interface RoughCutRow {
  /** `24A-3`; `Scene 25` for a scene that is missing as a whole; unique in its plan. */
  readonly subject: string;
  readonly kind: 'event' | 'gap' | 'left-out';
  readonly scene: string;
  readonly setup: string;
  readonly take: string;
  readonly why: TakeWhy;
  /** Why there is no event, kebab-case; empty for an event. */
  readonly code: string;
  /** In words. */
  readonly reason: string;
  /** Where it stands, from the sequence's first frame; null for what was left out. */
  readonly range: TimeRange | null;
  /** The picture that is cut in. */
  readonly clip: {
    readonly itemId: string;
    readonly path: string;
    readonly name: string;
    readonly camera: string | null;
    readonly sourceIn: Ticks;
    readonly sourceOut: Ticks;
  } | null;
  /** Name of the recorder's file under it; null where only the camera's own sound is there. */
  readonly sound: string | null;
}

/** The one sequence to build. */
export interface RoughCutSequence {
  readonly name: string;
  /** The clip whose raster and rate it takes. */
  readonly settingsItemId: string;
  readonly frameRate: FrameRate;
  readonly dropFrame: boolean;
  readonly width: number;
  readonly height: number;
  readonly startTicks: Ticks;
  readonly durationTicks: Ticks;
  readonly videoTracks: number;
  readonly audioTracks: number;
  /** In order of their start. */
  readonly placements: readonly PlannedPlacement[];
  readonly markers: readonly CutMarker[];
}

/** The proposed cut and its findings; no sequence where nothing can be cut. */
export interface RoughCutPlan {
  readonly sequence: RoughCutSequence | null;
  /** In script order. */
  readonly rows: readonly RoughCutRow[];
  readonly findings: readonly Finding[];
}
