/**
 * Text of a RIFF chunk, whatever the recorder wrote: UTF-16 by its mark or its zero bytes, UTF-8
 * where the bytes are that, Windows Latin otherwise. Padding (NUL) at the end is cut off.
 */
export function decodeChunkText(bytes: Uint8Array): string {
  const text = new TextDecoder(detectEncoding(bytes)).decode(bytes);
  return text.replace(/\0[\s\S]*$/, '');
}

/** How a text begins, in hexadecimal: byte order marks, or `<` and its zero byte. */
const utf16Beginnings: Readonly<Record<string, string>> = {
  'ff,fe': 'utf-16le',
  'fe,ff': 'utf-16be',
  '3c,0': 'utf-16le',
  '0,3c': 'utf-16be',
};

function detectEncoding(bytes: Uint8Array): string {
  const beginning = [...bytes.subarray(0, 2)].map((byte) => byte.toString(16)).join();
  return utf16Beginnings[beginning] ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** Whether reading the bytes as UTF-8 and writing them again gives the same bytes. */
function isUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const again = new TextEncoder().encode(text);
  return again.length === bytes.length && again.every((byte, index) => byte === bytes[index]);
}
