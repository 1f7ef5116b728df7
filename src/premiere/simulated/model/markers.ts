import type { Ticks } from '../../../domain/time/Ticks';
import type { Ids } from './Ids';
import { insertAt, removeAt } from './orderedLists';
import type { Marker } from './ProjectModel';

/** Adds a marker of no length, in order of time. */
export function addMarker(markers: Marker[], startTicks: Ticks, ids: Ids): Marker {
  const marker = makeMarker(startTicks, ids);
  insertAt(markers, firstAfter(markers, startTicks), marker);
  return marker;
}

/** A green comment marker that stands nowhere. */
export function makeMarker(startTicks: Ticks, ids: Ids): Marker {
  return {
    guid: ids.guid(),
    startTicks,
    endTicks: startTicks,
    name: '',
    comments: '',
    type: 'Comment',
    color: 0,
    url: '',
    urlFrame: '',
  };
}

/** A marker's place among those of its list; -1 when it is gone. */
export function placeOfMarker(markers: readonly Marker[], marker: Marker): number {
  let index = firstAfter(markers, marker.startTicks) - 1;
  while (index >= 0 && markers[index]?.startTicks === marker.startTicks) {
    if (markers[index] === marker) return index;
    index -= 1;
  }
  return -1;
}

/** Takes a marker out of its list; whether it was there. */
export function removeMarker(markers: Marker[], marker: Marker): boolean {
  const index = placeOfMarker(markers, marker);
  if (index >= 0) removeAt(markers, index);
  return index >= 0;
}

/** Moves a marker's start; a length it does not have any more becomes none. */
export function moveMarker(markers: Marker[], marker: Marker, startTicks: Ticks): void {
  const isListed = removeMarker(markers, marker);
  marker.startTicks = startTicks;
  if (marker.endTicks < startTicks) marker.endTicks = startTicks;
  if (isListed) insertAt(markers, firstAfter(markers, startTicks), marker);
}

function firstAfter(markers: readonly Marker[], ticks: Ticks): number {
  let [low, high] = [0, markers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const marker = markers[middle];
    if (marker && marker.startTicks <= ticks) low = middle + 1;
    else high = middle;
  }
  return low;
}
