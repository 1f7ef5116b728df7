import { toTicks, type Ticks } from '../../../domain/time/Ticks';
import type { Ids } from './Ids';
import type { Sequence, TrackItem } from './ProjectModel';
import { endOfItem } from './timeGrid';
import { clearSpan, putOnTrack, shiftItem, takeOffTrack } from './tracks';

/**
 * Moves the tail. It stops at the end of the medium and at the next item, and leaves the out point
 * behind, as Premiere does (hmcp#92).
 */
export function setEnd(item: TrackItem, end: Ticks): void {
  const longest = toTicks(item.startTicks + (endOfItem(item.item) - item.inTicks));
  const next = neighbourOf(item, 1)?.startTicks;
  const limits = next === undefined ? [longest] : [longest, next];
  item.endTicks = limits.reduce((least, limit) => (limit < least ? limit : least), end);
}

/** Moves the head without touching the in point; false when it would pass the end. */
export function setStart(item: TrackItem, start: Ticks): boolean {
  if (start >= item.endTicks || start < 0n) return false;
  const before = neighbourOf(item, -1)?.endTicks;
  item.startTicks = before !== undefined && start < before ? before : start;
  return true;
}

/** Moves an item in time; linked items stay, and what stands in its way is overwritten. */
export function moveItem(item: TrackItem, by: Ticks, ids: Ids): void {
  const { track } = item;
  if (!track || item.startTicks + by < 0n) return;
  takeOffTrack(item);
  shiftItem(item, by);
  clearSpan(track, { start: item.startTicks, end: item.endTicks }, ids);
  putOnTrack(item, track);
}

/** Takes an item away; with `ripple` what comes later on its track closes the gap. */
export function removeItem(item: TrackItem, ripple: boolean): void {
  const { track } = item;
  takeOffTrack(item);
  if (!ripple || !track) return;
  const by = toTicks(item.startTicks - item.endTicks);
  for (const later of track.items) {
    if (later.startTicks >= item.endTicks) shiftItem(later, by);
  }
}

/** The other parts of the placement an item came with. */
export function linkedItems(item: TrackItem): TrackItem[] {
  const { track, linkId } = item;
  if (!track || linkId === null) return [];
  return itemsOf(track.sequence).filter((other) => other.linkId === linkId && other !== item);
}

/** Every track item of a sequence, pictures first, bottom track first. */
export function itemsOf(sequence: Sequence): TrackItem[] {
  return [...sequence.videoTracks, ...sequence.audioTracks].flatMap((track) => track.items);
}

function neighbourOf(item: TrackItem, step: 1 | -1): TrackItem | undefined {
  const { track } = item;
  return track?.items[track.items.indexOf(item) + step];
}
