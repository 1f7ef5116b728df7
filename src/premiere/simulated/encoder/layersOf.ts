import type { RenderEvent } from '../../../contract/MediaEngine';
import {
  formatTicks,
  minTicks,
  subtractTicks,
  toTicks,
  type Ticks,
} from '../../../domain/time/Ticks';
import type { TimeRange } from '../../../domain/time/TimeRange';
import type { Clip, Track, TrackItem } from '../model/ProjectModel';
import { isInvisible } from './describeUnshown';
import {
  fullLevel,
  keysWithin,
  levelOf,
  multiplyLevels,
  shiftLevel,
  type SoundLevel,
} from './soundLevels';

/** A track item as it sounds or shows in the outermost sequence. */
export interface Placed {
  readonly item: TrackItem;
  readonly start: Ticks;
  readonly end: Ticks;
  readonly in: Ticks;
  /** At the times of the outermost sequence. */
  readonly level: SoundLevel;
}

/**
 * What a span of tracks shows or plays, bottom layer first; a track with nested sequences becomes
 * as many layers as the deepest needs.
 */
export function layersOf(tracks: readonly Track[], span: TimeRange): Placed[][] {
  return tracks
    .filter(({ isMuted }) => !isMuted)
    .flatMap((track) => {
      const layers: Placed[][] = [[]];
      for (const item of track.items) {
        if (item.isDisabled || isInvisible(item)) continue;
        const placed = cropped(toPlaced(item), span);
        if (placed) addToLayers(layers, openUp(placed, track.mediaType));
      }
      return layers;
    });
}

/** A use of media as the renderer takes it, from a time on. */
export function toEvent(
  { item, start, end, in: inTicks, level }: Placed,
  origin: Ticks,
): RenderEvent {
  const keys = keysWithin(level, { start, end });
  return {
    mediaPath: item.item.kind === 'clip' ? item.item.media.path : '',
    startTicks: formatTicks(subtractTicks(start, origin)),
    endTicks: formatTicks(subtractTicks(end, origin)),
    inTicks: formatTicks(inTicks),
    gain: level.gain,
    ...(keys.length > 0
      ? {
          gainKeys: keys.map(({ at, gain }) => ({
            offsetTicks: formatTicks(subtractTicks(at, start)),
            gain,
          })),
        }
      : {}),
    channels: item.channels,
  };
}

function toPlaced(item: TrackItem): Placed {
  const level = item.channels.length > 0 ? levelOf(item) : fullLevel;
  return { item, start: item.startTicks, end: item.endTicks, in: item.inTicks, level };
}

/** The layers of one use: one for media, those of its tracks for a nested sequence. */
function openUp(placed: Placed, kind: Track['mediaType']): Placed[][] {
  const { item } = placed.item;
  if (item.kind === 'clip') return [itsMedia(placed, item)];
  const inner = kind === 'Video' ? item.sequence.videoTracks : item.sequence.audioTracks;
  const seen = { start: placed.in, end: toTicks(placed.in + placed.end - placed.start) };
  const by = subtractTicks(placed.start, placed.in);
  return layersOf(inner, seen).map((layer) =>
    layer.map((use) => ({
      ...use,
      start: toTicks(use.start + by),
      end: toTicks(use.end + by),
      level: multiplyLevels(shiftLevel(use.level, by), placed.level),
    })),
  );
}

/** What the medium has of it: one that runs slower than it was recorded is used up too early here. */
function itsMedia(placed: Placed, { media }: Clip): Placed[] {
  if (media.kind !== 'file') return [];
  const last = toTicks(placed.start + media.durationTicks - placed.in);
  const end = placed.item.speed === 1 ? placed.end : minTicks(placed.end, last);
  return end > placed.start ? [{ ...placed, end }] : [];
}

function addToLayers(layers: Placed[][], added: readonly (readonly Placed[])[]): void {
  for (const [index, uses] of added.entries()) {
    const layer = layers[index];
    if (layer) layer.push(...uses);
    else layers[index] = [...uses];
  }
}

function cropped(placed: Placed, span: TimeRange): Placed | undefined {
  const start = placed.start < span.start ? span.start : placed.start;
  const end = placed.end > span.end ? span.end : placed.end;
  if (end <= start) return undefined;
  return { ...placed, start, end, in: toTicks(placed.in + start - placed.start) };
}
