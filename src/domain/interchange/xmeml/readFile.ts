import type { CutMedia } from '../../cut/Cut';
import { parseFrameRate, sameFrameRate, type FrameRate } from '../../time/FrameRate';
import { parseTimecode, timecodeToFrames } from '../../time/Timecode';
import { formatMediaUrl, parseMediaUrl } from '../mediaUrl';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/XmlElement';
import { readNote, readTime } from './xmemlNotes';
import { parseFrames, parseXmemlRate, toXmemlRate } from './xmemlRate';

/** What a file inherits and what stands in for what it does not say. */
export interface FileDefaults {
  readonly frameRate: FrameRate;
  readonly width: number;
  readonly height: number;
  /** The clipitem's own name. */
  readonly name: string;
  readonly kind: 'video' | 'audio';
}

/** Reads a `file` element that stands in full. */
export function readFile(file: XmlElement, defaults: FileDefaults): Omit<CutMedia, 'id'> {
  const rate = parseXmemlRate(file) ?? defaults.frameRate;
  const path = readPath(file);
  const start = readTimecodeFrames(childOf(file, 'timecode'), rate);
  const duration = parseFrames(textOf(file, 'duration')) ?? 0;
  return {
    name: textOf(file, 'name') ?? (path.replace(/^.*[\\/]/, '') || defaults.name),
    path,
    reel: textOf(childOf(childOf(file, 'timecode'), 'reel'), 'name') || null,
    startTicks: readTime(file, 'startTicks', start),
    durationTicks: readTime(file, 'durationTicks', { frames: duration, rate }),
    ...readStreams(file, { ...defaults, frameRate: rate }),
  };
}

/** A start timecode as a count of frames with its rate; the label where there is no count. */
export function readTimecodeFrames(
  timecode: XmlElement | undefined,
  inherited: FrameRate,
): { readonly frames: number; readonly rate: FrameRate } {
  const rate = parseXmemlRate(timecode) ?? inherited;
  const frames = parseFrames(textOf(timecode, 'frame'));
  if (frames !== undefined && frames >= 0) return { frames, rate };
  const label = parseTimecode(textOf(timecode, 'string') ?? '', rate);
  return { frames: label ? timecodeToFrames(label, rate) : 0, rate };
}

function readPath(file: XmlElement): string {
  const url = textOf(file, 'pathurl') ?? '';
  const noted = readNote(file, 'path');
  return noted !== undefined && formatMediaUrl(noted, 'xmeml') === url ? noted : parseMediaUrl(url);
}

/** A file that says nothing of its streams has the one that it is used for. */
function readStreams(file: XmlElement, defaults: FileDefaults): Pick<CutMedia, 'video' | 'audio'> {
  const media = childOf(file, 'media');
  if (media) return { video: readVideo(file, media, defaults), audio: readAudio(media) };
  return defaults.kind === 'video'
    ? { video: pickRaster(defaults), audio: null }
    : { video: null, audio: { sampleRate: 48_000, channels: 2 } };
}

function pickRaster({ frameRate, width, height }: FileDefaults): CutMedia['video'] {
  return { frameRate, width, height };
}

function readVideo(file: XmlElement, media: XmlElement, defaults: FileDefaults): CutMedia['video'] {
  const video = childOf(media, 'video');
  if (!video) return null;
  const characteristics = childOf(video, 'samplecharacteristics');
  const size = (name: 'width' | 'height') =>
    parseFrames(textOf(characteristics, name)) ?? defaults[name];
  const written = parseXmemlRate(characteristics) ?? defaults.frameRate;
  const noted = parseFrameRate(readNote(file, 'frameRate') ?? '');
  const isNoted = noted !== undefined && sameFrameRate(toXmemlRate(noted), written);
  return {
    frameRate: isNoted ? noted : written,
    width: size('width'),
    height: size('height'),
  };
}

/** Each audio stream of a file is an `audio` element of its own. */
function readAudio(media: XmlElement): CutMedia['audio'] {
  const streams = childrenOf(media, 'audio');
  if (streams.length === 0) return null;
  const channels = streams.map((stream) => parseFrames(textOf(stream, 'channelcount')) ?? 1);
  const characteristics = childOf(streams[0], 'samplecharacteristics');
  return {
    sampleRate: parseFrames(textOf(characteristics, 'samplerate')) ?? 48_000,
    channels: channels.reduce((sum, count) => sum + count, 0),
  };
}
