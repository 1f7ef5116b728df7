import {
  maxTicks,
  minTicks,
  subtractTicks,
  toTicks,
  zeroTicks,
  type Ticks,
} from '../../../domain/time/Ticks';
import type { Ids } from './Ids';
import { TailLinks } from './links';
import { audioClipsOf, hasPicture, unitOfUse } from './placing';
import type { PlaceableItem, Sequence, Track, TrackItem } from './ProjectModel';
import { isWithinSequence } from './sequences';
import { ceilToUnit, endOfItem, floorToUnit, startOfItem, unitOfItem } from './timeGrid';
import {
  clearSpan,
  copyOf,
  firstEndingAfter,
  isOnTrack,
  neighbourOf,
  openGap,
  putOnTrack,
  shiftFrom,
  takeOffTrack,
} from './tracks';
import { cutToSource, lengthOf, shiftItem, timeFor, trimEnd, trimStart } from './trimming';

/**
 * Moves the tail; false when nothing would be left. It stops at the end of the medium and at the
 * next item, and leaves the out point behind, as Premiere does (hmcp#92).
 */
export function setEnd(item: TrackItem, asked: Ticks): boolean {
  const unit = unitOfUse(item);
  const left = timeFor(item, subtractTicks(endOfItem(item.item), item.inTicks));
  const limits = [neighbourOf(item, 1)?.startTicks];
  if (left !== null) limits.push(floorToUnit(toTicks(item.startTicks + left), unit));
  const end = limits.reduce<Ticks>(
    (least, limit) => (limit === undefined ? least : minTicks(least, limit)),
    floorToUnit(asked, unit),
  );
  if (end <= item.startTicks) return false;
  item.endTicks = end;
  return true;
}

/**
 * Moves the head without touching the in point, so that a tail moved by as much afterwards makes it
 * a move; false when it would pass the end. It stops at the item before.
 */
export function setStart(item: TrackItem, asked: Ticks): boolean {
  const start = floorToUnit(asked, unitOfUse(item));
  if (start >= item.endTicks || start < 0n) return false;
  item.startTicks = maxTicks(start, neighbourOf(item, -1)?.endTicks ?? zeroTicks);
  return true;
}

/** Sets the in point; with `trims` the head moves with it. False when it would pass the out point. */
export function setIn(item: TrackItem, asked: Ticks, trims: boolean): boolean {
  const to = withinSource(item, asked);
  if (to >= item.outTicks) return false;
  // Where the head was moved there already, the in point only follows.
  const isThere = timeFor(item, subtractTicks(item.outTicks, to)) === lengthOf(item);
  if (trims && !isThere) return moveHead(item, to);
  item.inTicks = to;
  return true;
}

function moveHead(item: TrackItem, to: Ticks): boolean {
  const by = timeFor(item, subtractTicks(to, item.inTicks)) ?? zeroTicks;
  const wanted = ceilToUnit(toTicks(item.startTicks + by), unitOfUse(item));
  if (wanted >= item.endTicks) return false;
  const start = maxTicks(wanted, neighbourOf(item, -1)?.endTicks ?? zeroTicks);
  trimStart(item, start);
  if (start !== wanted || item.isReversed) return true;
  item.inTicks = to;
  trimEnd(item, item.endTicks);
  return true;
}

/** Sets the out point; with `trims` the tail moves with it. False when it would pass the in point. */
export function setOut(item: TrackItem, asked: Ticks, trims: boolean): boolean {
  const to = withinSource(item, asked);
  if (to <= item.inTicks) return false;
  if (!trims) {
    item.outTicks = to;
    return true;
  }
  const shown = timeFor(item, subtractTicks(to, item.inTicks)) ?? lengthOf(item);
  const wanted = floorToUnit(toTicks(item.startTicks + shown), unitOfUse(item));
  const end = minTicks(wanted, neighbourOf(item, 1)?.startTicks ?? wanted);
  if (end <= item.startTicks) return false;
  trimEnd(item, end);
  return true;
}

