import path from 'node:path';
import type { ArchiveFile, WriteArchiveRequest } from '../../contract/MediaEngine';
import type { Finding } from '../../contract/StepReport';
import type { HashFormat } from '../../domain/interchange/mhl/MhlHash';
import { toExpectedHashes, type ExpectedHashes } from '../../domain/interchange/mhl/MhlHistory';
import { chainFileName, historyFolder } from '../../domain/interchange/mhl/MhlManifest';
import { inPayload, toFailedFile, type SettledFile } from './ArchiveContext';
import type { BundleFolder } from './BundleFolder';
import { hasChain, readHistory, type History } from './History';

/** Histories that cards brought along, to be continued in the bundle. */
export interface CardHistories {
  /** By root within `data/`. */
  readonly histories: ReadonlyMap<string, History>;
  /** What is to be copied: the request's files without the chain files, which grow in the bundle. */
  readonly files: readonly ArchiveFile[];
  /** What those histories say of the files, by target within `data/`. */
  readonly expected: ExpectedHashes;
  /** Files of histories that parted from the bundle's. */
  readonly failed: readonly SettledFile[];
  /** What is wrong with histories on the cards. */
  readonly findings: readonly Finding[];
}

/** Path of a root's chain file, in the same terms as the root. */
export function chainOf(root: string): string {
  return `${root}/${historyFolder}/${chainFileName}`;
}

/**
 * Reads the histories on the cards. A damaged one is not continued: its files are archived as they
 * are, and it is a finding. One that went on after it was archived stays as the bundle has it.
 */
export async function readCardHistories(
  { files, mhlRoots }: WriteArchiveRequest,
  bundle: BundleFolder,
): Promise<CardHistories> {
  const histories = new Map<string, History>();
  const parted: string[] = [];
  const findings: Finding[] = [];
  for (const root of mhlRoots) {
    const card = await readCardHistory(root, files);
    findings.push(...(card?.findings ?? []));
    if (!card || card.findings.length > 0) continue;
    if (await hasParted(card, bundle.resolve(inPayload(root)))) parted.push(root);
    else histories.set(root, card);
  }
  const isParted = ({ target }: ArchiveFile) =>
    parted.some((root) => target.startsWith(`${root}/${historyFolder}/`));
  const continuedChains = new Set([...histories.keys()].map(chainOf));
  return {
    histories,
    files: files.filter((file) => !isParted(file) && !continuedChains.has(file.target)),
    expected: toExpected(histories),
    failed: files.filter(isParted).map(({ target }) => toFailedFile(target, partedFault)),
    findings,
  };
}

async function readCardHistory(
  root: string,
  files: readonly ArchiveFile[],
): Promise<History | null> {
  const chain = files.find((file) => file.target === chainOf(root));
  if (!chain) return null;
  const folder = path.dirname(chain.source);
  return readHistory(path.dirname(folder), folder);
}

const partedFault = {
  code: 'history-differs',
  message:
    "The card's own ASC MHL history went on after it was archived. The bundle keeps the one it has.",
};

async function hasParted(card: History, bundleRoot: string): Promise<boolean> {
  if (!(await hasChain(bundleRoot))) return false;
  const standing = await readHistory(bundleRoot, '');
  return !card.generations.every(({ c4 }, index) => standing?.generations[index]?.c4 === c4);
}

function toExpected(histories: ReadonlyMap<string, History>): ExpectedHashes {
  const expected = new Map<string, ReadonlyMap<HashFormat, string>>();
  for (const [root, { manifests }] of histories) {
    for (const [file, hashes] of toExpectedHashes(manifests)) {
      expected.set(`${root}/${file}`, hashes);
    }
  }
  return expected;
}
