/** A use of a project item as a host reads it. Ticks are decimal strings. */
export interface TrackItemReading {
  readonly itemId: string;
  readonly name: string;
  /** From the sequence's first frame. */
  readonly startTicks: string;
  readonly endTicks: string;
  /** From the first frame of the medium. */
  readonly inTicks: string;
  readonly outTicks: string;
  /** Null where the host does not tell. */
  readonly enabled: boolean | null;
}

/** A track as a host reads it. */
export interface TrackReading {
  readonly name: string;
  readonly items: readonly TrackItemReading[];
}

/** A sequence as a host reads it. */
export interface SequenceReading {
  readonly name: string;
  readonly frameTicks: string;
  readonly width: number;
  readonly height: number;
  readonly startTicks: string;
  /** Whether the sequence shows drop-frame; a host that does not say is taken to show none. */
  readonly dropFrame?: boolean;
  readonly videoTracks: readonly TrackReading[];
  readonly audioTracks: readonly TrackReading[];
  readonly markers: readonly {
    readonly startTicks: string;
    readonly durationTicks: string;
    readonly name: string;
    readonly comment: string;
    /** Premiere's index, 0 green to 7 cyan. */
    readonly color: number;
  }[];
}

/** A project item as a host reads it. */
export interface ItemReading {
  readonly id: string;
  readonly name: string;
  readonly isSequence: boolean;
  /** Empty for sequences and synthetic media. */
  readonly mediaPath: string;
  readonly startTicks: string;
  readonly durationTicks: string;
  /** Ticks in one frame; “0” for sound alone. */
  readonly frameTicks: string;
  /** How many audio track items one placement of it makes. */
  readonly audioClips: number;
}

/** What probing said of a medium; what a host's reading lacks. */
export interface MediaReading {
  readonly startTicks: string;
  readonly durationTicks: string;
  readonly reel: string;
  /** `frameRate` is an exact fraction. */
  readonly video: {
    readonly frameRate: string;
    readonly width: number;
    readonly height: number;
  } | null;
  readonly audio: { readonly sampleRate: number; readonly channels: number } | null;
}
