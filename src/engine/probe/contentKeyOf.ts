import { readFile, type FileHandle } from 'node:fs/promises';
import { xxhash64 } from 'hash-wasm';
import type { SonySidecar } from './readSonySidecar';
import type { FileFacts } from './toMediaFacts';

/** Head, middle and tail: where containers keep what a probe reads. */
const windowBytes = 64 * 1024;

/**
 * What tells a medium from every other, wherever it lies and whatever it is called: its size and the
 * xxh64 of three windows of 64 KB. Two media that differ nowhere but between these windows and have
 * one size would be taken for each other; what a probe tells of them would be the same.
 */
export async function contentKeyOf(
  handle: FileHandle,
  { sizeBytes }: Pick<FileFacts, 'sizeBytes'>,
  sidecar: SonySidecar | null,
): Promise<string> {
  const beside = sidecar ? await xxhash64(await readFile(sidecar.path)) : '';
  return `${sizeBytes}:${await xxhash64(await readWindows(handle, sizeBytes))}:${beside}`;
}

async function readWindows(handle: FileHandle, sizeBytes: number): Promise<Buffer> {
  const middle = Math.max(0, Math.floor(sizeBytes / 2) - windowBytes / 2);
  const tail = Math.max(0, sizeBytes - windowBytes);
  const starts = sizeBytes <= 3 * windowBytes ? [0] : [0, middle, tail];
  const length = sizeBytes <= 3 * windowBytes ? sizeBytes : windowBytes;
  const parts: Buffer[] = [];
  for (const start of starts) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, start);
    parts.push(buffer.subarray(0, bytesRead));
  }
  return Buffer.concat(parts);
}
