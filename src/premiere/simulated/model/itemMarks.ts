import type { Ticks } from '../../../domain/time/Ticks';
import type { PlaceableItem } from './ProjectModel';
import { endOfItem, floorToUnit, inPointOf, outPointOf, startOfItem, unitOfItem } from './timeGrid';

/** Sets an item's in mark, on its own grid; ignored when it would not lie before the out point. */
export function setInMark(item: PlaceableItem, ticks: Ticks): void {
  const mark = withinItem(item, ticks);
  if (mark < outPointOf(item)) item.marks.in = mark;
}

/** Sets an item's out mark, on its own grid; ignored when it would not lie after the in point. */
export function setOutMark(item: PlaceableItem, ticks: Ticks): void {
  const mark = withinItem(item, ticks);
  if (mark > inPointOf(item)) item.marks.out = mark;
}

function withinItem(item: PlaceableItem, ticks: Ticks): Ticks {
  const [start, end] = [startOfItem(item), endOfItem(item)];
  const snapped = floorToUnit(ticks, unitOfItem(item));
  if (snapped < start) return start;
  return snapped > end ? end : snapped;
}
