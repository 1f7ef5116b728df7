import { subtractTicks, toTicks, zeroTicks, type Ticks } from '../../../domain/time/Ticks';
import type { TimeRange } from '../../../domain/time/TimeRange';
import type { Ids } from './Ids';
import type { Track, TrackItem, Transition } from './ProjectModel';
import { endOfItem, floorToUnit, startOfItem } from './timeGrid';

/** What transition to put where. */
export interface TransitionRequest {
  readonly matchName: string;
  /** The item it is asked of. */
  readonly item: TrackItem;
  /** At the item's head; otherwise at its tail. */
  readonly isAtStart: boolean;
  readonly durationTicks: Ticks;
  /** How much of it lies before the cut: 0 to 1. */
  readonly alignment: number;
  /** Moves it off the cut, later where positive. */
  readonly offsetTicks: Ticks;
  /** Leaves the neighbour alone even when they meet. */
  readonly isSingleSided: boolean;
}

/** The transitions of a track by time; those whose cut is gone are forgotten. */
export function transitionsOf(track: Track): readonly Transition[] {
  if (track.transitions.length === 0) return track.transitions;
  const edges = edgesOf(track.transitions);
  track.transitions = track.transitions.filter(
    (transition) => meets(transition, track) && fits(transition, edges),
  );
  track.transitions.sort((left, right) => (cutOf(left) < cutOf(right) ? -1 : 1));
  return track.transitions;
}

/** The transition at each item's head and tail. */
export interface TransitionEdges {
  readonly heads: ReadonlyMap<TrackItem | null, Transition>;
  readonly tails: ReadonlyMap<TrackItem | null, Transition>;
}

/** Finds the transitions at the heads and tails of items. */
export function edgesOf(transitions: readonly Transition[]): TransitionEdges {
  return {
    heads: new Map(transitions.map((transition) => [transition.to, transition])),
    tails: new Map(transitions.map((transition) => [transition.from, transition])),
  };
}

/** Forgets the transitions of an item that leaves its track. */
export function dropTransitionsOf(item: TrackItem, track: Track): void {
  track.transitions = track.transitions.filter(({ from, to }) => from !== item && to !== item);
}

/** Where a transition lies in the sequence. */
export function spanOfTransition(transition: Transition): TimeRange {
  const cut = cutOf(transition);
  return {
    start: subtractTicks(cut, transition.beforeTicks),
    end: toTicks(cut + transition.afterTicks),
  };
}

/** Gives the later part of a split item what hung on the item's tail. */
export function passTailTransition(head: TrackItem, tail: TrackItem, track: Track): void {
  track.transitions = track.transitions.map((transition) =>
    transition.from === head ? { ...transition, from: tail } : transition,
  );
}

/**
 * Puts a transition on a cut, replacing the one there. Where the media have no handles it comes out
 * shorter, or single-sided, and nobody is told (premiere-hosts C6):
 *
 * ```
 * outgoing  [==========)hhh|          h = handles: media that was cut off
 * incoming        |hhhhh[==========)
 * transition        [-----:---]       at most so far to each side of the cut
 * ```
 */
export function addTransition(request: TransitionRequest, ids: Ids): Transition | undefined {
  const { track } = request.item;
  if (!track) return undefined;
  const sides = sidesOf(request, track);
  const lengths = lengthsOf(request, sides, edgesOf(track.transitions));
  if (lengths.beforeTicks + lengths.afterTicks <= 0n) return addSingleSided(request, ids);
  const { matchName, alignment } = request;
  const transition = { nodeId: ids.nodeId(), matchName, ...sides, ...lengths, alignment };
  const taken = transitionsOf(track).filter(
    (other) =>
      !(sides.from !== null && other.from === sides.from) &&
      !(sides.to !== null && other.to === sides.to),
  );
  track.transitions = [...taken, transition];
  return transitionsOf(track).find(({ nodeId }) => nodeId === transition.nodeId);
}

type Sides = Pick<Transition, 'from' | 'to'>;

function addSingleSided(request: TransitionRequest, ids: Ids): Transition | undefined {
  return request.isSingleSided
    ? undefined
    : addTransition({ ...request, isSingleSided: true }, ids);
}

function sidesOf({ item, isAtStart, isSingleSided }: TransitionRequest, track: Track): Sides {
  const index = track.items.indexOf(item);
  if (isAtStart) {
    const before = isSingleSided ? undefined : track.items[index - 1];
    return { from: before?.endTicks === item.startTicks ? before : null, to: item };
  }
  const after = isSingleSided ? undefined : track.items[index + 1];
  return { from: item, to: after?.startTicks === item.endTicks ? after : null };
}

/** How far it reaches to each side: what was asked for, as far as there is something to show. */
function lengthsOf(request: TransitionRequest, { from, to }: Sides, edges: TransitionEdges) {
  const { durationTicks, alignment, offsetTicks } = request;
  if (!from || !to) {
    const longest = from ? roomAtTail(from, edges) : roomAtHead(request.item, edges);
    const length = durationTicks < longest ? durationTicks : longest;
    return from
      ? { beforeTicks: length, afterTicks: zeroTicks }
      : { beforeTicks: zeroTicks, afterTicks: length };
  }
  const unit = request.item.track?.sequence.frameTicks ?? toTicks(1n);
  const share = BigInt(Math.round(clamp01(alignment) * 1000));
  const asked = floorToUnit(toTicks((durationTicks * share) / 1000n - offsetTicks), unit);
  return {
    beforeTicks: least(asked, [headHandleOf(to), roomAtTail(from, edges)]),
    afterTicks: least(subtractTicks(durationTicks, asked), [
      tailHandleOf(from),
      roomAtHead(to, edges),
    ]),
  };
}

function least(asked: Ticks, limits: readonly Ticks[]): Ticks {
  const smallest = limits.reduce((so, limit) => (limit < so ? limit : so), asked);
  return smallest < 0n ? zeroTicks : smallest;
}

function lengthOf({ startTicks, endTicks }: TrackItem): Ticks {
  return subtractTicks(endTicks, startTicks);
}

/** How much of an item a transition at its tail may take: the one at its head has its part already. */
function roomAtTail(item: TrackItem, { heads }: TransitionEdges): Ticks {
  return subtractTicks(lengthOf(item), heads.get(item)?.afterTicks ?? zeroTicks);
}

function roomAtHead(item: TrackItem, { tails }: TransitionEdges): Ticks {
  return subtractTicks(lengthOf(item), tails.get(item)?.beforeTicks ?? zeroTicks);
}

/** Media before the in point. */
function headHandleOf({ item, inTicks }: TrackItem): Ticks {
  return subtractTicks(inTicks, startOfItem(item));
}

/** Media after the out point. */
function tailHandleOf({ item, outTicks }: TrackItem): Ticks {
  return subtractTicks(endOfItem(item), outTicks);
}

function cutOf({ from, to }: Transition): Ticks {
  return from?.endTicks ?? to?.startTicks ?? zeroTicks;
}

/** Whether its items are where they were to each other. */
function meets({ from, to }: Transition, track: Track): boolean {
  const isThere = (item: TrackItem | null) => !item || item.track === track;
  return isThere(from) && isThere(to) && (!from || !to || from.endTicks === to.startTicks);
}

/** Whether its items are still long enough for it and for what lies at their other ends. */
function fits({ from, to, beforeTicks, afterTicks }: Transition, edges: TransitionEdges): boolean {
  if (from && roomAtTail(from, edges) < beforeTicks) return false;
  return !to || roomAtHead(to, edges) >= afterTicks;
}

function clamp01(value: number): number {
  return Math.min(1, Math.max(0, value));
}
