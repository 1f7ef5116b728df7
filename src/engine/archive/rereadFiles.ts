import type { ExpectedHashes } from '../../domain/interchange/mhl/MhlHistory';
import { formatMhlDate } from '../../domain/interchange/mhl/MhlManifest';
import { inPayload, toFailedFile, type ArchiveContext, type SettledFile } from './ArchiveContext';
import type { Algorithm } from './Digester';
import { digestFile } from './digestFile';
import { isSystemError } from './FileFault';

/** Files of the bundle after they were read again, by target. */
export interface RereadFiles {
  /** With the digests that they have now. */
  readonly files: ReadonlyMap<string, SettledFile>;
  /** Those that are no longer what they were, as failed. */
  readonly damaged: ReadonlyMap<string, SettledFile>;
}

/** Nothing was read again. */
export const nothingReread: RereadFiles = { files: new Map(), damaged: new Map() };

/** Reads again, past the cache, the files that a history knows and this run has not read. */
export async function rereadFiles(
  files: readonly SettledFile[],
  { root, known }: { readonly root: string; readonly known: ExpectedHashes },
  context: ArchiveContext,
): Promise<RereadFiles> {
  const reread = new Map<string, SettledFile>();
  const damaged = new Map<string, SettledFile>();
  for (const file of files) {
    const expected = known.get(file.target.slice(root.length + 1));
    if (file.isFresh || !expected) continue;
    const now = await rereadFile(file, [...expected.keys()], context);
    reread.set(file.target, now);
    if (now.digests.sha256 !== file.digests.sha256) {
      damaged.set(file.target, toFailedFile(file.target, damage));
    }
  }
  return { files: reread, damaged };
}

const damage = {
  code: 'copy-damaged',
  message:
    'The copy in the bundle is no longer what was archived. Restore it from another copy, or remove it and archive again.',
};

async function rereadFile(
  file: SettledFile,
  formats: readonly Algorithm[],
  { bundle, job, provenance }: ArchiveContext,
): Promise<SettledFile> {
  try {
    const { digests, uncached } = await digestFile({
      path: bundle.resolve(inPayload(file.target)),
      algorithms: ['sha256', 'xxh128', ...formats],
      onBytes: () => job.checkpoint(),
    });
    const hashedAt = formatMhlDate(provenance.now());
    return { ...file, digests, uncached, hashedAt, isFresh: true };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return toFailedFile(file.target, damage);
  }
}
