import { open, type FileHandle } from 'node:fs/promises';
import { readAtoms } from './readAtoms';
import type { FileFacts } from './toMediaFacts';

/** Whether a QuickTime, MP4 or MXF file ends before it says it does; others are not judged. */
export async function isCutShort(file: FileFacts): Promise<boolean> {
  return (await lacksAtoms(file)) || (await lacksPartitions(file));
}

/** Without its index, or with an atom that reaches past the end of the file. */
async function lacksAtoms({ path, sizeBytes }: FileFacts): Promise<boolean> {
  const atoms = await readAtoms(path);
  const last = atoms.at(-1);
  if (!last) return false;
  const hasIndex = atoms.some(({ type }) => type === 'moov');
  return !hasIndex || last.offset + last.sizeBytes > sizeBytes;
}

/** The key that every partition of an MXF file begins with (SMPTE ST 377-1 §7.1). */
const partitionKey = '060e2b34020501010d01020101';
/** The key of the random index pack at the end of a file (SMPTE ST 377-1 §12). */
const indexPackKey = '060e2b34020501010d01020101110100';
/** Key, the longest length and the fields up to the footer's place. */
const headerBytes = 64;
/** Versions, alignment, and the places of this and the previous partition stand before it. */
const footerField = 24;
/** Status of a header partition that was never brought up to date: open, incomplete or complete. */
const openStatuses = new Set([1, 3]);

/**
 * Whether an MXF file lacks its footer: the header names a place for it where none stands, or the
 * header was left open and nothing at the end of the file says that it was closed all the same.
 */
async function lacksPartitions({ path, sizeBytes }: FileFacts): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const header = await readAt(handle, 0, headerBytes);
    if (!isKey(header, partitionKey) || header.length < headerBytes) return false;
    const footer = Number(header.readBigUInt64BE(valueOffset(header) + footerField));
    if (footer > 0) return !isKey(await readAt(handle, footer, headerBytes), partitionKey);
    return openStatuses.has(header[14] ?? 0) && !(await hasIndexPack(handle, sizeBytes));
  } finally {
    await handle.close();
  }
}

/** Behind the key of 16 bytes and a length in its own count of bytes (BER, SMPTE ST 336). */
function valueOffset(header: Buffer): number {
  const first = header[16] ?? 0;
  return 17 + (first > 0x80 ? Math.min(8, first - 0x80) : 0);
}

/** The last four bytes of a random index pack give its length. */
async function hasIndexPack(handle: FileHandle, sizeBytes: number): Promise<boolean> {
  const tail = await readAt(handle, sizeBytes - 4, 4);
  const length = tail.length < 4 ? 0 : tail.readUInt32BE(0);
  return length > 0 && isKey(await readAt(handle, sizeBytes - length, 16), indexPackKey);
}

/** The version of the registry, the eighth byte, may be any. */
function isKey(bytes: Buffer, key: string): boolean {
  const found = Buffer.from(bytes.subarray(0, key.length / 2));
  if (found.length > 7) found[7] = 1;
  return found.toString('hex') === key;
}

async function readAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  if (offset < 0 || !Number.isSafeInteger(offset)) return Buffer.alloc(0);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
  return buffer.subarray(0, bytesRead);
}
