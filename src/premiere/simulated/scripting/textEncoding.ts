import iconv from 'iconv-lite';

/** Names ExtendScript uses and this system's own; any other is asked of the library as it is. */
const names: Readonly<Record<string, string>> = {
  BINARY: 'latin1',
  ASCII: 'latin1',
  'UTF-8': 'utf8',
  UTF8: 'utf8',
  'UTF-16': 'utf16-le',
  'UTF-16LE': 'utf16-le',
  'UTF-16BE': 'utf16-be',
  'UCS-2': 'utf16-le',
  'UCS-2LE': 'utf16-le',
  'UCS-2BE': 'utf16-be',
  'X-SJIS': 'shift_jis',
};

function nameOf(encoding: string): string {
  const name = names[encoding.toUpperCase()] ?? encoding;
  return iconv.encodingExists(name) ? name : 'utf8';
}

/** Whether a file can be read and written in an encoding. */
export function hasEncoding(encoding: string): boolean {
  return names[encoding.toUpperCase()] !== undefined || iconv.encodingExists(encoding);
}

/** Bytes as text; a mark at their beginning is not part of it. */
export function decodeText(bytes: Buffer, encoding: string): string {
  return iconv.decode(bytes, nameOf(encoding), { stripBOM: false });
}

/** A text as bytes. */
export function encodeText(text: string, encoding: string): Buffer {
  return iconv.encode(text, nameOf(encoding));
}

const marks: readonly (readonly [encoding: string, bytes: Buffer])[] = [
  ['UTF-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['UTF-16LE', Buffer.from([0xff, 0xfe])],
  ['UTF-16BE', Buffer.from([0xfe, 0xff])],
];

/** Encoding that a mark at the beginning of a file names, with the mark's length; null for none. */
export function markOf(bytes: Buffer): { readonly encoding: string; readonly size: number } | null {
  for (const [encoding, mark] of marks) {
    if (bytes.subarray(0, mark.length).equals(mark)) return { encoding, size: mark.length };
  }
  return null;
}
