import { logNameKey } from '../report/joinTakes';
import { withoutPart } from '../report/readPictures';
import type { LoggedClip } from '../script/LoggedTake';
import { cameraOf, type SourceMedium } from './SourceMedium';

/** A file as a log names it. */
export type NamedFile = Pick<LoggedClip, 'kind' | 'camera' | 'card' | 'clip'>;

/** The media that a log's name fits. */
export interface FoundMedia {
  readonly media: readonly SourceMedium[];
  /** Whether they are one file, or the parts or tracks of one clip. */
  readonly isOneClip: boolean;
}

/**
 * Media by the names that logs give them: with and without ending, part or track, alone, with the
 * card, with the camera; and by card and clip number (`A001`, `3`). Every look-up is one step.
 */
export class MediaByName {
  readonly #byKey = new Map<string, SourceMedium[]>();
  readonly #byPart = new Map<string, SourceMedium[]>();

  /** Files a medium under every name that a log may give it. */
  add(medium: SourceMedium): void {
    for (const key of keysOf(medium)) addTo(this.#byKey, key, medium);
    const part = partKey(medium);
    if (part !== null) addTo(this.#byPart, part, medium);
  }

  /** The media that a log's name fits; several that are not one clip leave it open. */
  find({ kind, camera, card, clip }: NamedFile): FoundMedia {
    const name = logNameKey(clip);
    if (card !== null) {
      const place = `${kind} ${logNameKey(card)}/`;
      const number = numberOf(clip);
      return this.#toFound(
        this.#byKey.get(place + name) ??
          (number === null ? undefined : this.#byKey.get(`${place}#${number}`)),
      );
    }
    const found = this.#byKey.get(`${kind} ${name}`) ?? [];
    const isUnique = isOneClip(found) || camera === null;
    return this.#toFound(isUnique ? found : this.#byKey.get(`${kind} ${name}@${camera}`));
  }

  /** With the clip's other parts, where one part alone is named. */
  #toFound(found: readonly SourceMedium[] = []): FoundMedia {
    if (!isOneClip(found)) return { media: found, isOneClip: false };
    const parts = found.flatMap((medium) => this.#byPart.get(partKey(medium) ?? '') ?? []);
    return { media: [...new Set([...found, ...parts])], isOneClip: true };
  }
}

function addTo(index: Map<string, SourceMedium[]>, key: string, medium: SourceMedium): void {
  const media = index.get(key);
  if (media) media.push(medium);
  else index.set(key, [medium]);
}

function keysOf(medium: SourceMedium): ReadonlySet<string> {
  const { kind, named } = medium;
  const names = namesOf(medium);
  const number = numberOf(named.clip ?? '');
  const inCard = number === null ? names : [...names, `#${number}`];
  const camera = cameraOf(medium)?.camera ?? '';
  return new Set([
    ...names.flatMap((name) => [`${kind} ${name}`, `${kind} ${name}@${camera}`]),
    ...cardsOf(medium).flatMap((card) => inCard.map((name) => `${kind} ${card}/${name}`)),
  ]);
}

function cardsOf({ named, folderReading, clip, folders }: SourceMedium): readonly string[] {
  const cards = [...folders, clip.card, named.reel, folderReading.card?.reel];
  return cards.flatMap((card) => (card ? [logNameKey(card)] : []));
}

/** Wave Agent calls a set of mono files by an X in place of the track, `A101_1_X`. */
function namesOf({ kind, stem, clip }: SourceMedium): readonly string[] {
  const track = kind === 'sound' ? /^(.+)_(?:\d{1,2}|TR\d+(?:_[\dD]+)?)$/i.exec(stem) : null;
  const bare = kind === 'picture' ? withoutPart(stem) : '';
  const names = [stem, bare, clip.name, clip.span?.name ?? '', track ? `${track[1] ?? ''}_X` : ''];
  return names.filter((name) => name !== '').map(logNameKey);
}

/** The number of a clip on its card: 3 of `C003`, `Clip 3`, `003`; null for any other name. */
function numberOf(clip: string): number | null {
  const number = /^(?:CLIP|C)?[ _-]?0*(\d{1,4})$/i.exec(clip.trim())?.[1];
  return number === undefined ? null : Number(number);
}

/** What the parts of one clip have in common; null for a clip in one file. */
function partKey({ file, clip }: SourceMedium): string | null {
  if (clip.span === null || clip.span.part === null) return null;
  return `${folderOf(file.path)} ${clip.span.name}`;
}

/** Files of one folder under one name are a clip's parts or tracks, unless only their endings differ. */
function isOneClip(media: readonly SourceMedium[]): boolean {
  const [first] = media;
  if (!first || media.length === 1) return true;
  const folder = folderOf(first.file.path);
  if (!media.every(({ file }) => folderOf(file.path) === folder)) return false;
  return new Set(media.map(({ stem }) => stem)).size === media.length;
}

function folderOf(path: string): string {
  return path.replace(/[^/\\]*$/, '');
}
