import { framesToTimecode, formatTimecode } from '../../../domain/time/Timecode';
import { frameRateOfTicks, ticksToFrames } from '../../../domain/time/FrameRate';
import {
  addTicks,
  formatTicks,
  subtractTicks,
  ticksPerSecond,
  toTicks,
  type Ticks,
} from '../../../domain/time/Ticks';
import { headingOf, projectColumns } from './projectColumns';
import { marksOf } from './itemMarks';
import { mediumColumns, sequenceColumns } from './mediumColumns';
import type { Clip, PlaceableItem, Project, ProjectItem } from './ProjectModel';
import { endOfItem, startOfItem, startTimeOf, unitOfItem } from './timeGrid';

/** Namespace of Premiere's own project columns. */
export const projectMetadataNamespace = 'http://ns.adobe.com/premierePrivateProjectMetaData/1.0/';

/** One project column of an item. */
export interface ColumnValue {
  readonly column: string;
  readonly value: string;
}

/** How times are written: in ticks, or as the panel shows them. */
type TimeFormat = 'ticks' | 'timecode';

/** Every column of an item that has a value. */
export function columnsOf(item: ProjectItem, times: TimeFormat = 'ticks'): ColumnValue[] {
  const columns: ColumnValue[] = [{ column: 'Column.Intrinsic.Name', value: item.name }];
  if (item.kind === 'clip') {
    columns.push(...timesOf(item, times), ...mediumColumns(item));
  } else if (item.kind === 'sequence') {
    columns.push(...timesOf(item, times), ...sequenceColumns(item.sequence));
  }
  for (const [column, value] of item.metadata) columns.push({ column, value });
  return columns;
}

/** A column as the panel's layout shows it, with or without a value. */
interface ShownColumn extends ColumnValue {
  readonly heading: string;
}

/** The columns that the panel's layout shows, in its order; times in ticks. */
export function shownColumnsOf(
  item: ProjectItem,
  project: Project,
  language: string,
): ShownColumn[] {
  const values = new Map(columnsOf(item).map(({ column, value }) => [column, value]));
  return layoutOf(project).map((column) => ({
    column,
    heading: headingOf(
      projectColumns[column]?.heading ?? project.columns.get(column)?.label ?? column,
      language,
    ),
    value: values.get(column) ?? '',
  }));
}

/** Columns of the layout a script wrote, or of Premiere's own, which shows no added column. */
function layoutOf({ settings: { panelLayout } }: Project): string[] {
  if (panelLayout !== '') return readLayout(panelLayout);
  const shown = Object.entries(projectColumns).filter(([, { isShown }]) => isShown);
  return shown.map(([column]) => column);
}

/** Ids of the columns that a layout does not hide. */
function readLayout(layout: string): string[] {
  const columns = [...layout.matchAll(/<Column\.ID>([^<]+)<\/Column\.ID>([\s\S]*?)<\/\w*Column>/g)];
  return columns
    .filter(([, , rest = '']) => !rest.includes('<Column.IsHidden>true<'))
    .map(([, column = '']) => column);
}

/** The layout of the panel as Premiere hands it out. */
export function formatLayout(): string {
  const columns = Object.entries(projectColumns).map(([column, { heading, isShown }], index) =>
    [
      `<StringColumn ObjectID="${index + 2}" Version="1">`,
      `<Column.Name>${heading}</Column.Name>`,
      `<Column.ID>${column}</Column.ID>`,
      `<Column.IsHidden>${String(!isShown)}</Column.IsHidden>`,
      '</StringColumn>',
    ].join(''),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<PremiereData Version="3">${columns.join('\n')}</PremiereData>\n`;
}

/** Writes one column; computed and unknown columns take nothing, and nobody is told. */
export function writeColumn(item: ProjectItem, project: Project, field: ColumnValue): void {
  const { column, value } = field;
  if (column === 'Column.Intrinsic.Name') {
    item.name = value;
    return;
  }
  const isKnown = projectColumns[column]?.isWritable === true || project.columns.has(column);
  if (!isKnown || !canHold(column, value)) return;
  if (value === '') item.metadata.delete(column);
  else item.metadata.set(column, value);
}

/** Premiere's own flags take two words and no others. */
function canHold(column: string, value: string): boolean {
  return !column.startsWith('Column.PropertyBool.') || value === 'True' || value === 'False';
}

/** Whether a column is there already: Premiere's own or one that was added. */
export function hasColumn(project: Project, name: string): boolean {
  return name in projectColumns || project.columns.has(name);
}

function timesOf(item: PlaceableItem, times: TimeFormat): ColumnValue[] {
  const [first, end] = [startOfItem(item), endOfItem(item)];
  const unit = unitOfItem(item);
  const write = (name: string, ticks: Ticks): ColumnValue => ({
    column: `Column.Intrinsic.${name}`,
    value: times === 'ticks' ? formatTicks(ticks) : timecodeOf(ticks, unit),
  });
  const part = (kind: 'Video' | 'Audio', which: 'video' | 'audio') => {
    const marks = marksOf(item, which);
    const [from, to] = [marks.in ?? first, marks.out ?? end];
    return [
      write(`${kind}InPoint`, from),
      write(`${kind}OutPoint`, to),
      write(`${kind}Duration`, subtractTicks(to, from)),
    ];
  };
  const columns = [write('MediaDuration', subtractTicks(end, first))];
  if (item.kind === 'clip') columns.push(...clipTimes(item, write));
  if (item.kind === 'sequence' || item.media.video) columns.push(...part('Video', 'video'));
  if (item.kind === 'sequence' || item.media.audio) columns.push(...part('Audio', 'audio'));
  return columns;
}

function clipTimes(item: Clip, write: (name: string, ticks: Ticks) => ColumnValue): ColumnValue[] {
  const start = startTimeOf(item);
  const columns = [write('MediaStart', start), write('MediaEnd', addTicks(start, item.range.end))];
  if (!item.isSubclip) return columns;
  const { start: from, end: to } = item.range;
  return [
    ...columns,
    write('SubclipStart', addTicks(start, from)),
    write('SubclipEnd', addTicks(start, to)),
    write('SubclipDuration', subtractTicks(to, from)),
  ];
}

/** `01:00:00:12`, and for sound alone samples instead of frames. */
function timecodeOf(ticks: Ticks, unit: Ticks): string {
  const rate = frameRateOfTicks(unit);
  if (rate.numerator / rate.denominator < 1000) {
    return formatTimecode(framesToTimecode(ticksToFrames(ticks, rate), rate, false));
  }
  const clock = ticks / ticksPerSecond;
  const samples = toTicks(ticks % ticksPerSecond) / unit;
  const parts = [clock / 3600n, (clock / 60n) % 60n, clock % 60n];
  const shown = parts.map((part) => String(part).padStart(2, '0'));
  return `${shown.join(':')}:${String(samples).padStart(5, '0')}`;
}
