import { hostname } from 'node:os';
import packageFacts from '../../../package.json';
import type { JobContext } from '../../contract/JobContext';
import type { WriteArchiveRequest, WrittenArchive } from '../../contract/MediaEngine';
import { formatMhlDate } from '../../domain/interchange/mhl/MhlManifest';
import {
  inPayload,
  type ArchiveContext,
  type ProofJournal,
  type Provenance,
  type SettledFile,
} from './ArchiveContext';
import { openBundleFolder, type BundleFolder } from './BundleFolder';
import { assertOutsideCards } from './assertOutsideCards';
import { chainOf, readCardHistories, type CardHistories } from './CardHistories';
import { digestFile } from './digestFile';
import { settleFiles } from './settleFiles';
import { settleTexts } from './settleTexts';
import { writeBag } from './writeBag';
import { writeGenerations, type WrittenGenerations } from './writeGenerations';

/** What writing an archive works with; `provenance` is this machine and its clock unless given. */
export interface WriteArchivePorts {
  readonly journal: ProofJournal;
  readonly job: JobContext;
  readonly provenance?: Provenance;
}

const thisMachine: Provenance = {
  now: () => new Date(),
  hostName: hostname(),
  toolVersion: packageFacts.version,
};

/**
 * Writes a bundle, or goes on with one: files copied, read back and proven one by one, then texts,
 * ASC MHL generations and the bag's manifests. Originals are only read. With nothing to do, nothing
 * in the bundle is written.
 * @throws UserFacingError `bad-arguments`, `path-outside-folder`, `disk-full`
 */
export async function writeArchive(
  request: WriteArchiveRequest,
  { journal, job, provenance = thisMachine }: WriteArchivePorts,
): Promise<WrittenArchive> {
  await assertOutsideCards(request);
  const started = provenance.now();
  const bundle = await openBundleFolder(request.bundle);
  try {
    assertTargets(request, bundle);
    const context: ArchiveContext = { bundle, journal, job, provenance };
    const cards = await readCardHistories(request, bundle);
    const files = await settleFiles(cards, context);
    const texts = await settleTexts(request.texts, context);
    const generations = await writeGenerations(
      {
        roots: request.mhlRoots,
        settled: [...files, ...texts],
        cardHistories: cards.histories,
        started,
      },
      context,
    );
    const chains = await describeChains(cards, generations, context);
    const settled = [...generations.settled, ...cards.failed, ...chains];
    job.checkpoint();
    await writeBag({ title: request.title, settled, mhlRoots: request.mhlRoots, started }, context);
    return {
      files: settled.map(toWrittenFile),
      findings: [...cards.findings, ...generations.findings],
      readBackUncached: settled.every(({ outcome, uncached }) => outcome === 'failed' || uncached),
    };
  } finally {
    await bundle.clearParts();
  }
}

/** Everything is refused before anything is written. @throws UserFacingError `path-outside-folder` */
function assertTargets({ files, texts, mhlRoots }: WriteArchiveRequest, bundle: BundleFolder) {
  for (const { target } of [...files, ...texts]) bundle.resolve(inPayload(target));
  for (const root of mhlRoots) bundle.resolve(inPayload(root));
}

/** Chain files of continued histories: they came from the card, and grew. */
async function describeChains(
  { histories }: CardHistories,
  { added }: WrittenGenerations,
  { bundle, provenance }: ArchiveContext,
): Promise<readonly SettledFile[]> {
  const chains = [...histories.keys()].map(async (root): Promise<SettledFile> => {
    const target = chainOf(root);
    const { digests, sizeBytes, stats, uncached } = await digestFile({
      path: bundle.resolve(inPayload(target)),
      algorithms: ['sha256', 'xxh128'],
      onBytes: () => undefined,
    });
    return {
      ...{ target, digests, sizeBytes, uncached },
      outcome: added.includes(root) ? 'done' : 'alreadyThere',
      code: '',
      message: '',
      modified: stats.mtime,
      hashedAt: formatMhlDate(provenance.now()),
      isFresh: true,
    };
  });
  return Promise.all(chains);
}

function toWrittenFile(file: SettledFile): WrittenArchive['files'][number] {
  const { target, outcome, code, message, sizeBytes } = file;
  return { target, outcome, code, message, sizeBytes, sha256: file.digests.sha256 ?? '' };
}