/** Moves an item in time; linked items stay, and what stands in its way is overwritten. */
export function moveItem(item: TrackItem, by: Ticks, ids: Ids): void {
  const { track } = item;
  const start = floorToUnit(toTicks(item.startTicks + by), unitOfUse(item));
  if (!track || start < 0n || start === item.startTicks) return;
  takeOffTrack(item);
  shiftItem(item, subtractTicks(start, item.startTicks));
  landOn(item, track, ids);
}

/** Where a copy goes, by how much later, and whether what stands there is pushed or replaced. */
interface CopyPlace {
  readonly track: Track;
  readonly by: Ticks;
  readonly mode: 'overwrite' | 'insert';
}

/** Places an item once more, linked to nothing; undefined where it would begin before the sequence. */
export function copyItem(
  item: TrackItem,
  { track, by, mode }: CopyPlace,
  ids: Ids,
): TrackItem | undefined {
  if (item.startTicks + by < 0n) return undefined;
  const copy = copyOf(item, ids);
  copy.linkId = null;
  shiftItem(copy, by);
  if (mode === 'insert') {
    const links = new TailLinks(ids);
    openGap(track, { at: copy.startTicks, length: lengthOf(copy) }, links);
    links.settle(track.sequence);
  }
  landOn(copy, track, ids);
  return copy;
}

/** Puts an item that stands nowhere on a track, over what stands there. */
export function landOn(item: TrackItem, track: Track, ids: Ids): void {
  const links = new TailLinks(ids);
  clearSpan(track, { start: item.startTicks, end: item.endTicks }, links);
  putOnTrack(item, track);
  links.settle(track.sequence);
}

/**
 * Takes an item away; with `ripple` what comes later on its track closes the gap, and with
 * `alignsToVideo` the first of that comes to stand on a frame.
 */
export function removeItem(item: TrackItem, ripples: boolean, alignsToVideo: boolean): void {
  const { track } = item;
  takeOffTrack(item);
  if (!ripples || !track) return;
  const index = firstEndingAfter(track, item.startTicks);
  const first = track.items[index];
  if (!first) return;
  const start = subtractTicks(first.startTicks, lengthOf(item));
  const aligned = alignsToVideo ? ceilToUnit(start, track.sequence.frameTicks) : start;
  if (aligned < first.startTicks) shiftFrom(track, index, subtractTicks(aligned, first.startTicks));
}

/**
 * Puts another source behind a use, which keeps its place; what the source cannot fill is cut off.
 * False when the source has nothing for such a track, or contains the sequence.
 */
export function replaceSource(use: TrackItem, item: PlaceableItem): boolean {
  const { track } = use;
  if (!track || !mayStandOn(track, item)) return false;
  const start = withinSource({ ...use, item }, use.inTicks);
  if (subtractTicks(endOfItem(item), start) < track.sequence.frameTicks) return false;
  if (use.name === use.item.name) use.name = item.name;
  if (track.mediaType === 'Audio') use.channels = audioClipsOf(item)[0] ?? use.channels;
  use.item = item;
  use.inTicks = start;
  trimEnd(use, use.endTicks);
  return cutToSource(use, track.sequence.frameTicks);
}

function mayStandOn({ mediaType, sequence }: Track, item: PlaceableItem): boolean {
  if (item.kind === 'sequence' && isWithinSequence(sequence, item.sequence)) return false;
  return mediaType === 'Video' ? hasPicture(item) : audioClipsOf(item).length > 0;
}

/** The other parts of the placement an item came with. */
export function linkedItems(item: TrackItem): TrackItem[] {
  const { track, linkId } = item;
  if (!track || linkId === null) return [];
  const group = track.sequence.links.get(linkId) ?? [];
  return [...group].filter((other) => other !== item && isOnTrack(other));
}

/** Every track item of a sequence, pictures first, bottom track first. */
export function itemsOf(sequence: Sequence): TrackItem[] {
  return [...sequence.videoTracks, ...sequence.audioTracks].flatMap((track) => track.items);
}

/** A source time on the source's own grid, and within it. */
function withinSource({ item }: TrackItem, ticks: Ticks): Ticks {
  const snapped = floorToUnit(ticks, unitOfItem(item));
  return minTicks(maxTicks(snapped, startOfItem(item)), endOfItem(item));
}
