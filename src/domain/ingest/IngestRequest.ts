import type { MergedLogs } from '../report/mergeLogs';
import type { BinPreset } from './BinPreset';
import type { ProjectBin } from './binPathsOf';
import type { CardReading } from './cards/readCards';
import type { ListedFile } from './ListedFile';

/** What a recorder wrote into a file. */
export interface ProbedSound {
  readonly scene: string;
  readonly take: string;
  readonly circled: boolean;
  readonly wildTrack: boolean;
  readonly soundRoll: string;
  readonly note: string;
  /** `YYYY-MM-DD`, empty where it is not told. */
  readonly originationDate: string;
}

/** What ingest asks of a probe. Texts are empty where the file does not tell. */
export interface ProbedMedia {
  readonly video: { readonly variableRate: boolean; readonly nearestRate: string } | null;
  readonly audio: { readonly channels: number } | null;
  readonly sound: ProbedSound | null;
  readonly reel: string;
  /** ISO 8601. */
  readonly recordedAt: string;
  /** What the container itself says of the slate. */
  readonly slate: {
    readonly scene: string;
    readonly take: string;
    readonly camera: string;
    readonly reel: string;
  };
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
  /** The attached low-resolution copy; empty where there is none. */
  readonly proxyPath: string;
  readonly fields: readonly { readonly column: string; readonly value: string }[];
}

/** All that a plan is made from. */
export interface IngestRequest {
  readonly listing: readonly ListedFile[];
  readonly cards: CardReading;
  readonly probes: readonly ProbedFile[];
  /** Null when there is no log. */
  readonly log: Pick<MergedLogs, 'takes' | 'clips'> | null;
  readonly preset: BinPreset;
  /** Where constant-rate copies of media with a variable rate go; null imports the media themselves. */
  readonly constantRateFolder: string | null;
  readonly project: { readonly bins: readonly ProjectBin[]; readonly items: readonly IngestItem[] };
}
