/**
 * A four-character code that is written as a number: `1112293707` is `BLCK`. A number that is no
 * such code stays as it is, and so does any other text.
 */
export function fourCharacterCode(text: string): string {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 0xffff_ffff) return text;
  const bytes = [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
  const isCode = bytes.every((byte) => byte >= 0x20 && byte <= 0x7e);
  return isCode ? String.fromCharCode(...bytes) : text;
}
