import type { FrameRate } from '../time/FrameRate';
import type { Ticks } from '../time/Ticks';

/** What picture and sound have in common: a project item with its medium. */
export interface TakeMedium {
  readonly itemId: string;
  /** Display name. */
  readonly name: string;
  readonly path: string;
  /** `24A`; null where nobody knows. */
  readonly setup: string | null;
  /** `3`, `3PU`, `WT1`; null where nobody knows. */
  readonly take: string | null;
  /** Circled. */
  readonly good: boolean;
  /** Timecode of the first frame or sample, as time since 00:00:00:00. */
  readonly startTicks: Ticks;
  readonly durationTicks: Ticks;
  /** Whether the file carries a start timecode at all. */
  readonly hasTimecode: boolean;
  /** Day of recording, `YYYY-MM-DD`; null where nobody says. */
  readonly date: string | null;
  readonly reel: string | null;
  readonly audio: {
    readonly sampleRate: number;
    readonly channels: number;
    /** How many audio track items one placement makes. */
    readonly clips: number;
  } | null;
}

/** A camera's clip. */
export interface CameraClip extends TakeMedium {
  /** `A`; null where nobody knows. */
  readonly camera: string | null;
  /** Tells one camera from another: its letter, or else its card. */
  readonly device: string;
  readonly frameRate: FrameRate;
  readonly dropFrame: boolean;
  readonly width: number;
  readonly height: number;
  /** Said to be shot without sound. */
  readonly mos: boolean;
}

/** A recorder's file. */
export interface RecorderFile extends TakeMedium {
  readonly wildTrack: boolean;
  /** One per channel. */
  readonly trackNames: readonly string[];
  /** The clock its timecode counts by; null where it does not say. */
  readonly clock: { readonly frameRate: FrameRate; readonly dropFrame: boolean } | null;
}

/** A day's picture and sound, as the project holds them. */
export interface DayMaterial {
  readonly cameras: readonly CameraClip[];
  readonly recorders: readonly RecorderFile[];
}

/** What a take is called, `24A-3`; null where setup or take is unknown. */
export function takeNameOfMedium({
  setup,
  take,
}: Pick<TakeMedium, 'setup' | 'take'>): string | null {
  return setup === null || take === null ? null : `${setup}-${take}`;
}
