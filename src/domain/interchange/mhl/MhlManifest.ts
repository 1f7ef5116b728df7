import type { MhlHash } from './MhlHash';

/** Namespace of a manifest (ASC MHL 2.0). */
export const manifestNamespace = 'urn:ASC:MHL:v2.0';

/** Namespace of the chain file (ASC MHL 2.0). */
export const chainNamespace = 'urn:ASC:MHL:DIRECTORY:v2.0';

/** Folder of a history, in the root of what it covers. */
export const historyFolder = 'ascmhl';

/** Name of the chain file within the history's folder. */
export const chainFileName = 'ascmhl_chain.xml';

/** What a manifest leaves out unless it says otherwise (.gitignore syntax). */
export const defaultIgnorePatterns: readonly string[] = ['.DS_Store', 'ascmhl', 'ascmhl/'];

/** Who was at work; empty texts where not recorded. */
export interface MhlAuthor {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly role: string;
}

/** What was done: a copy, a check where the files stand, a packing list. */
export type MhlProcess = 'transfer' | 'in-place' | 'flatten';

/** A file's record in one generation. */
export interface MhlFileRecord {
  /** Relative to the root of the history, with `/`. */
  readonly path: string;
  /** Null when it is not recorded. */
  readonly sizeBytes: number | null;
  /** ISO 8601; empty when it is not recorded. */
  readonly modified: string;
  /** At least one, in the order of `hashFormats`. */
  readonly hashes: readonly MhlHash[];
  /** Where it stood before a renaming; empty otherwise. */
  readonly previousPath: string;
}

/** A folder's content and structure hash, one of each in every format. */
export interface MhlFolderHashes {
  readonly content: readonly MhlHash[];
  readonly structure: readonly MhlHash[];
}

/** A folder's record in one generation. */
export interface MhlFolderRecord extends MhlFolderHashes {
  /** Relative to the root of the history, with `/`, without one at the end. */
  readonly path: string;
  readonly modified: string;
  readonly previousPath: string;
}

/** A manifest that a nested history had when this one was written. */
export interface MhlReference {
  /** Relative to the root of the history, with `/`. */
  readonly path: string;
  readonly c4: string;
}

/** One generation of an ASC MHL 2.0 history. */
export interface MhlManifest {
  /** ISO 8601 with offset: when the process began. */
  readonly creationDate: string;
  readonly hostName: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly authors: readonly MhlAuthor[];
  readonly location: string;
  readonly comment: string;
  readonly process: MhlProcess;
  /** Null when the root's hashes are not recorded. */
  readonly root: MhlFolderHashes | null;
  readonly ignorePatterns: readonly string[];
  readonly files: readonly MhlFileRecord[];
  readonly folders: readonly MhlFolderRecord[];
  readonly references: readonly MhlReference[];
}

/** `0001_A001_2026-04-12_093005Z.mhl`: generation, folder, start of the process in UTC. */
export function formatManifestName(generation: number, folderName: string, started: Date): string {
  const [day = '', time = ''] = started.toISOString().split('T');
  const number = String(generation).padStart(4, '0');
  return `${number}_${folderName}_${day}_${time.slice(0, 8).replaceAll(':', '')}Z.mhl`;
}

/** A moment as manifests write it: seconds, UTC, with offset. */
export function formatMhlDate(moment: Date): string {
  return moment.toISOString().replace(/\.\d+Z$/, '+00:00');
}
