import type { Chain } from './Chain';
import type { PlacedFile } from './placeFiles';
import { readAvchdChains } from './readAvchdChains';
import { readP2Clip, toP2Chains, type P2Clip } from './readP2Clips';

/** What cards say of themselves in small texts. */
export interface CardTexts {
  readonly chains: readonly Chain[];
  readonly p2Clips: readonly P2Clip[];
  /** Roots of AVCHD cards with a playlist that could be read. */
  readonly rootsWithPlaylist: ReadonlySet<string>;
}

/** Reads the texts of cards, by path; one that could not be read is absent, and tells nothing. */
export function readCardTexts(
  placed: readonly PlacedFile[],
  texts: ReadonlyMap<string, string>,
): CardTexts {
  const p2Clips: P2Clip[] = [];
  const chains: Chain[] = [];
  const rootsWithPlaylist = new Set<string>();
  for (const { file, root, layout } of placed) {
    const text = texts.get(file.path);
    if (text === undefined) continue;
    const clip = layout === 'p2' ? readP2Clip(file.path, root, text) : null;
    if (clip) p2Clips.push(clip);
    const playlist = layout === 'avchd' ? readAvchdChains(root, text) : null;
    if (!playlist) continue;
    chains.push(...playlist);
    rootsWithPlaylist.add(root);
  }
  return { chains: [...chains, ...toP2Chains(p2Clips)], p2Clips, rootsWithPlaylist };
}
