import type { LoggedTake } from '../script/LoggedTake';
import type { CameraClip } from '../sync/DayMaterial';
import { ticksPerDay } from '../sync/toClock';
import { framesToTicks } from '../time/FrameRate';
import { toTicks, zeroTicks, type Ticks } from '../time/Ticks';
import { parseTimecode, timecodeToFrames } from '../time/Timecode';
import { contains, type TimeRange } from '../time/TimeRange';

/** The part of a clip to use, from its first frame; or in words what is wrong with in and out. */
export type SourceRange =
  | { readonly ok: true; readonly range: TimeRange }
  | { readonly ok: false; readonly problem: string };

/**
 * The part of a clip between the log's in and out, which are labels in the camera's time of day; out
 * is exclusive. Where one of them is missing, the clip's own start or end; without both, all of it.
 *
 *     clip  10:00:00:00 ....[in ========== out].... 10:00:10:00
 */
export function readSourceRange(clip: CameraClip, log: LoggedTake | null): SourceRange {
  const whole = { start: zeroTicks, end: clip.durationTicks };
  if (!log || !hasPoint(log)) return { ok: true, range: whole };
  if (!clip.hasTimecode) return fault(log, 'the clip carries no timecode to find them by');
  const start = readPoint(log.inTimecode, whole.start, clip);
  const end = readPoint(log.outTimecode, whole.end, clip);
  if (start === undefined || end === undefined) {
    return fault(log, 'that is no timecode at the clip’s rate');
  }
  if (start >= end) return fault(log, 'out is not after in');
  if (!contains(whole, { start, end })) return fault(log, 'they lie outside the clip');
  return { ok: true, range: { start, end } };
}

function hasPoint({ inTimecode, outTimecode }: LoggedTake): boolean {
  return inTimecode !== null || outTimecode !== null;
}

function fault({ inTimecode, outTimecode, line }: LoggedTake, why: string): SourceRange {
  const said = `in “${inTimecode ?? ''}”, out “${outTimecode ?? ''}” (line ${line} of the log)`;
  return { ok: false, problem: `${said}: ${why}` };
}

function readPoint(label: string | null, otherwise: Ticks, clip: CameraClip): Ticks | undefined {
  return label === null ? otherwise : readLabel(label, clip);
}

/** Time of a label from the clip's first frame; a clip that ran past midnight goes on counting. */
function readLabel(label: string, clip: CameraClip): Ticks | undefined {
  const timecode = parseTimecode(label, clip.frameRate);
  if (!timecode) return undefined;
  const { frameRate, dropFrame } = clip;
  const counted = timecodeToFrames({ ...timecode, dropFrame }, frameRate);
  const time = framesToTicks(counted, frameRate) - clip.startTicks;
  const passesMidnight = clip.startTicks + clip.durationTicks > ticksPerDay(clip);
  return toTicks(time < 0n && passesMidnight ? time + ticksPerDay(clip) : time);
}
