import type { Ports } from '../contract/Ports';
import { UserFacingError } from '../contract/UserFacingError';
import { parseBinPreset, type BinPreset } from '../domain/ingest/BinPreset';
import { findBinPreset } from '../domain/ingest/findBinPreset';

/** Which bin preset is meant. */
export interface BinPresetChoice {
  /** Shipped bin preset by id, or the path of one. */
  readonly presetId: string;
  /** Text of a preset that is not saved yet; null takes `presetId`. */
  readonly presetText: string | null;
}

/** A bin preset, shipped or from a file. @throws UserFacingError `bad-preset`, `file-not-found` */
export async function readBinPreset(
  { presetId, presetText }: BinPresetChoice,
  { engine }: Pick<Ports, 'engine'>,
): Promise<BinPreset> {
  const shipped = presetText === null ? findBinPreset(presetId) : undefined;
  if (shipped) return shipped;
  const text = presetText ?? (await engine.readText({ path: presetId })).text;
  const result = parseBinPreset(text);
  if (result.ok) return result.preset;
  throw new UserFacingError(
    'bad-preset',
    `The bin preset “${presetId}” is refused: ${result.problem}. Correct it, or take “scene-take”.`,
  );
}
