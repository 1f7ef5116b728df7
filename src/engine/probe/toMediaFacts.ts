import type { AudioFacts, MediaFacts, VideoFacts } from '../../contract/MediaEngine';
import {
  formatFrameRate,
  framesToTicks,
  parseFrameRate,
  ticksToNearestFrame,
  toFrames,
  type FrameRate,
} from '../../domain/time/FrameRate';
import { formatTicks, secondsToTicks, zeroTicks, type Ticks } from '../../domain/time/Ticks';
import { parseTimecode, timecodeToFrames } from '../../domain/time/Timecode';
import { findTag, type FfprobeReport, type FfprobeStream } from '../ffmpeg/runFfprobe';
import { frameTimesOf, isVariableRate } from './judgeRate';
import { colourOf, readContainerTags, reelTags, rotationOf } from './readContainerTags';
import type { SampleTimes } from './readSampleTimes';
import type { SonyMetadata, StartLabel } from './readSonySidecar';

/** A file as the file system knows it. */
export interface FileFacts {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/** What a probe knows of a file besides ffprobe's report. */
export interface Besides {
  /** What a file beside it tells, used where the container is silent. */
  readonly sidecar: SonyMetadata | null;
  readonly sampleTimes: SampleTimes;
}

const nothingBesides: Besides = { sidecar: null, sampleTimes: new Map() };

/** Rates that cameras record; what lies within half a per mille of one is one. */
const cameraRates = [
  ...['24000/1001', '24', '25', '30000/1001', '30', '48000/1001', '48', '50'],
  ...['60000/1001', '60', '100', '120000/1001', '120'],
].flatMap((text) => parseFrameRate(text) ?? []);

/** Puts ffprobe's report into our words. Null when there is neither picture nor sound. */
export function toMediaFacts(
  file: FileFacts,
  report: FfprobeReport,
  besides: Besides | null,
): MediaFacts | null {
  const { sidecar, sampleTimes } = besides ?? nothingBesides;
  const picture = findPicture(report);
  const audio = toAudioFacts(report.streams);
  if (!picture && !audio) return null;
  return {
    ...file,
    container: report.format.format_name,
    durationTicks: formatTicks(durationOf(report, picture)),
    ...toStart(findStart(report, picture) ?? sidecar?.start ?? null),
    reel: findTag(report, reelTags),
    ...readContainerTags(report, sidecar),
    video: picture && toVideoFacts(report, picture, sampleTimes),
    audio,
    sound: null,
  };
}

interface Picture {
  readonly stream: FfprobeStream;
  readonly rate: FrameRate;
}

function findPicture({ streams }: FfprobeReport): Picture | null {
  const stream = streams.find(isPicture);
  const rate = stream && findRate(stream);
  return rate ? { stream, rate } : null;
}

function toStart(start: StartLabel | null): Pick<MediaFacts, 'startTimecode' | 'startTicks'> {
  return {
    startTimecode: start?.label ?? '',
    startTicks: formatTicks(start ? labelToTicks(start) : zeroTicks),
  };
}

/** Whether a stream is moving pictures: a cover image is a stream too. */
export function isPicture(stream: FfprobeStream): boolean {
  return stream.codec_type === 'video' && stream.disposition['attached_pic'] !== 1;
}

function toVideoFacts(
  report: FfprobeReport,
  { stream, rate }: Picture,
  sampleTimes: SampleTimes,
): VideoFacts {
  return {
    codec: stream.codec_name,
    profile: stream.profile,
    width: stream.width,
    height: stream.height,
    frameRate: formatFrameRate(rate),
    pixelFormat: stream.pix_fmt,
    frames: /^\d+$/.test(stream.nb_frames) ? Number(stream.nb_frames) : -1,
    scan: stream.field_order || 'unknown',
    variableRate: isVariableRate(stream, frameTimesOf(report, stream, sampleTimes)),
    nearestRate: formatFrameRate(nearestRateOf(rate)),
    rotation: rotationOf(stream),
    colour: colourOf(stream),
  };
}

function toAudioFacts(streams: readonly FfprobeStream[]): AudioFacts | null {
  const sounding = streams.filter((stream) => stream.codec_type === 'audio');
  const [first] = sounding;
  if (!first) return null;
  return {
    codec: first.codec_name,
    sampleRate: Number(first.sample_rate),
    channels: sounding.reduce((sum, stream) => sum + stream.channels, 0),
    streams: sounding.map((stream) => stream.channels),
    bitsPerSample: Number(first.bits_per_raw_sample) || first.bits_per_sample,
  };
}

/** The average speaks for the frames; interlaced codecs give the field rate as the other one. */
function findRate(stream: FfprobeStream): FrameRate | undefined {
  const average = parseFrameRate(stream.avg_frame_rate);
  const lowest = parseFrameRate(stream.r_frame_rate);
  const stated = average ?? lowest;
  return [average, lowest].map(toCameraRate).find((rate) => rate !== undefined) ?? stated;
}

/** The rate that cameras record which lies nearest. */
function nearestRateOf(rate: FrameRate): FrameRate {
  const off = (known: FrameRate) =>
    Math.abs((rate.numerator * known.denominator) / (rate.denominator * known.numerator) - 1);
  return [...cameraRates].sort((left, right) => off(left) - off(right))[0] ?? rate;
}

function toCameraRate(rate: FrameRate | undefined): FrameRate | undefined {
  const perSecond = (each: FrameRate) => each.numerator / each.denominator;
  if (!rate) return undefined;
  return cameraRates
    .map((known) => ({ known, off: Math.abs(perSecond(rate) / perSecond(known) - 1) }))
    .filter(({ off }) => off < 0.0005)
    .sort((left, right) => left.off - right.off)[0]?.known;
}

function durationOf({ format }: FfprobeReport, picture: Picture | null): Ticks {
  if (!picture) return toDuration(format.duration);
  const { stream, rate } = picture;
  const frames = Number(stream.nb_frames);
  if (frames > 0) return framesToTicks(toFrames(frames), rate);
  const ticks = toDuration(stream.duration || format.duration);
  return framesToTicks(ticksToNearestFrame(ticks, rate), rate);
}

function toDuration(seconds: string): Ticks {
  const value = Number(seconds);
  return Number.isFinite(value) && value > 0 ? secondsToTicks(value) : zeroTicks;
}

/** The label stands on a timecode track with a rate of its own, on the picture, or on the file. */
function findStart(report: FfprobeReport, picture: Picture | null): StartLabel | null {
  if (!picture) return null;
  const track = report.streams.find(isTimecodeTrack);
  const trackRate = toCameraRate(parseFrameRate(track?.avg_frame_rate ?? ''));
  const label = track?.tags['timecode'] ?? findTag(report, ['timecode']);
  const counted = trackRate ?? picture.rate;
  return parseTimecode(label, counted) ? { label, rate: counted } : null;
}

function isTimecodeTrack({ codec_type, tags }: FfprobeStream): boolean {
  return codec_type === 'data' && Boolean(tags['timecode']);
}

function labelToTicks({ label, rate }: StartLabel): Ticks {
  const timecode = parseTimecode(label, rate);
  return timecode ? framesToTicks(timecodeToFrames(timecode, rate), rate) : zeroTicks;
}
