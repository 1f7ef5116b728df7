import type { ProjectBin } from './binPathsOf';
import { metadataColumns } from './itemMetadata';

/** A bin to make; its parent stands already or is made earlier in the same list. */
export interface PlannedBin {
  /** The preset's path of it, `/Footage/24`. */
  readonly key: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly parentKey: string | null;
}

/** A bin that stands (`binId`) or one that is still to be made (`binKey`). */
export type BinReference =
  | { readonly binId: string; readonly binKey: null }
  | { readonly binId: null; readonly binKey: string };

interface MarkedItem {
  readonly binId: string;
  readonly fields: readonly { readonly column: string; readonly value: string }[];
}

/**
 * Finds the bins that a preset's paths mean in a project as the editor keeps it, and plans those
 * that are missing. A bin is known by the items in it that were once sorted to its path, however it
 * is called and wherever it lies now; then by its name under its parent; then by what it holds.
 */
export class BinTree {
  readonly #rootId: string | null;
  readonly #bins: ReadonlyMap<string, ProjectBin>;
  readonly #byName: ReadonlyMap<string, string>;
  readonly #byMark: ReadonlyMap<string, string>;
  readonly #found = new Map<string, string | null>();
  readonly #keys = new Set<string>();
  readonly #planned: PlannedBin[] = [];

  constructor(bins: readonly ProjectBin[], items: readonly MarkedItem[]) {
    this.#rootId = bins.find(({ parentId }) => parentId === null)?.id ?? null;
    this.#bins = new Map(bins.map((bin) => [bin.id, bin]));
    // The first of two bins of one name stands; Map keeps the last, so they go in backwards.
    this.#byName = new Map(
      [...bins].reverse().map(({ id, parentId, name }) => [nameKey(parentId, name), id]),
    );
    this.#byMark = findMarkedBins(items, this.#bins);
  }

  /** The bins to make for all paths asked for so far, parents before children. */
  get planned(): readonly PlannedBin[] {
    return this.#planned;
  }

  /** The bin that a path means; plans it when there is none. */
  find(path: string): BinReference {
    const binId = this.peek(path);
    if (binId !== undefined) return { binId, binKey: null };
    if (path !== '' && !this.#keys.has(path)) this.#plan(path);
    return { binId: null, binKey: path };
  }

  /** The bin that a path means, where it stands; plans nothing. */
  peek(path: string): string | undefined {
    if (path === '') return this.#rootId ?? undefined;
    const known = this.#found.get(path);
    if (known !== undefined) return known ?? undefined;
    const binId = this.#byMark.get(path) ?? this.#childByName(path) ?? this.#parentOfMarked(path);
    this.#found.set(path, binId ?? null);
    return binId;
  }

  #childByName(path: string): string | undefined {
    const parent = this.peek(parentPath(path));
    return parent === undefined ? undefined : this.#byName.get(nameKey(parent, lastName(path)));
  }

  /** The bin that holds most of the bins known to lie under this path, when it was renamed. */
  #parentOfMarked(path: string): string | undefined {
    const votes = new Map<string, number>();
    for (const [marked, binId] of this.#byMark) {
      if (!marked.startsWith(`${path}/`)) continue;
      const depth = marked.slice(path.length + 1).split('/').length;
      const holder = this.#ancestor(binId, depth);
      if (holder !== undefined && holder !== this.#rootId) {
        votes.set(holder, (votes.get(holder) ?? 0) + 1);
      }
    }
    return [...votes].sort(([, left], [, right]) => right - left)[0]?.[0];
  }

  #ancestor(binId: string, levels: number): string | undefined {
    let at: string | null | undefined = binId;
    for (let level = 0; level < levels && at; level += 1) at = this.#bins.get(at)?.parentId;
    return at ?? undefined;
  }

  #plan(path: string): void {
    const { binId, binKey } = this.find(parentPath(path));
    // Without a root among the bins the host's own root is meant: no parent at all.
    const parentKey = binKey === '' ? null : binKey;
    this.#keys.add(path);
    this.#planned.push({ key: path, name: lastName(path), parentId: binId, parentKey });
  }
}

/**
 * Path → the bin in which most items marked with it lie. A bin whose marked items mostly name
 * another path is that path's: a single item that the editor moved there does not make it two.
 */
function findMarkedBins(
  items: readonly MarkedItem[],
  bins: ReadonlyMap<string, ProjectBin>,
): ReadonlyMap<string, string> {
  const best = new Map<string, { readonly binId: string; readonly count: number }>();
  for (const [binId, paths] of countMarks(items)) {
    const total = [...paths.values()].reduce((sum, count) => sum + count, 0);
    const mostly = [...paths].find(([, count]) => count * 2 > total);
    if (!mostly || !bins.has(binId)) continue;
    const [path, count] = mostly;
    if (count > (best.get(path)?.count ?? 0)) best.set(path, { binId, count });
  }
  return new Map([...best].map(([path, { binId }]) => [path, binId]));
}

/** Bin id → path → how many of its items are marked with it. */
function countMarks(
  items: readonly MarkedItem[],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { binId, fields } of items) {
    const path = fields.find(({ column }) => column === metadataColumns.bin)?.value ?? '';
    if (!path.startsWith('/')) continue;
    const inBin = counts.get(binId) ?? new Map<string, number>();
    inBin.set(path, (inBin.get(path) ?? 0) + 1);
    counts.set(binId, inBin);
  }
  return counts;
}

function parentPath(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function nameKey(parentId: string | null, name: string): string {
  return `${parentId ?? ''} ${name.normalize('NFC')}`;
}
