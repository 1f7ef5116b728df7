import {
  maxTicks,
  subtractTicks,
  toTicks,
  zeroTicks,
  type Ticks,
} from '../../../domain/time/Ticks';
import type { TimeRange } from '../../../domain/time/TimeRange';
import type { Ids } from './Ids';
import { TailLinks } from './links';
import type { PlaceableItem, Sequence, Track, TrackItem } from './ProjectModel';
import { isWithinSequence } from './sequences';
import { ceilToUnit, floorToUnit, inPointOf, outPointOf, unitOfItem } from './timeGrid';
import { clearSpan, openGap, putOnTrack, takeOffTrack } from './tracks';
import { trimEnd, trimStart } from './trimming';

/** One use of an item: which tracks by index, and whether what stands there is pushed or replaced. */
interface PlaceRequest {
  readonly item: PlaceableItem;
  readonly startTicks: Ticks;
  readonly videoTrack: number;
  readonly audioTrack: number;
  readonly mode: 'overwrite' | 'insert';
}

interface Part {
  readonly track: Track;
  readonly channels: readonly number[];
}

/**
 * Places an item at its in and out marks. The picture lands on the video track, the sound on the
 * audio track and those after it, one track for each item its channel mapping makes; tracks that do
 * not exist swallow the rest. A first track that does not exist places nothing at all, and a locked
 * track refuses its part: neither is told to the caller (premiere-hosts C5).
 */
export function placeItem(sequence: Sequence, request: PlaceRequest, ids: Ids): TrackItem[] {
  const { item } = request;
  if (item.kind === 'sequence' && isWithinSequence(sequence, item.sequence)) return [];
  const parts = partsOf(sequence, request);
  const span = spanOf(sequence, request);
  if (parts.length === 0 || span.end <= span.start) return [];
  const linkId = parts.length > 1 ? ids.guid() : null;
  const links = new TailLinks(ids);
  for (const { track } of parts) {
    if (request.mode === 'overwrite') clearSpan(track, span, links);
    else openGap(track, { at: span.start, length: subtractTicks(span.end, span.start) }, links);
  }
  links.settle(sequence);
  return parts.map(({ track, channels }) => {
    const use = makeTrackItem({ item, span, channels, linkId }, ids);
    putOnTrack(use, track);
    return use;
  });
}

/** The grid an item's edges keep to: frames where its source has a picture, else samples. */
export function unitOfUse({ item, track }: TrackItem): Ticks {
  return track && hasPicture(item) ? track.sequence.frameTicks : unitOfItem(item);
}

/** Brings every item to the frames of a sequence whose frame has changed; what is shorter goes. */
export function keepToFrames(sequence: Sequence): void {
  const tracks = [...sequence.videoTracks, ...sequence.audioTracks];
  for (const item of tracks.flatMap(({ items }) => items)) {
    const unit = unitOfUse(item);
    const [start, end] = [ceilToUnit(item.startTicks, unit), floorToUnit(item.endTicks, unit)];
    if (end <= start) {
      takeOffTrack(item);
      continue;
    }
    if (start !== item.startTicks) trimStart(item, start);
    if (end !== item.endTicks) trimEnd(item, end);
  }
}

/** Whether an item has a picture to place. */
export function hasPicture(item: PlaceableItem): boolean {
  return item.kind === 'sequence' || (item.takesVideo && item.media.video !== null);
}

/** The source channels of each audio track item that one placement of an item makes. */
export function audioClipsOf(item: PlaceableItem): readonly (readonly number[])[] {
  if (item.kind === 'clip') return item.audioClips;
  return item.sequence.audioTracks.length > 0 ? [[0, 1]] : [];
}

function partsOf(sequence: Sequence, request: PlaceRequest): Part[] {
  const picture = hasPicture(request.item)
    ? [{ track: sequence.videoTracks[request.videoTrack], channels: [] }]
    : [];
  const sound = audioClipsOf(request.item).map((channels, offset) => ({
    track: sequence.audioTracks[request.audioTrack + offset],
    channels,
  }));
  const firsts = [...picture, ...sound.slice(0, 1)];
  if (firsts.some(({ track }) => track === undefined)) return [];
  return [...picture, ...sound].filter(
    (part): part is Part => part.track !== undefined && !part.track.isLocked,
  );
}

/** Pictures keep to the sequence's frames; sound alone keeps to its samples. */
function spanOf(sequence: Sequence, { item, startTicks }: PlaceRequest) {
  const unit = hasPicture(item) ? sequence.frameTicks : unitOfItem(item);
  const inTicks = inPointOf(item);
  const start = floorToUnit(maxTicks(startTicks, zeroTicks), unit);
  const length = floorToUnit(subtractTicks(outPointOf(item), inTicks), unit);
  return { start, end: toTicks(start + length), in: inTicks, out: toTicks(inTicks + length) };
}

/** What a use shows, and of what. */
interface NewUse {
  readonly item: PlaceableItem;
  readonly span: TimeRange & { readonly in: Ticks; readonly out: Ticks };
  readonly channels: readonly number[];
  readonly linkId: string | null;
}

/** A use that stands on no track yet. */
export function makeTrackItem({ item, span, channels, linkId }: NewUse, ids: Ids): TrackItem {
  return {
    nodeId: ids.nodeId(),
    track: null,
    item,
    name: item.name,
    startTicks: span.start,
    endTicks: span.end,
    inTicks: span.in,
    outTicks: span.out,
    isDisabled: false,
    isSelected: false,
    linkId,
    channels,
    parameters: new Map(),
    effects: [],
    speed: 1,
    isReversed: false,
    graphic: null,
    qeSettings: new Map(),
  };
}
