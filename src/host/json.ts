import { failure } from './failure';
import { hasOwn } from './hostValues';

/** A JSON text being read. */
interface JsonReader {
  readonly text: string;
  position: number;
}

/** Everything but printable ASCII without quote and backslash: the reply stays plain ASCII. */
const needsEscape = /[^\u0020\u0021\u0023-\u005b\u005d-\u007e]/;

/** Looked up once, as in `hostValues`. */
const plainObject = Object.prototype;

const shortEscapes = '"\\/bfnrt';
const escapedCharacters = '"\\/\b\f\n\r\t';

/**
 * Reads JSON without ever evaluating it. ExtendScript has no JSON, and one that another panel put
 * into the shared global object is not ours to trust or to replace.
 */
export function parseJson(text: string): unknown {
  const reader = { text: text, position: 0 };
  const value = readValue(reader);
  skipSpace(reader);
  if (reader.position < text.length) throw malformed(reader);
  return value;
}

/** Writes JSON in ASCII alone; members that are undefined are left out. */
export function formatJson(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number' || typeof value === 'boolean') return formatWord(value);
  if (isArray(value)) return formatArray(value as readonly unknown[]);
  return formatObject(value as Record<string, unknown>);
}

/** `instanceof` would ask for symbols that ExtendScript does not have. */
function isArray(value: unknown): boolean {
  return plainObject.toString.call(value as object) === '[object Array]';
}

function formatWord(value: number | boolean): string {
  return typeof value === 'number' && !isFinite(value) ? 'null' : String(value);
}

function formatArray(values: readonly unknown[]): string {
  const parts: string[] = [];
  for (let index = 0; index < values.length; index += 1) parts.push(formatJson(values[index]));
  return '[' + parts.join(',') + ']';
}

function formatObject(value: Record<string, unknown>): string {
  const parts: string[] = [];
  for (const key in value) {
    const member = hasOwn(value, key) ? value[key] : undefined;
    // Names are our own words.
    if (member !== undefined) parts.push('"' + key + '":' + formatJson(member));
  }
  return '{' + parts.join(',') + '}';
}

function quote(text: string): string {
  return '"' + (needsEscape.test(text) ? escapeText(text) : text) + '"';
}

function escapeText(text: string): string {
  const parts: string[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    parts.push(needsEscape.test(character) ? escapeCharacter(character) : character);
  }
  return parts.join('');
}

function escapeCharacter(character: string): string {
  const known = escapedCharacters.indexOf(character);
  if (known >= 0) return '\\' + shortEscapes.charAt(known);
  const hex = '0000' + character.charCodeAt(0).toString(16);
  return '\\u' + hex.substring(hex.length - 4);
}

function readValue(reader: JsonReader): unknown {
  skipSpace(reader);
  const character = reader.text.charAt(reader.position);
  if (character === '{') return readObject(reader);
  if (character === '[') return readArray(reader);
  if (character === '"') return readString(reader);
  return readWord(reader);
}

function readObject(reader: JsonReader): unknown {
  const value: Record<string, unknown> = {};
  reader.position += 1;
  if (takes(reader, '}')) return value;
  do {
    skipSpace(reader);
    const key = readString(reader);
    if (!takes(reader, ':')) throw malformed(reader);
    value[key] = readValue(reader);
  } while (takes(reader, ','));
  if (!takes(reader, '}')) throw malformed(reader);
  return value;
}

function readArray(reader: JsonReader): unknown {
  const values: unknown[] = [];
  reader.position += 1;
  if (takes(reader, ']')) return values;
  do {
    values.push(readValue(reader));
  } while (takes(reader, ','));
  if (!takes(reader, ']')) throw malformed(reader);
  return values;
}

function readString(reader: JsonReader): string {
  if (reader.text.charAt(reader.position) !== '"') throw malformed(reader);
  const parts: string[] = [];
  let start = reader.position + 1;
  for (let index = start; index < reader.text.length; index += 1) {
    const character = reader.text.charAt(index);
    if (character === '"') {
      reader.position = index + 1;
      parts.push(reader.text.substring(start, index));
      return parts.join('');
    }
    if (character === '\\') {
      parts.push(reader.text.substring(start, index));
      reader.position = index + 1;
      parts.push(readEscape(reader));
      index = reader.position - 1;
      start = reader.position;
    }
  }
  throw malformed(reader);
}

/** Reads what stands after a backslash. */
function readEscape(reader: JsonReader): string {
  const character = reader.text.charAt(reader.position);
  reader.position += 1;
  const known = shortEscapes.indexOf(character);
  if (character !== '' && known >= 0) return escapedCharacters.charAt(known);
  const code = parseInt(reader.text.substr(reader.position, 4), 16);
  if (character !== 'u' || isNaN(code)) throw malformed(reader);
  reader.position += 4;
  return String.fromCharCode(code);
}

/** Reads a number, true, false or null. */
function readWord(reader: JsonReader): unknown {
  const start = reader.position;
  let end = start;
  while (end < reader.text.length && ' \t\r\n,:]}'.indexOf(reader.text.charAt(end)) < 0) end += 1;
  const word = reader.text.substring(start, end);
  reader.position = end;
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  const value = Number(word);
  if (word === '' || isNaN(value)) throw malformed(reader);
  return value;
}

/** Steps over `expected` where it comes next. */
function takes(reader: JsonReader, expected: string): boolean {
  skipSpace(reader);
  if (reader.text.charAt(reader.position) !== expected) return false;
  reader.position += 1;
  return true;
}

function skipSpace(reader: JsonReader): void {
  while (isSpace(reader.text.charAt(reader.position))) reader.position += 1;
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t';
}

function malformed(reader: JsonReader): Error {
  return failure(
    'bad-request',
    'The request is no JSON at character ' + String(reader.position) + '.',
  );
}
