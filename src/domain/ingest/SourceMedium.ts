import { parseCameraName, parseCardName, type CardName } from '../slate/parseCameraName';
import { parseSlate } from '../slate/parseSlate';
import type { CameraName } from '../slate/CameraName';
import type { Slate } from '../slate/Slate';
import type { ListedFile, ProbedMedia, ProbedSound } from './IngestRequest';

/** A file that can be imported, with what its names say. */
export interface SourceMedium {
  readonly file: ListedFile;
  readonly kind: 'picture' | 'sound';
  /** File name without its ending. */
  readonly stem: string;
  readonly cameraName: CameraName | null;
  /** The slate in its file name. */
  readonly slate: Slate | null;
  /** Its folders from the nearest up to the source itself. */
  readonly folders: readonly string[];
  /** The nearest folder that is named like a camera's card. */
  readonly card: CardName | null;
  readonly sound: ProbedSound | null;
}

/** Reads what a file's names say. */
export function toSourceMedium(file: ListedFile, media: ProbedMedia): SourceMedium {
  const stem = lastPart(file.relativePath).replace(/\.[^.]+$/, '');
  const folders = foldersOf(file);
  const cards = media.video ? folders.map(parseCardName) : [];
  return {
    file,
    kind: media.video ? 'picture' : 'sound',
    stem,
    cameraName: parseCameraName(stem) ?? null,
    slate: parseSlate(stem) ?? null,
    folders,
    card: cards.find((card) => card !== undefined) ?? null,
    sound: media.sound,
  };
}

/** A file that was named itself has no folder of a source. */
function foldersOf({ path, source, relativePath }: ListedFile): readonly string[] {
  const inside = relativePath.split('/').slice(0, -1).reverse();
  return source === path ? inside : [...inside, lastPart(source)];
}

function lastPart(path: string): string {
  return path.split(/[/\\]/).filter(Boolean).at(-1) ?? '';
}

/** The camera's letter as its own names say: the clip's name, the slate's, the card's. */
export function cameraOf(
  medium: SourceMedium,
): { readonly camera: string; readonly source: 'fileName' | 'folderName' } | null {
  if (medium.kind === 'sound') return null;
  const named = medium.cameraName?.camera ?? singleCamera(medium.slate);
  if (named !== null) return { camera: named, source: 'fileName' };
  return medium.card && { camera: medium.card.camera, source: 'folderName' };
}

/** `24A-3_AB` stands for two cameras, so it names none. */
function singleCamera(slate: Slate | null): string | null {
  return slate?.camera?.length === 1 ? slate.camera : null;
}
