import type { Finding } from '../../contract/StepReport';
import { formatManifest } from '../../domain/interchange/mhl/formatManifest';
import { formatChain, type MhlGeneration } from '../../domain/interchange/mhl/MhlChain';
import { toExpectedHashes, type ExpectedHashes } from '../../domain/interchange/mhl/MhlHistory';
import {
  formatManifestName,
  historyFolder,
  type MhlReference,
} from '../../domain/interchange/mhl/MhlManifest';
import { inPayload, type ArchiveContext, type SettledFile } from './ArchiveContext';
import { buildGeneration, filesUnder, recordedFiles } from './buildGeneration';
import { chainOf } from './CardHistories';
import { createBytesHasher, digestBytes } from './Digester';
import { readHistory, type History } from './History';
import { readBundleHistory } from './readBundleHistory';
import { nothingReread, rereadFiles } from './rereadFiles';

/** What histories are to be brought up to date. */
export interface GenerationsRequest {
  /** Within `data/`. */
  readonly roots: readonly string[];
  readonly settled: readonly SettledFile[];
  /** Histories that cards brought along. */
  readonly cardHistories: ReadonlyMap<string, History>;
  readonly started: Date;
}

/** The files as they stand after re-reading, and what was found. */
export interface WrittenGenerations {
  readonly settled: readonly SettledFile[];
  readonly findings: readonly Finding[];
  /** Roots whose history got a generation. */
  readonly added: readonly string[];
}

/**
 * Adds a generation to every history whose card has files that it does not know yet; a history
 * that knows all of them is left alone. Nested histories come before those around them.
 */
export async function writeGenerations(
  request: GenerationsRequest,
  context: ArchiveContext,
): Promise<WrittenGenerations> {
  const deepestFirst = [...request.roots].sort((left, right) => depthOf(right) - depthOf(left));
  const findings: Finding[] = [];
  const added: string[] = [];
  let { settled } = request;
  for (const root of deepestFirst) {
    context.job.checkpoint();
    const written = await writeGeneration(root, { ...request, settled }, context);
    settled = written.settled;
    findings.push(...written.findings);
    added.push(...written.added);
  }
  return { settled, findings, added };
}

async function writeGeneration(
  root: string,
  request: GenerationsRequest,
  context: ArchiveContext,
): Promise<WrittenGenerations> {
  const { settled } = request;
  const standing = await readBundleHistory(root, settled, context);
  if (standing && standing.findings.length > 0) {
    return { settled, findings: [...standing.findings, notContinued(root)], added: [] };
  }
  const history = toCardHistory(root, standing, request);
  if (isComplete(history, settled)) return { settled, findings: [], added: [] };
  return continueHistory(history, request, context);
}

function toCardHistory(
  root: string,
  standing: History | null,
  { roots, cardHistories }: GenerationsRequest,
): CardHistory {
  const earlier = standing ?? cardHistories.get(root);
  return {
    root,
    nested: roots.filter((other) => other.startsWith(`${root}/`)),
    known: toExpectedHashes(earlier?.manifests ?? []),
    generations: earlier?.generations ?? [],
    hasBegun: standing !== null,
  };
}

/** A history to add to: what it knows so far. */
interface CardHistory {
  readonly root: string;
  readonly nested: readonly string[];
  readonly known: ExpectedHashes;
  readonly generations: readonly MhlGeneration[];
  /** Whether its chain stands in the bundle. */
  readonly hasBegun: boolean;
}

function isComplete(history: CardHistory, settled: readonly SettledFile[]): boolean {
  const { root, known, hasBegun } = history;
  const own = recordedFiles(history, settled);
  const isKnown = ({ target, digests }: SettledFile) =>
    known.get(target.slice(root.length + 1))?.get('xxh128') === digests.xxh128;
  return own.length === 0 || (hasBegun && own.every(isKnown));
}

async function continueHistory(
  history: CardHistory,
  { settled, started }: GenerationsRequest,
  context: ArchiveContext,
): Promise<WrittenGenerations> {
  const { root, nested, known } = history;
  // What a second generation calls verified has been read again for it.
  const reread = history.hasBegun
    ? await rereadFiles(recordedFiles(history, settled), history, context)
    : nothingReread;
  const current = settled.map((file) => reread.files.get(file.target) ?? file);
  const material = {
    ...{ root, nested, known, started },
    files: filesUnder(root, current),
    references: await readReferences(root, nested, context),
    provenance: context.provenance,
  };
  const manifest = buildGeneration(material, await createBytesHasher('xxh128'));
  const { text, findings } = formatManifest(manifest);
  await addGeneration({ ...history, text, started }, context);
  return {
    settled: current.map((file) => reread.damaged.get(file.target) ?? file),
    findings,
    added: [root],
  };
}

interface NewGeneration {
  readonly root: string;
  readonly text: string;
  /** Those before it. */
  readonly generations: readonly MhlGeneration[];
  readonly started: Date;
}

/** The manifest first: a chain never lists what is not there. */
async function addGeneration(
  { root, text, generations, started }: NewGeneration,
  { bundle }: ArchiveContext,
): Promise<void> {
  const sequence = generations.length + 1;
  const name = formatManifestName(sequence, root.slice(root.lastIndexOf('/') + 1), started);
  await bundle.writeText(inPayload(`${root}/${historyFolder}/${name}`), text);
  const c4 = await digestBytes('c4', Buffer.from(text, 'utf8'));
  const chain = formatChain([...generations, { sequence, path: name, c4 }]);
  await bundle.writeText(inPayload(chainOf(root)), chain);
}

async function readReferences(
  root: string,
  nested: readonly string[],
  { bundle }: ArchiveContext,
): Promise<readonly MhlReference[]> {
  const references: MhlReference[] = [];
  for (const inner of nested) {
    const history = await readHistory(bundle.resolve(inPayload(inner)), inner);
    const newest = history?.generations.at(-1);
    if (!newest) continue;
    const path = `${inner.slice(root.length + 1)}/${historyFolder}/${newest.path}`;
    references.push({ path, c4: newest.c4 });
  }
  return references;
}

function depthOf(root: string): number {
  return root.split('/').length;
}

function notContinued(root: string): Finding {
  return {
    code: 'history-not-continued',
    severity: 'error',
    subject: inPayload(root),
    message: `The ASC MHL history of “${root}” is damaged, so nothing was added to it. Restore it from another copy and archive again.`,
  };
}
