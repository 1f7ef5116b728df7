import type { Ticks } from './Ticks';

/** A span of time: start inclusive, end exclusive. */
export interface TimeRange {
  readonly start: Ticks;
  readonly end: Ticks;
}

/** How long a range lasts. */
export function durationOf(range: TimeRange): Ticks {
  return (range.end - range.start) as Ticks;
}

/** Whether two ranges share any time; touching ends do not. */
export function overlaps(left: TimeRange, right: TimeRange): boolean {
  return left.start < right.end && right.start < left.end;
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: TimeRange, inner: TimeRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The time two ranges share, or undefined when there is none. */
export function intersection(left: TimeRange, right: TimeRange): TimeRange | undefined {
  if (!overlaps(left, right)) return undefined;
  return {
    start: left.start > right.start ? left.start : right.start,
    end: left.end < right.end ? left.end : right.end,
  };
}

/** The same span `by` ticks later. */
export function shift(range: TimeRange, by: Ticks): TimeRange {
  return { start: (range.start + by) as Ticks, end: (range.end + by) as Ticks };
}
