/** A camera's recording of a take. Frames count from midnight at 24000/1001. */
export interface SampleClip {
  readonly camera: 'A' | 'B';
  /** The card's folder: `A001R1AB`, `B002`. */
  readonly card: string;
  /** File name without extension. Camera B's numbers begin again on every card. */
  readonly name: string;
  /** Path in the day's folder, with `/`. */
  readonly path: string;
  readonly startFrame: number;
  readonly frames: number;
}

/** The sound recorder's file of a take. Samples count from midnight at 48 kHz. */
export interface SampleRecording {
  /** File name without extension. */
  readonly name: string;
  readonly path: string;
  readonly startSample: number;
  readonly samples: number;
}

/**
 * What was shot, or only logged, or only shot.
 *
 * ```
 * recorder  [==|====|=====================|====]
 * camera A     [====|=====================]
 * camera B       [==|===================]
 *                 slate  [in ====== out]
 * ```
 */
export interface SampleTake {
  readonly scene: string;
  /** Empty for the clip that nobody logged. */
  readonly setup: string;
  /** `3`; `WT1` for the wild track. */
  readonly take: string;
  readonly circled: boolean;
  readonly mos: boolean;
  readonly note: string;
  readonly logged: boolean;
  /** Camera A first. */
  readonly clips: readonly SampleClip[];
  readonly recording: SampleRecording | null;
  /** Where the sticks close: white picture and a tone of one frame. Null where nobody slated. */
  readonly slateFrame: number | null;
  /** First frame of the part to use; null on takes that are not circled. */
  readonly inFrame: number | null;
  /** Frame after the last to use. */
  readonly outFrame: number | null;
}
