import { frameRateOfTicks } from '../../../domain/time/FrameRate';
import { addTicks, subtractTicks, formatTicks, type Ticks } from '../../../domain/time/Ticks';
import type { Project, ProjectItem } from './ProjectModel';
import { endOfItem, startOfItem, inPointOf, outPointOf, startTimeOf } from './timeGrid';

/** Namespace of Premiere's own project columns. */
export const projectMetadataNamespace = 'http://ns.adobe.com/premierePrivateProjectMetaData/1.0/';

/** Columns every project has and a script may write, with their English headings. */
const writableColumns: Readonly<Record<string, string>> = {
  'Column.Intrinsic.Name': 'Name',
  'Column.Intrinsic.TapeName': 'Tape Name',
  'Column.Intrinsic.LogNote': 'Log Note',
  'Column.PropertyText.Description': 'Description',
  'Column.PropertyText.Scene': 'Scene',
  'Column.PropertyText.Shot': 'Shot',
  'Column.PropertyText.Comment': 'Comment',
  'Column.PropertyText.Client': 'Client',
  'Column.PropertyBool.Good': 'Good',
  'Column.PropertyBool.Hide': 'Hide',
};

const computedColumns: Readonly<Record<string, string>> = {
  'Column.Intrinsic.MediaStart': 'Media Start',
  'Column.Intrinsic.MediaEnd': 'Media End',
  'Column.Intrinsic.MediaDuration': 'Media Duration',
  'Column.Intrinsic.VideoInPoint': 'Video In Point',
  'Column.Intrinsic.VideoOutPoint': 'Video Out Point',
  'Column.Intrinsic.MediaTimebase': 'Frame Rate',
  'Column.Intrinsic.FilePath': 'File Path',
};

/** One project column of an item. */
interface ColumnValue {
  readonly column: string;
  readonly heading: string;
  readonly value: string;
}

/** Every column of an item that has a value; computed ones first, times as ticks. */
export function columnsOf(item: ProjectItem, project: Project): ColumnValue[] {
  const columns: ColumnValue[] = computedOf(item).map(([column, value]) => ({
    column,
    heading: computedColumns[column] ?? column,
    value,
  }));
  for (const [column, value] of item.metadata) {
    const heading = writableColumns[column] ?? project.columns.get(column)?.label ?? column;
    columns.push({ column, heading, value });
  }
  return [{ column: 'Column.Intrinsic.Name', heading: 'Name', value: item.name }, ...columns];
}

/** Writes one column; computed and unknown columns take nothing, and nobody is told. */
export function writeColumn(
  item: ProjectItem,
  project: Project,
  field: { readonly column: string; readonly value: string },
): void {
  const { column, value } = field;
  if (column === 'Column.Intrinsic.Name') {
    item.name = value;
    return;
  }
  if (!(column in writableColumns) && !project.columns.has(column)) return;
  if (column.startsWith('Column.PropertyBool.') && value !== 'True' && value !== 'False') return;
  if (value === '') item.metadata.delete(column);
  else item.metadata.set(column, value);
}

/** Whether a column is there already: Premiere's own or one that was added. */
export function hasColumn(project: Project, name: string): boolean {
  return name in writableColumns || name in computedColumns || project.columns.has(name);
}

function computedOf(item: ProjectItem): [string, string][] {
  if ('children' in item) return [];
  const columns: [string, string][] = [
    [
      'Column.Intrinsic.MediaDuration',
      formatTicks(subtractTicks(endOfItem(item), startOfItem(item))),
    ],
    ['Column.Intrinsic.VideoInPoint', formatTicks(inPointOf(item))],
    ['Column.Intrinsic.VideoOutPoint', formatTicks(outPointOf(item))],
  ];
  if (item.kind === 'sequence') {
    return [...columns, ['Column.Intrinsic.MediaTimebase', rateText(item.sequence.frameTicks)]];
  }
  const start = startTimeOf(item);
  columns.unshift(
    ['Column.Intrinsic.MediaStart', formatTicks(start)],
    ['Column.Intrinsic.MediaEnd', formatTicks(addTicks(start, endOfItem(item)))],
  );
  if (item.media.video) {
    columns.push(['Column.Intrinsic.MediaTimebase', rateText(item.media.video.frameTicks)]);
  }
  return [...columns, ['Column.Intrinsic.FilePath', item.media.path]];
}

/** `23.976 fps`, as the column shows it. */
function rateText(frameTicks: Ticks): string {
  const rate = frameRateOfTicks(frameTicks);
  return `${Number((rate.numerator / rate.denominator).toFixed(3))} fps`;
}
