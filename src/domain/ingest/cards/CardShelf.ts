import type { ListedFile } from '../ListedFile';
import type { CardClip } from './CardClip';
import { chainKey } from './Chain';
import type { PlacedFile } from './placeFiles';
import { withoutProxyFolder } from './proxyNamesOf';

/** A clip and the files it is made of, before what goes with it is found. */
export interface PlacedClip {
  readonly clip: Omit<CardClip, 'proxy' | 'sidecars'>;
  readonly placed: readonly PlacedFile[];
}

interface ShelvedClip {
  readonly clip: PlacedClip['clip'];
  proxy: ListedFile | null;
  readonly sidecars: ListedFile[];
}

/** Layouts whose clips bear a name only once on a card; elsewhere each folder counts from the start. */
const oncePerCard: ReadonlySet<PlacedFile['layout']> = new Set([
  ...(['red', 'p2', 'xdcam-ex', 'xdcam', 'xavc-s', 'avchd', 'canon-xf'] as const),
]);

/** Clips by the names that other files know them by. */
export class CardShelf {
  readonly #clips: readonly ShelvedClip[];
  readonly #byName = new Map<string, ShelvedClip>();

  constructor(clips: readonly PlacedClip[]) {
    this.#clips = clips.map(({ clip }) => ({ clip, proxy: null, sidecars: [] }));
    for (const [index, { clip, placed }] of clips.entries()) {
      const shelved = this.#clips[index];
      if (shelved) this.#enter(shelved, clip.name, placed);
    }
  }

  /** The first of a name keeps it. */
  #enter(shelved: ShelvedClip, name: string, placed: readonly PlacedFile[]): void {
    for (const part of placed) {
      const names = part.stem === name ? [name] : [part.stem, name];
      for (const folder of foldersOf(part)) {
        for (const each of names) {
          const key = chainKey(folder, each);
          if (!this.#byName.has(key)) this.#byName.set(key, shelved);
        }
      }
    }
  }

  get clips(): readonly CardClip[] {
    return this.#clips.map(({ clip, proxy, sidecars }) => ({ ...clip, proxy, sidecars }));
  }

  /** Puts a low-resolution copy with its clip; false where that is not here. A second is a sidecar. */
  addProxy(placed: PlacedFile, names: readonly string[]): boolean {
    const folders = foldersOf(placed);
    const shelved = this.#find([...folders, ...folders.map(withoutProxyFolder)], names);
    if (!shelved) return false;
    if (shelved.proxy) shelved.sidecars.push(placed.file);
    else shelved.proxy = placed.file;
    return true;
  }

  /** Puts a file that tells about a clip with it; false where that is not here. */
  addCompanion(placed: PlacedFile, names: readonly string[]): boolean {
    const shelved = this.#find(foldersOf(placed), names);
    shelved?.sidecars.push(placed.file);
    return shelved !== undefined;
  }

  #find(folders: readonly string[], names: readonly string[]): ShelvedClip | undefined {
    for (const folder of folders) {
      for (const name of names) {
        const shelved = this.#byName.get(chainKey(folder, name));
        if (shelved) return shelved;
      }
    }
    return undefined;
  }
}

/** Where a file and what goes with it meet: in one folder, or where names allow it on one card. */
function foldersOf({ root, inside, layout }: PlacedFile): readonly string[] {
  if (inside === '') return [root];
  return oncePerCard.has(layout) ? [`${root}/${inside}`, root] : [`${root}/${inside}`];
}
