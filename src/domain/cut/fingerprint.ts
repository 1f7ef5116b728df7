/**
 * A stable name for any plain value (JSON values and bigints): 32 hex digits that are the same for
 * equal values, whatever the order of their keys. It tells plans apart; it is no protection against
 * somebody who wants two plans to look alike.
 */
export function planFingerprint(value: unknown): string {
  const text = canonicalText(value);
  return [0, 1].map((seed) => hash64(text, seed)).join('');
}

/** JSON with sorted keys; a bigint keeps its type, an absent key and an undefined one are the same. */
function canonicalText(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalText(entry)}`).join(',')}}`;
}

/** Taken once: some hosts look globals up slowly. */
const { imul } = Math;

const firstPrime = 0x9e3779b1;
const secondPrime = 0x85ebca77;

/** Two 32-bit multiply-and-xor lanes over the UTF-16 units, each stirred by the other at the end. */
function hash64(text: string, seed: number): string {
  let left = 0x12345678 ^ seed;
  let right = 0x0badcafe ^ imul(seed, firstPrime);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    left = imul(left ^ unit, firstPrime) ^ (left >>> 15);
    right = imul(right ^ unit, secondPrime) ^ (right >>> 13);
  }
  left = imul(left ^ (right >>> 16), secondPrime);
  right = imul(right ^ (left >>> 15), firstPrime);
  return [left ^ (right >>> 13), right ^ (left >>> 16)].map(toHex).join('');
}

function toHex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
