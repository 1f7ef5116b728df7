import type { Stats } from 'node:fs';
import { lstat, rm } from 'node:fs/promises';
import type { ArchiveFile } from '../../contract/MediaEngine';
import { formatMhlDate } from '../../domain/interchange/mhl/MhlManifest';
import { inPayload, toFailedFile, type ArchiveContext, type SettledFile } from './ArchiveContext';
import { copyVerified } from './copyVerified';
import { keepCopyProof, type CopyProof } from './CopyProof';
import type { FileDecision } from './decideFile';
import type { Algorithm, Digests } from './Digester';
import { digestFile } from './digestFile';
import { FileFault, isSystemError, toSourceFault, toTargetFault } from './FileFault';
import type { ProgressMeter } from './ProgressMeter';

/** How a file is to be settled. */
export interface SettleOrder {
  readonly algorithms: readonly Algorithm[];
  /** What the card's own history says of the file. */
  readonly expected: ReadonlyMap<Algorithm, string>;
  readonly meter: ProgressMeter;
}

/**
 * Does what was decided for one file, and keeps the proof of it. What is wrong with the file is
 * its outcome. @throws UserFacingError `disk-full`
 */
export async function settleFile(
  decision: FileDecision,
  order: SettleOrder,
  context: ArchiveContext,
): Promise<SettledFile> {
  const { kind, file } = decision;
  if (kind === 'fault') return toFailedFile(file.target, decision.fault);
  if (kind === 'proven') {
    return toSettled(file.target, decision.proof, { outcome: 'alreadyThere', isFresh: false });
  }
  const begun = order.meter.done;
  try {
    const settle = kind === 'copy' ? copy : compare;
    const proof = await settle(file, order, context);
    keepCopyProof(context, file.target, proof);
    const outcome = kind === 'copy' ? 'done' : 'alreadyThere';
    return toSettled(file.target, proof, { outcome, isFresh: true });
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return toFailedFile(file.target, error);
  } finally {
    order.meter.settle(begun + decision.sizeBytes);
  }
}

async function copy(
  { source, target }: ArchiveFile,
  { algorithms, expected, meter }: SettleOrder,
  context: ArchiveContext,
): Promise<CopyProof> {
  const { bundle, job } = context;
  const part = await orThrow(toTargetFault, () => bundle.newPart());
  const onReadBack = (count: number) => meter.add(count, target);
  const made = await copyVerified({ source, part, algorithms, onReadBack }, job);
  try {
    assertExpected(made.digests, expected);
    await bundle.place(part, inPayload(target), false);
    const placed = await lstat(bundle.resolve(inPayload(target)));
    return toProof(made, placed, context);
  } catch (error) {
    await rm(part, { force: true });
    throw toTargetFault(error);
  }
}

/** Reads both: without a proof, only equal bytes make an existing file ours. */
async function compare(
  { source, target }: ArchiveFile,
  { algorithms, expected, meter }: SettleOrder,
  context: ArchiveContext,
): Promise<CopyProof> {
  const { bundle, job } = context;
  const onBytes = (count: number) => {
    job.checkpoint();
    meter.add(count, target);
  };
  const original = await orThrow(toSourceFault, () =>
    digestFile({ path: source, algorithms: ['sha256'], onBytes: () => job.checkpoint() }),
  );
  const copied = await orThrow(toDiffering, () =>
    digestFile({ path: bundle.resolve(inPayload(target)), algorithms, onBytes }),
  );
  if (original.digests.sha256 !== copied.digests.sha256) throw differing();
  assertExpected(copied.digests, expected);
  return toProof({ ...copied, source: original.stats }, copied.stats, context);
}

async function orThrow<Value>(
  toFault: (error: unknown) => unknown,
  work: () => Promise<Value>,
): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw toFault(error);
  }
}

function toDiffering(error: unknown): unknown {
  return isSystemError(error) ? differing({ cause: error }) : error;
}

function differing(options?: ErrorOptions): FileFault {
  return new FileFault(
    'target-differs',
    'Something else stands in its place in the bundle and was left as it is. Move that away and archive again.',
    options,
  );
}

/** What the card's own history says must be what was read, before anything is trusted. */
function assertExpected(digests: Digests, expected: ReadonlyMap<Algorithm, string>): void {
  const wrong = [...expected].find(([algorithm, digest]) => digests[algorithm] !== digest);
  if (!wrong) return;
  const [algorithm, digest] = wrong;
  throw new FileFault(
    'history-differs',
    `The original is not what the card's own ASC MHL history says (${algorithm} ${digest}, read ${digests[algorithm] ?? ''}). It was not archived.`,
  );
}

function toProof(
  made: { readonly digests: Digests; readonly uncached: boolean; readonly source: Stats },
  placed: Stats,
  { provenance }: ArchiveContext,
): CopyProof {
  return {
    digests: made.digests,
    sizeBytes: placed.size,
    modifiedMs: placed.mtimeMs,
    changedMs: placed.ctimeMs,
    sourceSizeBytes: made.source.size,
    sourceModifiedMs: made.source.mtimeMs,
    hashedAt: formatMhlDate(provenance.now()),
    uncached: made.uncached,
  };
}

function toSettled(
  target: string,
  proof: CopyProof,
  { outcome, isFresh }: Pick<SettledFile, 'outcome' | 'isFresh'>,
): SettledFile {
  const { sizeBytes, digests, hashedAt, uncached } = proof;
  return {
    ...{ target, outcome, sizeBytes, digests, hashedAt, uncached, isFresh },
    code: '',
    message: '',
    modified: new Date(proof.modifiedMs),
  };
}
