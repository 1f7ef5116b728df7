import path from 'node:path';
import type { RenderEvent, RenderRequest } from '../../../src/contract/MediaEngine';
import type { EncoderFormat } from '../../../src/domain/spec/EncoderFormat';
import type { FfmpegPaths } from '../../../src/engine/ffmpeg/findFfmpeg';
import { runFfprobe } from '../../../src/engine/ffmpeg/runFfprobe';
import { jobRequestSchema } from '../../../src/engine/jobs/requestSchemas';
import { render } from '../../../src/engine/render/render';
import { aJob } from '../../helpers/engineJob';
import { aFolder } from '../../helpers/engineProcess';
import { aClip, aTone, decodeFrames, decodeSound, packagedFfmpeg } from '../../helpers/mediaFiles';

const second = 254_016_000_000n;
const at = (tenths: number) => String((second * BigInt(tenths)) / 10n);

const base: EncoderFormat = {
  container: 'mov',
  videoCodec: 'prores',
  profile: 'proxy',
  width: 320,
  height: 180,
  frameRate: '25/1',
  videoBitrateKbps: 2000,
  audioCodec: 'pcm_s16le',
  audioChannels: 2,
  sampleRate: 48_000,
  audioBitrateKbps: 192,
};

let folder: string;
let red: string;
let tone: string;
let ffmpeg: FfmpegPaths;
let signal: AbortSignal;

beforeAll(async () => {
  folder = await aFolder('formats');
  ffmpeg = await packagedFfmpeg();
  ({ signal } = aJob());
  red = await aClip(folder, { name: 'red.mov', color: 'red', tone: 440 });
  tone = await aTone(folder, { name: 'tone.wav', hertz: 1000, seconds: 3, channels: 2 });
});

function anEvent(mediaPath: string, more: Partial<RenderEvent> = {}): RenderEvent {
  const span = { startTicks: at(0), endTicks: at(5), inTicks: at(0) };
  return { mediaPath, ...span, gain: 1, channels: [], ...more };
}

async function renderAs(name: string, format: EncoderFormat, more: Partial<RenderRequest> = {}) {
  const request: RenderRequest = {
    outputPath: path.join(folder, name),
    sequenceRate: '25/1',
    sequenceWidth: 320,
    sequenceHeight: 180,
    durationTicks: at(5),
    startTimecode: '',
    videoTracks: [[anEvent(red)]],
    audioTracks: [[anEvent(tone, { channels: [0, 1] })]],
    format,
    ...more,
  };
  expect(jobRequestSchema.safeParse({ kind: 'render', input: request }).success).toBe(true);
  const { outputPath } = await render(request, { ffmpeg }, aJob());
  return outputPath;
}

/** `mpeg2video tt 320x180, mp2 48000`. */
async function streamsOf(file: string): Promise<string> {
  const { streams } = await runFfprobe({ ffprobe: ffmpeg.ffprobe, path: file, signal });
  return streams
    .map(({ codec_type, codec_name, field_order, width, height, sample_rate }) =>
      codec_type === 'video'
        ? `${codec_name} ${field_order} ${width}x${height}`
        : `${codec_name} ${sample_rate}`,
    )
    .join(', ');
}

test.each<[string, Partial<EncoderFormat>, string]>([
  ['hevc.mp4', { container: 'mp4', videoCodec: 'hevc', audioCodec: 'aac' }, 'hevc progressive'],
  ['dnx.mov', { videoCodec: 'dnxhr', profile: 'sq' }, 'dnxhd'],
  ['dnxhqx.mov', { videoCodec: 'dnxhr', profile: 'hqx' }, 'dnxhd'],
  ['xq.mov', { profile: '4444' }, 'prores progressive'],
  [
    'tt.mpg',
    { container: 'mpg', videoCodec: 'mpeg2', audioCodec: 'mp2', fields: 'upper' },
    'mpeg2video tt',
  ],
  [
    'tt.mp4',
    { container: 'mp4', videoCodec: 'h264', profile: 'high', audioCodec: 'aac', fields: 'upper' },
    'h264 tt',
  ],
])('writes %s', async (name, format, stream) => {
  expect(await streamsOf(await renderAs(name, { ...base, ...format }))).toContain(stream);
});

test.each<[string, Partial<EncoderFormat>, string]>([
  ['a.wav', { container: 'wav' }, 'pcm_s16le 48000'],
  ['a.aif', { container: 'aif', audioCodec: 'pcm_s24le' }, 'pcm_s24be 48000'],
  ['a.mp3', { container: 'mp3', audioCodec: 'mp3' }, 'mp3 48000'],
  ['a.aac', { container: 'aac', audioCodec: 'aac' }, 'aac 48000'],
])('writes sound alone into %s', async (name, format, stream) => {
  const sound: EncoderFormat = { ...base, ...format, videoCodec: 'none', profile: '' };
  const file = await renderAs(name, sound, { videoTracks: [] });
  expect(await streamsOf(file)).toBe(stream);
});

test.each(['png', 'tif', 'jpg'] as const)('writes a single picture as %s', async (container) => {
  const still: EncoderFormat = { ...base, container, videoCodec: 'still', audioChannels: 0 };
  const frame = String(second / 25n);
  const file = await renderAs(`one.${container}`, still, { durationTicks: frame, audioTracks: [] });
  expect(await streamsOf(file)).toMatch(/^(png|tiff|mjpeg) .*320x180$/);
});

test('sound follows the keys of its level in straight lines', async () => {
  const fading = anEvent(tone, {
    channels: [0, 1],
    gainKeys: [
      { offsetTicks: at(0), gain: 0 },
      { offsetTicks: at(5), gain: 1 },
    ],
  });
  const sound: EncoderFormat = { ...base, container: 'wav', videoCodec: 'none', profile: '' };
  const tracks = { videoTracks: [], audioTracks: [[fading]] };
  const file = await renderAs('fade.wav', sound, tracks);
  const [left = new Float32Array()] = await decodeSound(file);
  const peak = (from: number, to: number) =>
    left
      .subarray(from * 48_000, to * 48_000)
      .reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  const full = peak(0.49, 0.5);
  expect(peak(0.24, 0.25) / full).toBeCloseTo(0.5, 1);
  expect(peak(0, 0.01) / full).toBeLessThan(0.05);
});

test('a still shows for as long as it is used, wherever its in point is', async () => {
  const still: EncoderFormat = { ...base, container: 'png', videoCodec: 'still', audioChannels: 0 };
  const picture = await renderAs('shown.png', still, {
    durationTicks: String(second / 25n),
    audioTracks: [],
  });
  const use = anEvent(picture, { inTicks: at(20) });
  const file = await renderAs('held.mov', base, { videoTracks: [[use]] });
  const frames = await decodeFrames(file);
  expect(frames).toHaveLength(13);
  for (const [r = 0, g = 0, b = 0] of frames.slice(0, 12)) {
    expect([r > 150, g < 80, b < 80]).toEqual([true, true, true]);
  }
});
