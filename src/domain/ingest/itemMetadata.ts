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
  /** What an editor must know of the medium: a variable frame rate, a missing part. */
  mediaNote: 'SlateflowMedia',
  /** The preset's own name for the bin this item was sorted into: finds renamed and moved bins. */
  bin: 'SlateflowBin',
  /** The medium that a copy at a constant frame rate was made from. */
  original: 'SlateflowOriginal',
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
  { name: metadataColumns.mediaNote, label: 'Slateflow Media' },
  { name: metadataColumns.bin, label: 'Slateflow Bin' },
  { name: metadataColumns.original, label: 'Slateflow Original' },
  { name: metadataColumns.builtFor, label: 'Slateflow Built For' },
  { name: metadataColumns.builtFrom, label: 'Slateflow Built From' },
];
