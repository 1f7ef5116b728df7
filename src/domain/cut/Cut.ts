import type { FrameRate } from '../time/FrameRate';
import type { Ticks } from '../time/Ticks';
import type { TimeRange } from '../time/TimeRange';

/** A sequence as data: what every interchange format parses to and formats from. */
export interface Cut {
  readonly name: string;
  readonly frameRate: FrameRate;
  readonly width: number;
  readonly height: number;
  /** Timecode of the first frame, as time since 00:00:00:00. */
  readonly startTicks: Ticks;
  readonly dropFrame: boolean;
  /** Bottom track first: V1, V2 … */
  readonly videoTracks: readonly CutTrack[];
  /** A1, A2 … */
  readonly audioTracks: readonly CutTrack[];
  readonly markers: readonly CutMarker[];
  /** Every medium that an event uses, in order of first use. */
  readonly media: readonly CutMedia[];
}

/** A track: events sorted by start, never overlapping. */
export interface CutTrack {
  readonly name: string;
  readonly enabled: boolean;
  readonly events: readonly CutEvent[];
}

/** One use of a medium. `range.end - range.start` equals `sourceOut - sourceIn` (speed 100 %). */
export interface CutEvent {
  readonly name: string;
  /** `CutMedia.id`. */
  readonly mediaId: string;
  /** Where it stands, from the sequence's first frame. */
  readonly range: TimeRange;
  /** In point, from the first frame (or sample) of the medium. */
  readonly sourceIn: Ticks;
  /** Out point, exclusive. */
  readonly sourceOut: Ticks;
  readonly enabled: boolean;
  /** Audio: the 0-based channels of the medium that sound; video: empty. */
  readonly channels: readonly number[];
  /** Equal on the picture and sound parts of one placed project item; null when it stands alone. */
  readonly linkId: string | null;
}

/** A media file as a cut knows it. */
export interface CutMedia {
  readonly id: string;
  readonly name: string;
  /** Absolute path as the host gives it. */
  readonly path: string;
  readonly reel: string | null;
  /** Timecode of the first frame, as time since 00:00:00:00. */
  readonly startTicks: Ticks;
  readonly durationTicks: Ticks;
  /** Null for sound alone. */
  readonly video: {
    readonly frameRate: FrameRate;
    readonly width: number;
    readonly height: number;
  } | null;
  /** Null for picture alone. */
  readonly audio: { readonly sampleRate: number; readonly channels: number } | null;
}

/** Premiere's marker colours, by `setColorByIndex` (0 green … 7 cyan). */
export type MarkerColor =
  'green' | 'red' | 'purple' | 'orange' | 'yellow' | 'white' | 'blue' | 'cyan';

/** The colours in the order of Premiere's index. */
export const markerColors: readonly MarkerColor[] = [
  'green',
  'red',
  'purple',
  'orange',
  'yellow',
  'white',
  'blue',
  'cyan',
];

/** A sequence marker. */
export interface CutMarker {
  /** From the sequence's first frame. */
  readonly startTicks: Ticks;
  readonly durationTicks: Ticks;
  readonly name: string;
  readonly comment: string;
  readonly color: MarkerColor;
}
