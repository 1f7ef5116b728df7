/** Where a take's picture is, as the supervisor wrote it. */
export interface LoggedPicture {
  /** The camera's letter, from the column's heading. */
  readonly camera: string;
  /** Folder name of the card, where several cards have clips of this name; else null. */
  readonly card: string | null;
  /** Clip name without ending. */
  readonly clip: string;
}

/** One row of the script supervisor's log: a take. */
export interface LoggedTake {
  /** Line of the table, from 1. */
  readonly line: number;
  readonly scene: string;
  readonly setup: string;
  /** Null for a wild track or room tone without a number. */
  readonly take: number | null;
  readonly circled: boolean;
  readonly pictures: readonly LoggedPicture[];
  /** Recorder file name without ending; null when the recorder did not roll. */
  readonly sound: string | null;
  readonly mos: boolean;
  readonly pickup: boolean;
  readonly wildTrack: boolean;
  readonly roomTone: boolean;
  /** Timecode label in the cameras' time of day, as written; null when there is none. */
  readonly inTimecode: string | null;
  readonly outTimecode: string | null;
  readonly note: string;
}
