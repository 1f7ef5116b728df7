import type { CameraClip, RecorderFile } from '../../src/domain/sync/DayMaterial';
import { framesToTicks, toFrames, type FrameRate } from '../../src/domain/time/FrameRate';
import { toTicks, type Ticks } from '../../src/domain/time/Ticks';
import { parseTimecode, timecodeToFrames } from '../../src/domain/time/Timecode';

/** The rate of every clip that a test does not give another. */
export const filmRate: FrameRate = { numerator: 24000, denominator: 1001 };

/** A count of frames at the film rate, as ticks. */
export function frames(count: number, rate: FrameRate = filmRate): Ticks {
  return framesToTicks(toFrames(count), rate);
}

/** A label as time since midnight. */
export function at(label: string, rate: FrameRate = filmRate): Ticks {
  const timecode = parseTimecode(label, rate);
  if (!timecode) throw new RangeError(`“${label}” is no timecode.`);
  return framesToTicks(timecodeToFrames(timecode, rate), rate);
}

const medium = {
  setup: '24A',
  take: '3',
  good: false,
  hasTimecode: true,
  date: null,
  reel: null,
};

/** Camera A's clip of 24A take 3: 240 frames from 10:00:00:00. */
export function aCameraClip(clip: Partial<CameraClip> = {}): CameraClip {
  const camera = clip.camera ?? 'A';
  const name = `${clip.setup ?? '24A'}-${clip.take ?? '3'}_${camera}`;
  return {
    ...medium,
    itemId: `item ${name}`,
    name,
    path: `/cards/${name}.mov`,
    startTicks: at('10:00:00:00'),
    durationTicks: frames(240),
    camera,
    device: camera,
    frameRate: filmRate,
    dropFrame: false,
    width: 1920,
    height: 1080,
    mos: false,
    audio: { sampleRate: 48000, channels: 2, clips: 1 },
    ...clip,
  };
}

/** The recorder's file of 24A take 3: a mix and two isos, from 09:59:58:00, 336 frames long. */
export function aRecorderFile(file: Partial<RecorderFile> = {}): RecorderFile {
  const name = `${file.setup ?? '24A'}-${file.take ?? '3'}`;
  return {
    ...medium,
    itemId: `item ${name} sound`,
    name,
    path: `/cards/S001/${name}.WAV`,
    startTicks: at('09:59:58:00'),
    durationTicks: frames(336),
    audio: { sampleRate: 48000, channels: 3, clips: 3 },
    wildTrack: false,
    trackNames: ['MIX', 'BOOM', 'LAV1'],
    clock: { frameRate: filmRate, dropFrame: false },
    ...file,
  };
}

/** Samples at 48 kHz, as ticks. */
export function samples(count: number): Ticks {
  return toTicks(BigInt(count) * 5_292_000n);
}
