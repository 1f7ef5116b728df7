import {
  maxTicks,
  minTicks,
  subtractTicks,
  toTicks,
  zeroTicks,
  type Ticks,
} from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag } from '../es3/scriptValues';
import type { TrackItem } from '../model/ProjectModel';
import { endOfItem, startOfItem } from '../model/timeGrid';
import { neighbourOf } from '../model/tracks';
import { lengthOf, shiftItem, sourceIn, trimEnd, trimStart } from '../model/trimming';
import type { Dom, QeStretch } from './Dom';
import { lengthOfText } from './qeTimes';
import { editTracks } from './timelineEvents';

type Args = readonly unknown[];

/** `slip`, `slide` and `roll` by frames; each says whether it did anything. */
export function slipping(dom: Dom) {
  const edit = (run: (item: TrackItem, by: Ticks, args: Args) => boolean) => ({
    run: ({ item, sequence }: QeStretch, args: Args) => {
      if (args.length === 0) throw new ScriptError(scriptErrorTexts.notEnough);
      const by = lengthOfText(sequence, args[0]);
      if (!item) return false;
      if (!dom.session.behaviour.slides) return corrupt(item, by);
      return editTracks(dom, sequence, () => run(item, by, args));
    },
    pretend: () => true,
  });
  return {
    slip: edit(slip),
    slide: edit(slide),
    roll: edit((item, by, [, atStart]) =>
      toFlag(atStart)
        ? roll(neighbourOf(item, -1), item, by)
        : roll(item, neighbourOf(item, 1), by),
    ),
  };
}

/**
 * Shows another part of the source in the same place, as far as there is one.
 *
 * ```
 * source  |hh[in ====== out]hhhh|   slip +2   |hhhh[in ====== out]hh|
 * ```
 */
function slip(item: TrackItem, by: Ticks): boolean {
  const least = subtractTicks(startOfItem(item.item), item.inTicks);
  const most = subtractTicks(endOfItem(item.item), item.outTicks);
  const shift = minTicks(maxTicks(by, least), most);
  item.inTicks = toTicks(item.inTicks + shift);
  item.outTicks = toTicks(item.outTicks + shift);
  return shift !== 0n;
}

/** Moves an item between its neighbours, which become longer and shorter. */
function slide(item: TrackItem, by: Ticks): boolean {
  const [before, after] = [neighbourOf(item, -1), neighbourOf(item, 1)];
  if (!canGive(before, item, by) || !canGive(item, after, by)) return false;
  if (by > 0n) {
    if (after) trimStart(after, toTicks(after.startTicks + by));
    shiftItem(item, by);
    if (before) trimEnd(before, item.startTicks);
  } else {
    if (before) trimEnd(before, toTicks(before.endTicks + by));
    shiftItem(item, by);
    if (after) trimStart(after, item.endTicks);
  }
  return true;
}

/** Moves the cut between two items. */
function roll(left: TrackItem | undefined, right: TrackItem | undefined, by: Ticks): boolean {
  if (!left || !right || !canGive(left, right, by)) return false;
  const cut = toTicks(right.startTicks + by);
  if (cut <= left.startTicks || cut >= right.endTicks) return false;
  trimEnd(left, cut);
  trimStart(right, cut);
  return true;
}

/** Whether two items meet and the one that becomes longer has the media for it. */
function canGive(left: TrackItem | undefined, right: TrackItem | undefined, by: Ticks): boolean {
  if (!left || !right) return false;
  if (left.endTicks !== right.startTicks) return false;
  const longer = by > 0n ? left : right;
  const shorter = by > 0n ? right : left;
  const length = by > 0n ? by : subtractTicks(zeroTicks, by);
  return lengthOf(shorter) > length && handleOf(longer, by > 0n) >= sourceIn(longer, length);
}

function handleOf({ item, inTicks, outTicks }: TrackItem, atTail: boolean): Ticks {
  return atTail
    ? subtractTicks(endOfItem(item), outTicks)
    : subtractTicks(inTicks, startOfItem(item));
}

/** What these calls do from 26 on: the in point moves and the rest stays where it was (lmcp#237). */
function corrupt(item: TrackItem, by: Ticks): boolean {
  const moved = toTicks(item.inTicks + by);
  if (moved >= startOfItem(item.item) && moved < item.outTicks) item.inTicks = moved;
  return true;
}
