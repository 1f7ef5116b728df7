/** The project as `slateflow project show` prints it. Times are ticks as decimal strings. */
export interface ProjectSnapshot {
  readonly name: string;
  readonly path: string;
  readonly bins: readonly { readonly id: string; readonly path: string }[];
  readonly items: readonly SnapshotItem[];
  readonly sequences: readonly SnapshotSequence[];
  readonly encoderJobs: readonly SnapshotEncoderJob[];
}

/** A project item; `frameRate` is an exact fraction, empty for sound alone. */
export interface SnapshotItem {
  readonly id: string;
  readonly name: string;
  readonly binPath: string;
  readonly mediaPath: string;
  readonly offline: boolean;
  readonly label: number;
  readonly startTicks: string;
  readonly durationTicks: string;
  readonly inTicks: string;
  readonly outTicks: string;
  readonly frameRate: string;
  readonly metadata: {
    readonly scene: string;
    readonly shot: string;
    readonly take: string;
    readonly camera: string;
    readonly good: boolean;
    readonly logNote: string;
  };
}

/** A sequence with its tracks. */
export interface SnapshotSequence {
  readonly id: string;
  readonly name: string;
  readonly binPath: string;
  readonly frameRate: string;
  readonly width: number;
  readonly height: number;
  readonly startTicks: string;
  readonly videoTracks: readonly SnapshotTrack[];
  readonly audioTracks: readonly SnapshotTrack[];
  readonly markers: readonly SnapshotMarker[];
}

/** A track and what stands on it. */
export interface SnapshotTrack {
  readonly name: string;
  readonly clips: readonly {
    readonly itemId: string;
    readonly name: string;
    readonly startTicks: string;
    readonly endTicks: string;
    readonly inTicks: string;
    readonly outTicks: string;
    readonly enabled: boolean;
    readonly effects: readonly string[];
    readonly transitionIn: string | null;
    readonly transitionOut: string | null;
  }[];
}

/** A sequence marker. */
export interface SnapshotMarker {
  readonly startTicks: string;
  readonly durationTicks: string;
  readonly name: string;
  readonly comment: string;
  readonly type: string;
  readonly color: number;
}

/** A job of the encoder's queue. */
export interface SnapshotEncoderJob {
  readonly id: string;
  readonly sequence: string;
  readonly outputPath: string;
  readonly preset: string;
  readonly status: string;
}
