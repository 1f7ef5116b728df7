import type { Finding } from '../finding/Finding';
import { lineFinding, readRows, type RawRow } from './readRows';

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
  /** Rows above the headings: a report's title and its general data. */
  readonly title: readonly RawRow[];
  /** As they stand. */
  readonly headings: readonly string[];
  readonly rows: readonly TableRow<Column>[];
  readonly columns: ReadonlySet<Column>;
  readonly findings: readonly Finding[];
}

const delimiters = [',', ';', '\t', '|'];
/** A report's title block is shorter than this. */
const rowsBeforeHeadings = 60;

/**
 * Reads CSV text: any column order, `, ; tab |`, BOM, any line ends, quoted line breaks. The headings
 * are the row that knows most of our columns; what stands above it is the title. A row that cannot
 * be read is a finding that names its line.
 */
export function readTable<Column extends string>(
  text: string,
  synonyms: ColumnSynonyms<Column>,
): Table<Column> {
  const plain = text.replace(/^\uFEFF/, '');
  const { rows, findings } = readRows(plain, detectDelimiter(plain, synonyms));
  const table = toTable(rows, synonyms);
  return { ...table, findings: [...findings, ...table.findings] };
}

/** Tells headings from rows. */
export function toTable<Column extends string>(
  rows: readonly RawRow[],
  synonyms: ColumnSynonyms<Column>,
): Table<Column> {
  const at = findHeadings(rows, synonyms);
  const headings = (rows[at]?.cells ?? []).map((heading) => heading.trim());
  const body = rows.slice(at + 1).filter(({ cells }) => !isRepeated(cells, headings));
  const positions = locateColumns(headings, synonyms);
  return {
    title: rows.slice(0, at),
    headings,
    rows: body.map((row) => toTableRow(row, headings, positions)),
    columns: new Set([...positions].flatMap(([column, index]) => (index === null ? [] : [column]))),
    findings: body.flatMap((row) => checkWidth(row, headings)),
  };
}

/** How many of our columns the best row near the top of a text names. */
export function countHeadings<Column extends string>(
  rows: readonly RawRow[],
  synonyms: ColumnSynonyms<Column>,
): number {
  return Math.max(0, ...scoreRows(rows, synonyms));
}

/** The first lines of a text: enough to find its headings. */
export function headOf(text: string): string {
  return text
    .split(/\r\n|\n|\r/, rowsBeforeHeadings)
    .filter((line) => line.trim() !== '')
    .join('\n');
}

function findHeadings<Column extends string>(
  rows: readonly RawRow[],
  synonyms: ColumnSynonyms<Column>,
): number {
  const scores = scoreRows(rows, synonyms);
  return Math.max(0, scores.indexOf(Math.max(0, ...scores)));
}

function scoreRows<Column extends string>(
  rows: readonly RawRow[],
  synonyms: ColumnSynonyms<Column>,
): readonly number[] {
  return rows.slice(0, rowsBeforeHeadings).map(({ cells }) => {
    const positions = [...locateColumns(cells, synonyms).values()];
    return positions.filter((index) => index !== null).length;
  });
}

/** The delimiter that gives the most headings; else the one that stands most often. */
function detectDelimiter<Column extends string>(
  text: string,
  synonyms: ColumnSynonyms<Column>,
): string {
  const head = headOf(text);
  const firstLine = head.split('\n', 1)[0] ?? '';
  const bare = firstLine.replace(/"[^"]*"/g, '');
  const scored = delimiters.map((delimiter) => ({
    delimiter,
    headings: countHeadings(readRows(head, delimiter).rows, synonyms),
    count: bare.split(delimiter).length - 1,
  }));
  scored.sort((left, right) => right.headings - left.headings || right.count - left.count);
  return scored[0]?.delimiter ?? ',';
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

/** A heading as synonyms are written: lower case, letters and digits alone. */
export function toHeadingKey(heading: string): string {
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Tables that were made for paper repeat their headings on each page. */
function isRepeated(cells: readonly string[], headings: readonly string[]): boolean {
  return headings.every((heading, at) => heading === (cells[at] ?? '').trim());
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
