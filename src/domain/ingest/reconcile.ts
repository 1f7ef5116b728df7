import type { BinPreset } from './BinPreset';
import type { BinTree } from './BinTree';
import { metadataColumns } from './itemMetadata';
import type { IngestItem } from './IngestRequest';
import type { IngestAction, KnownMetadata, PlannedItemChange } from './IngestPlan';
import { readMetadata } from './readMetadata';
import type { SortedMedium } from './sortMedium';

type Field = NonNullable<PlannedItemChange['fields']>[number];

/** The bins as they stand and as they are planned. */
export interface Places {
  readonly tree: BinTree;
  readonly rootId: string | null;
}

/** What is imported for a medium: itself, or its copy at a constant frame rate. */
export interface ImportedAs {
  readonly path: string;
  readonly isCopy: boolean;
}

/** What an item that stands already still needs, in words as well. */
export interface Reconciled {
  readonly action: Extract<IngestAction, 'change' | 'alreadyThere'>;
  readonly change: PlannedItemChange | null;
  readonly reason: string;
}

/** Marks an item that the editor keeps in a bin of their own: known to us, sorted by them. */
const keptElsewhere = '-';

/** All that a file's new item gets once it is imported. */
export function newItemChange(
  sorted: SortedMedium,
  as: ImportedAs,
  preset: BinPreset,
): PlannedItemChange {
  const isMono = preset.recorderChannels === 'mono' && sorted.medium.sound !== null;
  return {
    path: as.path,
    itemId: null,
    name: sorted.name,
    ...(sorted.label === null ? {} : { label: sorted.label }),
    ...toProxy(sorted, '', preset),
    ...(isMono ? { channels: 'mono' as const } : {}),
    fields: toFields(sorted, sorted.binPath, as),
  };
}

/**
 * What an item needs that stands already. What the editor did stays: an item that we once sorted
 * keeps its bin, name, label and every field that is filled; one that somebody imported at the root
 * is sorted now; one in a bin of the editor's own stays there.
 */
export function reconcile(
  sorted: SortedMedium,
  item: IngestItem,
  { places, preset }: { readonly places: Places; readonly preset: BinPreset },
): Reconciled {
  const known = new Set(
    item.fields.filter(({ value }) => value !== '').map((field) => field.column),
  );
  const isOurs = readMetadata(item.fields).bin !== '';
  const mark = liesInPlace(sorted, item, places) ? sorted.binPath : keptElsewhere;
  const as = { path: item.mediaPath, isCopy: false };
  const missing = toFields(sorted, mark, as).filter(({ column }) => !known.has(column));
  const change: PlannedItemChange = {
    path: item.mediaPath,
    itemId: item.id,
    ...(isOurs ? {} : firstSorting(sorted, item, places)),
    ...toProxy(sorted, item.proxyPath, preset),
    ...(missing.length > 0 ? { fields: missing } : {}),
  };
  const isUnchanged = Object.keys(change).length === 2;
  if (isUnchanged) {
    const reason = 'It is in the project already, with all that is known of it.';
    return { action: 'alreadyThere', change: null, reason };
  }
  return { action: 'change', change, reason: `It is in the project already. ${sorted.reason}` };
}

/** A proxy that the editor attached stays. */
function toProxy(
  { medium }: SortedMedium,
  standing: string,
  preset: BinPreset,
): Pick<PlannedItemChange, 'proxyPath'> {
  const { proxy } = medium.clip;
  return preset.proxies === 'attach' && proxy && standing === '' ? { proxyPath: proxy.path } : {};
}

/** Only an item that still bears its file's name is renamed, only one at the root is moved. */
function firstSorting(
  { medium, name, label, binPath }: SortedMedium,
  item: IngestItem,
  { tree, rootId }: Places,
): Partial<PlannedItemChange> {
  const fileName = medium.file.relativePath.split('/').at(-1) ?? '';
  const isUnnamed = [fileName, medium.stem].some((own) => sameText(own, item.name));
  return {
    ...(isUnnamed && !sameText(name, item.name) ? { name } : {}),
    ...(label === null ? {} : { label }),
    ...(item.binId === rootId ? { bin: tree.find(binPath) } : {}),
  };
}

/** Whether it lies in the bin that its path means, or will once it is moved there from the root. */
function liesInPlace({ binPath }: SortedMedium, { binId }: IngestItem, places: Places): boolean {
  return binId === places.rootId || binId === places.tree.peek(binPath);
}

function toFields(
  { metadata, columns, medium }: SortedMedium,
  binMark: string,
  { isCopy }: ImportedAs,
): readonly Field[] {
  const texts: readonly (readonly [keyof KnownMetadata, string])[] = [
    ['scene', metadata.scene],
    ['shot', metadata.shot],
    ['take', metadata.take],
    ['camera', metadata.camera],
    ['good', metadata.good ? 'True' : ''],
    ['logNote', metadata.logNote],
    ['mediaNote', metadata.mediaNote],
  ];
  const known = texts.filter(([, value]) => value !== '');
  return [
    ...known.map(([key, value]) => ({ column: metadataColumns[key], value })),
    ...columns,
    ...(isCopy ? [{ column: metadataColumns.original, value: medium.file.path }] : []),
    { column: metadataColumns.bin, value: binMark },
  ];
}

function sameText(left: string, right: string): boolean {
  return left.normalize('NFC') === right.normalize('NFC');
}
