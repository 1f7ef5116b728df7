import type { CameraClip } from '../sync/DayMaterial';

/**
 * The clip of a take to cut in: the first camera of the order that rolled, then any other by its
 * letter; of two clips of one camera the longer, of two as long the later.
 */
export function chooseClip(
  clips: readonly CameraClip[],
  cameraOrder: readonly string[],
): CameraClip | undefined {
  const rank = ({ camera }: CameraClip) => {
    const at = cameraOrder.indexOf(camera ?? '');
    return at === -1 ? cameraOrder.length : at;
  };
  const compare = (left: CameraClip, right: CameraClip) =>
    rank(left) - rank(right) ||
    order(left.camera ?? '~', right.camera ?? '~') ||
    order(right.durationTicks, left.durationTicks) ||
    order(right.startTicks, left.startTicks);
  return [...clips].sort(compare)[0];
}

function order<Value extends string | bigint>(left: Value, right: Value): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
