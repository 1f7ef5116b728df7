import type { HostField, HostItem } from '../contract/host';
import { newColumnReader, readColumns, ticksOfColumn, type ColumnReader } from './projectMetadata';
import { numberOf, textOf } from './hostValues';
import { noSound, readSound } from './itemSound';

/** Premiere's own column for how long the medium lasts. */
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

/** Reads items with these columns. */
export function newItemReader(columns: readonly string[]): ColumnReader {
  const all = [durationColumn];
  for (let index = 0; index < columns.length; index += 1) all.push(textOf(columns[index]));
  return newColumnReader(all);
}

/** One project item with the columns that were asked for. */
export function readItem(item: ProjectItem, binId: string, reader: ColumnReader): HostItem {
  const isSequence = item.isSequence();
  const values = readColumns(item, reader);
  const sound = isSequence ? noSound : readSound(item);
  return {
    id: textOf(item.nodeId),
    binId: binId,
    name: textOf(item.name),
    isSequence: isSequence,
    mediaPath: isSequence ? '' : textOf(item.getMediaPath()),
    offline: isSequence ? false : item.isOffline(),
    label: numberOf(item.getColorLabel()),
    startTicks: isSequence ? '0' : textOf(item.startTime().ticks),
    durationTicks: ticksOfColumn(item, durationColumn, textOf(values[0])) || '0',
    inTicks: textOf(item.getInPoint(allMedia).ticks),
    outTicks: textOf(item.getOutPoint(allMedia).ticks),
    frameTicks: isSequence ? '0' : frameTicksOf(item),
    proxyPath: item.hasProxy() ? textOf(item.getProxyPath()) : '',
    audioClips: sound.clips,
    audioClipChannels: sound.channels,
    fields: filledFields(values, reader),
  };
}

/** The columns that were asked for and are filled; the first was read for us alone. */
function filledFields(values: readonly string[], reader: ColumnReader): HostField[] {
  const fields: HostField[] = [];
  for (let index = 1; index < values.length; index += 1) {
    const value = textOf(values[index]);
    if (value !== '') fields.push({ column: textOf(reader.columns[index]), value: value });
  }
  return fields;
}

/** Ticks in one frame; “0” for sound alone and for rates that are none of Premiere's. */
export function frameTicksOf(item: ProjectItem): string {
  const rate = interpretedRate(item);
  for (let index = 0; index < frameLengths.length; index += 1) {
    const known = frameLengths[index];
    // 23.976 and 24 are 0.024 apart; Premiere gives the rate as a rounded double.
    const apart = known === undefined ? 1 : known.rate - rate;
    if (known !== undefined && apart < 0.004 && apart > -0.004) return known.ticks;
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
