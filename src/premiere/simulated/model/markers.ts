import type { Ticks } from '../../../domain/time/Ticks';
import type { Ids } from './Ids';
import type { Marker } from './ProjectModel';

/** Adds a marker of no length, in order of time. */
export function addMarker(markers: Marker[], startTicks: Ticks, ids: Ids): Marker {
  const marker = makeMarker(startTicks, ids);
  markers.push(marker);
  sortMarkers(markers);
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

/** Puts markers in order of time, as navigation walks them. */
export function sortMarkers(markers: Marker[]): void {
  markers.sort((left, right) => Number(left.startTicks - right.startTicks));
}
