import { ticksToSeconds, toTicks, type Ticks } from './Ticks';

/**
 * A source point as the seconds that Premiere takes. It rounds down to a frame (or sample) of the
 * medium, so the point is put 1/100 of one inside; `unitTicks` is how long one lasts.
 */
export function hostSeconds(ticks: Ticks, unitTicks: Ticks): number {
  return ticksToSeconds(toTicks(ticks + unitTicks / 100n));
}
