import type { PreviewedBin } from '../../../workflows/previewBinPreset';

/** A bin of the tree, drawn as a row. */
export interface BinRow {
  readonly path: string;
  readonly name: string;
  /** 0 for a bin right under the project. */
  readonly depth: number;
  /** Media in it and in the bins below it. */
  readonly items: number;
  /** The first display names in it. */
  readonly examples: readonly string[];
}

/** A bin while the tree grows. */
interface Branch {
  items: number;
  examples: readonly string[];
  readonly below: Map<string, Branch>;
}

/** Scene 2 before scene 10. */
const byName = new Intl.Collator('en', { numeric: true });

/** Bins as the rows of a tree, each above what it holds. */
export function toBinRows(bins: readonly PreviewedBin[]): readonly BinRow[] {
  const root: Branch = { items: 0, examples: [], below: new Map() };
  for (const { path, items, examples } of bins) {
    let branch = root;
    for (const level of path.slice(1).split('/')) {
      const next = branch.below.get(level) ?? { items: 0, examples: [], below: new Map() };
      branch.below.set(level, next);
      next.items += items;
      branch = next;
    }
    branch.examples = examples;
  }
  return rowsBelow(root, '', 0);
}

function rowsBelow({ below }: Branch, above: string, depth: number): readonly BinRow[] {
  const branches = [...below].sort(([left], [right]) => byName.compare(left, right));
  return branches.flatMap(([name, branch]) => {
    const { items, examples } = branch;
    const path = `${above}/${name}`;
    return [{ path, name, depth, items, examples }, ...rowsBelow(branch, path, depth + 1)];
  });
}
