import { toTicks, type Ticks } from '../../../domain/time/Ticks';
import { unityLevel } from '../effects/intrinsicEffects';
import { valueAt } from '../model/effectValues';
import type { Keyframe, ParameterState, TrackItem } from '../model/ProjectModel';

/** A linear gain at a time. */
export interface LevelKey {
  readonly at: Ticks;
  readonly gain: number;
}

/** How loud something sounds: one gain, and keys over time that are multiplied in; none is 1. */
export interface SoundLevel {
  readonly gain: number;
  /** In order of time; straight lines between, level before the first and after the last. */
  readonly keys: readonly LevelKey[];
}

/** Unchanged. */
export const fullLevel: SoundLevel = { gain: 1, keys: [] };

/** Premiere's code for a keyframe that keeps its value until the next, and for a straight line. */
const hold = 4;
const linear = 0;

/** Into how many straight lines a curve between two keys is broken. */
const linesOfCurve = 8n;

/** The level of a sound item by its Volume, keys at the sequence's times. */
export function levelOf(item: TrackItem): SoundLevel {
  const level = item.parameters.get('volume/1');
  if (!level || item.parameters.get('volume/0')?.value === true) return fullLevel;
  if (!level.isTimeVarying || level.keys.length === 0) {
    return { gain: toGain(level.value), keys: [] };
  }
  const offset = item.startTicks - item.inTicks;
  return {
    gain: 1,
    keys: timesOf(level).map((ticks) => ({
      at: toTicks(ticks + offset),
      gain: toGain(valueAt(level, ticks)),
    })),
  };
}

/** Source times at which a level is read, so that straight lines between them tell all of it. */
function timesOf({ keys }: ParameterState): readonly Ticks[] {
  return keys.flatMap((key, index) => [key.ticks, ...timesBetween(key, keys[index + 1])]);
}

function timesBetween(left: Keyframe, right: Keyframe | undefined): readonly Ticks[] {
  if (!right || right.ticks - left.ticks < linesOfCurve) return [];
  if (left.interpolation === hold) return [toTicks(right.ticks - 1n)];
  if (left.interpolation === linear && [linear, hold].includes(right.interpolation)) return [];
  const length = right.ticks - left.ticks;
  return Array.from({ length: Number(linesOfCurve) - 1 }, (_, step) =>
    toTicks(left.ticks + (length * BigInt(step + 1)) / linesOfCurve),
  );
}

function toGain(value: unknown): number {
  return typeof value === 'number' ? value / unityLevel : 1;
}

/** The same level at other times. */
export function shiftLevel({ gain, keys }: SoundLevel, by: Ticks): SoundLevel {
  return { gain, keys: keys.map((key) => ({ ...key, at: toTicks(key.at + by) })) };
}

/** One level within another, exact at the keys of both. */
export function multiplyLevels(left: SoundLevel, right: SoundLevel): SoundLevel {
  const gain = left.gain * right.gain;
  if (left.keys.length === 0) return { gain, keys: right.keys };
  if (right.keys.length === 0) return { gain, keys: left.keys };
  const times = [...new Set([...left.keys, ...right.keys].map(({ at }) => at))].sort((a, b) =>
    a < b ? -1 : 1,
  );
  const keys = times.map((at) => ({ at, gain: gainAt(left.keys, at) * gainAt(right.keys, at) }));
  return { gain, keys };
}

/** The keys that hold for a span: those within it, and the level at its ends. */
export function keysWithin(
  { keys }: SoundLevel,
  { start, end }: { readonly start: Ticks; readonly end: Ticks },
): readonly LevelKey[] {
  if (keys.length === 0) return [];
  const within = keys.filter(({ at }) => at > start && at < end);
  const edge = (at: Ticks) => ({ at, gain: gainAt(keys, at) });
  return [edge(start), ...within, edge(end)];
}

function gainAt(keys: readonly LevelKey[], at: Ticks): number {
  const next = keys.findIndex((key) => key.at > at);
  const [before, after] = [keys[next < 0 ? keys.length - 1 : next - 1], keys[next]];
  if (!before || !after) return (before ?? after)?.gain ?? 1;
  const share = Number(at - before.at) / Number(after.at - before.at);
  return before.gain + (after.gain - before.gain) * share;
}
