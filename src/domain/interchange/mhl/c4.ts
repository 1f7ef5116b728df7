/** Base 58 digits of a C4 ID: no 0, O, I or l (SMPTE ST 2114). */
const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** A C4 ID without its `c4`: 58^88 is more than 2^512. */
const digitCount = 88;

/** A SHA-512 as C4 ID: `c4` and 88 base-58 digits, padded on the left with `1` (SMPTE ST 2114). */
export function formatC4(sha512: Uint8Array): string {
  let value = sha512.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = '';
  while (value > 0n) {
    text = digits.charAt(Number(value % 58n)) + text;
    value /= 58n;
  }
  return `c4${text.padStart(digitCount, '1')}`;
}

/** The 64 bytes a C4 ID stands for; undefined when the text is none. */
export function parseC4(text: string): Uint8Array | undefined {
  if (text.length !== digitCount + 2 || !text.startsWith('c4')) return undefined;
  let value = 0n;
  for (const character of text.slice(2)) {
    const digit = digits.indexOf(character);
    if (digit < 0) return undefined;
    value = value * 58n + BigInt(digit);
  }
  if (value >= 1n << 512n) return undefined;
  const hex = value.toString(16).padStart(128, '0');
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
