import type { HostField, HostItem } from '../contract/host';
import { readColumns } from './projectMetadata';
import { type FoundItem } from './walkProject';
import { numberOf, textOf } from './hostValues';

/** Premiere's own column for how long the medium lasts, in ticks. */
const durationColumn = 'Column.Intrinsic.MediaDuration';

/** Media type for in and out points: picture and sound together. */
export const allMedia = 4;

/** Ticks in a frame, by the rates that footage can be interpreted at (frames a second). */
const frameLengths: readonly { readonly rate: number; readonly ticks: string }[] = [
  { rate: 23.976, ticks: '10594584000' },
  { rate: 24, ticks: '10584000000' },
  { rate: 25, ticks: '10160640000' },
  { rate: 29.97, ticks: '8475667200' },
  { rate: 30, ticks: '8467200000' },
  { rate: 47.952, ticks: '5297292000' },
  { rate: 48, ticks: '5292000000' },
  { rate: 50, ticks: '5080320000' },
  { rate: 59.94, ticks: '4237833600' },
  { rate: 60, ticks: '4233600000' },
  { rate: 100, ticks: '2540160000' },
  { rate: 119.88, ticks: '2118916800' },
  { rate: 120, ticks: '2116800000' },
];

/** One project item with the columns that were asked for. */
export function readItem(entry: FoundItem, columns: readonly string[]): HostItem {
  const item = entry.item;
  const isSequence = item.isSequence();
  const known = readColumns(item, withDuration(columns));
  return {
    id: entry.id,
    binId: textOf(entry.parentId),
    name: textOf(item.name),
    isSequence: isSequence,
    mediaPath: isSequence ? '' : textOf(item.getMediaPath()),
    offline: isSequence ? false : item.isOffline(),
    label: numberOf(item.getColorLabel()),
    startTicks: isSequence ? '0' : textOf(item.startTime().ticks),
    durationTicks: valueOf(known, durationColumn) || '0',
    inTicks: textOf(item.getInPoint(allMedia).ticks),
    outTicks: textOf(item.getOutPoint(allMedia).ticks),
    frameTicks: isSequence ? '0' : frameTicksOf(item),
    audioClips: isSequence ? 0 : audioClipsOf(item),
    fields: without(known, columns),
  };
}

/** How many audio track items one placement of an item makes; 0 for picture alone. */
export function audioClipsOf(item: ProjectItem): number {
  const mapping = item.getAudioChannelMapping;
  return mapping ? numberOf(mapping.audioClipsNumber) : 0;
}

/** Ticks in one frame; “0” for sound alone and for rates that are none of Premiere's. */
export function frameTicksOf(item: ProjectItem): string {
  const rate = interpretedRate(item);
  for (let index = 0; index < frameLengths.length; index += 1) {
    const known = frameLengths[index];
    // 23.976 and 24 are 0.024 apart; Premiere gives the rate as a rounded double.
    if (known !== undefined && Math.abs(known.rate - rate) < 0.004) return known.ticks;
  }
  return '0';
}

function interpretedRate(item: ProjectItem): number {
  try {
    const interpretation = item.getFootageInterpretation();
    return interpretation ? numberOf(interpretation.frameRate) : 0;
  } catch {
    // Sound has no footage to interpret, and some versions say so by throwing.
    return 0;
  }
}

function withDuration(columns: readonly string[]): string[] {
  const all = [durationColumn];
  for (let index = 0; index < columns.length; index += 1) all.push(textOf(columns[index]));
  return all;
}

/** Those fields that were asked for: the duration was read for us alone. */
function without(fields: readonly HostField[], columns: readonly string[]): HostField[] {
  const asked: Record<string, boolean> = {};
  for (let index = 0; index < columns.length; index += 1)
    asked['$' + textOf(columns[index])] = true;
  const kept: HostField[] = [];
  for (let index = 0; index < fields.length; index += 1) {
    const field = fields[index];
    if (field !== undefined && asked['$' + field.column]) kept.push(field);
  }
  return kept;
}

function valueOf(fields: readonly HostField[], column: string): string {
  for (let index = 0; index < fields.length; index += 1) {
    const field = fields[index];
    if (field !== undefined && field.column === column) return field.value;
  }
  return '';
}
