import { lstat } from 'node:fs/promises';
import {
  bagInfoValue,
  formatBagInfo,
  formatPayloadOxum,
  parseBagInfo,
  type BagInfoEntry,
} from '../../domain/interchange/bagit/BagInfo';
import {
  formatBagManifest,
  parseBagManifest,
  type BagManifestEntry,
} from '../../domain/interchange/bagit/BagManifest';
import { bagFileNames, formatBagDeclaration } from '../../domain/interchange/bagit/tagFiles';
import { historyFolder } from '../../domain/interchange/mhl/MhlManifest';
import { inPayload, type ArchiveContext, type SettledFile } from './ArchiveContext';
import { isAbsence, type BundleFolder } from './BundleFolder';
import { toolName } from './buildGeneration';
import { digestBytes } from './Digester';
import { digestFile } from './digestFile';
import { walkFolder } from './walkFolder';

/** What a bag is sealed from. */
export interface BagRequest {
  readonly title: string;
  readonly settled: readonly SettledFile[];
  /** Roots within `data/` whose `ascmhl` folders belong to the payload. */
  readonly mhlRoots: readonly string[];
  readonly started: Date;
}

/**
 * Writes the bag's own files, each whole, the tag manifest last; one that would not change is left
 * alone. Files that an earlier run archived and this one does not know keep their rows.
 */
export async function writeBag(request: BagRequest, context: ArchiveContext): Promise<void> {
  const { bundle } = context;
  const entries = await collectEntries(request, context);
  const manifest = formatBagManifest(entries);
  const info = await updateInfo(request, { entries, manifest }, context);
  const tags = [
    [bagFileNames.declaration, formatBagDeclaration()],
    [bagFileNames.info, info],
    [bagFileNames.manifest, manifest],
  ] as const;
  const digests = await Promise.all(
    tags.map(async ([path, text]) => ({
      path,
      digest: await digestBytes('sha256', Buffer.from(text, 'utf8')),
    })),
  );
  const last = [bagFileNames.tagManifest, formatBagManifest(digests)] as const;
  for (const [path, text] of [...tags, last]) {
    if ((await bundle.readText(path)) !== text) await bundle.writeText(path, text);
  }
}

async function collectEntries(
  { settled, mhlRoots }: BagRequest,
  { bundle }: ArchiveContext,
): Promise<readonly BagManifestEntry[]> {
  const standing = (await bundle.readText(bagFileNames.manifest)) ?? '';
  const rows = new Map(
    parseBagManifest(standing, bagFileNames.manifest).entries.map(({ path, digest }) => [
      path,
      digest,
    ]),
  );
  for (const { target, outcome, digests } of settled) {
    if (outcome !== 'failed' && digests.sha256) rows.set(inPayload(target), digests.sha256);
  }
  for (const path of await listHistoryFiles(mhlRoots, bundle)) {
    const file = bundle.resolve(path);
    const { digests } = await digestFile({ path: file, algorithms: ['sha256'], onBytes: ignore });
    rows.set(path, digests.sha256 ?? '');
  }
  return [...rows].map(([path, digest]) => ({ path, digest }));
}

/** Small files: nothing to count. */
const ignore = () => undefined;

async function listHistoryFiles(
  roots: readonly string[],
  bundle: BundleFolder,
): Promise<readonly string[]> {
  const lists = roots.map(async (root) => {
    const folder = inPayload(`${root}/${historyFolder}`);
    const { files } = await walkFolder(bundle.resolve(folder));
    return files.map((file) => `${folder}/${file}`);
  });
  return (await Promise.all(lists)).flat();
}

interface Contents {
  readonly entries: readonly BagManifestEntry[];
  readonly manifest: string;
}

/** The date of a bag that holds what it held stays as it was. */
async function updateInfo(
  { title, settled, started }: BagRequest,
  { entries, manifest }: Contents,
  { bundle, provenance }: ArchiveContext,
): Promise<string> {
  const sizes = await Promise.all(entries.map(({ path }) => sizeOf(bundle.resolve(path))));
  const sizeBytes = sizes.reduce((sum, size) => sum + size, 0);
  const facts: readonly BagInfoEntry[] = [
    { label: 'Payload-Oxum', value: formatPayloadOxum({ sizeBytes, files: entries.length }) },
    { label: 'External-Description', value: title.replace(/\s+/g, ' ').trim() },
    {
      label: 'Slateflow-Missing-Files',
      value: String(settled.filter(({ outcome }) => outcome === 'failed').length),
    },
  ];
  const standing = parseBagInfo((await bundle.readText(bagFileNames.info)) ?? '').entries;
  const isSame =
    (await bundle.readText(bagFileNames.manifest)) === manifest &&
    facts.every(({ label, value }) => bagInfoValue(standing, label) === value);
  if (isSame) return formatBagInfo(standing);
  return formatBagInfo([
    { label: 'Bag-Software-Agent', value: `${toolName} ${provenance.toolVersion}` },
    { label: 'Bagging-Date', value: started.toISOString().slice(0, 10) },
    ...facts,
  ]);
}

/** Nothing for a file that is gone: its row stays, so that its loss is found. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await lstat(path)).size;
  } catch (error) {
    if (isAbsence(error)) return 0;
    throw error;
  }
}
