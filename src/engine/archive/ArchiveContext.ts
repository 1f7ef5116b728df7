import type { JobContext } from '../../contract/JobContext';
import type { Journal } from '../journal/Journal';
import type { Digests } from './Digester';
import type { BundleFolder } from './BundleFolder';

/** The proofs of an engine's journal: all that an archive needs of it. */
export type ProofJournal = Pick<Journal, 'findProof' | 'keepProof'>;

/** Who archives, by which clock: recorded in every generation. */
export interface Provenance {
  readonly now: () => Date;
  readonly hostName: string;
  readonly toolVersion: string;
}

/** What every stage of writing a bundle works with. */
export interface ArchiveContext {
  readonly bundle: BundleFolder;
  readonly journal: ProofJournal;
  readonly job: JobContext;
  readonly provenance: Provenance;
}

/** What became of one file of the bundle. */
export interface SettledFile {
  /** Within `data/`. */
  readonly target: string;
  readonly outcome: 'done' | 'alreadyThere' | 'failed';
  /** Why it failed; empty otherwise. */
  readonly code: string;
  readonly message: string;
  readonly sizeBytes: number;
  readonly digests: Digests;
  /** Time of the file's last change; null when it failed. */
  readonly modified: Date | null;
  /** ISO 8601: when the digests were made. */
  readonly hashedAt: string;
  /** Whether the bytes were last read back past the cache. */
  readonly uncached: boolean;
  /** Whether this run read the file in the bundle; a proof of an earlier run may speak for it. */
  readonly isFresh: boolean;
}

/** A file that is not in the bundle, and why. */
export function toFailedFile(
  target: string,
  { code, message }: { readonly code: string; readonly message: string },
): SettledFile {
  return {
    ...{ target, code, message },
    outcome: 'failed',
    sizeBytes: 0,
    digests: {},
    modified: null,
    hashedAt: '',
    uncached: false,
    isFresh: false,
  };
}

/** Folder of a bag's payload. */
const payloadFolder = 'data';

/** A path within `data/` as one within the bundle. */
export function inPayload(target: string): string {
  return `${payloadFolder}/${target}`;
}
