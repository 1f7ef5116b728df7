import { emptyReading, type NameReading } from '../slate/NameReading';
import { readCardName, type CardName } from '../slate/readCardName';
import { readDayFolder, type DayFolder } from '../slate/readDayFolder';
import { readName } from '../slate/readName';
import type { CardClip } from './cards/CardClip';
import type { ProbedMedia, ProbedSound } from './IngestRequest';
import type { ListedFile } from './ListedFile';

/** A clip that can be imported, with what its names say. */
export interface SourceMedium {
  /** The file its item stands for. */
  readonly file: ListedFile;
  readonly clip: CardClip;
  readonly kind: 'picture' | 'sound';
  /** File name without its ending. */
  readonly stem: string;
  /** What its own name says for certain. */
  readonly named: NameReading;
  /** Why its name, which may say more, is not certain; empty where it is, or follows no pattern. */
  readonly doubt: string;
  /** Its folders from the nearest up to the source itself. */
  readonly folders: readonly string[];
  /** What the folders say together, the nearest first. */
  readonly folderReading: FolderReading;
  readonly media: ProbedMedia;
  readonly sound: ProbedSound | null;
}

/** What the names of a medium's folders say. */
export interface FolderReading {
  /** The nearest folder that bears a slate for certain. */
  readonly slate: NameReading | null;
  /** The nearest folder that is named like a camera's card. */
  readonly card: CardName | null;
  /** The nearest folder that is named like a shooting day or a date. */
  readonly day: DayFolder | null;
}

/** What a name says that follows no pattern, or not for certain. */
const nothingNamed: NameReading = { ...emptyReading, pattern: '' };

/** Reads names by a preset's patterns, each folder once. */
export class NameReader {
  readonly #folders = new Map<string, FolderReading>();

  constructor(private readonly patterns: readonly string[] | undefined) {}

  /** Reads what a clip's names say. */
  read(clip: CardClip, media: ProbedMedia): SourceMedium {
    const file = clip.main;
    const folders = foldersOf(file);
    const reading = readName(clip.name, this.patterns);
    return {
      file,
      clip,
      kind: media.video ? 'picture' : 'sound',
      stem: stemOf(file),
      named: reading?.certainty === 'certain' ? reading : nothingNamed,
      doubt: reading?.doubt ?? '',
      folders,
      folderReading: this.#readFolders(folders),
      media,
      sound: media.sound,
    };
  }

  #readFolders(folders: readonly string[]): FolderReading {
    const key = folders.join('/');
    const known = this.#folders.get(key);
    if (known) return known;
    const readings = folders.flatMap((folder) => readName(folder, this.patterns) ?? []);
    const slate = readings.find(
      ({ certainty, setup }) => certainty === 'certain' && setup !== null,
    );
    const reading = {
      slate: slate ?? null,
      card: firstOf(folders, readCardName),
      day: firstOf(folders, readDayFolder),
    };
    this.#folders.set(key, reading);
    return reading;
  }
}

function firstOf<Value>(
  folders: readonly string[],
  read: (folder: string) => Value | undefined,
): Value | null {
  for (const folder of folders) {
    const value = read(folder);
    if (value !== undefined) return value;
  }
  return null;
}

function stemOf({ relativePath }: ListedFile): string {
  return lastPart(relativePath).replace(/\.[^.]+$/, '');
}

/** A file that was named itself has no folder of a source. */
function foldersOf({ path, source, relativePath }: ListedFile): readonly string[] {
  const inside = relativePath.split('/').slice(0, -1).reverse();
  return source === path ? inside : [...inside, lastPart(source)];
}

function lastPart(path: string): string {
  return path.split(/[/\\]/).filter(Boolean).at(-1) ?? '';
}

/** A camera's letter and who says so. */
export interface SourcedCamera {
  readonly camera: string;
  readonly source: 'metadata' | 'fileName' | 'folderName';
}

/** The camera's letter as the clip says itself: in its metadata, its name, its card's name. */
export function cameraOf(medium: SourceMedium): SourcedCamera | null {
  if (medium.kind === 'sound') return null;
  const told = /^[A-Z]{1,2}$/.exec(medium.media.slate.camera.trim())?.[0];
  if (told !== undefined) return { camera: told, source: 'metadata' };
  const named = singleCamera(medium.named);
  if (named !== null) return { camera: named, source: 'fileName' };
  const { card } = medium.folderReading;
  return card && { camera: card.camera, source: 'folderName' };
}

/** `24A-3_AB` stands for two cameras, so it names none; a camera's own name may have two letters. */
function singleCamera({ camera, setup }: NameReading): string | null {
  const isSlate = setup !== null;
  return isSlate && camera !== null && camera.length > 1 ? null : camera;
}
