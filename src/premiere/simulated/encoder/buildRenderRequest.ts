import path from 'node:path';
import type { RenderEvent, RenderRequest } from '../../../contract/MediaEngine';
import type { EncoderFormat } from '../../../domain/spec/EncoderFormat';
import { formatFrameRate, frameRateOfTicks, ticksToFrames } from '../../../domain/time/FrameRate';
import {
  formatTicks,
  subtractTicks,
  toTicks,
  zeroTicks,
  type Ticks,
} from '../../../domain/time/Ticks';
import { formatTimecode, framesToTimecode } from '../../../domain/time/Timecode';
import type { TimeRange } from '../../../domain/time/TimeRange';
import type { Sequence, Track, TrackItem } from '../model/ProjectModel';
import { isDropFrame } from '../model/sequences';
import { endOfItem } from '../model/timeGrid';

/** What to render of a sequence. */
interface ExportOrder {
  readonly sequence: Sequence;
  readonly outputPath: string;
  readonly format: EncoderFormat;
  /** 0 entire, 1 in to out, 2 work area (which is the whole sequence here). */
  readonly range: number;
  /** Linear gain of a sound item. */
  readonly gainOf: (item: TrackItem) => number;
}

/** An order for the renderer, or why there is nothing to render, in words. */
export type RenderOrder = { readonly request: RenderRequest } | { readonly problem: string };

/** A track item as it sounds or shows in the outermost sequence. */
interface Placed {
  readonly item: TrackItem;
  readonly start: Ticks;
  readonly end: Ticks;
  readonly in: Ticks;
  readonly gain: number;
}

/**
 * Turns a sequence into an order for the renderer: disabled items and muted tracks are left out,
 * nested sequences are opened up into layers of their own, and times begin at the range's start.
 */
export function buildRenderRequest(order: ExportOrder): RenderOrder {
  const { sequence, format, outputPath } = order;
  const span = rangeOf(order);
  if (span.end <= span.start) return { problem: 'The sequence is empty.' };
  const videoTracks = layersOf(sequence.videoTracks, order, span);
  const audioTracks = layersOf(sequence.audioTracks, order, span);
  const missing = [...videoTracks, ...audioTracks].flat().find(isOffline);
  if (missing) return { problem: `The media of “${missing.item.name}” is offline.` };
  const toEvents = (layer: readonly Placed[]) => layer.map((placed) => toEvent(placed, span.start));
  return {
    request: {
      outputPath: path.resolve(outputPath),
      sequenceRate: formatFrameRate(frameRateOfTicks(sequence.frameTicks)),
      sequenceWidth: sequence.width,
      sequenceHeight: sequence.height,
      durationTicks: formatTicks(subtractTicks(span.end, span.start)),
      startTimecode: labelAt(sequence, toTicks(sequence.zeroPoint + span.start)),
      videoTracks: videoTracks.map(toEvents),
      audioTracks: audioTracks.map(toEvents),
      format,
    },
  };
}

function rangeOf({ sequence, range }: ExportOrder): TimeRange {
  const whole = { start: zeroTicks, end: sequence.item ? endOfItem(sequence.item) : zeroTicks };
  if (range !== 1) return whole;
  const { in: marked, out } = sequence.marks;
  return { start: marked ?? whole.start, end: out !== null && out < whole.end ? out : whole.end };
}

function labelAt(sequence: Sequence, ticks: Ticks): string {
  const rate = frameRateOfTicks(sequence.frameTicks);
  return formatTimecode(framesToTimecode(ticksToFrames(ticks, rate), rate, isDropFrame(sequence)));
}

/** Bottom layer first; a track with nested sequences becomes as many layers as the deepest needs. */
function layersOf(tracks: readonly Track[], order: ExportOrder, span: TimeRange): Placed[][] {
  return tracks
    .filter(({ isMuted }) => !isMuted)
    .flatMap((track) => {
      const layers: Placed[][] = [[]];
      for (const item of track.items) {
        if (item.isDisabled) continue;
        const placed = cropped(toPlaced(item, order), span);
        if (placed) addToLayers(layers, openUp(placed, track.mediaType, order));
      }
      return layers;
    });
}

function toPlaced(item: TrackItem, order: ExportOrder): Placed {
  const gain = item.channels.length > 0 ? order.gainOf(item) : 1;
  return { item, start: item.startTicks, end: item.endTicks, in: item.inTicks, gain };
}

/** The layers of one use: one for media, those of its tracks for a nested sequence. */
function openUp(placed: Placed, kind: Track['mediaType'], order: ExportOrder): Placed[][] {
  const { item } = placed.item;
  if (item.kind === 'clip') return [[placed]];
  const inner = kind === 'Video' ? item.sequence.videoTracks : item.sequence.audioTracks;
  const seen = { start: placed.in, end: toTicks(placed.in + placed.end - placed.start) };
  const by = subtractTicks(placed.start, placed.in);
  return layersOf(inner, order, seen).map((layer) =>
    layer.map((use) => ({
      ...use,
      start: toTicks(use.start + by),
      end: toTicks(use.end + by),
      gain: use.gain * placed.gain,
    })),
  );
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

function isOffline({ item: { item } }: Placed): boolean {
  return item.kind === 'clip' && !item.media.isOnline;
}

function toEvent({ item, start, end, in: inTicks, gain }: Placed, origin: Ticks): RenderEvent {
  return {
    mediaPath: item.item.kind === 'clip' ? item.item.media.path : '',
    startTicks: formatTicks(subtractTicks(start, origin)),
    endTicks: formatTicks(subtractTicks(end, origin)),
    inTicks: formatTicks(inTicks),
    gain,
    channels: item.channels,
  };
}
