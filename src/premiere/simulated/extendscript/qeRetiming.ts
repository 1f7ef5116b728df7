import { minTicks, toTicks, type Ticks } from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag, toNumber } from '../es3/scriptValues';
import { unitOfUse } from '../model/placing';
import type { TrackItem } from '../model/ProjectModel';
import { floorToUnit } from '../model/timeGrid';
import { firstEndingAfter, neighbourOf, shiftFrom } from '../model/tracks';
import { timeFor, trimEnd } from '../model/trimming';
import type { Dom } from './Dom';
import { lengthOfText } from './qeTimes';

/**
 * `setSpeed(factor, length, reversed, pitch, ripples)`: the same source in another time. A length
 * decides over the factor. What does not fit before the next item is cut off, unless it ripples.
 */
export function retime(dom: Dom, item: TrackItem, args: readonly unknown[]): boolean {
  if (!dom.session.behaviour.setsSpeed) throw new ScriptError(scriptErrorTexts.unknown);
  const [factor, length, reversed, , ripples] = args;
  const speed = speedFor(item, toNumber(factor), length);
  if (!item.track || !(speed > 0)) throw new ScriptError(scriptErrorTexts.illegalType);
  const source = toTicks(item.outTicks - item.inTicks);
  item.speed = speed;
  item.isReversed = toFlag(reversed);
  const shown = floorToUnit(timeFor(item, source) ?? source, unitOfUse(item));
  const end = toTicks(item.startTicks + shown);
  if (shown <= 0n) throw new ScriptError(scriptErrorTexts.illegalType);
  settle(item, end, toFlag(ripples));
  return true;
}

function settle(item: TrackItem, end: Ticks, ripples: boolean): void {
  const next = neighbourOf(item, 1);
  if (ripples && item.track) {
    shiftFrom(
      item.track,
      firstEndingAfter(item.track, item.endTicks),
      toTicks(end - item.endTicks),
    );
    item.endTicks = end;
  } else if (next) trimEnd(item, minTicks(end, next.startTicks));
  else item.endTicks = end;
}

/** A length asks for the speed that fills it. */
function speedFor(
  { track, inTicks, outTicks }: TrackItem,
  factor: number,
  length: unknown,
): number {
  if (!track || typeof length !== 'string' || length === '') return factor;
  const wanted = lengthOfText(track.sequence, length);
  return wanted > 0n ? Number(outTicks - inTicks) / Number(wanted) : factor;
}
