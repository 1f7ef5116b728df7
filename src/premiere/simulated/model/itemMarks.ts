import type { Ticks } from '../../../domain/time/Ticks';
import type { Marks, PlaceableItem } from './ProjectModel';
import { endOfItem, floorToUnit, startOfItem, unitOfItem } from './timeGrid';

/** Which marks a script means: picture, sound or both (Premiere's 1, 2 and 4). */
export type MarkedMedia = 'video' | 'audio' | 'all';

/** Sets an in mark on the item's own grid; ignored when it would not lie before the out point. */
export function setInMark(item: PlaceableItem, ticks: Ticks, which: MarkedMedia): void {
  const mark = withinItem(item, ticks);
  for (const marks of marksToSet(item, which)) {
    if (mark < (marks.out ?? endOfItem(item))) marks.in = mark;
  }
}

/** Sets an out mark on the item's own grid; ignored when it would not lie after the in point. */
export function setOutMark(item: PlaceableItem, ticks: Ticks, which: MarkedMedia): void {
  const mark = withinItem(item, ticks);
  for (const marks of marksToSet(item, which)) {
    if (mark > (marks.in ?? startOfItem(item))) marks.out = mark;
  }
}

/** Clears one end of an item's marks. */
export function clearMark(item: PlaceableItem, end: 'in' | 'out', which: MarkedMedia): void {
  for (const marks of marksToSet(item, which)) marks[end] = null;
}

/** The marks that hold for the picture or for the sound of an item. */
export function marksOf(item: PlaceableItem, which: MarkedMedia): Marks {
  return which === 'audio' ? (item.audioMarks ?? item.marks) : item.marks;
}

/**
 * Marks of one kind alone part the sound's from the picture's; marks of both join them again.
 * A medium of one kind has one pair of marks, and the other kind's take nothing.
 */
function marksToSet(item: PlaceableItem, which: MarkedMedia): readonly Marks[] {
  if (which === 'all') {
    item.audioMarks = null;
    return [item.marks];
  }
  const only = onlyMedia(item);
  if (only) return only === which ? [item.marks] : [];
  item.audioMarks ??= { ...item.marks };
  return [which === 'audio' ? item.audioMarks : item.marks];
}

/** The kind of a medium that has one alone. */
function onlyMedia(item: PlaceableItem): MarkedMedia | undefined {
  if (item.kind === 'sequence' || (item.media.video && item.media.audio)) return undefined;
  return item.media.video ? 'video' : 'audio';
}

function withinItem(item: PlaceableItem, ticks: Ticks): Ticks {
  const [start, end] = [startOfItem(item), endOfItem(item)];
  const snapped = floorToUnit(ticks, unitOfItem(item));
  if (snapped < start) return start;
  return snapped > end ? end : snapped;
}
