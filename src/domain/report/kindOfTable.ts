import type { LogColumn } from '../script/logColumns';
import type { LogKind } from '../script/LoggedTake';
import type { RawRow } from '../script/readRows';
import { toHeadingKey, type Table } from '../script/readTable';
import { cameraOfHeading, isSoundFile } from './readPictures';

/** Headings that a recorder's report has and no other table. */
const soundMarks = new Set([
  ...['channels', 'samplerate', 'bitdepth', 'starttc', 't1', 'track1', 'trk1', 'tr1', 'ch1'],
  ...['filetype', 'tracknames'],
]);

/** Headings that a camera report has and a supervisor's log has not. */
const cameraMarks = new Set([
  ...['lens', 'focallength', 'fps', 'iso', 'ei', 'asa', 'shutter', 'shutterangle', 'stop', 'tstop'],
  ...['fstop', 'iris', 'aperture', 'filter', 'filters', 'wb', 'whitebalance', 'kelvin', 'focus'],
  ...['lensheight', 'codec', 'resolution', 'crifversion', 'slatesuuid', 'clipdirectory'],
]);

/** Tells a sound report and a camera report from a supervisor's log: by title, else by headings. */
export function kindOfTable(table: Table<LogColumn>): Exclude<LogKind, 'ale'> {
  const title = table.title.map(({ cells }) => cells.join(' ')).join(' ');
  if (/\bsound report\b/i.test(title)) return 'sound';
  if (/\bcamera report\b/i.test(title)) return 'camera';
  if (isSoundTable(table)) return 'sound';
  return isCameraTable(table) ? 'camera' : 'supervisor';
}

function isSoundTable({ columns, headings, rows }: Table<LogColumn>): boolean {
  if (!columns.has('file')) return false;
  return isMarked(headings, soundMarks) || isSoundFile(rows[0]?.cells.file ?? '');
}

/** One row a clip; a supervisor's log has rather one column a camera. */
function isCameraTable({ columns, headings }: Table<LogColumn>): boolean {
  const namesClips = columns.has('clip') || columns.has('roll') || columns.has('file');
  const isWide = headings.some((heading) => cameraOfHeading(heading) !== null);
  return namesClips && !isWide && isMarked(headings, cameraMarks);
}

function isMarked(headings: readonly string[], marks: ReadonlySet<string>): boolean {
  return headings.some((heading) => marks.has(toHeadingKey(heading)));
}

/** What a title block says under a name, as in `Roll:,A001`; empty where it does not. */
export function fromTitle(title: readonly RawRow[], name: RegExp): string {
  for (const { cells } of title) {
    const at = cells.findIndex((cell) => name.test(cell.trim().replace(/\s*:$/, '')));
    if (at >= 0) return (cells[at + 1] ?? '').trim();
  }
  return '';
}
