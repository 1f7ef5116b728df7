/** Reads up to `length` bytes from `offset`; fewer only at the end of the file. */
export type ReadBytes = (offset: number, length: number) => Promise<Uint8Array>;

/** A chunk of a RIFF or RF64 file, its payload not yet read. */
export interface RiffChunk {
  /** Four characters, as written. */
  readonly id: string;
  /** Where the payload starts in the file, in bytes. */
  readonly offset: number;
  /** Payload bytes that the file says the chunk has. */
  readonly declaredBytes: number;
  /** Payload bytes that are really there. */
  readonly presentBytes: number;
}

/** The chunks of a wave file, or none when it is no wave file. */
export interface RiffChunks {
  /** Null when the file is no wave file. */
  readonly format: 'RIFF' | 'RF64' | 'BW64' | null;
  readonly chunks: readonly RiffChunk[];
  /** A recorder that lost power leaves the size of the sound unset: the file was never closed. */
  readonly isUnclosed: boolean;
  /** Whether the file ends inside a chunk, or inside a chunk's header. */
  readonly truncated: boolean;
}

const headerBytes = 12;
const chunkHeaderBytes = 8;
/** In RF64, and in recordings that were broken off: the size stands elsewhere or nowhere. */
const sizeUnknown = 0xffff_ffff;
/** More chunks than any recorder writes; a wild file ends the walk here. */
const chunkLimit = 4096;

/**
 * Walks the chunks of a RIFF, RF64 or BW64 wave file (EBU Tech 3306) by their headers alone, on
 * past the sound. Sound whose size was never written is taken to reach to the end of the file.
 */
export async function readRiffChunks(read: ReadBytes, sizeBytes: number): Promise<RiffChunks> {
  const header = await read(0, headerBytes);
  const format = header.length < headerBytes ? null : toFormat(header);
  const walk: Walk = {
    chunks: [],
    position: headerBytes,
    dataBytes64: undefined,
    isUnclosed: false,
  };
  if (!format) return { format, chunks: [], isUnclosed: false, truncated: false };
  while (walk.position + chunkHeaderBytes <= sizeBytes && walk.chunks.length < chunkLimit) {
    if (!(await readChunk(walk, read, sizeBytes))) break;
  }
  const { chunks, isUnclosed } = walk;
  return { format, chunks, isUnclosed, truncated: breaksOff(walk, sizeBytes) };
}

function breaksOff({ chunks, position }: Walk, sizeBytes: number): boolean {
  const cutsChunk = chunks.some((chunk) => chunk.presentBytes < chunk.declaredBytes);
  return cutsChunk || (position < sizeBytes && sizeBytes - position < chunkHeaderBytes);
}

interface Walk {
  readonly chunks: RiffChunk[];
  position: number;
  /** Size of the sound as ds64 gives it. */
  dataBytes64: number | undefined;
  isUnclosed: boolean;
}

/** Takes the chunk at the walk's position; false where there is none. */
async function readChunk(walk: Walk, read: ReadBytes, sizeBytes: number): Promise<boolean> {
  const head = await read(walk.position, chunkHeaderBytes);
  const id = fourCharacters(head, 0);
  if (head.length < chunkHeaderBytes || !isChunkId(id)) return false;
  const offset = walk.position + chunkHeaderBytes;
  const written = uint32(head, 4);
  const remaining = sizeBytes - offset;
  let declaredBytes = written;
  if (id === 'data' && (await isSizeUnset(read, offset, written))) {
    declaredBytes = walk.dataBytes64 ?? remaining;
    walk.isUnclosed = walk.dataBytes64 === undefined;
  }
  walk.chunks.push({ id, offset, declaredBytes, presentBytes: Math.min(declaredBytes, remaining) });
  if (id === 'ds64') walk.dataBytes64 = dataSizeOf(await read(offset, 16));
  walk.position = offset + declaredBytes + (declaredBytes % 2);
  return true;
}

/** A size of zero is believed only where another chunk follows at once. */
async function isSizeUnset(read: ReadBytes, offset: number, written: number): Promise<boolean> {
  if (written === sizeUnknown) return true;
  if (written !== 0) return false;
  const next = await read(offset, 4);
  return next.length > 0 && !isChunkId(fourCharacters(next, 0));
}

function toFormat(header: Uint8Array): RiffChunks['format'] {
  const id = fourCharacters(header, 0);
  if (fourCharacters(header, 8) !== 'WAVE') return null;
  return id === 'RIFF' || id === 'RF64' || id === 'BW64' ? id : null;
}

function isChunkId(id: string): boolean {
  return /^[\x20-\x7e]{4}$/.test(id);
}

/** The second field of ds64: the size of the data chunk, 64 bits; zero says nothing. */
function dataSizeOf(payload: Uint8Array): number | undefined {
  if (payload.length < 16) return undefined;
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const size = Number(view.getBigUint64(8, true));
  return size > 0 ? size : undefined;
}

function fourCharacters(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}

function uint32(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset, true);
}
