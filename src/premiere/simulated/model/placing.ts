import { toTicks, type Ticks } from '../../../domain/time/Ticks';
import type { Ids } from './Ids';
import type { PlaceableItem, Sequence, Track, TrackItem } from './ProjectModel';
import { isWithinSequence } from './sequences';
import { floorToUnit, inPointOf, outPointOf, unitOfItem } from './timeGrid';
import { clearSpan, openGap, putOnTrack } from './tracks';

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
  const linkId = parts.length > 1 ? ids.nodeId() : null;
  for (const { track } of parts) {
    if (request.mode === 'overwrite') clearSpan(track, span, ids);
    else openGap(track, { at: span.start, length: toTicks(span.end - span.start) }, ids);
  }
  return parts.map(({ track, channels }) => {
    const use = makeTrackItem({ item, span, channels, linkId }, ids);
    putOnTrack(use, track);
    return use;
  });
}

/** Whether an item has a picture to place. */
export function hasPicture(item: PlaceableItem): boolean {
  return item.kind === 'sequence' || item.media.video !== null;
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
  const start = floorToUnit(startTicks, unit);
  const length = floorToUnit(toTicks(outPointOf(item) - inTicks), unit);
  return { start, end: toTicks(start + length), in: inTicks, out: toTicks(inTicks + length) };
}

interface NewUse {
  readonly item: PlaceableItem;
  readonly span: ReturnType<typeof spanOf>;
  readonly channels: readonly number[];
  readonly linkId: string | null;
}

function makeTrackItem({ item, span, channels, linkId }: NewUse, ids: Ids): TrackItem {
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
  };
}
