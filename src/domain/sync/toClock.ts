import {
  framesToTicks,
  nominalRate,
  sameFrameRate,
  ticksToFrames,
  toFrames,
  type FrameRate,
} from '../time/FrameRate';
import { toTicks, type Ticks } from '../time/Ticks';
import { framesPerDay, framesToTimecode, timecodeToFrames } from '../time/Timecode';

/** How a device counts its labels. */
export interface TimecodeClock {
  readonly frameRate: FrameRate;
  readonly dropFrame: boolean;
}

/**
 * A start time on another device's clock. Jam sync passes on the label: a recorder at 24 and a camera
 * at 23.976 both show 14:00:00:00, but count 0.1 % apart from midnight, 50 seconds by then. Clocks
 * of other frame counts (24 and 25) both follow the time of day and are left alone.
 */
export function toClock(start: Ticks, from: TimecodeClock, to: TimecodeClock): Ticks {
  const isSame = sameFrameRate(from.frameRate, to.frameRate) && from.dropFrame === to.dropFrame;
  if (isSame || nominalRate(from.frameRate) !== nominalRate(to.frameRate)) return start;
  const frames = ticksToFrames(start, from.frameRate);
  const rest = start - framesToTicks(frames, from.frameRate);
  const label = framesToTimecode(frames, from.frameRate, from.dropFrame);
  const counted = timecodeToFrames({ ...label, dropFrame: to.dropFrame }, to.frameRate);
  return toTicks(framesToTicks(counted, to.frameRate) + rest);
}

/** Ticks from one midnight label to the next: more than a day at 23.976, whose labels run late. */
export function ticksPerDay({ frameRate, dropFrame }: TimecodeClock): Ticks {
  return framesToTicks(toFrames(framesPerDay(frameRate, dropFrame)), frameRate);
}
