import { escapeName, numberName } from './escapeName';

/** A place in the bundle whose name is not that of its original. */
export interface RenamedPath {
  /** Path within the bundle's `data/`. */
  readonly target: string;
  /** Name of the original file or folder. */
  readonly original: string;
}

/** Gives out paths in the bundle: legal on every file system, no two the same. */
export interface TargetNames {
  /**
   * The path for `name` in the folder `parent`; asked again for the same `key`, the same path.
   * `key` tells originals of one name apart.
   */
  place(parent: string, name: string, key: string): string;
  /** The path for a relative path under a folder, step by step. */
  placePath(parent: string, relativePath: string): string;
  /** What had to be renamed, in the order of asking. */
  readonly renamed: readonly RenamedPath[];
}

/** An empty set of names. Names that differ only in case or composition count as the same. */
export function createTargetNames(): TargetNames {
  const placed = new Map<string, string>();
  const taken = new Set<string>();
  const renamed: RenamedPath[] = [];
  const claim = (parent: string, name: string): string => {
    const escaped = escapeName(name);
    for (let number = 1; ; number += 1) {
      const target = joinTarget(parent, number === 1 ? escaped : numberName(escaped, number));
      const folded = target.normalize('NFC').toLowerCase();
      if (taken.has(folded)) continue;
      taken.add(folded);
      if (target !== joinTarget(parent, name)) renamed.push({ target, original: name });
      return target;
    }
  };
  const place = (parent: string, name: string, key: string): string => {
    const id = `${parent}\0${key}`;
    const target = placed.get(id) ?? claim(parent, name);
    placed.set(id, target);
    return target;
  };
  const placePath = (parent: string, relativePath: string): string =>
    relativePath.split('/').reduce((folder, step) => place(folder, step, step), parent);
  return { place, placePath, renamed };
}

function joinTarget(parent: string, name: string): string {
  return parent === '' ? name : `${parent}/${name}`;
}
