/** Control characters, and halves of a character; U+FFFD stands for bytes that are no Unicode. */
const refused = /[\p{Cc}\p{Cs}\uFFFD-\uFFFF]/u;
/** Windows leaves blanks and dots at a name's end away, and so would open another file. */
const lostOnWindows = /([ .])(?:[\\/]|$)/;

/**
 * Why a file cannot be imported under its path, in words that name the character; null when it can.
 * Premiere's project is XML, which holds no control characters; a path with bytes that are no
 * Unicode names no file by the time that a script reads it. Everything else is imported: accents,
 * emoji, quotes, right-to-left text, long names, and blanks at the end where the system keeps them.
 */
export function nameProblem(path: string): string | null {
  const found = refused.exec(path)?.[0];
  if (found !== undefined) return `Its path holds ${describe(found)}. ${remedy}`;
  const isWindows = /^(?:[A-Za-z]:[\\/]|\\\\)/.test(path);
  const lost = isWindows ? lostOnWindows.exec(path)?.[1] : undefined;
  if (lost === undefined) return null;
  const what = lost === ' ' ? 'a blank (U+0020)' : 'a dot (U+002E)';
  return `A name in its path ends in ${what}, which Windows leaves away. ${remedy}`;
}

const remedy = 'Copy the file under another name and take that.';

function describe(character: string): string {
  if (character === '\uFFFD') return 'bytes that are no Unicode';
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `the character U+${code}, which no Premiere project can hold`;
}
