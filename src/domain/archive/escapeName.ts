/** Longest name that every file system in the field can hold, in UTF-8 bytes. */
const longestName = 255;

/** Kept free of a shortened name's front for its number and its extension. */
const shortenedFront = 200;
const longestExtension = 20;

/**
 * What some file system, XML 1.0 or a stock checker of manifests cannot hold: control characters,
 * what Windows forbids, `%` (bags encode it, `sha256sum -c` does not), U+FFFE, U+FFFF and lone
 * surrogates; and an `=` that would read as one of our escapes.
 */
const unsafe = /[\p{Cc}\p{Cs}<>:"/\\|?*%\uFFFE\uFFFF]|=(?=[0-9A-F]{2}|u[0-9A-F]{4})/gu;

/** Windows reads these as devices, whatever follows the first dot. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A file or folder name that every file system can hold: an unsafe UTF-16 unit becomes `=XX` or
 * `=uXXXX` (hex), likewise a blank or dot at the end and the first letter of a device name. A name
 * of more than 255 bytes is shortened, which only a table of names can undo.
 */
export function escapeName(name: string): string {
  const escaped = name.replace(unsafe, toEscape).replace(/[. ]$/, toEscape).replace(/^$/, '=');
  const spared = deviceName.test(escaped) ? escaped.replace(/^./, toEscape) : escaped;
  return byteLength(spared) > longestName ? shortenName(spared) : spared;
}

/** The name that `escapeName` was given, unless it was shortened. */
export function unescapeName(escaped: string): string {
  if (escaped === '=') return '';
  return escaped.replace(/=(?:([0-9A-F]{2})|u([0-9A-F]{4}))/g, (_whole, short, long) =>
    String.fromCharCode(Number.parseInt((short ?? long) as string, 16)),
  );
}

/** The same name with a number before its extension, for one that is taken: `A001~2.mov`. */
export function numberName(name: string, number: number): string {
  const { stem, extension } = splitName(name);
  const numbered = `${stem}~${number}${extension}`;
  return byteLength(numbered) > longestName ? numberName(shortenName(name), number) : numbered;
}

function toEscape(unit: string): string {
  const code = unit.charCodeAt(0);
  const hex = code.toString(16).toUpperCase();
  return code < 0x100 ? `=${hex.padStart(2, '0')}` : `=u${hex.padStart(4, '0')}`;
}

function shortenName(name: string): string {
  const { stem, extension } = splitName(name);
  let front = '';
  for (const character of stem) {
    if (byteLength(front + character) > shortenedFront) break;
    front += character;
  }
  return `${front}~${extension}`;
}

function splitName(name: string): { readonly stem: string; readonly extension: string } {
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot) : '';
  const isExtension = extension !== '' && byteLength(extension) <= longestExtension;
  return isExtension ? { stem: name.slice(0, dot), extension } : { stem: name, extension: '' };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
