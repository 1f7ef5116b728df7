import { type FileHandle, open } from 'node:fs/promises';
import { readAtoms, readAtomsWithin, type Atom } from './readAtoms';

/** When the frames of each picture track are shown, in the track's time scale, in order of time. */
export type SampleTimes = ReadonlyMap<number, readonly number[]>;

/** Half an hour at 60 frames a second: longer recordings are judged by so much of them. */
const mostSamples = 108_000;

/**
 * Presentation times by track number, from the tables of a QuickTime or MP4 file alone (stts, ctts;
 * ISO/IEC 14496-12 §8.6.1): no frame is read. Empty where the tables do not tell: in fragmented
 * files, in other containers, in a header that is packed or damaged.
 */
export async function readSampleTimes(path: string): Promise<SampleTimes> {
  const header = (await readAtoms(path)).find(({ type }) => type === 'moov');
  if (!header) return new Map();
  const handle = await open(path, 'r');
  try {
    const parts = await childrenOf(handle, header);
    if (parts.some(({ type }) => type === 'mvex')) return new Map();
    const times = new Map<number, readonly number[]>();
    for (const track of parts.filter(({ type }) => type === 'trak')) {
      if (!(await isPictureTrack(handle, track))) continue;
      const own = await readTrackTimes(handle, track);
      if (own.length > 0) times.set(await readTrackNumber(handle, track), own);
    }
    return times;
  } finally {
    await handle.close();
  }
}

function childrenOf(handle: FileHandle, { contents, offset, sizeBytes }: Atom) {
  return readAtomsWithin(handle, { start: contents, end: offset + sizeBytes });
}

async function findAtom(
  handle: FileHandle,
  within: Atom,
  path: readonly string[],
): Promise<Atom | null> {
  let found: Atom | null = within;
  for (const type of path) {
    if (!found) return null;
    found = (await childrenOf(handle, found)).find((child) => child.type === type) ?? null;
  }
  return found;
}

/** The handler's kind stands behind version, flags and a field of four bytes. */
async function isPictureTrack(handle: FileHandle, track: Atom): Promise<boolean> {
  const head = await readContents(handle, await findAtom(handle, track, ['mdia', 'hdlr']), 12);
  return head.toString('latin1', 8, 12) === 'vide';
}

/** Behind version, flags and two dates, which are twice as long in version 1. */
async function readTrackNumber(handle: FileHandle, track: Atom): Promise<number> {
  const head = await readContents(handle, await findAtom(handle, track, ['tkhd']), 24);
  if (head.length < 24) return 0;
  return head.readUInt32BE(head[0] === 1 ? 20 : 12);
}

async function readTrackTimes(handle: FileHandle, track: Atom): Promise<readonly number[]> {
  const tables = await findAtom(handle, track, ['mdia', 'minf', 'stbl']);
  if (!tables) return [];
  const durations = await readTable(handle, await findAtom(handle, tables, ['stts']));
  const offsets = await readTable(handle, await findAtom(handle, tables, ['ctts']));
  const shifts = expand(offsets);
  let decoded = 0;
  const times = expand(durations).map((duration, sample) => {
    const shown = decoded + (shifts[sample] ?? 0);
    decoded += duration;
    return shown;
  });
  return times.sort((left, right) => left - right);
}

/** Rows of a count and a value; the value of ctts may be below zero. */
type Row = readonly [count: number, value: number];

async function readTable(handle: FileHandle, table: Atom | null): Promise<readonly Row[]> {
  const bytes = await readContents(handle, table, 8 + 8 * mostSamples);
  if (bytes.length < 8) return [];
  const rows = Math.min(bytes.readUInt32BE(4), Math.floor((bytes.length - 8) / 8));
  return Array.from({ length: rows }, (_, row): Row => {
    const at = 8 + 8 * row;
    return [bytes.readUInt32BE(at), bytes.readInt32BE(at + 4)];
  });
}

function expand(rows: readonly Row[]): readonly number[] {
  const values: number[] = [];
  for (const [count, value] of rows) {
    const room = mostSamples - values.length;
    for (let left = Math.min(count, room); left > 0; left -= 1) values.push(value);
  }
  return values;
}

async function readContents(handle: FileHandle, atom: Atom | null, most: number): Promise<Buffer> {
  if (!atom) return Buffer.alloc(0);
  const length = Math.max(0, Math.min(most, atom.offset + atom.sizeBytes - atom.contents));
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, atom.contents);
  return buffer.subarray(0, bytesRead);
}
