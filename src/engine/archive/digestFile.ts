import type { Stats } from 'node:fs';
import { createDigester, type Algorithm, type Digests } from './Digester';
import { readThrough } from './readThrough';

/** What to make of a file. */
export interface DigestFileRequest {
  readonly path: string;
  readonly algorithms: Iterable<Algorithm>;
  /** Called with the count of each piece; throws to stop. */
  readonly onBytes: (count: number) => void;
}

/** A file's digests, made of one reading past the cache where the system can. */
export interface FileDigests {
  readonly digests: Digests;
  readonly sizeBytes: number;
  readonly stats: Stats;
  readonly uncached: boolean;
}

/** Reads a file from the medium and digests it. Throws the system's error when it cannot be read. */
export async function digestFile({
  path,
  algorithms,
  onBytes,
}: DigestFileRequest): Promise<FileDigests> {
  const digester = await createDigester(algorithms);
  const read = await readThrough({
    path,
    uncached: true,
    onBytes: (bytes) => {
      digester.update(bytes);
      onBytes(bytes.length);
    },
  });
  return {
    digests: digester.digests(),
    sizeBytes: read.sizeBytes,
    stats: read.after,
    uncached: read.uncached,
  };
}
