import type { Finding } from '../finding/Finding';
import { toTicks } from '../time/Ticks';
import { overlaps } from '../time/TimeRange';
import type { CameraClip, DayMaterial, RecorderFile, TakeMedium } from './DayMaterial';
import { takeNameOfMedium } from './DayMaterial';
import { decideMatch } from './decideMatch';
import { RecorderIndex } from './RecorderIndex';
import type { SyncMatch } from './SyncMatch';

/** One match a camera clip, in the clips' order, and what looks wrong in the material. */
export interface TimecodeSync {
  readonly matches: readonly SyncMatch[];
  readonly findings: readonly Finding[];
}

/**
 * Matches picture to recorder sound by timecode, with the slate as confirmation. Offsets are exact:
 *
 *     recorder  |==========================|      offset = clip's start - recorder's start
 *     clip            |==============|
 *     offset    ----->|
 *
 * Wild tracks are never matched, and nothing is guessed: a clip without a certain answer says why.
 */
export function planTimecodeSync({ cameras, recorders }: DayMaterial): TimecodeSync {
  const index = new RecorderIndex(recorders);
  const bySlate = groupBySlate(recorders);
  const doubles = findDoubles(cameras);
  const matches = cameras.map((clip) =>
    decideMatch(clip, {
      overlaps: index.overlapsOf(clip),
      sameSlate: bySlate.get(takeNameOfMedium(clip) ?? '') ?? [],
      isDoubtful: doubles.has(clip),
    }),
  );
  return { matches, findings: [...doubles].map(([clip, other]) => doubleFinding(clip, other)) };
}

function groupBySlate(
  recorders: readonly RecorderFile[],
): ReadonlyMap<string, readonly RecorderFile[]> {
  const groups = new Map<string, RecorderFile[]>();
  for (const recorder of recorders) {
    const slate = takeNameOfMedium(recorder);
    if (slate === null || recorder.wildTrack) continue;
    const group = groups.get(slate);
    if (group) group.push(recorder);
    else groups.set(slate, [recorder]);
  }
  return groups;
}

/** Clips that, by timecode, one camera shot while it shot another: each with the other. */
function findDoubles(cameras: readonly CameraClip[]): ReadonlyMap<CameraClip, CameraClip> {
  const doubles = new Map<CameraClip, CameraClip>();
  const latest = new Map<string, CameraClip>();
  const timed = cameras.filter(({ hasTimecode }) => hasTimecode);
  for (const clip of [...timed].sort(byStart)) {
    const before = latest.get(clip.device);
    if (before && areAtOnce(before, clip)) {
      doubles.set(clip, before);
      doubles.set(before, doubles.get(before) ?? clip);
    }
    if (!before || endOf(clip) > endOf(before)) latest.set(clip.device, clip);
  }
  return doubles;
}

function byStart(left: CameraClip, right: CameraClip): number {
  return left.startTicks < right.startTicks ? -1 : 1;
}

/** Clips of different days may well show the same time. */
function areAtOnce(left: CameraClip, right: CameraClip): boolean {
  const isOtherDay = left.date !== null && right.date !== null && left.date !== right.date;
  const range = (clip: TakeMedium) => ({ start: clip.startTicks, end: endOf(clip) });
  return !isOtherDay && overlaps(range(left), range(right));
}

function endOf({ startTicks, durationTicks }: TakeMedium) {
  return toTicks(startTicks + durationTicks);
}

function doubleFinding(clip: CameraClip, other: CameraClip): Finding {
  return {
    code: 'device-overlaps-itself',
    severity: 'warning',
    subject: clip.path,
    message: `By timecode camera ${clip.device} shot it while it shot “${other.name}”. One of the two timecodes, or the day, is wrong.`,
  };
}
