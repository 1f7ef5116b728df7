import type { LoggedTake } from '../script/LoggedTake';
import type { BinPreset } from './BinPreset';
import type { ProjectBin } from './binPathsOf';

/** A file under a source. */
export interface ListedFile {
  readonly path: string;
  /** Absolute path of the folder that was named. */
  readonly source: string;
  /** From the source, with `/`. */
  readonly relativePath: string;
  readonly sizeBytes: number;
}

/** What a recorder wrote into a file. */
export interface ProbedSound {
  readonly scene: string;
  readonly take: string;
  readonly circled: boolean;
  readonly wildTrack: boolean;
  readonly soundRoll: string;
  readonly note: string;
}

/** What ingest asks of a probe. */
export interface ProbedMedia {
  readonly video: object | null;
  readonly audio: object | null;
  readonly sound: ProbedSound | null;
}

/** A probe's answer for one file. */
export type ProbedFile =
  | { readonly path: string; readonly ok: true; readonly media: ProbedMedia }
  | {
      readonly path: string;
      readonly ok: false;
      readonly code: string;
      readonly message: string;
    };

/** A project item, as far as ingest looks at it. */
export interface IngestItem {
  readonly id: string;
  readonly binId: string;
  readonly name: string;
  readonly mediaPath: string;
  readonly fields: readonly { readonly column: string; readonly value: string }[];
}

/** All that a plan is made from. */
export interface IngestRequest {
  readonly listing: readonly ListedFile[];
  readonly probes: readonly ProbedFile[];
  /** Null when there is no log. */
  readonly log: readonly LoggedTake[] | null;
  readonly preset: BinPreset;
  readonly project: { readonly bins: readonly ProjectBin[]; readonly items: readonly IngestItem[] };
}
