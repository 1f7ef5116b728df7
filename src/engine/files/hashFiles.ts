import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createXXHash64 } from 'hash-wasm';
import type { JobContext } from '../../contract/JobContext';
import { UserFacingError } from '../../contract/UserFacingError';

/** A file's fingerprint: xxh64 as 16 hex digits, big-endian; null when the file is not there. */
export interface HashedFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly xxh64: string | null;
}

/** Hashes files one after the other. @throws UserFacingError `media-unreadable` */
export async function hashFiles(
  { paths }: { readonly paths: readonly string[] },
  job: JobContext,
): Promise<readonly HashedFile[]> {
  const sizes = await Promise.all(paths.map(sizeOf));
  const total = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  const hashed: HashedFile[] = [];
  let done = 0;
  for (const [index, path] of paths.entries()) {
    job.checkpoint();
    const sizeBytes = sizes[index] ?? null;
    if (sizeBytes === null) {
      hashed.push({ path, sizeBytes: 0, xxh64: null });
      continue;
    }
    const xxh64 = await hashFile(path, job.signal, (bytes) => {
      done += bytes;
      job.report({ done, total, unit: 'bytes', subject: path });
    });
    hashed.push({ path, sizeBytes, xxh64 });
  }
  return hashed;
}

/** xxh64 of a whole file. @throws UserFacingError `media-unreadable` */
export async function hashFile(
  path: string,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<string> {
  const hasher = await createXXHash64();
  const stream = createReadStream(path, { highWaterMark: 1024 * 1024, signal });
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      hasher.update(chunk);
      onBytes(chunk.length);
    }
  } catch (error) {
    signal.throwIfAborted();
    throw new UserFacingError('media-unreadable', `“${path}” could not be read to its end.`, {
      cause: error,
    });
  }
  return hasher.digest('hex');
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    const stats = await stat(path);
    return stats.isFile() ? stats.size : null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new UserFacingError('media-unreadable', `“${path}” could not be read.`, { cause: error });
  }
}
