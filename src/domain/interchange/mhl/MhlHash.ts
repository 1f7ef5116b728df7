import { formatC4, parseC4 } from './c4';

/** Hash formats of ASC MHL, in the order in which a record lists them (by name). */
export const hashFormats = ['c4', 'md5', 'sha1', 'xxh128', 'xxh3', 'xxh64'] as const;

/** A hash format of ASC MHL. */
export type HashFormat = (typeof hashFormats)[number];

/** What a hash stands for: first seen, found equal to an earlier one, or found different. */
export type HashAction = 'original' | 'verified' | 'failed';

/** One hash as a manifest records it. */
export interface MhlHash {
  readonly format: HashFormat;
  /** Lower-case hex, big-endian; C4 in its own base 58 text. */
  readonly digest: string;
  /** Null for folder hashes, which have none. */
  readonly action: HashAction | null;
  /** ISO 8601 with offset; empty when it is not recorded. */
  readonly hashDate: string;
}

/** Bytes in a digest, by format (a C4 holds a SHA-512). */
const digestBytes: Readonly<Record<HashFormat, number>> = {
  c4: 64,
  md5: 16,
  sha1: 20,
  xxh128: 16,
  xxh3: 8,
  xxh64: 8,
};

/** The bytes that a digest's text stands for; undefined when the text is no digest of that format. */
export function parseDigest(format: HashFormat, text: string): Uint8Array | undefined {
  if (format === 'c4') return parseC4(text);
  const isHex = text.length === digestBytes[format] * 2 && /^[0-9a-f]+$/i.test(text);
  if (!isHex) return undefined;
  const pairs = text.match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

/** The text of a digest's bytes, as manifests write it. */
export function formatDigest(format: HashFormat, bytes: Uint8Array): string {
  if (format === 'c4') return formatC4(bytes);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
