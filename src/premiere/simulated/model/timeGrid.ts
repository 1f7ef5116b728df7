import {
  maxTicks,
  ticksPerSecond,
  toTicks,
  zeroTicks,
  type Ticks,
} from '../../../domain/time/Ticks';
import type { Clip, Media, PlaceableItem, Sequence } from './ProjectModel';

/** Ticks rounded down to a whole count of `unit`. */
export function floorToUnit(ticks: Ticks, unit: Ticks): Ticks {
  const rest = ticks % unit;
  return toTicks(ticks - (rest < 0n ? rest + unit : rest));
}

/** Ticks rounded up to a whole count of `unit`. */
export function ceilToUnit(ticks: Ticks, unit: Ticks): Ticks {
  const below = floorToUnit(ticks, unit);
  return below === ticks ? ticks : toTicks(below + unit);
}

/**
 * Seconds as Premiere takes them: multiplied in floating point and cut to the unit below, so that
 * 66.96 s at 25 frames a second is frame 1673 (CEP-Resources#314).
 */
export function secondsToUnitBelow(seconds: number, unit: Ticks): Ticks {
  const unitsASecond = Number(ticksPerSecond) / Number(unit);
  return toTicks(BigInt(Math.floor(seconds * unitsASecond)) * unit);
}

/** The grid of a medium: its frame, or for sound alone its sample. */
function unitOfMedia(media: Media): Ticks {
  if (media.video) return media.video.frameTicks;
  return toTicks(ticksPerSecond / BigInt(media.audio?.sampleRate ?? 48_000));
}

/** The grid in and out points of an item fall on. */
export function unitOfItem(item: PlaceableItem): Ticks {
  return item.kind === 'clip' ? unitOfMedia(item.media) : item.sequence.frameTicks;
}

/** Where an item ends in its own time: a medium's or subclip's end, the last item of a sequence. */
export function endOfItem(item: PlaceableItem): Ticks {
  return item.kind === 'clip' ? item.range.end : endOfTracks(item.sequence);
}

/** End of the last item of a sequence; 0 when it is empty. */
export function endOfTracks({ videoTracks, audioTracks }: Sequence): Ticks {
  return [...videoTracks, ...audioTracks].reduce(
    (end, { items }) => maxTicks(end, items.at(-1)?.endTicks ?? zeroTicks),
    zeroTicks,
  );
}

/** Where an item begins in its own time: 0, or a subclip's start. */
export function startOfItem(item: PlaceableItem): Ticks {
  return item.kind === 'clip' ? item.range.start : zeroTicks;
}

/** The in point that a placement uses. */
export function inPointOf(item: PlaceableItem): Ticks {
  return item.marks.in ?? startOfItem(item);
}

/** The out point that a placement uses, exclusive. */
export function outPointOf(item: PlaceableItem): Ticks {
  return item.marks.out ?? endOfItem(item);
}

/** Timecode of an item's first frame, as time since 00:00:00:00. */
export function startTimeOf(item: Clip): Ticks {
  return item.startOverride ?? item.media.startTicks;
}
