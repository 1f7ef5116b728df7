import type { BinPreset } from './BinPreset';
import { BinTree, type BinReference } from './BinTree';
import { constantRatePath } from './constantRatePath';
import type { IngestDecision, IngestPlan, PlannedCopy, PlannedItemChange } from './IngestPlan';
import type { IngestItem, IngestRequest } from './IngestRequest';
import { pathKey } from './pathKey';
import { readMetadata } from './readMetadata';
import { newItemChange, reconcile, type ImportedAs } from './reconcile';
import type { SortedMedium } from './sortMedium';

/** What is still to be done to a project, gathered medium by medium. */
export class IngestWork {
  readonly #tree: BinTree;
  readonly #rootId: string | null;
  readonly #items = new Map<string, IngestItem>();
  readonly #preset: BinPreset;
  readonly #constantRateFolder: string | null;
  readonly #imports = new Map<string, { bin: BinReference; paths: string[]; stills: string[] }>();
  readonly #copies: PlannedCopy[] = [];
  readonly #changes: PlannedItemChange[] = [];

  constructor({ project: { bins, items }, preset, constantRateFolder }: IngestRequest) {
    this.#tree = new BinTree(bins, items);
    this.#rootId = bins.find(({ parentId }) => parentId === null)?.id ?? null;
    this.#preset = preset;
    this.#constantRateFolder = constantRateFolder;
    for (const item of items) {
      // An item that stands for a copy is found by the medium that the copy was made from.
      for (const path of [item.mediaPath, readMetadata(item.fields).original]) {
        if (path !== '') this.#items.set(pathKey(path), item);
      }
    }
  }

  /** Decides one medium, and gathers what it needs. */
  decide(sorted: SortedMedium): IngestDecision {
    const item = this.#items.get(pathKey(sorted.medium.file.path));
    if (!item) {
      const as = this.#importedAs(sorted);
      this.#addImport(sorted, as);
      this.#changes.push(newItemChange(sorted, as, this.#preset));
      return toDecision(sorted, as.path, { action: 'add', itemId: null, reason: sorted.reason });
    }
    const places = { tree: this.#tree, rootId: this.#rootId };
    const { action, change, reason } = reconcile(sorted, item, { places, preset: this.#preset });
    if (change) this.#changes.push(change);
    return toDecision(sorted, item.mediaPath, { action, itemId: item.id, reason });
  }

  /** All that was gathered. */
  toPlan(): Pick<IngestPlan, 'bins' | 'copies' | 'imports' | 'changes'> {
    return {
      bins: this.#tree.planned,
      copies: this.#copies,
      imports: [...this.#imports.values()],
      changes: this.#changes,
    };
  }

  #importedAs({ medium: { file, media } }: SortedMedium): ImportedAs {
    const folder = this.#constantRateFolder;
    if (folder === null || media.video?.variableRate !== true) {
      return { path: file.path, isCopy: false };
    }
    const target = constantRatePath(folder, file);
    this.#copies.push({ source: file.path, target, frameRate: media.video.nearestRate });
    return { path: target, isCopy: true };
  }

  #addImport({ binPath, medium }: SortedMedium, { path }: ImportedAs): void {
    const bin = this.#tree.find(binPath);
    const key = bin.binId ?? `new ${bin.binKey}`;
    const batch = this.#imports.get(key) ?? { bin, paths: [], stills: [] };
    (medium.clip.isImageSequence ? batch.stills : batch.paths).push(path);
    this.#imports.set(key, batch);
  }
}

function toDecision(
  { medium, binPath, name, label, metadata, evidence, attention }: SortedMedium,
  importPath: string,
  outcome: Pick<IngestDecision, 'action' | 'itemId' | 'reason'>,
): IngestDecision {
  const { path, relativePath } = medium.file;
  const known = { binPath, name, label, metadata, evidence, attention };
  return { path, relativePath, importPath, code: '', ...known, ...outcome };
}
