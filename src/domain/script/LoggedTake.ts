/** Who writes a log: the script supervisor, the camera's or the sound's report, or a clip list (ALE). */
export type LogKind = 'supervisor' | 'camera' | 'sound' | 'ale';

/** What one log says of a take, where logs may differ. */
export interface LogStatement {
  readonly kind: LogKind;
  /** File name of the log. */
  readonly log: string;
  /** Line of the table, from 1. */
  readonly line: number;
  /** Null where the log gives the setup alone. */
  readonly scene: string | null;
  /** Null where the log circles nothing at all. */
  readonly circled: boolean | null;
}

/** Where a take's picture is, as the log writes it. */
export interface LoggedPicture {
  /** The camera's letter; null where nothing says. */
  readonly camera: string | null;
  /** Name of the card, where several cards have clips of this name; else null. */
  readonly card: string | null;
  /** Clip name without ending, or the clip's number on its card. */
  readonly clip: string;
}

/** A take of the script supervisor's log, of a report, or of several of them together. */
export interface LoggedTake {
  /** Line of the table in the first log that has it, from 1. */
  readonly line: number;
  readonly scene: string;
  readonly setup: string;
  /** Null for a wild track or room tone without a number. */
  readonly take: number | null;
  readonly circled: boolean;
  readonly pictures: readonly LoggedPicture[];
  /** Recorder file name without ending; null when the recorder did not roll. */
  readonly sound: string | null;
  /** More of the recorder's files: a set of mono files, a second recorder. */
  readonly furtherSounds: readonly string[];
  readonly mos: boolean;
  readonly pickup: boolean;
  readonly wildTrack: boolean;
  readonly roomTone: boolean;
  /** Timecode label in the cameras' time of day, as written; null when there is none. */
  readonly inTimecode: string | null;
  readonly outTimecode: string | null;
  readonly note: string;
  /** One for each log that has the take, the most trusted first. */
  readonly statedBy: readonly LogStatement[];
}

/** A clip or recording that a report lists without saying which take it is. */
export interface LoggedClip extends LoggedPicture {
  readonly kind: 'picture' | 'sound';
  /** File name of the report. */
  readonly log: string;
  readonly line: number;
}
