import type { FfprobeReport, FfprobeStream } from '../ffmpeg/runFfprobe';
import { parseFrameRate, type FrameRate } from '../../domain/time/FrameRate';
import type { SampleTimes } from './readSampleTimes';

/** Frames may differ by so much, and rates by a tenth of it, before they count as variable. */
const tolerance = 0.01;

/**
 * When the frames of a picture are shown, in its time base and in order: from the tables of its
 * container, else from the packets that ffprobe read; empty where neither tells.
 */
export function frameTimesOf(
  report: FfprobeReport,
  stream: FfprobeStream,
  sampleTimes: SampleTimes,
): readonly number[] {
  return sampleTimes.get(Number(stream.id)) ?? packetTimes(report, stream);
}

/**
 * Whether a picture's frames last unequally: the longest and the shortest differ by more than 1 %,
 * or its nominal and its average rate by more than 0.1 %. What a time base is too coarse to tell
 * (41 and 42 ms) is no difference.
 */
export function isVariableRate(stream: FfprobeStream, times: readonly number[]): boolean {
  return hasUnequalFrames(times) || (times.length > 2 && haveUnequalRates(stream, times));
}

/** Of the packets up to the last, only those are sure to have been read without a gap. */
function packetTimes({ packets }: FfprobeReport, { index }: FfprobeStream): readonly number[] {
  const own = packets.filter((packet) => packet.stream_index === index);
  const last = Math.max(...own.map(({ dts, pts }) => dts ?? pts ?? 0));
  const times = own.flatMap(({ pts }) => (pts === undefined || pts > last ? [] : [pts]));
  return times.sort((left, right) => left - right);
}

/** The last frame's length is nobody's step: what muxers write there is no sign. */
function hasUnequalFrames(times: readonly number[]): boolean {
  let shortest = Infinity;
  let longest = 0;
  for (let at = 1; at < times.length; at += 1) {
    const step = (times[at] ?? 0) - (times[at - 1] ?? 0);
    shortest = Math.min(shortest, step);
    longest = Math.max(longest, step);
  }
  return longest - shortest > 1 && longest > shortest * (1 + tolerance);
}

/** Interlaced codecs tell the rate of their fields. */
function haveUnequalRates(stream: FfprobeStream, times: readonly number[]): boolean {
  const nominal = parseFrameRate(stream.r_frame_rate);
  const average = parseFrameRate(stream.avg_frame_rate);
  if (!nominal || !average) return false;
  const off = (per: number) => Math.abs(perSecond(nominal) / per / perSecond(average) - 1);
  // A short clip's own length is known to a tick of its time base only.
  const rounding = 1.5 / Math.max(1, (times.at(-1) ?? 0) - (times[0] ?? 0));
  return Math.min(off(1), off(2)) > tolerance / 10 + rounding;
}

function perSecond({ numerator, denominator }: FrameRate): number {
  return numerator / denominator;
}
