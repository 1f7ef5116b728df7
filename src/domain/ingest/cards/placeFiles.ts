import { readCardName } from '../../slate/readCardName';
import type { ListedFile } from '../ListedFile';
import type { CardLayout } from './CardClip';

/** A file with its place on its card. */
export interface PlacedFile {
  readonly file: ListedFile;
  readonly layout: CardLayout;
  /** Path of the card's own folder, or of the folder the file lies in where it lies in no tree. */
  readonly root: string;
  /** Name of the card's own folder; empty where the file lies in no card. */
  readonly card: string;
  /** Folders of the tree from the root to the file, joined with `/`; empty for a file right in it. */
  readonly inside: string;
  /** File name without its ending. */
  readonly stem: string;
  /** Lower case, without the dot; empty where there is none. */
  readonly ending: string;
}

type Place = Pick<PlacedFile, 'layout' | 'root' | 'card' | 'inside'>;

/** A card's tree: where its root ends, in a path whose folders are joined with `/`. */
interface TreeRule {
  readonly layout: CardLayout;
  /** Its first group is the card's own folder. */
  readonly tree: RegExp;
}

/**
 * The trees of the makers, by the folders that only they have (manuals of Panasonic P2, Sony XDCAM,
 * XDCAM EX and XAVC S, AVCHD, Canon XF; RED operation guides; DCF for DCIM). The first that fits.
 */
const treeRules: readonly TreeRule[] = [
  { layout: 'canon-xf', tree: /^(.*?)\/CONTENTS\/CLIPS\d{3}(?=\/|$)/is },
  {
    layout: 'p2',
    tree: /^(.*?)\/CONTENTS(?=\/(?:VIDEO|AUDIO|CLIP|ICON|PROXY|VOICE|AVCLIP)(?:\/|$))/is,
  },
  { layout: 'xdcam-ex', tree: /^(.*?)\/BPAV(?=\/|$)/is },
  { layout: 'xavc-s', tree: /^(.*?)(?:\/PRIVATE)?\/M4ROOT(?=\/|$)/is },
  { layout: 'avchd', tree: /^(.*?)(?:\/PRIVATE)?(?:\/AVCHD)?\/BDMV(?=\/|$)/is },
  { layout: 'xdcam', tree: /^(.*?)\/XDROOT(?=\/|$)/is },
  { layout: 'red', tree: /^(.*?\/[^/]+\.RDM)(?=\/|$)/is },
  { layout: 'red', tree: /^(.*?)(?=\/[^/]+\.RDC(?:\/|$))/is },
  { layout: 'gopro', tree: /^(.*?)\/DCIM(?=\/\d{3}GOPRO(?:\/|$))/is },
  { layout: 'dji', tree: /^(.*?)\/DCIM(?=\/(?:DJI_\d{3}|\d{3}MEDIA)(?:\/|$))/is },
  { layout: 'dcim', tree: /^(.*?)\/DCIM(?=\/|$)/is },
  { layout: 'canon-xf', tree: /^(.*?)\/PRIVATE(?=\/AUDIO(?:\/|$))/is },
];

/** Finds the card each file lies on, by its folders and by what lies beside them. */
export function placeFiles(files: readonly ListedFile[]): readonly PlacedFile[] {
  const places = new Map<string, Place>();
  const placed = files.map((file) => placeFile(file, places));
  const besides = besidesOf(placed);
  return placed.map((each) => {
    const place = each.layout === 'folder' ? besides.find(each.root) : undefined;
    return place ? { ...each, ...place } : each;
  });
}

function placeFile(file: ListedFile, places: Map<string, Place>): PlacedFile {
  const isWindows = /^(?:[A-Za-z]:[\\/]|\\\\)/.test(file.path);
  const path = isWindows ? file.path.replace(/\\/g, '/') : file.path;
  const at = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(0, at));
  const name = path.slice(at + 1);
  const place = places.get(folder) ?? placeFolder(folder);
  places.set(folder, place);
  const [, stem = name, ending = ''] = /^(.+)\.([^.]+)$/s.exec(name) ?? [];
  return { file, ...place, stem, ending: ending.toLowerCase() };
}

function placeFolder(folder: string): Place {
  for (const { layout, tree } of treeRules) {
    const match = tree.exec(folder);
    if (!match) continue;
    const root = match[1] ?? '';
    return { layout, root, card: cardOf(root), inside: folder.slice(match[0].length + 1) };
  }
  // The frames of an ARRIRAW clip lie in a folder of their own, and that on the reel's.
  const reel = folder.split('/').slice(-2).reverse().find(readCardName);
  return { layout: 'folder', root: folder, card: reel ?? '', inside: '' };
}

function cardOf(root: string): string {
  return root.slice(root.lastIndexOf('/') + 1).replace(/\.RDM$/i, '');
}

/** Folders with everyday names, that belong to a card only where something else on it says so. */
const discFolder = /^(?:CLIP|SUB|EDIT|GENERAL|USERDATA|PROAV)$/i;
const discIndex = /^(?:DISCMETA|MEDIAPRO)$/i;
const dcimLayouts: readonly CardLayout[] = ['dcim', 'gopro', 'dji'];

/** Finds the folders of an XDCAM disc without XDROOT, and MISC beside DCIM. */
function besidesOf(placed: readonly PlacedFile[]) {
  const discs = new Set<string>();
  const dcims = new Set<string>();
  for (const { layout, root, stem, ending } of placed) {
    if (dcimLayouts.includes(layout)) dcims.add(root);
    if (layout !== 'folder' || ending !== 'xml') continue;
    const [parent, name] = splitLast(root);
    if (discIndex.test(stem)) discs.add(root);
    else if (/M\d{2}$/i.test(stem) && /^CLIP$/i.test(name)) discs.add(parent);
  }
  const find = (folder: string): Place | undefined => {
    let [parent, name] = splitLast(folder);
    while (parent !== '') {
      const isDisc = discFolder.test(name) && discs.has(parent);
      if (isDisc || (/^MISC$/i.test(name) && dcims.has(parent))) {
        const layout = isDisc ? 'xdcam' : 'dcim';
        const inside = folder.slice(parent.length + 1);
        return { layout, root: parent, card: cardOf(parent), inside };
      }
      [parent, name] = splitLast(parent);
    }
    return undefined;
  };
  return { find };
}

function splitLast(folder: string): readonly [parent: string, name: string] {
  const at = folder.lastIndexOf('/');
  return [folder.slice(0, Math.max(0, at)), folder.slice(at + 1)];
}
