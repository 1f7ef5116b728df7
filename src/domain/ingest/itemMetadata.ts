/**
 * Where Premiere's project metadata keeps what we know of an item. Scene, shot, log note and good
 * are Premiere's own columns; the others are added to the project's schema (property names of the
 * private project metadata namespace).
 */
export const metadataColumns = {
  scene: 'Column.PropertyText.Scene',
  shot: 'Column.PropertyText.Shot',
  logNote: 'Column.Intrinsic.LogNote',
  good: 'Column.PropertyBool.Good',
  take: 'SlateflowTake',
  camera: 'SlateflowCamera',
  /** The preset's own name for the bin this item was sorted into: finds renamed and moved bins. */
  bin: 'SlateflowBin',
  /** What a sequence of ours was built for: `take:24A-3`, `cut:Rough cut`. */
  builtFor: 'SlateflowBuiltFor',
  /** Fingerprint of the plan a sequence was built from. */
  builtFrom: 'SlateflowBuiltFrom',
} as const;

/** What we know of an item, by our names. */
export type ItemMetadataKey = keyof typeof metadataColumns;

/** The columns that are ours to add, with their headings. */
export const addedColumns: readonly { readonly name: string; readonly label: string }[] = [
  { name: metadataColumns.take, label: 'Take' },
  { name: metadataColumns.camera, label: 'Camera' },
  { name: metadataColumns.bin, label: 'Slateflow Bin' },
  { name: metadataColumns.builtFor, label: 'Slateflow Built For' },
  { name: metadataColumns.builtFrom, label: 'Slateflow Built From' },
];
