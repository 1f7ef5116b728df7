import { frameRateOfTicks, framesToTicks } from '../../../domain/time/FrameRate';
import { parseTimecode, timecodeToFrames } from '../../../domain/time/Timecode';
import { toTicks, type Ticks } from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import type { Sequence } from '../model/ProjectModel';
import { floorToUnit } from '../model/timeGrid';
import type { Dom } from './Dom';

/** Where to place: a Time, seconds, ticks in text, or a timecode (census 4). */
export function placingTime(dom: Dom, value: unknown, sequence: Sequence): Ticks {
  const rate = frameRateOfTicks(sequence.frameTicks);
  const timecode = typeof value === 'string' ? parseTimecode(value, rate) : undefined;
  if (timecode) return framesToTicks(timecodeToFrames(timecode, rate), rate);
  return dom.ticksOf(value, sequence.frameTicks);
}

/** Ticks in text and nothing else: a number has been refused since 2020. */
export function ticksText(dom: Dom, value: unknown): Ticks {
  if (value === undefined) throw new ScriptError(scriptErrorTexts.notEnough);
  if (typeof value !== 'string') throw new ScriptError(scriptErrorTexts.illegalType);
  return dom.ticksOf(value, toTicks(1n));
}

/** A moment of a sequence in seconds or as a Time, on the frame below. */
export function sequenceTime(dom: Dom, value: unknown, { frameTicks }: Sequence): Ticks {
  return floorToUnit(dom.ticksOf(value, frameTicks, false), frameTicks);
}
