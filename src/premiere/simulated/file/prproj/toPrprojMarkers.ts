import type { PremiereMarker } from '../../../../domain/interchange/prproj/PremiereProject';
import { addTicks } from '../../../../domain/time/Ticks';
import type { Marker } from '../../model/ProjectModel';
import type { PrprojReading } from './PrprojReading';

const types: readonly string[] = ['Comment', 'Chapter', 'Segmentation', 'WebLink'];

/** Markers in order of time; one of a type that scripts do not know becomes a comment. */
export function toPrprojMarkers(
  markers: readonly PremiereMarker[],
  { remarks }: PrprojReading,
): Marker[] {
  const made = markers.map((marker): Marker => {
    if (!types.includes(marker.type)) {
      remarks.add(`A marker of the type “${marker.type}” is shown as a comment.`);
    }
    return {
      guid: marker.id,
      startTicks: marker.startTicks,
      endTicks: addTicks(marker.startTicks, marker.durationTicks),
      name: marker.name,
      comments: marker.comment,
      type: types.includes(marker.type) ? (marker.type as Marker['type']) : 'Comment',
      color: marker.color,
      url: marker.url,
      urlFrame: marker.urlFrame,
    };
  });
  return made.sort((left, right) => Number(left.startTicks - right.startTicks));
}
