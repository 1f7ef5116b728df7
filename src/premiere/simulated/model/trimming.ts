import { maxTicks, minTicks, subtractTicks, toTicks, type Ticks } from '../../../domain/time/Ticks';
import type { TrackItem } from './ProjectModel';
import { endOfItem, floorToUnit, startOfItem } from './timeGrid';

/** How long an item lasts in its sequence. */
export function lengthOf({ startTicks, endTicks }: TrackItem): Ticks {
  return subtractTicks(endTicks, startTicks);
}

/** How much of its source an item shows in so long a time. */
export function sourceIn({ speed }: TrackItem, length: Ticks): Ticks {
  return speed === 1 ? length : toTicks(BigInt(Math.round(Number(length) * speed)));
}

/** How long so much source lasts in the sequence; null where it never ends. */
export function timeFor({ speed }: TrackItem, source: Ticks): Ticks | null {
  if (speed === 1) return source;
  return speed > 0 ? toTicks(BigInt(Math.floor(Number(source) / speed))) : null;
}

/** Cuts an item's tail off; its source range follows. */
export function trimEnd(item: TrackItem, end: Ticks): void {
  item.endTicks = end;
  if (item.isReversed) item.inTicks = beforeOut(item);
  else item.outTicks = afterIn(item);
}

/** Cuts an item's head off; its source range follows. */
export function trimStart(item: TrackItem, start: Ticks): void {
  const cut = sourceIn(item, subtractTicks(start, item.startTicks));
  item.startTicks = start;
  if (item.isReversed) {
    item.outTicks = maxTicks(subtractTicks(item.outTicks, cut), startOfItem(item.item));
    item.inTicks = beforeOut(item);
  } else {
    item.inTicks = minTicks(toTicks(item.inTicks + cut), endOfItem(item.item));
    item.outTicks = afterIn(item);
  }
}

/**
 * Cuts off what an item's source cannot fill, as edges that were moved without the source leave it;
 * false when nothing is left.
 */
export function cutToSource(item: TrackItem, unit: Ticks): boolean {
  const source = item.isReversed
    ? subtractTicks(item.outTicks, startOfItem(item.item))
    : subtractTicks(endOfItem(item.item), item.inTicks);
  const longest = timeFor(item, source);
  if (longest === null || longest >= lengthOf(item)) return true;
  const end = toTicks(item.startTicks + floorToUnit(longest, unit));
  if (end <= item.startTicks) return false;
  trimEnd(item, end);
  return true;
}

/** Moves an item in time without looking at its neighbours. */
export function shiftItem(item: TrackItem, by: Ticks): void {
  item.startTicks = toTicks(item.startTicks + by);
  item.endTicks = toTicks(item.endTicks + by);
}

/** The out point that the in point and the length ask for, within the medium. */
function afterIn(item: TrackItem): Ticks {
  const out = toTicks(item.inTicks + sourceIn(item, lengthOf(item)));
  return minTicks(out, maxTicks(endOfItem(item.item), item.inTicks));
}

function beforeOut(item: TrackItem): Ticks {
  const start = subtractTicks(item.outTicks, sourceIn(item, lengthOf(item)));
  return maxTicks(start, startOfItem(item.item));
}
