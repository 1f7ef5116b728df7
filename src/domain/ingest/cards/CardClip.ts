import type { ListedFile } from '../ListedFile';

/** How a card's folders are laid out; `folder` is a plain folder of files. */
export type CardLayout =
  | 'arri'
  | 'red'
  | 'p2'
  | 'xdcam-ex'
  | 'xdcam'
  | 'xavc-s'
  | 'avchd'
  | 'canon-xf'
  | 'dcim'
  | 'gopro'
  | 'dji'
  | 'blackmagic'
  | 'recorder'
  | 'folder';

/** How a clip's files hang together. */
export interface ClipSpan {
  /** What all parts are called together, `0123` of `GX010123`. */
  readonly name: string;
  /** Which part this item is, from 1; null when the item stands for all parts. */
  readonly part: number | null;
  /** How many parts there are; null where nothing says. */
  readonly total: number | null;
  /** Parts that are not there, from 1. */
  readonly missing: readonly number[];
}

/** One clip of a card: what becomes one project item. */
export interface CardClip {
  readonly layout: CardLayout;
  /** The file that is imported and whose path the item bears. */
  readonly main: ListedFile;
  /** Files that Premiere joins to the main one, it included, in order. */
  readonly parts: readonly ListedFile[];
  /** Whether `parts` are the frames of one picture, to be imported as numbered stills. */
  readonly isImageSequence: boolean;
  /** Null for a clip in one file. */
  readonly span: ClipSpan | null;
  /** The low-resolution copy that the camera made. */
  readonly proxy: ListedFile | null;
  /** Files that tell about this clip: metadata, looks, telemetry. */
  readonly sidecars: readonly ListedFile[];
  /** Name of the card's own folder, `A001R1AB`; empty where the files lie in no card. */
  readonly card: string;
  /** The clip's name without ending, part or track. */
  readonly name: string;
}

/** A file that becomes no project item, and why. */
export interface CardOther {
  readonly file: ListedFile;
  /** `support-file`, `system-file`, `media-unsupported`, `listed-twice`, `name-refused`. */
  readonly code: string;
  readonly reason: string;
  /** Empty files and others that ought to have been imported: they count as failed. */
  readonly isBlocked: boolean;
}
