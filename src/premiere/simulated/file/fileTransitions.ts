import { formatTicks, parseTicks } from '../../../domain/time/Ticks';
import type { Track, TrackItem, Transition } from '../model/ProjectModel';
import { transitionsOf } from '../model/transitions';
import type { FileTrack } from './projectFileSchema';

/** The transitions of a track as its file says, its items counted as `saved` lists them. */
export function toFileTransitions(
  track: Track,
  saved: readonly TrackItem[],
): FileTrack['transitions'] {
  if (track.transitions.length === 0) return [];
  const places = new Map(saved.map((item, index) => [item, index]));
  const placeOf = (item: TrackItem | null) => (item ? (places.get(item) ?? -1) : null);
  return transitionsOf(track)
    .map((transition) => ({
      id: transition.nodeId,
      matchName: transition.matchName,
      from: placeOf(transition.from),
      to: placeOf(transition.to),
      beforeTicks: formatTicks(transition.beforeTicks),
      afterTicks: formatTicks(transition.afterTicks),
      alignment: transition.alignment,
    }))
    .filter(({ from, to }) => from !== -1 && to !== -1);
}

/** Hangs the transitions of a file on the items of a track, which stand already. */
export function toTransitions(
  saved: FileTrack['transitions'],
  items: readonly TrackItem[],
  idOf: (savedId: string) => string,
): Transition[] {
  const itemAt = (index: number | null) => (index === null ? null : (items[index] ?? null));
  return saved.map((entry) => ({
    nodeId: idOf(entry.id),
    matchName: entry.matchName,
    from: itemAt(entry.from),
    to: itemAt(entry.to),
    beforeTicks: parseTicks(entry.beforeTicks),
    afterTicks: parseTicks(entry.afterTicks),
    alignment: entry.alignment,
  }));
}
