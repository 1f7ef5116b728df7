import { maxTicks, minTicks, zeroTicks, type Ticks } from '../../../domain/time/Ticks';
import type { TimeRange } from '../../../domain/time/TimeRange';
import type { Clip, Marks, Sequence } from '../model/ProjectModel';
import { endOfItem, inPointOf, outPointOf } from '../model/timeGrid';

/** What part of a sequence is encoded (premiere-hosts C12). */
export const exportRanges = {
  ENCODE_ENTIRE: 0,
  ENCODE_IN_TO_OUT: 1,
  ENCODE_WORKAREA: 2,
} as const;

/** The part of a sequence that a kind of range means; a mark that is not set is its end. */
export function rangeOfSequence(sequence: Sequence, kind: number): TimeRange {
  const end = sequence.item ? endOfItem(sequence.item) : zeroTicks;
  if (kind === exportRanges.ENCODE_IN_TO_OUT) return within(sequence.marks, end);
  return kind === exportRanges.ENCODE_WORKAREA
    ? within(sequence.workArea, end)
    : { start: zeroTicks, end };
}

/** The part of a clip that a kind of range means, in the time of its media. */
export function rangeOfClip(clip: Clip, kind: number): TimeRange {
  return kind === exportRanges.ENCODE_ENTIRE
    ? clip.range
    : { start: inPointOf(clip), end: outPointOf(clip) };
}

function within(marks: Marks, end: Ticks): TimeRange {
  return {
    start: maxTicks(zeroTicks, marks.in ?? zeroTicks),
    end: marks.out === null ? end : minTicks(marks.out, end),
  };
}
