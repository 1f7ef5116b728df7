import { normaliseSetup, sceneOfSetup } from '../slate/parseSetup';
import { parseSlate } from '../slate/parseSlate';
import type { Slate } from '../slate/Slate';
import { formatTakeText, parseTakeText } from '../slate/TakeText';
import type { EvidenceSource } from './BinPreset';
import type { ProbedSound } from './IngestRequest';
import type { SourceMedium } from './SourceMedium';

/** What one witness says of a file's slate. */
export interface SlateClaim {
  readonly source: EvidenceSource;
  /** Null where a UK slate number stands without its scene. */
  readonly scene: string | null;
  readonly setup: string;
  /** `3`, `3PU`, `WT1`; null where it says none. */
  readonly take: string | null;
}

/** What iXML, the file's name and its folders' names say, in that order. */
export function readClaims(medium: SourceMedium): readonly SlateClaim[] {
  const folder = medium.folders.map(parseSlate).find((slate) => slate !== undefined);
  return [
    ...(medium.sound ? fromSound(medium.sound) : []),
    ...(medium.slate ? [fromSlate(medium.slate, 'fileName')] : []),
    ...(folder ? [fromSlate(folder, 'folderName')] : []),
  ];
}

/** Recorders call scene what is the setup: `24A`. */
function fromSound(sound: ProbedSound): readonly SlateClaim[] {
  const setup = normaliseSetup(sound.scene);
  if (setup === undefined) return [];
  const text = parseTakeText(sound.take);
  const flags = text && { ...text.flags, wildTrack: text.flags.wildTrack || sound.wildTrack };
  const take = text && flags ? formatTakeText({ take: text.take, flags }) : null;
  return [{ source: 'metadata', scene: sceneOfSetup(setup) ?? null, setup, take }];
}

function fromSlate(slate: Slate, source: EvidenceSource): SlateClaim {
  return { source, scene: slate.scene, setup: slate.setup, take: formatTakeText(slate) };
}
