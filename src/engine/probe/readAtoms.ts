import { type FileHandle, open } from 'node:fs/promises';

/** An atom of a QuickTime or MP4 file (ISO/IEC 14496-12 §4.2). */
export interface Atom {
  /** Four characters: `ftyp`, `moov`, `mdat`. */
  readonly type: string;
  readonly offset: number;
  /** Where its contents begin: behind a header of 8 or 16 bytes. */
  readonly contents: number;
  /** As the file says, header included; may reach past its end. */
  readonly sizeBytes: number;
}

/** Types that a QuickTime or MP4 file begins with. */
const firstTypes = new Set(['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot', 'uuid']);
/** A fragmented recording has many; more than this are no header worth reading. */
const mostAtoms = 100_000;

/** The top-level atoms of a file in file order; empty when it is no QuickTime or MP4 file. */
export async function readAtoms(path: string): Promise<readonly Atom[]> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const [first] = await readAtomsWithin(handle, { start: 0, end: size, most: 1 });
    if (!first || !firstTypes.has(first.type)) return [];
    return await readAtomsWithin(handle, { start: 0, end: size });
  } finally {
    await handle.close();
  }
}

/** A stretch of a file, in bytes, that is nothing but atoms. */
interface AtomStretch {
  readonly start: number;
  readonly end: number;
  readonly most?: number;
}

/** The atoms of a stretch: of a file, or of what another atom contains. */
export async function readAtomsWithin(
  handle: FileHandle,
  { start, end, most = mostAtoms }: AtomStretch,
): Promise<readonly Atom[]> {
  const atoms: Atom[] = [];
  const header = Buffer.alloc(16);
  let offset = start;
  while (offset + 8 <= end && atoms.length < most) {
    const { bytesRead } = await handle.read(header, 0, 16, offset);
    const type = header.toString('latin1', 4, 8);
    const sizeBytes = atomSize(header, bytesRead, end - offset);
    // Less than its own header: no atom, and no way on.
    if (sizeBytes < 8) break;
    const contents = offset + (header.readUInt32BE(0) === 1 ? 16 : 8);
    atoms.push({ type, offset, contents, sizeBytes });
    offset += sizeBytes;
  }
  return atoms;
}

/** Size 1 means that 64 bits follow, 0 that the atom reaches to the end. */
function atomSize(header: Buffer, bytesRead: number, rest: number): number {
  const short = header.readUInt32BE(0);
  if (short === 0) return rest;
  if (short !== 1) return short;
  return bytesRead < 16 ? 0 : Number(header.readBigUInt64BE(8));
}
