import { stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { JobContext } from '../../contract/JobContext';
import type { SourceFile } from '../../contract/MediaEngine';

/** A file that nobody has written to for so long is taken to be whole. */
const restingMs = 60_000;
/** From one look to the next. */
const betweenLooksMs = 2000;

/**
 * Paths of the files that somebody is still writing: their size or time changed from one look to the
 * next. Only files that were written to just now, or by a clock that is ahead, are looked at twice;
 * all of them wait together, and where there are none nothing waits.
 */
export async function findGrowing(
  files: readonly SourceFile[],
  { signal }: Pick<JobContext, 'signal'>,
): Promise<ReadonlySet<string>> {
  const recent = files.filter(({ modifiedMs }) => modifiedMs > Date.now() - restingMs);
  if (recent.length === 0) return new Set();
  // A cancellation rejects with the wait's own error; the caller's is the one that is known.
  await delay(betweenLooksMs, undefined, { signal }).catch(() => undefined);
  signal.throwIfAborted();
  const changed = await Promise.all(recent.map(hasChanged));
  return new Set(recent.flatMap(({ path }, index) => (changed[index] ? [path] : [])));
}

/** A file that is gone since is no longer the one that was listed. */
async function hasChanged({ path, sizeBytes, modifiedMs }: SourceFile): Promise<boolean> {
  try {
    const { size, mtimeMs } = await stat(path);
    return size !== sizeBytes || Math.trunc(mtimeMs) !== modifiedMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return true;
  }
}
