import { frameRateOfTicks, framesToTicks } from '../../../domain/time/FrameRate';
import { parseTimecode, timecodeToFrames } from '../../../domain/time/Timecode';
import {
  parseTicks,
  secondsToTicks,
  subtractTicks,
  toTicks,
  zeroTicks,
  type Ticks,
} from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import type { Sequence } from '../model/ProjectModel';
import { isDropFrame } from '../model/sequences';
import { floorToUnit } from '../model/timeGrid';

/** Display format that counts frames. */
const framesFormat = 109;

/**
 * The time in a sequence that a label of its display format stands for, from its first frame on;
 * undefined for anything else: ticks, a label that drops frames where the sequence does not, and
 * the other way round (premiere-hosts C5).
 */
export function ticksOfLabel(sequence: Sequence, label: unknown): Ticks | undefined {
  if (typeof label !== 'string') return undefined;
  const rate = frameRateOfTicks(sequence.frameTicks);
  if (sequence.displayFormat === framesFormat) {
    if (!/^\d{1,9}$/.test(label)) return undefined;
    return subtractTicks(toTicks(BigInt(label) * sequence.frameTicks), sequence.zeroPoint);
  }
  const timecode = parseTimecode(label, rate);
  const separator = isDropFrame(sequence) ? ';' : ':';
  if (!timecode || !label.trim().replace(/\d+$/, '').endsWith(separator)) return undefined;
  return subtractTicks(framesToTicks(timecodeToFrames(timecode, rate), rate), sequence.zeroPoint);
}

/** A length or a distance: a count of frames in text or as a number, or a timecode; with a sign. */
export function lengthOfText(sequence: Sequence, value: unknown): Ticks {
  if (value === undefined) throw new ScriptError(scriptErrorTexts.notEnough);
  if (typeof value === 'number') return framesAt(sequence, Math.trunc(value));
  if (typeof value !== 'string') throw new ScriptError(scriptErrorTexts.illegalType);
  const text = value.trim();
  const unsigned = text.replace(/^[+-]/, '');
  const ticks = /^\d+$/.test(unsigned)
    ? framesAt(sequence, Number(unsigned))
    : labelLength(sequence, unsigned);
  return text.startsWith('-') ? subtractTicks(zeroTicks, ticks) : ticks;
}

/** A place: a label of the display format, ticks in text, or a number of seconds. */
export function placeOfText(sequence: Sequence, value: unknown): Ticks {
  const labelled = ticksOfLabel(sequence, value);
  if (labelled !== undefined) return labelled;
  if (typeof value === 'string' && /^\d+$/.test(value)) return parseTicks(value);
  if (typeof value === 'number') return floorToUnit(secondsToTicks(value), sequence.frameTicks);
  throw new ScriptError(scriptErrorTexts.illegalType);
}

function framesAt({ frameTicks }: Sequence, frames: number): Ticks {
  return toTicks(BigInt(frames) * frameTicks);
}

function labelLength(sequence: Sequence, text: string): Ticks {
  const rate = frameRateOfTicks(sequence.frameTicks);
  const timecode = parseTimecode(text, rate);
  if (!timecode) throw new ScriptError(scriptErrorTexts.illegalType);
  return framesToTicks(timecodeToFrames(timecode, rate), rate);
}
