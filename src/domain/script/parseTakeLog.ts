import type { Finding } from '../finding/Finding';
import { readLoggedTake } from './readLoggedTake';
import { lineFinding, readTable } from './readTable';
import { logColumns, type LogColumn } from './logColumns';
import type { LoggedTake } from './LoggedTake';
import { takeNameOf } from './takeNameOf';

/** The log as read: takes in its order, and every row that could not be used, by line. */
export interface ParsedTakeLog {
  readonly takes: readonly LoggedTake[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the script supervisor's log: one row a take, with a `Camera A`, `Camera B` … column that
 * holds clip names, the recorder's file, in and out as timecode. Without one usable row the findings
 * hold an error.
 */
export function parseTakeLog(csv: string): ParsedTakeLog {
  const table = readTable(csv, logColumns);
  const missing = missingColumns(table.columns);
  if (missing.length > 0) return { takes: [], findings: [...table.findings, noColumn(missing)] };
  const findings: Finding[] = [...table.findings];
  const takes = new Map<string, LoggedTake>();
  for (const row of table.rows) {
    const { take, problems } = readLoggedTake(row);
    findings.push(...problems);
    if (!take) continue;
    const name = takeNameOf(take);
    const earlier = takes.get(name);
    if (earlier) findings.push(duplicateTake(row.line, name, earlier.line));
    else takes.set(name, take);
  }
  if (takes.size === 0) findings.push(noRows());
  return { takes: [...takes.values()], findings };
}

function missingColumns(columns: ReadonlySet<LogColumn>): readonly string[] {
  return [
    ...(columns.has('scene') || columns.has('setup') ? [] : ['Scene']),
    ...(columns.has('take') ? [] : ['Take']),
  ];
}

function noColumn(missing: readonly string[]): Finding {
  return {
    code: 'no-take-columns',
    severity: 'error',
    subject: 'log',
    message: `The log has no column for “${missing.join('” and “')}”. Its first row must hold the headings.`,
  };
}

function noRows(): Finding {
  return {
    code: 'no-usable-rows',
    severity: 'error',
    subject: 'log',
    message: 'The log has no row that can be used.',
  };
}

function duplicateTake(line: number, name: string, earlier: number): Finding {
  return lineFinding(
    'duplicate-take',
    line,
    `${name} already stands on line ${earlier}. Row left out.`,
  );
}
