import { hashFolders, type HashBytes } from '../../domain/interchange/mhl/folderHashes';
import { toIgnoreRules } from '../../domain/interchange/mhl/ignoreRules';
import type { HashAction, HashFormat, MhlHash } from '../../domain/interchange/mhl/MhlHash';
import type { ExpectedHashes } from '../../domain/interchange/mhl/MhlHistory';
import {
  defaultIgnorePatterns,
  formatMhlDate,
  type MhlFileRecord,
  type MhlFolderRecord,
  type MhlManifest,
  type MhlReference,
} from '../../domain/interchange/mhl/MhlManifest';
import type { Provenance, SettledFile } from './ArchiveContext';

/** Name of this software in manifests. */
export const toolName = 'Slateflow';

/** What one generation of one card is built from. */
export interface GenerationMaterial {
  /** Within `data/`. */
  readonly root: string;
  /** Roots of histories inside this one: their files are theirs to record. */
  readonly nested: readonly string[];
  /** All that stands under the root, read back. */
  readonly files: readonly SettledFile[];
  /** What earlier generations know, by path from the root. */
  readonly known: ExpectedHashes;
  readonly references: readonly MhlReference[];
  readonly started: Date;
  readonly provenance: Provenance;
}

/** The files of a root that its own history records: none of nested histories, none ignored. */
export function recordedFiles(
  { root, nested }: Pick<GenerationMaterial, 'root' | 'nested'>,
  settled: readonly SettledFile[],
): readonly SettledFile[] {
  return filesUnder(root, settled).filter(
    ({ target }) => !nested.some((inner) => target.startsWith(`${inner}/`)),
  );
}

/** The files under a root that no history ignores. */
export function filesUnder(root: string, settled: readonly SettledFile[]): readonly SettledFile[] {
  const isIgnored = toIgnoreRules(defaultIgnorePatterns);
  return settled.filter(
    ({ outcome, target }) =>
      outcome !== 'failed' &&
      target.startsWith(`${root}/`) &&
      !isIgnored(target.slice(root.length + 1), false),
  );
}

/** The manifest of a generation of process `transfer`, with content and structure of all folders. */
export function buildGeneration(material: GenerationMaterial, hash: HashBytes): MhlManifest {
  const { root, nested, files, known, references, started, provenance } = material;
  const folders = hashAllFolders(material, hash);
  const isOwn = ({ path }: MhlFolderRecord) =>
    path !== '' && !nested.some((inner) => `${root}/${path}`.startsWith(`${inner}/`));
  return {
    creationDate: formatMhlDate(started),
    hostName: provenance.hostName,
    tool: { name: toolName, version: provenance.toolVersion },
    authors: [],
    location: '',
    comment: 'Each original was read once; its copy was read back and compared.',
    process: 'transfer',
    root: folders.find(({ path }) => path === '') ?? null,
    ignorePatterns: defaultIgnorePatterns,
    files: recordedFiles(material, files).map((file) => toRecord(file, { root, known })),
    folders: folders.filter(isOwn).sort((left, right) => (left.path < right.path ? -1 : 1)),
    references,
  };
}

/** Every folder's record, the root's under the empty path. */
function hashAllFolders(
  { root, files, provenance }: GenerationMaterial,
  hash: HashBytes,
): readonly MhlFolderRecord[] {
  const hashDate = formatMhlDate(provenance.now());
  const leaves = files.map(({ target, digests: { xxh128 = '' } }) => ({
    path: target.slice(root.length + 1),
    digest: xxh128,
  }));
  const toHashes = (digest: string): readonly MhlHash[] => [
    { format: 'xxh128', digest, action: null, hashDate },
  ];
  const digests = hashFolders({ format: 'xxh128', files: leaves, folders: [] }, hash);
  return [...digests].map(([path, { content, structure }]) => ({
    path,
    modified: '',
    content: toHashes(content),
    structure: toHashes(structure),
    previousPath: '',
  }));
}

function toRecord(
  file: SettledFile,
  { root, known }: Pick<GenerationMaterial, 'root' | 'known'>,
): MhlFileRecord {
  const path = file.target.slice(root.length + 1);
  const reference = known.get(path);
  const formats = new Set<HashFormat>(['xxh128', ...(reference?.keys() ?? [])]);
  const action = toAction(file, reference);
  return {
    path,
    sizeBytes: file.sizeBytes,
    modified: file.modified ? formatMhlDate(file.modified) : '',
    hashes: [...formats].flatMap((format) => {
      const digest = file.digests[format];
      return digest === undefined ? [] : [{ format, digest, action, hashDate: file.hashedAt }];
    }),
    previousPath: '',
  };
}

function toAction(
  { digests }: SettledFile,
  reference: ReadonlyMap<HashFormat, string> | undefined,
): HashAction {
  if (!reference) return 'original';
  const isDamaged = [...reference].some(
    ([format, digest]) => digests[format] !== undefined && digests[format] !== digest,
  );
  return isDamaged ? 'failed' : 'verified';
}
