import { chainKey, type Chain } from './Chain';

/** A play item's connection to the one before it: 5 and 6 play on without a seam. */
const seamless = new Set([5, 6]);

/**
 * The spans that an AVCHD playlist tells (`BDMV/PLAYLIST/*.MPL`, the binary MPLS form of Blu-ray): a
 * play item names its stream by five digits and says whether it goes on from the one before. `binary`
 * holds one byte a character. Null for a text that is no playlist, or names no stream.
 */
export function readAvchdChains(root: string, binary: string): readonly Chain[] | null {
  const items = readPlayItems(binary);
  if (items.length === 0) return null;
  const chains: (string | null)[][] = [];
  for (const { name, goesOn } of items) {
    const last = chains.at(-1);
    if (goesOn && last) last.push(chainKey(root, name));
    else chains.push([chainKey(root, name)]);
  }
  return chains.filter(({ length }) => length > 1);
}

interface PlayItem {
  /** `00012`. */
  readonly name: string;
  readonly goesOn: boolean;
}

function readPlayItems(binary: string): readonly PlayItem[] {
  if (!binary.startsWith('MPLS')) return [];
  const playlist = numberAt(binary, 8, 4);
  const count = numberAt(binary, playlist + 6, 2);
  const items: PlayItem[] = [];
  let at = playlist + 10;
  for (let index = 0; index < count && at + 13 <= binary.length; index += 1) {
    const name = binary.slice(at + 2, at + 7);
    if (!/^\d{5}$/.test(name)) break;
    items.push({ name, goesOn: seamless.has(numberAt(binary, at + 11, 2) & 0x0f) });
    at += 2 + numberAt(binary, at, 2);
  }
  return items;
}

/** A whole number of so many bytes, big-endian; 0 past the end. */
function numberAt(binary: string, offset: number, bytes: number): number {
  let value = 0;
  for (let index = 0; index < bytes; index += 1) {
    value = value * 256 + (binary.charCodeAt(offset + index) || 0);
  }
  return value;
}
