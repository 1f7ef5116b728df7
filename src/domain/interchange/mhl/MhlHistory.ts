import type { HashFormat } from './MhlHash';
import type { MhlFileRecord, MhlManifest } from './MhlManifest';

/** What a history knows of its files: by path the reference digest in each format. */
export type ExpectedHashes = ReadonlyMap<string, ReadonlyMap<HashFormat, string>>;

/**
 * The digest that every file is to be judged by, from all generations in order: in each format the
 * first that did not fail. A file that a generation renames keeps its digests under the new path.
 */
export function toExpectedHashes(generations: readonly MhlManifest[]): ExpectedHashes {
  const expected = new Map<string, Map<HashFormat, string>>();
  for (const record of generations.flatMap(({ files }) => files)) addRecord(expected, record);
  return expected;
}

function addRecord(expected: Map<string, Map<HashFormat, string>>, record: MhlFileRecord): void {
  const { path, previousPath, hashes } = record;
  const known = expected.get(path) ?? expected.get(previousPath) ?? new Map<HashFormat, string>();
  if (previousPath !== '') expected.delete(previousPath);
  for (const { format, digest, action } of hashes) {
    if (action !== 'failed' && !known.has(format)) known.set(format, digest);
  }
  expected.set(path, known);
}
