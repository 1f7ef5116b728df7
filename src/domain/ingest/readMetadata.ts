import { metadataColumns, type ItemMetadataKey } from './itemMetadata';

/** What a project item's columns say; empty where a column is not filled. */
export type ItemMetadata = Readonly<Record<Exclude<ItemMetadataKey, 'good'>, string>> & {
  readonly good: boolean;
};

/** Reads our columns from a project item's fields. */
export function readMetadata(
  fields: readonly { readonly column: string; readonly value: string }[],
): ItemMetadata {
  const values = new Map(fields.map(({ column, value }) => [column, value]));
  const text = (key: ItemMetadataKey) => values.get(metadataColumns[key]) ?? '';
  return {
    scene: text('scene'),
    shot: text('shot'),
    logNote: text('logNote'),
    take: text('take'),
    camera: text('camera'),
    mediaNote: text('mediaNote'),
    bin: text('bin'),
    original: text('original'),
    builtFor: text('builtFor'),
    builtFrom: text('builtFrom'),
    good: /^true$/i.test(text('good')),
  };
}
