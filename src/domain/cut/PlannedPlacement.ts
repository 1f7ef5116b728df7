import type { Ticks } from '../time/Ticks';

/** One use of a project item in a sequence, as planned: exact, before any host has rounded it. */
export interface PlannedPlacement {
  readonly itemId: string;
  readonly name: string;
  /** From the medium's first frame or sample. */
  readonly sourceIn: Ticks;
  /** Exclusive. */
  readonly sourceOut: Ticks;
  /** From the sequence's first frame. */
  readonly start: Ticks;
  /** 0-based track for the picture; null for sound alone. */
  readonly videoTrack: number | null;
  /** 0-based first track for the sound; null for picture alone. */
  readonly audioTrack: number | null;
  readonly videoEnabled: boolean;
  /** One for each audio track item the placement makes, in track order. */
  readonly audioEnabled: readonly boolean[];
  /** Ticks of one frame, or one sample of sound alone, of the medium: what a host rounds down to. */
  readonly unitTicks: Ticks;
}
