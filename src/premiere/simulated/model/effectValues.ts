import type { Ticks } from '../../../domain/time/Ticks';
import type { Keyframe, ParameterState } from './ProjectModel';

/** Premiere's code for keeping a value until the next keyframe, and for going straight there. */
const hold = 4;
const linear = 0;

/** Codes a keyframe takes: linear, hold, bezier, and three variants in time. */
export const interpolationCodes: readonly number[] = [0, 4, 5, 6, 7, 8];

/** The keyframe at exactly a time. */
export function keyAt({ keys }: ParameterState, ticks: Ticks): Keyframe | undefined {
  return keys.find((key) => key.ticks === ticks);
}

/** The keyframe nearest to a time, the earlier of two as near. */
export function nearestKey({ keys }: ParameterState, ticks: Ticks): Keyframe | undefined {
  const away = (key: Keyframe) => (key.ticks < ticks ? ticks - key.ticks : key.ticks - ticks);
  return keys.reduce<Keyframe | undefined>(
    (nearest, key) => (nearest && away(nearest) <= away(key) ? nearest : key),
    undefined,
  );
}

/** Adds a keyframe in its place, with the value the parameter has there. */
export function addKey(state: ParameterState, ticks: Ticks): void {
  if (keyAt(state, ticks)) return;
  state.keys.push({ ticks, value: valueAt(state, ticks), interpolation: linear });
  state.keys.sort((left, right) => (left.ticks < right.ticks ? -1 : 1));
}

/**
 * The value at a source time. Before the first keyframe it is the first one's, after the last the
 * last one's. A bezier keyframe leaves or arrives at rest: the handles that editors pull are not
 * known to the public DOM.
 */
export function valueAt(state: ParameterState, ticks: Ticks): unknown {
  const { keys } = state;
  const after = keys.findIndex((key) => key.ticks > ticks);
  const left = keys[after < 0 ? keys.length - 1 : after - 1];
  const right = after < 0 ? undefined : keys[after];
  if (!left) return right ? right.value : state.value;
  if (!right || left.interpolation === hold) return left.value;
  const part = Number(ticks - left.ticks) / Number(right.ticks - left.ticks);
  return between(left.value, right.value, eased(part, left, right));
}

/** A cubic through both values, at rest at bezier keyframes and on its way at linear ones. */
function eased(part: number, left: Keyframe, right: Keyframe): number {
  const leaving = left.interpolation === linear ? 1 : 0;
  const arriving = right.interpolation === linear || right.interpolation === hold ? 1 : 0;
  const square = part * part;
  const cube = square * part;
  return (
    (cube - 2 * square + part) * leaving + (3 * square - 2 * cube) + (cube - square) * arriving
  );
}

/** Numbers and lists of numbers move; everything else jumps at the next keyframe. */
function between(from: unknown, to: unknown, part: number): unknown {
  if (typeof from === 'number' && typeof to === 'number') return from + (to - from) * part;
  if (Array.isArray(from) && Array.isArray(to)) {
    return from.map((value: unknown, index) => between(value, to[index], part));
  }
  return from;
}
