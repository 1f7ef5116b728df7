import type { NameReading } from '../slate/NameReading';
import { normaliseSetup, sceneOfSetup } from '../slate/parseSetup';
import { formatTakeText, parseTakeText } from '../slate/TakeText';
import type { EvidenceSource } from './BinPreset';
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

/** What the file's metadata, its name and its folders' names say, in that order. */
export function readClaims(medium: SourceMedium): readonly SlateClaim[] {
  const { named, folderReading } = medium;
  return [
    ...fromMetadata(medium),
    ...fromName(named, 'fileName'),
    ...(folderReading.slate ? fromName(folderReading.slate, 'folderName') : []),
  ];
}

/** Recorders and cameras call scene what is the setup: `24A`. */
function fromMetadata({ sound, media }: SourceMedium): readonly SlateClaim[] {
  const told = sound ?? { ...media.slate, wildTrack: false };
  const setup = normaliseSetup(told.scene);
  if (setup === undefined) return [];
  const text = parseTakeText(told.take);
  const flags = text && { ...text.flags, wildTrack: text.flags.wildTrack || told.wildTrack };
  const take = text && flags ? formatTakeText({ take: text.take, flags }) : null;
  return [{ source: 'metadata', scene: sceneOfSetup(setup) ?? null, setup, take }];
}

function fromName(reading: NameReading, source: EvidenceSource): readonly SlateClaim[] {
  const { scene, setup } = reading;
  return setup === null ? [] : [{ source, scene, setup, take: formatTakeText(reading) }];
}
