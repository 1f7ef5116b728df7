import { subtractTicks, zeroTicks, addTicks, type Ticks } from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toNumber } from '../es3/scriptValues';
import { clearMark, marksOf, setInMark, setOutMark, type MarkedMedia } from '../model/itemMarks';
import type { PlaceableItem, ProjectItem } from '../model/ProjectModel';
import { endOfItem, startOfItem, startTimeOf, unitOfItem } from '../model/timeGrid';
import { isClip, type Dom } from './Dom';

/** Readers of an item's in and out points and start timecode. */
export function markReaders(dom: Dom) {
  const reader = (end: 'in' | 'out') => (item: ProjectItem, args: readonly unknown[]) => {
    if ('children' in item) return dom.time(zeroTicks);
    const marks = marksOf(item, mediaOf(args[0]));
    const mark = marks[end] ?? (end === 'in' ? startOfItem(item) : endOfItem(item));
    return dom.time(addTicks(mark, originOf(dom, item)));
  };
  return {
    getInPoint: reader('in'),
    getOutPoint: reader('out'),
    startTime: (item: ProjectItem) => dom.time(startTicksOf(item)),
  };
}

/** Writers of the same. */
export function markMutators(dom: Dom) {
  const clearer = (end: 'in' | 'out') => (item: ProjectItem, args: readonly unknown[]) => {
    if (!('children' in item)) clearMark(item, end, mediaOf(args[0]));
    return 0;
  };
  return {
    setInPoint: { run: markSetter(dom, setInMark) },
    setOutPoint: { run: markSetter(dom, setOutMark) },
    clearInPoint: { run: clearer('in') },
    clearOutPoint: { run: clearer('out') },
    setStartTime: {
      run: (item: ProjectItem, [time]: readonly unknown[]) => {
        if (isClip(item)) item.startOverride = dom.ticksOf(time, unitOfItem(item));
        return 0;
      },
    },
  };
}

type SetMark = (item: PlaceableItem, ticks: Ticks, which: MarkedMedia) => void;

function markSetter(dom: Dom, set: SetMark) {
  return (item: ProjectItem, args: readonly unknown[]): number => {
    if (args.length < 2 && dom.session.behaviour.marksNeedMediaType) {
      throw new ScriptError(scriptErrorTexts.notEnough);
    }
    if ('children' in item) return 0;
    const ticks = dom.ticksOf(args[0], unitOfItem(item), false);
    set(item, subtractTicks(ticks, originOf(dom, item)), mediaOf(args[1]));
    return 0;
  };
}

/** 1 picture, 2 sound, 4 and everything else both. */
function mediaOf(mediaType: unknown): MarkedMedia {
  const code = mediaType === undefined || mediaType === null ? 4 : toNumber(mediaType);
  if (code === 1) return 'video';
  return code === 2 ? 'audio' : 'all';
}

/** What in and out points are counted from. */
function originOf(dom: Dom, item: PlaceableItem): Ticks {
  return dom.session.behaviour.marksFromTimecode ? startTicksOf(item) : zeroTicks;
}

function startTicksOf(item: ProjectItem): Ticks {
  if (isClip(item)) return startTimeOf(item);
  return item.kind === 'sequence' ? item.sequence.zeroPoint : zeroTicks;
}
