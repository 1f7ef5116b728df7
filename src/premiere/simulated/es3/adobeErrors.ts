/**
 * What ExtendScript says of an error, by number: the table inside Adobe's own parser library.
 * `%1` stands for what it is about.
 */
const errorTexts: Readonly<Record<number, string>> = {
  2: '%1 is undefined',
  3: 'Cannot assign value',
  4: 'Unterminated string constant',
  5: 'Unterminated comment',
  6: 'Bad digit in number',
  7: "Language feature '%1' is not supported",
  8: 'Syntax error',
  9: "Illegal use of reserved word '%1'",
  10: 'Illegal break or continue outside a loop',
  11: 'Label not found',
  13: 'Too many closing braces',
  14: 'No matching closing brace found',
  15: 'Try without catch or finally',
  16: 'catch/finally without try',
  17: 'Variable name expected',
  21: '%1 is not an object',
  22: '%1 does not have a constructor',
  23: '%1 does not have a value',
  24: '%1 is not a function',
  25: 'Expected: %1',
  27: 'Stack overrun',
  30: "Illegal 'return' outside of a function body",
  31: 'Bad or invalid URI: %1',
  39: 'More than one switch default',
  41: '%1 is out of range',
  44: 'Cannot convert',
  45: 'Object is invalid',
  46: '%1 is read only',
  48: 'File or folder does not exist',
  49: 'File or folder already exists',
  50: 'I/O device is not open',
  51: 'Read past EOF',
  52: 'I/O error',
  53: 'Permission denied',
  55: "Object does not support the property or method '%1'",
  56: 'Cannot connect to %1',
};

/** The text of an error by its number. */
export function adobeErrorText(number: number, about = ''): string {
  return (errorTexts[number] ?? '').replace('%1', () => about);
}

/** The number of an error by its text; 1, the number of a free text, when none is known. */
function adobeErrorNumber(text: string): number {
  for (const [number, known] of Object.entries(errorTexts)) {
    const [before = '', after] = known.split('%1');
    const isIt =
      after === undefined ? text === known : text.startsWith(before) && text.endsWith(after);
    if (isIt) return Number(number);
  }
  return 1;
}

/** A source that ExtendScript refuses before it runs any of it. */
export class DialectError extends Error {
  override readonly name = 'SyntaxError';

  /** Counted from 1, in the text that was parsed. */
  readonly line: number;
  /** File that holds the line, where it is known. */
  readonly fileName: string | undefined;

  constructor(
    readonly number: number,
    message: string,
    place: { readonly line: number; readonly fileName?: string },
  ) {
    super(message);
    this.line = place.line;
    this.fileName = place.fileName;
  }
}

/** How the words of the engine underneath become ExtendScript's; the first that fits counts. */
const translations: readonly (readonly [RegExp, number])[] = [
  [/^Cannot (?:read|set) propert(?:y|ies) (?:.* )?of (undefined|null)(?: .*)?$/, 21],
  [/^(undefined|null) is not an object/, 21],
  [/^Cannot convert (undefined|null)(?: or null)? to object$/, 21],
  [/^(?:.*\)?\.)?\(intermediate value\)(?:.*\.)?([\w$]+) is not a function$/, 24],
  [/^(.*) is not a function(?: or its return value is not iterable)?$/, 24],
  [/^(.*) is not defined$/, 2],
  [/^(.*) is not a constructor$/, 22],
  [/^Maximum call stack size exceeded$/, 27],
  [/^URI (malformed)$/, 31],
  [/^Invalid (array length|count value)/, 41],
];

/** An error of the engine underneath in ExtendScript's words and number. */
export function toAdobeWords(message: string): { readonly text: string; readonly number: number } {
  for (const [pattern, number] of translations) {
    const about = pattern.exec(message);
    if (about) return { text: adobeErrorText(number, about[1] ?? ''), number };
  }
  return { text: message, number: adobeErrorNumber(message) };
}
