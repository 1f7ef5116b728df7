import { maxTicks, zeroTicks, type Ticks } from '../time/Ticks';
import type { Cut } from './Cut';

/** Where the last event of a cut ends, from its first frame. */
export function durationOfCut({ videoTracks, audioTracks }: Cut): Ticks {
  return [...videoTracks, ...audioTracks]
    .flatMap(({ events }) => events)
    .reduce((end, { range }) => maxTicks(end, range.end), zeroTicks);
}
