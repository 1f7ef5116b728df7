import { toTicks, type Ticks } from '../time/Ticks';
import { intersection, shift, type TimeRange } from '../time/TimeRange';
import type { CameraClip, RecorderFile } from './DayMaterial';
import { ticksPerDay, toClock, type TimecodeClock } from './toClock';

/** A recorder file that rolled while a camera did, by timecode. */
export interface Overlap {
  readonly recorder: RecorderFile;
  /** Time of the clip's first frame in the recorder file. */
  readonly offsetTicks: Ticks;
  /** How much of the clip it covers. */
  readonly sharedTicks: Ticks;
  /** Days from the recorder's midnight to the clip's: not 0 where one of them ran past midnight. */
  readonly dayShift: -1 | 0 | 1;
}

interface Placed {
  readonly recorder: RecorderFile;
  readonly range: TimeRange;
}

interface Placing {
  /** Sorted by start. */
  readonly files: readonly Placed[];
  readonly longest: Ticks;
}

const dayShifts = [0, -1, 1] as const;

/** Finds the recorder files that rolled at a clip's time, on the clip's own clock. */
export class RecorderIndex {
  readonly #recorders: readonly RecorderFile[];
  readonly #placings = new Map<string, Placing>();

  constructor(recorders: readonly RecorderFile[]) {
    this.#recorders = recorders.filter(({ hasTimecode }) => hasTimecode);
  }

  /** Every file that shares time with the clip, on either side of midnight, in order of start. */
  overlapsOf(clip: CameraClip): readonly Overlap[] {
    const { files, longest } = this.#placingFor(clip);
    const day = ticksPerDay(clip);
    const found: Overlap[] = [];
    for (const dayShift of dayShifts) {
      const start = toTicks(clip.startTicks + BigInt(dayShift) * day);
      const range = { start, end: toTicks(start + clip.durationTicks) };
      for (let at = firstFrom(files, start - longest); at < files.length; at += 1) {
        const placed = files[at];
        if (!placed || placed.range.start >= range.end) break;
        const shared = intersection(range, placed.range);
        if (shared) found.push(toOverlap(placed, { start, shared, dayShift }));
      }
    }
    return found;
  }

  /** Cameras of one clock see the recorders at the same places; they are placed once. */
  #placingFor({ frameRate, dropFrame }: TimecodeClock): Placing {
    const key = `${frameRate.numerator}/${frameRate.denominator} ${dropFrame}`;
    const known = this.#placings.get(key);
    if (known) return known;
    const files = this.#recorders.map((recorder) => place(recorder, { frameRate, dropFrame }));
    files.sort((left, right) => (left.range.start < right.range.start ? -1 : 1));
    const longest = files.reduce(
      (most, { range }) => (range.end - range.start > most ? range.end - range.start : most),
      0n,
    );
    const placing = { files, longest: toTicks(longest) };
    this.#placings.set(key, placing);
    return placing;
  }
}

function place(recorder: RecorderFile, clock: TimecodeClock): Placed {
  const start = recorder.clock
    ? toClock(recorder.startTicks, recorder.clock, clock)
    : recorder.startTicks;
  return { recorder, range: shift({ start: toTicks(0n), end: recorder.durationTicks }, start) };
}

function toOverlap(
  { recorder, range }: Placed,
  { start, shared, dayShift }: { start: Ticks; shared: TimeRange; dayShift: Overlap['dayShift'] },
): Overlap {
  const offsetTicks = toTicks(start - range.start);
  const sharedTicks = toTicks(shared.end - shared.start);
  return { recorder, offsetTicks, sharedTicks, dayShift };
}

/** Index of the first file that starts at `from` or later. */
function firstFrom(files: readonly Placed[], from: bigint): number {
  let [low, high] = [0, files.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((files[middle]?.range.start ?? from) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
