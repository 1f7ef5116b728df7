import type { Finding } from '../finding/Finding';
import { logColumns, type LogColumn } from '../script/logColumns';
import { readRows, type RawRow } from '../script/readRows';
import { countHeadings, headOf, type Table } from '../script/readTable';

/** An error that stops the reading of a log. */
export function logFault(code: string, message: string): Finding {
  return { code, severity: 'error', subject: 'log', message };
}

/** What keeps a text from being a log at all, before it is read as a table; null when nothing does. */
export function findTextFault(text: string): Finding | null {
  if (text.trim() === '') {
    return logFault(
      'log-empty',
      'It is empty. Export it again, and look whether the copy finished.',
    );
  }
  if (/^\s*SESSION NAME:\t/.test(text)) {
    return logFault(
      'log-is-pro-tools-session',
      'It is a session’s text from Pro Tools: it tells of an edit and names no takes. Give the sound report of the recorder.',
    );
  }
  return null;
}

/** Why the rows of a table stand in one cell; null where they do not. */
export function findWrongDelimiter(text: string, table: Table<LogColumn>): Finding | null {
  const found = table.columns.size < 2 ? foreignDelimiter(text) : dividedRows(table);
  if (found === null) return null;
  return logFault(
    'log-wrong-delimiter',
    `Its cells are divided by ${found}. Expected comma, semicolon, tab or |. Save it as CSV with one of these.`,
  );
}

const named: readonly (readonly [string, string])[] = [
  ...['~', '^', '#', '¦', '*', ':', '/'].map((sign) => [sign, `“${sign}”`] as const),
  ['  ', 'spaces'],
];
const usual: readonly (readonly [string, string])[] = [
  [',', 'commas'],
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', '“|”'],
];

/** A sign that would give headings, or a usual one inside quotation marks around whole rows. */
function foreignDelimiter(text: string): string | null {
  const head = headOf(text);
  const foreign = named.find(([sign]) => givesHeadings(splitLines(head, sign)));
  if (foreign) return foreign[1];
  const bare = head.replace(/^\s*"(.*)"\s*$/gm, '$1').replace(/""/g, '"');
  const hidden = usual.find(([sign]) => givesHeadings(readRows(bare, sign).rows));
  return hidden ? `${hidden[1]} inside quotation marks that make each row one cell` : null;
}

function givesHeadings(rows: readonly RawRow[]): boolean {
  return countHeadings(rows, logColumns) >= 2;
}

function splitLines(text: string, sign: string): readonly RawRow[] {
  const separator = sign === '  ' ? / {2,}/ : sign;
  return text
    .split('\n')
    .map((content, index) => ({ line: index + 1, cells: content.split(separator) }));
}

/** The headings are divided otherwise than the rows. */
function dividedRows({ rows, headings }: Table<LogColumn>): string | null {
  const texts = rows.map(({ all }) => [...all.values()].filter((cell) => cell !== ''));
  if (headings.length < 2 || texts.length === 0 || texts.some(({ length }) => length > 1)) {
    return null;
  }
  const cells = texts.flat();
  const found = usual.find(([sign]) =>
    cells.every((cell) => cell.split(sign).length > headings.length / 2),
  );
  return found ? `${found[1]} in its rows and not in its headings` : null;
}
