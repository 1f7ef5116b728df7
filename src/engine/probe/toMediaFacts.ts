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
import type { FfprobeReport, FfprobeStream } from '../ffmpeg/runFfprobe';

/** A file as the file system knows it. */
export interface FileFacts {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/** A start label and the rate it counts in. */
export interface StartLabel {
  readonly label: string;
  readonly rate: FrameRate;
}

/** Where cameras and editors write the reel. */
const reelTags = ['reel_name', 'com.apple.proapps.reel', 'reel', 'tape'];

/** Rates that cameras record; what lies within half a per mille of one is one. */
const cameraRates = [
  ...['24000/1001', '24', '25', '30000/1001', '30', '48000/1001', '48', '50'],
  ...['60000/1001', '60', '100', '120000/1001', '120'],
].flatMap((text) => parseFrameRate(text) ?? []);

/**
 * Puts ffprobe's report into our words. `sidecar` is the start that a file beside it tells, used
 * when the container carries none. Null when there is neither picture nor sound.
 */
export function toMediaFacts(
  file: FileFacts,
  report: FfprobeReport,
  sidecar: StartLabel | null,
): MediaFacts | null {
  const picture = findPicture(report);
  const video = picture && toVideoFacts(picture);
  const audio = toAudioFacts(report.streams);
  if (!video && !audio) return null;
  return {
    ...file,
    container: report.format.format_name,
    durationTicks: formatTicks(picture ? pictureDuration(report, picture) : soundDuration(report)),
    ...toStart((picture && findStart(report, picture.rate)) ?? sidecar),
    reel: findTag(report, reelTags),
    video,
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

function toVideoFacts({ stream, rate }: Picture): VideoFacts {
  return {
    codec: stream.codec_name,
    profile: stream.profile,
    width: stream.width,
    height: stream.height,
    frameRate: formatFrameRate(rate),
    pixelFormat: stream.pix_fmt,
    frames: /^\d+$/.test(stream.nb_frames) ? Number(stream.nb_frames) : -1,
    scan: stream.field_order || 'unknown',
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

function toCameraRate(rate: FrameRate | undefined): FrameRate | undefined {
  const perSecond = (each: FrameRate) => each.numerator / each.denominator;
  if (!rate) return undefined;
  return cameraRates
    .map((known) => ({ known, off: Math.abs(perSecond(rate) / perSecond(known) - 1) }))
    .filter(({ off }) => off < 0.0005)
    .sort((left, right) => left.off - right.off)[0]?.known;
}

function pictureDuration({ format }: FfprobeReport, { stream, rate }: Picture): Ticks {
  const frames = Number(stream.nb_frames);
  if (frames > 0) return framesToTicks(toFrames(frames), rate);
  const ticks = toDuration(stream.duration || format.duration);
  return framesToTicks(ticksToNearestFrame(ticks, rate), rate);
}

function soundDuration({ format }: FfprobeReport): Ticks {
  return toDuration(format.duration);
}

function toDuration(seconds: string): Ticks {
  const value = Number(seconds);
  return Number.isFinite(value) && value > 0 ? secondsToTicks(value) : zeroTicks;
}

/** The label stands on a timecode track with a rate of its own, on the picture, or on the file. */
function findStart(report: FfprobeReport, rate: FrameRate): StartLabel | null {
  const track = report.streams.find(
    (stream) => stream.codec_type === 'data' && stream.tags['timecode'],
  );
  const trackRate = toCameraRate(parseFrameRate(track?.avg_frame_rate ?? ''));
  const label = track?.tags['timecode'] ?? findTag(report, ['timecode']);
  if (label === '') return null;
  const counted = trackRate ?? rate;
  return parseTimecode(label, counted) ? { label, rate: counted } : null;
}

function labelToTicks({ label, rate }: StartLabel): Ticks {
  const timecode = parseTimecode(label, rate);
  return timecode ? framesToTicks(timecodeToFrames(timecode, rate), rate) : zeroTicks;
}

function findTag(report: FfprobeReport, names: readonly string[]): string {
  const everyTags = [...report.streams.map(({ tags }) => tags), report.format.tags];
  for (const name of names) {
    const found = everyTags.find((tags) => tags[name]);
    if (found?.[name]) return found[name];
  }
  return '';
}
