import { parseBinPreset, type BinPreset } from '../../../domain/ingest/BinPreset';
import { strings } from '../../strings';

/** A bin preset under edit: what its form holds, whether it can be used yet or not. */
export interface PresetDraft {
  /** Keys that Slateflow does not know included; `metadata` and `patterns` stand below. */
  readonly preset: BinPreset;
  /** Further metadata columns, in order; a row may be unfinished. */
  readonly columns: readonly MetadataRow[];
  /** Patterns by id, in order; null takes all of Slateflow's own. */
  readonly patterns: readonly string[] | null;
}

/** A column of Premiere's metadata and the template it is filled from. */
export interface MetadataRow {
  readonly column: string;
  readonly template: string;
}

/** A preset as a form takes it. */
export function toPresetDraft(preset: BinPreset): PresetDraft {
  const columns = Object.entries(preset.metadata).map(([column, template]) => ({
    column,
    template,
  }));
  return { preset, columns, patterns: preset.patterns ?? null };
}

/** The preset's file. */
export function formatPresetDraft({ preset, columns, patterns }: PresetDraft): string {
  const metadata = Object.fromEntries(columns.map(({ column, template }) => [column, template]));
  // A key without a value is left out of the file.
  const file = { ...preset, metadata, patterns: patterns ?? undefined };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Why a draft cannot be used, in words; null when it can. */
export function problemOfDraft(draft: PresetDraft): string | null {
  const names = draft.columns.map(({ column }) => column);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  // Both would stand under one key of the file, and one would be lost.
  if (twice !== undefined) return strings.preset.columnTwice(twice);
  const result = parseBinPreset(formatPresetDraft(draft));
  return result.ok ? null : result.problem;
}
