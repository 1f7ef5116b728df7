import { parseXml } from '../../interchange/xml/parseXml';
import { childOf, childrenOf, textOf } from '../../interchange/xml/XmlElement';
import { chainKey, type Chain } from './Chain';

/** A clip as its description tells it (`CONTENTS/CLIP/*.XML`). */
export interface P2Clip {
  readonly path: string;
  /** Its {@link chainKey}. */
  readonly key: string;
  readonly name: string;
  readonly hasPicture: boolean;
  /** Channels of sound, each a file of its own. */
  readonly channels: number;
  /** Its global id, and those of the parts before and after it; empty where it is the first, or the last. */
  readonly id: string;
  readonly previous: string;
  readonly next: string;
}

/** Reads what a P2 card says of a clip. Null for a text that describes none. */
export function readP2Clip(path: string, root: string, text: string): P2Clip | null {
  const content = childOf(parseXml(text).root ?? undefined, 'ClipContent');
  const name = textOf(content, 'ClipName')?.trim() ?? '';
  const id = textOf(content, 'GlobalClipID')?.trim() ?? '';
  if (name === '' || id === '') return null;
  const connection = childOf(childOf(content, 'Relation'), 'Connection');
  const idOf = (side: string) => textOf(childOf(connection, side), 'GlobalClipID')?.trim() ?? '';
  const essence = childOf(content, 'EssenceList');
  return {
    path,
    key: chainKey(root, name),
    name,
    hasPicture: childOf(essence, 'Video') !== undefined,
    channels: childrenOf(essence, 'Audio').length,
    id,
    previous: idOf('Previous'),
    next: idOf('Next'),
  };
}

/** The spans that clips of P2 cards make: each names the part before and after it, on whichever card. */
export function toP2Chains(clips: readonly P2Clip[]): readonly Chain[] {
  const byId = new Map(clips.map((clip) => [clip.id, clip]));
  const isFirst = ({ previous }: P2Clip) => !byId.has(previous);
  return clips
    .filter((clip) => isFirst(clip) && (clip.previous !== '' || clip.next !== ''))
    .map((first) => follow(first, byId));
}

function follow(first: P2Clip, byId: ReadonlyMap<string, P2Clip>): Chain {
  const chain: (string | null)[] = first.previous === '' ? [] : [null];
  const seen = new Set<P2Clip>();
  let clip: P2Clip | undefined = first;
  let next = first.id;
  while (clip && !seen.has(clip)) {
    seen.add(clip);
    chain.push(clip.key);
    next = clip.next;
    clip = byId.get(next);
  }
  return next !== '' && !clip ? [...chain, null] : chain;
}
