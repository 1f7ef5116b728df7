import { noFlags, type SlateFlags } from './Slate';

/** What a name says beside its numbers. */
export interface NameFlags extends SlateFlags {
  /** A take the director wants printed: editors mark it `*`. */
  readonly circled: boolean;
}

/** What a file's or folder's name says, field by field; null where it does not say. */
export interface NameReading {
  /** Id of the pattern that read it, `arri-classic`. */
  readonly pattern: string;
  /** Uncertain readings are shown and never followed. */
  readonly certainty: 'certain' | 'uncertain';
  /** What keeps it from being certain, in words; empty when it is. */
  readonly doubt: string;
  /** `24`, `A24`; `79-85` where a clip belongs to several. */
  readonly scene: string | null;
  /** `24A`; in the UK style the slate number. */
  readonly setup: string | null;
  /** Counts from 1. */
  readonly take: number | null;
  /** `A`, `AB`. */
  readonly camera: string | null;
  /** Camera and reel as the card is called, `A001`; a recorder's sound roll. */
  readonly reel: string | null;
  /** The clip's own counter, `C003`, `0123`. */
  readonly clip: string | null;
  /** `YYYY-MM-DD`; `--MM-DD` where the name has no year. */
  readonly date: string | null;
  /** Part or chapter of a clip that was split over files, from 1. */
  readonly part: number | null;
  /** A recorder's track in a set of mono files: `1`, `Tr1`, `L_R`. */
  readonly track: string | null;
  readonly flags: NameFlags;
}

/** A name that says nothing yet. */
export const emptyReading: Omit<NameReading, 'pattern'> = {
  certainty: 'certain',
  doubt: '',
  scene: null,
  setup: null,
  take: null,
  camera: null,
  reel: null,
  clip: null,
  date: null,
  part: null,
  track: null,
  flags: { ...noFlags, circled: false },
};
