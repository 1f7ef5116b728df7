import { constants, type Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { alignedMemory, blockBytes } from './alignedMemory';

/** What a whole reading of a file is asked. */
export interface ReadThroughRequest {
  readonly path: string;
  /** Read from the medium, past the page cache, where the system can. */
  readonly uncached: boolean;
  /** Called with each piece in order; the bytes are overwritten afterwards. */
  readonly onBytes: (bytes: Uint8Array) => void;
}

/** How a file was read. */
export interface ReadThrough {
  /** The file's state before the first byte. */
  readonly before: Stats;
  /** The same handle's state after the last. */
  readonly after: Stats;
  readonly sizeBytes: number;
  /** Whether every byte came from the medium. */
  readonly uncached: boolean;
}

const pieceBytes = 1 << 20;

/** Reads a file from its first byte to its last. A link or anything but a file is refused. */
export async function readThrough(request: ReadThroughRequest): Promise<ReadThrough> {
  const file = await openToRead(request.path, request.uncached);
  const { handle, uncached } = file;
  try {
    const before = await handle.stat();
    if (!before.isFile()) throw new NotAFile(request.path);
    const piece = alignedMemory(Math.min(pieceBytes, wholeBlocks(before.size + 1)));
    let position = 0;
    for (;;) {
      const filled = await fillPiece(file, piece, position);
      if (filled > 0) request.onBytes(piece.subarray(0, filled));
      position += filled;
      if (filled < piece.length) break;
    }
    return { before, after: await handle.stat(), sizeBytes: position, uncached };
  } finally {
    await handle.close();
  }
}

/** What stands there is a folder, pipe, socket or device. */
export class NotAFile extends Error {
  override readonly name = 'NotAFile';
  readonly code = 'ENOTFILE';

  constructor(path: string) {
    super(`${path} is not a regular file`);
  }
}

/** A file open for reading, and whether past the page cache. */
export interface OpenedFile {
  readonly handle: FileHandle;
  readonly uncached: boolean;
}

/** Fills a piece from a place in the file; less than the whole only at the file's end. */
export async function fillPiece(
  { handle, uncached }: OpenedFile,
  piece: Uint8Array,
  position: number,
): Promise<number> {
  let filled = 0;
  while (filled < piece.length) {
    const length = piece.length - filled;
    const { bytesRead } = await handle.read(piece, filled, length, position + filled);
    filled += bytesRead;
    // Direct I/O cannot go on from within a block; there a part of one is the file's end.
    if (bytesRead === 0 || (uncached && filled % blockBytes !== 0)) break;
  }
  return filled;
}

/**
 * Opens a file for reading, past the cache where that is asked and can be had. A pipe must not
 * make us wait, and a link is not followed (`ELOOP`).
 */
export async function openToRead(path: string, uncached: boolean): Promise<OpenedFile> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW || 0) | (constants.O_NONBLOCK || 0);
  if (uncached && constants.O_DIRECT) {
    const handle = await openDirectly(path, flags | constants.O_DIRECT);
    if (handle) return { handle, uncached: true };
  }
  return { handle: await open(path, flags), uncached: false };
}

/** Undefined where the file system knows no direct I/O. */
async function openDirectly(path: string, flags: number): Promise<FileHandle | undefined> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, flags);
    await handle.read(alignedMemory(blockBytes), 0, blockBytes, 0);
    return handle;
  } catch (error) {
    await handle?.close();
    if (knowsNoDirectIo(error)) return undefined;
    throw error;
  }
}

/** The refusals of file systems without direct I/O. */
export function knowsNoDirectIo(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['EINVAL', 'ENOTSUP', 'EOPNOTSUPP'].includes(code);
}

/** Up to the next whole block. */
export function wholeBlocks(bytes: number): number {
  return Math.ceil(bytes / blockBytes) * blockBytes;
}
