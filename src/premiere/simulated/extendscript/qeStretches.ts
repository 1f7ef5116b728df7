import { zeroTicks } from '../../../domain/time/Ticks';
import type { Track, TrackItem, Transition } from '../model/ProjectModel';
import {
  edgesOf,
  spanOfTransition,
  transitionsOf,
  type TransitionEdges,
} from '../model/transitions';
import type { QeStretch } from './Dom';

/**
 * A track as QE lists it: its items, the gaps before them as items of their own, and the transitions
 * after the item they begin in (census 9).
 *
 * ```
 * DOM   [0    ]        [1    ][2    ]
 * QE    [0    ][1 Empty][2    ]<3>[4    ]
 * ```
 */
export function stretchAt(track: Track, index: number): QeStretch | undefined {
  let left = index;
  let found: QeStretch | undefined;
  walk(track, (make) => {
    if (left === 0) found = make();
    left -= 1;
    return found !== undefined;
  });
  return found;
}

/** How many stretches a track has. */
export function countStretches(track: Track): number {
  let count = 0;
  walk(track, () => {
    count += 1;
    return false;
  });
  return count;
}

type Visit = (make: () => QeStretch) => boolean;

/** Goes through a track without making what nobody asked for; ends when a visit says so. */
function walk(track: Track, visit: Visit): void {
  const edges = edgesOf(transitionsOf(track));
  let end = zeroTicks;
  for (const item of track.items) {
    const { startTicks, endTicks } = item;
    const gapStart = end;
    const isGap = startTicks > gapStart;
    if (isGap && visit(() => ({ ...nothing(track), startTicks: gapStart, endTicks: startTicks }))) {
      return;
    }
    if (visitAround(item, edges, visit)) return;
    end = endTicks;
  }
}

/** An item, with the transition into it where nothing goes out, and the one out of it. */
function visitAround(item: TrackItem, { heads, tails }: TransitionEdges, visit: Visit): boolean {
  const { track } = item;
  if (!track) return false;
  const { startTicks, endTicks } = item;
  const head = heads.get(item);
  const lead = head?.from === null ? head : undefined;
  const tail = tails.get(item);
  return (
    (lead !== undefined && visit(() => stretchOfTransition(track, lead))) ||
    visit(() => ({ ...nothing(track), item, startTicks, endTicks })) ||
    (tail !== undefined && visit(() => stretchOfTransition(track, tail)))
  );
}

/** A transition as a stretch. */
export function stretchOfTransition(track: Track, transition: Transition): QeStretch {
  const { start, end } = spanOfTransition(transition);
  return { ...nothing(track), transition, startTicks: start, endTicks: end };
}

function nothing(track: Track) {
  return { item: null, transition: null, track, sequence: track.sequence };
}
