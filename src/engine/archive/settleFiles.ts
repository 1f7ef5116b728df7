import type { ArchiveFile } from '../../contract/MediaEngine';
import type { ExpectedHashes } from '../../domain/interchange/mhl/MhlHistory';
import type { ArchiveContext, SettledFile } from './ArchiveContext';
import { decideFile, decideTwice, type FileDecision } from './decideFile';
import type { Algorithm } from './Digester';
import { assertFreeSpace } from './freeSpace';
import { createProgressMeter } from './ProgressMeter';
import { settleFile } from './settleFile';

/** Files to bring into the bundle, and what the cards' own histories say of them. */
export interface SettleFilesRequest {
  readonly files: readonly ArchiveFile[];
  /** By target within `data/`. */
  readonly expected: ExpectedHashes;
}

/**
 * Brings every file into the bundle: proven ones are left alone, unproven ones that are there are
 * read and compared, the rest is copied and read back. One bad file never stops the others.
 * @throws UserFacingError `disk-full`
 */
export async function settleFiles(
  { files, expected }: SettleFilesRequest,
  context: ArchiveContext,
): Promise<readonly SettledFile[]> {
  const expectedOf = ({ target }: ArchiveFile): ReadonlyMap<Algorithm, string> =>
    expected.get(target) ?? new Map<Algorithm, string>();
  const algorithmsOf = (file: ArchiveFile): readonly Algorithm[] => [
    ...new Set<Algorithm>(['sha256', 'xxh128', ...expectedOf(file).keys()]),
  ];
  const decisions: FileDecision[] = [];
  const targets = new Set<string>();
  for (const file of files) {
    context.job.checkpoint();
    const isTaken = targets.has(file.target);
    targets.add(file.target);
    decisions.push(
      isTaken ? decideTwice(file) : await decideFile(file, algorithmsOf(file), context),
    );
  }
  await assertFreeSpace(context.bundle.root, sumOf(decisions, ['copy']));
  const meter = createProgressMeter(sumOf(decisions, ['copy', 'compare']), context.job);
  const settled: SettledFile[] = [];
  for (const decision of decisions) {
    context.job.checkpoint();
    const { file } = decision;
    const order = { algorithms: algorithmsOf(file), expected: expectedOf(file), meter };
    settled.push(await settleFile(decision, order, context));
  }
  return settled;
}

function sumOf(decisions: readonly FileDecision[], kinds: readonly FileDecision['kind'][]): number {
  return decisions.reduce(
    (sum, decision) =>
      kinds.includes(decision.kind) && 'sizeBytes' in decision ? sum + decision.sizeBytes : sum,
    0,
  );
}
