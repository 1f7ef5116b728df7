import type { Stats } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { JobContext } from '../../contract/JobContext';
import { alignedMemory } from './alignedMemory';
import { createDigester, type Algorithm, type Digester, type Digests } from './Digester';
import { digestFile } from './digestFile';
import { FileFault, toSourceFault, toTargetFault } from './FileFault';
import { fillPiece, knowsNoDirectIo, NotAFile, openToRead, type OpenedFile } from './readThrough';
import { openSink, type Sink } from './Sink';

/** A copy to make. */
export interface CopyRequest {
  /** Absolute path of the original; only read, and only once. */
  readonly source: string;
  /** Absolute path of the unfinished file; must not exist. */
  readonly part: string;
  readonly algorithms: readonly Algorithm[];
  /** Called with the count of each piece that was read back. */
  readonly onReadBack: (count: number) => void;
}

/** A finished copy, on the medium and read back equal. */
export interface VerifiedCopy extends WrittenCopy {
  /** Whether it was read back past the cache. */
  readonly uncached: boolean;
}

interface WrittenCopy {
  readonly digests: Digests;
  readonly sizeBytes: number;
  /** The original's state, the same before and after. */
  readonly source: Stats;
}

const pieceBytes = 1 << 20;

/**
 * Copies a file: one reading feeds the copy and the digests; then the copy is flushed and read back
 * from the medium. A copy that differs is made once more, through the cache.
 * @throws FileFault when the original cannot be read or changes, or the copy cannot be made
 * @throws UserFacingError `disk-full`
 */
export async function copyVerified(request: CopyRequest, job: JobContext): Promise<VerifiedCopy> {
  for (const direct of [true, false]) {
    try {
      const written = await writeCopy(request, direct, job);
      const uncached = await readBack(request, written, job);
      if (uncached !== null) return { ...written, uncached };
    } catch (error) {
      await rm(request.part, { force: true });
      if (!direct || !knowsNoDirectIo(error)) throw toTargetFault(error);
    }
    await rm(request.part, { force: true });
  }
  throw new FileFault(
    'copy-differs',
    'Read back twice, the copy differed from the original. Do not trust this disk.',
  );
}

async function writeCopy(
  request: CopyRequest,
  direct: boolean,
  job: JobContext,
): Promise<WrittenCopy> {
  const source = await onSource(() => openToRead(request.source, false));
  try {
    const before = await onSource(() => source.handle.stat());
    if (!before.isFile()) throw toSourceFault(new NotAFile(request.source));
    const digester = await createDigester(['sha256', ...request.algorithms]);
    const sink = await onTarget(() => openSink(request.part, direct));
    try {
      const sizeBytes = await pump({ source, sink, digester }, job);
      assertUnchanged(before, await onSource(() => source.handle.stat()), sizeBytes);
      await onTarget(() => sink.finish(sizeBytes, before.mtime));
      return { digests: digester.digests(), sizeBytes, source: before };
    } finally {
      await sink.close();
    }
  } finally {
    await source.handle.close();
  }
}

interface Pump {
  readonly source: OpenedFile;
  readonly sink: Sink;
  readonly digester: Digester;
}

/** Two pieces by turns: while one is written the next is read. */
async function pump({ source, sink, digester }: Pump, job: JobContext): Promise<number> {
  const pieces = [alignedMemory(pieceBytes), alignedMemory(pieceBytes)] as const;
  let writing: Promise<void> = Promise.resolve();
  let position = 0;
  for (let turn = 0; ; turn += 1) {
    job.checkpoint();
    const piece = pieces[turn % 2 === 0 ? 0 : 1];
    const reading = onSource(() => fillPiece(source, piece, position));
    const [filled] = await Promise.all([reading, writing]);
    if (filled === 0) break;
    digester.update(piece.subarray(0, filled));
    const place = position;
    writing = onTarget(() => sink.write(piece, filled, place));
    position += filled;
    if (filled < piece.length) break;
  }
  await writing;
  return position;
}

/** Whether the read-back came from the medium; null when the copy differs. */
async function readBack(
  { part, onReadBack }: CopyRequest,
  written: WrittenCopy,
  job: JobContext,
): Promise<boolean | null> {
  const algorithms = ['sha256'] as const;
  const onBytes = (count: number) => {
    job.checkpoint();
    onReadBack(count);
  };
  const copy = await onTarget(() => digestFile({ path: part, algorithms, onBytes }));
  const isEqual =
    copy.sizeBytes === written.sizeBytes && copy.digests.sha256 === written.digests.sha256;
  return isEqual ? copy.uncached : null;
}

function assertUnchanged(before: Stats, after: Stats, sizeBytes: number): void {
  const isSame =
    before.size === sizeBytes &&
    after.size === before.size &&
    after.mtimeMs === before.mtimeMs &&
    after.ctimeMs === before.ctimeMs;
  if (isSame) return;
  throw new FileFault(
    'source-changed',
    'The original changed while it was copied. Archive again when nothing writes to it.',
  );
}

async function onSource<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw toSourceFault(error);
  }
}

/** A refused direct write is passed on as it is: the cached way may do. */
async function onTarget<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw knowsNoDirectIo(error) ? error : toTargetFault(error);
  }
}
