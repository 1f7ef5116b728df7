import type { Finding } from '../finding/Finding';
import { isAle, parseAle } from '../interchange/ale/parseAle';
import { aleColumns, logColumns, type LogColumn } from '../script/logColumns';
import type { LoggedClip, LoggedTake, LogKind } from '../script/LoggedTake';
import { lineFinding } from '../script/readRows';
import { readTable, toTable, type Table } from '../script/readTable';
import { takeNameOf } from '../script/takeNameOf';
import { findTextFault, findWrongDelimiter, logFault } from './findLogFault';
import { joinRows } from './joinTakes';
import { fromTitle, kindOfTable } from './kindOfTable';
import { readLogRow, type LogSource } from './readLogRow';

/** A log or report as read. */
export interface ParsedLog {
  readonly kind: LogKind;
  /** In the log's order. */
  readonly takes: readonly LoggedTake[];
  /** What a report lists without saying which take it is. */
  readonly clips: readonly LoggedClip[];
  /** Every row that could not be used, by line; one error where the log cannot be used at all. */
  readonly findings: readonly Finding[];
}

/**
 * Reads a script supervisor's log, a camera report, a sound report or a clip list (ALE), and finds
 * out which it is. One row is a take, or a take's clip or recording. `fileName` is what findings call
 * it.
 */
export function parseLog(text: string, fileName: string): ParsedLog {
  const { kind, takes, clips, findings } = parseText(text, fileName);
  return { kind, takes, clips, findings: findings.map((finding) => inLog(finding, fileName)) };
}

function parseText(text: string, log: string): ParsedLog {
  const { plain, remarks } = withoutMarkAsText(text);
  const fault = findTextFault(plain);
  if (fault) return refused('supervisor', [fault]);
  const parsed = isAle(plain) ? parseClipList(plain, log) : parseLogTable(plain, log);
  return { ...parsed, findings: [...remarks, ...parsed.findings] };
}

/** A mark that was read in a wrong encoding and saved again stands as text before the first heading. */
function withoutMarkAsText(text: string): {
  readonly plain: string;
  readonly remarks: readonly Finding[];
} {
  const plain = text.replace(/^(?:\uFEFF|ï»¿)+/, '');
  if (plain === text) return { plain, remarks: [] };
  const message =
    'A byte order mark stands before its first heading as if it were text. It was left out; nothing is to be done.';
  return { plain, remarks: [{ code: 'log-mark', severity: 'info', subject: 'log', message }] };
}

function parseClipList(text: string, log: string): ParsedLog {
  const { rows, findings } = parseAle(text);
  if (findings.length > 0) return refused('ale', findings);
  const source: LogSource = { kind: 'ale', log, defaults: { camera: '', roll: '' } };
  return readRowsOf(toTable(rows, aleColumns), source);
}

function parseLogTable(text: string, log: string): ParsedLog {
  const table = readTable(text, logColumns);
  const kind = kindOfTable(table);
  const fault = findWrongDelimiter(text, table) ?? findMissingColumn(table, kind);
  if (fault?.severity === 'error') return refused(kind, [...table.findings, fault]);
  const defaults = {
    camera: fromTitle(table.title, /^cam(?:era)?$/i),
    roll: fromTitle(table.title, /^(?:cam(?:era)? )?(?:roll|card|mag)$/i),
  };
  const parsed = readRowsOf(table, { kind, log, defaults });
  return { ...parsed, findings: [...(fault ? [fault] : []), ...parsed.findings] };
}

function refused(kind: LogKind, findings: readonly Finding[]): ParsedLog {
  return { kind, takes: [], clips: [], findings };
}

function readRowsOf(table: Table<LogColumn>, source: LogSource): ParsedLog {
  const findings: Finding[] = [];
  const takes = new Map<string, LoggedTake>();
  const clips: LoggedClip[] = [];
  for (const row of table.rows) {
    const read = readLogRow(row, source);
    findings.push(...read.problems);
    clips.push(...read.clips);
    if (read.take) findings.push(...addTake(read.take, takes));
  }
  const remarks = takes.size > 0 ? [] : [withoutTakes(clips)];
  return {
    kind: source.kind,
    takes: settleCircles([...takes.values()]),
    clips,
    findings: [...table.findings, ...findings, ...remarks],
  };
}

/** Adds a row's take to those before it; a finding where it stands already. */
function addTake(take: LoggedTake, takes: Map<string, LoggedTake>): readonly Finding[] {
  const name = takeNameOf(take);
  const earlier = takes.get(name);
  const joined = earlier ? joinRows(earlier, take) : take;
  if (joined) takes.set(name, joined);
  return earlier && !joined ? [duplicateTake(take.line, name, earlier.line)] : [];
}

/** A log that circles takes says of all others that they are not. */
function settleCircles(takes: readonly LoggedTake[]): readonly LoggedTake[] {
  if (!takes.some(({ circled }) => circled)) return takes;
  return takes.map((take) => {
    const statedBy = take.statedBy.map((said) => ({ ...said, circled: said.circled ?? false }));
    return { ...take, statedBy };
  });
}

function findMissingColumn({ columns, headings }: Table<LogColumn>, kind: LogKind): Finding | null {
  if (columns.size === 0) {
    const read = headings.filter((heading) => heading !== '').slice(0, 5);
    const message = `No row of it holds headings such as Scene, Setup, Take, Clip. Its first row reads “${read.join('”, “')}”. Add a row of headings.`;
    return logFault('log-no-headings', message);
  }
  const isReport = kind !== 'supervisor';
  const severity = isReport ? 'warning' : 'error';
  if (!columns.has('scene') && !columns.has('setup')) {
    const message = `It has no column “Scene” or “Setup”, so no row tells which take it is. Add one${isReport ? '; its clips are checked for completeness alone' : ''}.`;
    return { ...logFault('log-no-scene-column', message), severity };
  }
  if (columns.has('take')) return null;
  const message = 'It has no column “Take”, so no row tells which take it is. Add one.';
  return { ...logFault('log-no-take-column', message), severity };
}

function withoutTakes(clips: readonly LoggedClip[]): Finding {
  if (clips.length === 0) return logFault('no-usable-rows', 'It has no row that can be used.');
  const message = `None of its clips (${clips.length}) has a scene and take; they are checked for completeness alone.`;
  return { code: 'log-without-slates', severity: 'info', subject: 'log', message };
}

function duplicateTake(line: number, name: string, earlier: number): Finding {
  const message = `${name} already stands on line ${earlier}. Row left out.`;
  return lineFinding('duplicate-take', line, message);
}

function inLog(finding: Finding, fileName: string): Finding {
  const subject = finding.subject === 'log' ? fileName : `${fileName}, ${finding.subject}`;
  return { ...finding, subject, message: `“${fileName}”: ${finding.message}` };
}
