import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { knowsNoDirectIo, wholeBlocks } from './readThrough';

/** Buffered writes larger than this cost the kernel more than they save. */
const bufferedBytes = 128 * 1024;

/** A file being written, front to back, under a temporary name. */
export interface Sink {
  /** Writes `piece`'s first `count` bytes. Only the last piece may end within a block. */
  write(piece: Uint8Array, count: number, position: number): Promise<void>;
  /** Cuts to size, sets the time of the last change, and puts all of it on the medium. */
  finish(sizeBytes: number, modified: Date): Promise<void>;
  close(): Promise<void>;
}

/** Makes a file that must not exist; directly where the file system can, else through the cache. */
export async function openSink(path: string, direct: boolean): Promise<Sink> {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
  if (direct && constants.O_DIRECT) {
    try {
      return toSink(await open(path, flags | constants.O_DIRECT), writeDirectly);
    } catch (error) {
      if (!knowsNoDirectIo(error)) throw error;
    }
  }
  // A refused direct open may have made the file.
  const reopen = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC;
  return toSink(await open(path, reopen), writeBuffered);
}

type Write = (
  handle: FileHandle,
  piece: Uint8Array,
  place: { readonly count: number; readonly position: number },
) => Promise<void>;

function toSink(handle: FileHandle, write: Write): Sink {
  return {
    write: (piece, count, position) => write(handle, piece, { count, position }),
    finish: async (sizeBytes, modified) => {
      await handle.truncate(sizeBytes);
      await handle.utimes(modified, modified);
      await handle.sync();
    },
    close: () => handle.close(),
  };
}

/** Whole blocks only: the rest of the last one is cut off again by `finish`. */
const writeDirectly: Write = async (handle, piece, { count, position }) => {
  const padded = Math.min(wholeBlocks(count), piece.length);
  piece.fill(0, count, padded);
  await writeAll(handle, piece.subarray(0, padded), position);
};

const writeBuffered: Write = async (handle, piece, { count, position }) => {
  for (let offset = 0; offset < count; offset += bufferedBytes) {
    const part = piece.subarray(offset, Math.min(offset + bufferedBytes, count));
    await writeAll(handle, part, position + offset);
  }
};

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(
      bytes,
      written,
      bytes.length - written,
      position + written,
    );
    written += bytesWritten;
  }
}
