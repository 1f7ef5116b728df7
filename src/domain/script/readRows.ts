import { parse, type CsvError, type Options } from 'csv-parse/browser/esm/sync';
import type { Finding } from '../finding/Finding';

/** A row as it stands. */
export interface RawRow {
  /** Line of the text on which the row ends, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows that have text, and a finding for every line that could not be read. */
export interface ReadRows {
  readonly rows: readonly RawRow[];
  readonly findings: readonly Finding[];
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

/** Reads delimited text with quoted cells (RFC 4180), whichever line ends it has. */
export function readRows(text: string, delimiter: string): ReadRows {
  const rows: RawRow[] = [];
  const findings: Finding[] = [];
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
