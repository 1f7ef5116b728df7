import type { VerifiedFile } from '../../contract/MediaEngine';
import type { Finding } from '../../contract/StepReport';
import { hashFolders } from '../../domain/interchange/mhl/folderHashes';
import type { HashFormat, MhlHash } from '../../domain/interchange/mhl/MhlHash';
import type { MhlFolderRecord, MhlManifest } from '../../domain/interchange/mhl/MhlManifest';
import { createBytesHasher, type Digests } from './Digester';
import { pathWithin, type FoundHistory } from './readHistories';

/** What stands in the verified folder, after reading. */
export interface ReadFolder {
  readonly rows: readonly VerifiedFile[];
  /** By path from the verified folder. */
  readonly digests: ReadonlyMap<string, Digests>;
  readonly folders: readonly string[];
}

/** The formats in which a history's newest manifest hashes folders. */
export function folderFormats({ manifests }: FoundHistory): readonly HashFormat[] {
  return [...new Set(folderRecords(manifests.at(-1)).flatMap(allHashes).map(formatOf))];
}

/**
 * Checks the folders of a history where every file is as it was: folders that came or went with
 * nothing in them, and the content and structure hashes of the newest manifest.
 */
export async function checkFolders(
  history: FoundHistory,
  others: readonly FoundHistory[],
  read: ReadFolder,
): Promise<readonly Finding[]> {
  const isSound = read.rows.every(
    ({ path, state }) => state === 'ok' || pathWithin(history, path) === undefined,
  );
  if (!isSound) return [];
  const standing = read.folders.flatMap((folder) => {
    const place = pathWithin(history, folder);
    return place !== undefined && !history.isIgnored(place, true) ? [place] : [];
  });
  const isOwn = (place: string) => {
    const path = history.root === '' ? place : `${history.root}/${place}`;
    return !others.some((other) => other.root !== path && isInside(other, history, path));
  };
  const changes = compareFolders(history, standing.filter(isOwn));
  return changes.length > 0 ? changes : compareHashes(history, standing, read);
}

/** Whether a path lies in a history that lies within another. */
function isInside(inner: FoundHistory, outer: FoundHistory, path: string): boolean {
  const isNested = inner !== outer && pathWithin(outer, inner.root) !== undefined;
  return isNested && pathWithin(inner, path) !== undefined;
}

function compareFolders(
  { root, manifests }: FoundHistory,
  standing: readonly string[],
): readonly Finding[] {
  const recorded = new Set(manifests.flatMap(({ folders }) => folders.map(({ path }) => path)));
  if (recorded.size === 0) return [];
  const stands = new Set(standing);
  return [
    ...standing
      .filter((place) => !recorded.has(place))
      .map((place) => toFinding(root, place, added)),
    ...[...recorded]
      .filter((place) => !stands.has(place))
      .map((place) => toFinding(root, place, gone)),
  ];
}

async function compareHashes(
  history: FoundHistory,
  standing: readonly string[],
  read: ReadFolder,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const format of folderFormats(history)) {
    const files = leavesOf(history, format, read);
    if (files === null) continue;
    const hash = await createBytesHasher(format);
    const actual = hashFolders({ format, files, folders: standing }, hash);
    for (const record of folderRecords(history.manifests.at(-1))) {
      const found = actual.get(record.path);
      const digestOf = (hashes: readonly MhlHash[]) =>
        hashes.find((each) => each.format === format)?.digest;
      const isSame =
        matches(digestOf(record.content), found?.content) &&
        matches(digestOf(record.structure), found?.structure);
      if (!isSame) findings.push(toFinding(history.root, record.path, differs(format)));
    }
  }
  return findings;
}

/** Every file that counts, with its digest; null when one has none in this format. */
function leavesOf(
  history: FoundHistory,
  format: HashFormat,
  { digests }: ReadFolder,
): readonly { readonly path: string; readonly digest: string }[] | null {
  const leaves = [...digests].flatMap(([file, made]) => {
    const path = pathWithin(history, file);
    const counts = path !== undefined && !history.isIgnored(path, false);
    return counts ? [{ path, digest: made[format] }] : [];
  });
  const complete = leaves.flatMap(({ path, digest }) => (digest ? [{ path, digest }] : []));
  return complete.length === leaves.length ? complete : null;
}

type FolderHashes = Pick<MhlFolderRecord, 'path' | 'content' | 'structure'>;

/** All folders that a manifest hashes, the root under the empty path. */
function folderRecords(manifest: MhlManifest | undefined): readonly FolderHashes[] {
  const root = manifest?.root;
  return [...(root ? [{ path: '', ...root }] : []), ...(manifest?.folders ?? [])];
}

function allHashes({ content, structure }: FolderHashes): readonly MhlHash[] {
  return [...content, ...structure];
}

function formatOf({ format }: MhlHash): HashFormat {
  return format;
}

function matches(expected: string | undefined, actual: string | undefined): boolean {
  return expected === undefined || expected === actual;
}

interface FolderDefect {
  readonly code: string;
  readonly reason: string;
}

const added: FolderDefect = { code: 'folder-new', reason: 'is in no manifest' };
const gone: FolderDefect = { code: 'folder-missing', reason: 'is missing' };

function differs(format: HashFormat): FolderDefect {
  const reason = `does not have the ${format} hashes that its manifest gives it`;
  return { code: 'folder-hash-differs', reason };
}

function toFinding(root: string, place: string, { code, reason }: FolderDefect): Finding {
  const subject = [root, place].filter((part) => part !== '').join('/') || '.';
  return { code, severity: 'error', subject, message: `The folder “${subject}” ${reason}.` };
}
