import {
  formatFrameRate,
  frameRateOfTicks,
  ticksToNearestFrame,
  type FrameRate,
} from '../time/FrameRate';
import { parseTicks, ticksPerSecond, type Ticks } from '../time/Ticks';
import { canDropFrames, formatTimecode, framesToTimecode } from '../time/Timecode';
import type { ArchiveItem } from './ArchiveMaterial';

/** One project item as the catalogue of a bundle lists it: enough to find a clip without the project. */
export interface CatalogueRow {
  readonly name: string;
  readonly scene: string;
  readonly setup: string;
  readonly take: string;
  readonly camera: string;
  /** Within the bundle's `data/`; empty when its media is not in the bundle. */
  readonly path: string;
  /** `HH:MM:SS:FF` at the item's rate, `HH:MM:SS.mmm` for sound. */
  readonly timecode: string;
  /** The same shape as `timecode`. */
  readonly duration: string;
  /** Exact fraction; empty for sound alone. */
  readonly frameRate: string;
  readonly note: string;
  readonly bin: string;
  /** Where the media stood when it was archived. */
  readonly original: string;
}

const columns: readonly (keyof CatalogueRow)[] = [
  'name',
  'scene',
  'setup',
  'take',
  'camera',
  'path',
  'timecode',
  'duration',
  'frameRate',
  'note',
  'bin',
  'original',
];

/** The catalogue's row for an item whose media stands at `path` in the bundle. */
export function toCatalogueRow(item: ArchiveItem, path: string): CatalogueRow {
  const { name, scene, setup, take, camera, note, binPath: bin, mediaPath: original } = item;
  const frame = parseTicks(item.frameTicks);
  const rate = frame > 0n ? frameRateOfTicks(frame) : null;
  return {
    ...{ name, scene, setup, take, camera, path },
    timecode: item.startTimecode || formatStart(parseTicks(item.startTicks), rate),
    duration: formatSpan(parseTicks(item.durationTicks), rate),
    frameRate: rate ? formatFrameRate(rate) : '',
    ...{ note, bin, original },
  };
}

/** One JSON object a line. */
export function formatCatalogueLines(rows: readonly CatalogueRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** The same as a table (RFC 4180) in UTF-8 with a byte order mark, which Excel needs. */
export function formatCatalogueTable(rows: readonly CatalogueRow[]): string {
  return formatTable([columns, ...rows.map((row) => columns.map((column) => row[column]))]);
}

/** Rows of cells as CSV (RFC 4180) in UTF-8 with a byte order mark. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const toCell = (text: string) =>
    /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return `\uFEFF${rows.map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('')}`;
}

/** Where labels may drop, ticks alone do not say whether they do: then the time of day stands. */
function formatStart(ticks: Ticks, rate: FrameRate | null): string {
  return formatSpan(ticks, rate && !canDropFrames(rate) ? rate : null);
}

function formatSpan(ticks: Ticks, rate: FrameRate | null): string {
  if (rate) return formatTimecode(framesToTimecode(ticksToNearestFrame(ticks, rate), rate, false));
  const milliseconds = (ticks * 1000n + ticksPerSecond / 2n) / ticksPerSecond;
  return formatMilliseconds(milliseconds);
}

function formatMilliseconds(total: bigint): string {
  const pad = (value: bigint, width: number) => value.toString().padStart(width, '0');
  const seconds = total / 1000n;
  const clock = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n];
  return `${clock.map((part) => pad(part, 2)).join(':')}.${pad(total % 1000n, 3)}`;
}
