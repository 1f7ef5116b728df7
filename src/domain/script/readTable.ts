import { parse, type CsvError, type Options } from 'csv-parse/browser/esm/sync';
import type { Finding } from '../finding/Finding';

/** Our column → the headings that people give it, lower case, letters and digits alone. */
export type ColumnSynonyms<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/** One row by our columns; what the table has no column for is empty. */
export interface TableRow<Column extends string> {
  /** Line of the text on which the row ends, from 1. */
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
  /** Every cell by the heading as it stands. */
  readonly all: ReadonlyMap<string, string>;
}

/** A table as read: rows that stand, and what was wrong with the others. */
export interface Table<Column extends string> {
  readonly rows: readonly TableRow<Column>[];
  readonly columns: ReadonlySet<Column>;
  readonly findings: readonly Finding[];
}

interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const delimiters = [',', ';', '\t', '|'];

/**
 * Reads CSV text whose first row with text holds the headings: any column order, `, ; tab |`, BOM,
 * CRLF, quoted line breaks. A row that cannot be read is a finding that names its line.
 */
export function readTable<Column extends string>(
  text: string,
  synonyms: ColumnSynonyms<Column>,
): Table<Column> {
  const { rows, findings } = readRows(text.replace(/^\uFEFF/, ''));
  const [header, ...body] = rows;
  if (!header) return { rows: [], columns: new Set(), findings };
  const headings = header.cells.map((heading) => heading.trim());
  const positions = locateColumns(headings, synonyms);
  return {
    rows: body.map((row) => toTableRow(row, headings, positions)),
    columns: new Set([...positions].flatMap(([column, at]) => (at === null ? [] : [column]))),
    findings: [...findings, ...body.flatMap((row) => checkWidth(row, headings))],
  };
}

/** A finding about one line of a table. */
export function lineFinding(code: string, line: number, message: string): Finding {
  return {
    code,
    severity: 'warning',
    subject: `line ${line}`,
    message: `Line ${line}: ${message}`,
  };
}

function readRows(text: string): { rows: readonly RawRow[]; findings: readonly Finding[] } {
  const rows: RawRow[] = [];
  const findings: Finding[] = [];
  const delimiter = detectDelimiter(text);
  let rest = text;
  let before = 0;
  for (;;) {
    const read = readUntilOpenQuote(rest, delimiter);
    rows.push(...read.rows.map((row) => ({ ...row, line: row.line + before })));
    if (read.openQuoteLine === null) return { rows, findings };
    const line = read.openQuoteLine + before;
    findings.push(
      lineFinding('bad-row', line, 'a quotation mark is opened and never closed. Row left out.'),
    );
    rest = dropLines(rest, read.openQuoteLine);
    before = line;
  }
}

/** Reads rows; a quote that never closes would swallow all that follows, so its line is named. */
function readUntilOpenQuote(
  text: string,
  delimiter: string,
): { rows: readonly RawRow[]; openQuoteLine: number | null } {
  const skipped: (string | undefined)[] = [];
  const options: Options = {
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    on_skip: (error: CsvError | undefined) => {
      skipped.push(error?.code);
      return undefined;
    },
  };
  const records = parse(text, options) as unknown as readonly {
    readonly record: readonly string[];
    readonly info: { readonly lines: number };
  }[];
  const rows = records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  return {
    rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    openQuoteLine: skipped.includes('CSV_QUOTE_NOT_CLOSED') ? (rows.at(-1)?.line ?? 0) + 1 : null,
  };
}

function dropLines(text: string, count: number): string {
  return text
    .split(/\r\n|\n|\r/)
    .slice(count)
    .join('\n');
}

/** The delimiter that stands most often, outside quotes, in the first line with text. */
function detectDelimiter(text: string): string {
  const firstLine = /^.*\S.*$/m.exec(text)?.[0] ?? '';
  const bare = firstLine.replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => bare.split(delimiter).length - 1);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

function locateColumns<Column extends string>(
  headings: readonly string[],
  synonyms: ColumnSynonyms<Column>,
): ReadonlyMap<Column, number | null> {
  const keys = headings.map(toHeadingKey);
  const positions = new Map<Column, number | null>();
  for (const column of Object.keys(synonyms) as Column[]) {
    // Synonyms stand in order of preference: a column called just so wins over one called nearly so.
    const found = synonyms[column].map((synonym) => keys.indexOf(synonym)).find((at) => at >= 0);
    positions.set(column, found ?? null);
  }
  return positions;
}

function toHeadingKey(heading: string): string {
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function toTableRow<Column extends string>(
  row: RawRow,
  headings: readonly string[],
  positions: ReadonlyMap<Column, number | null>,
): TableRow<Column> {
  const cells = Object.fromEntries(
    [...positions].map(([column, at]) => [column, at === null ? '' : (row.cells[at] ?? '').trim()]),
  ) as Record<Column, string>;
  const all = new Map(headings.map((heading, at) => [heading, (row.cells[at] ?? '').trim()]));
  return { line: row.line, cells, all };
}

function checkWidth(row: RawRow, headings: readonly string[]): readonly Finding[] {
  const extra = row.cells.slice(headings.length).filter((cell) => cell.trim() !== '');
  if (extra.length === 0) return [];
  return [
    lineFinding(
      'row-too-wide',
      row.line,
      `has ${row.cells.length} cells under ${headings.length} headings; “${extra.join('”, “')}” is left out. Text that holds the delimiter must stand in quotation marks.`,
    ),
  ];
}
