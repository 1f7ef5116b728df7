import { formatDigest, parseDigest, type HashFormat } from './MhlHash';

/** A folder's two digests, as text of the format. */
export interface FolderDigests {
  readonly content: string;
  readonly structure: string;
}

/** What stands under a root: digests of all files and the paths of all folders, empty ones too. */
export interface HashedTree {
  readonly format: HashFormat;
  /** Path from the root, with `/`, and digest. */
  readonly files: readonly { readonly path: string; readonly digest: string }[];
  readonly folders: readonly string[];
}

/** Digests bytes in the tree's format. */
export type HashBytes = (bytes: Uint8Array) => Uint8Array;

interface Child {
  readonly name: string;
  readonly content: string;
  readonly structure: string;
}

/**
 * Content and structure hash of every folder, the root under the empty path (ASC MHL 1.0, folder
 * hashes): content is the hash of the children's digests, sorted as text, taken as bytes; for
 * structure each child's name stands before its digest. An empty folder has the hash of nothing.
 */
export function hashFolders(tree: HashedTree, hash: HashBytes): ReadonlyMap<string, FolderDigests> {
  const children = new Map<string, Child[]>([['', []]]);
  const ensure = (folder: string): Child[] => {
    const known = children.get(folder);
    if (known) return known;
    ensure(parentOf(folder));
    const made: Child[] = [];
    children.set(folder, made);
    return made;
  };
  for (const folder of tree.folders) ensure(folder);
  for (const { path, digest } of tree.files) {
    ensure(parentOf(path)).push({ name: nameOf(path), content: digest, structure: '' });
  }
  const hashes = new Map<string, FolderDigests>();
  // Deepest first, so that a folder's own children are finished.
  const deepestFirst = [...children.keys()].sort((left, right) => depthOf(right) - depthOf(left));
  for (const folder of deepestFirst) {
    const digests = hashChildren(children.get(folder) ?? [], tree.format, hash);
    hashes.set(folder, digests);
    if (folder !== '') children.get(parentOf(folder))?.push({ name: nameOf(folder), ...digests });
  }
  return hashes;
}

function hashChildren(
  children: readonly Child[],
  format: HashFormat,
  hash: HashBytes,
): FolderDigests {
  const toBytes = (digest: string) => parseDigest(format, digest) ?? new Uint8Array();
  const toText = (bytes: Uint8Array) => formatDigest(format, hash(bytes));
  const combine = (digests: readonly string[]) =>
    toText(concatenate([...digests].sort().map(toBytes)));
  const encoder = new TextEncoder();
  return {
    content: combine(children.map(({ content }) => content)),
    structure: combine(
      children.map(({ name, content, structure }) =>
        toText(concatenate([encoder.encode(name), toBytes(structure || content)])),
      ),
    ),
  };
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function depthOf(path: string): number {
  return path === '' ? 0 : path.split('/').length;
}
