import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RenderEvent, RenderRequest } from '../../../src/contract/MediaEngine';
import type { EncoderFormat } from '../../../src/domain/spec/EncoderFormat';
import { findFfmpeg, type FfmpegPaths } from '../../../src/engine/ffmpeg/findFfmpeg';
import { probe } from '../../../src/engine/probe/probe';
import { openProbeCache } from '../../../src/engine/probe/ProbeCache';
import { render } from '../../../src/engine/render/render';
import { aJob } from '../../helpers/engineJob';
import { aFolder } from '../../helpers/engineProcess';
import { aClip, aTone, decodeFrames, decodeSound, packagedFfmpeg } from '../../helpers/mediaFiles';

const frame = (254016000000n * 1001n) / 24000n;
const at = (frames: number) => String(BigInt(frames) * frame);

const h264: EncoderFormat = {
  container: 'mp4',
  videoCodec: 'h264',
  profile: 'high',
  width: 320,
  height: 180,
  frameRate: '24000/1001',
  videoBitrateKbps: 800,
  audioCodec: 'aac',
  audioChannels: 2,
  sampleRate: 48000,
  audioBitrateKbps: 192,
};
const prores: EncoderFormat = {
  ...h264,
  container: 'mov',
  videoCodec: 'prores',
  profile: 'proxy',
  videoBitrateKbps: 0,
  audioCodec: 'pcm_s24le',
  audioBitrateKbps: 0,
};

let folder: string;
let red: string;
let green: string;
let tone: string;
let ffmpeg: FfmpegPaths;

beforeAll(async () => {
  folder = await aFolder('render');
  ffmpeg = await packagedFfmpeg();
  red = await aClip(folder, { name: 'red.mov', color: 'red', tone: 440 });
  green = await aClip(folder, { name: 'green.mov', color: 'green', tone: 880 });
  tone = await aTone(folder, { name: 'tone.wav', hertz: 1000, seconds: 3, channels: 2 });
});

const event = (mediaPath: string, start: number, end: number, more: Partial<RenderEvent> = {}) => ({
  mediaPath,
  startTicks: at(start),
  endTicks: at(end),
  inTicks: at(0),
  gain: 1,
  channels: [],
  ...more,
});

function aRender(name: string, more: Partial<RenderRequest> = {}): RenderRequest {
  return {
    outputPath: path.join(folder, name),
    sequenceRate: '24000/1001',
    sequenceWidth: 320,
    sequenceHeight: 180,
    durationTicks: at(60),
    startTimecode: '01:00:00:00',
    videoTracks: [[event(red, 0, 20), event(green, 30, 60)]],
    audioTracks: [[event(red, 0, 20, { channels: [0] }), event(green, 30, 60, { channels: [0] })]],
    format: h264,
    ...more,
  };
}

/** Red, green or black, whichever a mean colour is nearest to. */
function nameOf([r = 0, g = 0, b = 0]: readonly number[]): string {
  if (r > 100 && g < 60 && b < 60) return 'red';
  if (g > 80 && r < 60 && b < 60) return 'green';
  return r < 12 && g < 12 && b < 12 ? 'black' : `${r},${g},${b}`;
}

/** `20 red, 10 black, 30 green`. */
function inWords(frames: readonly (readonly number[])[]): string {
  const runs: { name: string; count: number }[] = [];
  for (const name of frames.map(nameOf)) {
    const last = runs.at(-1);
    if (last?.name === name) last.count += 1;
    else runs.push({ name, count: 1 });
  }
  return runs.map(({ name, count }) => `${count} ${name}`).join(', ');
}

/** Root mean square of a stretch of samples. */
function level(samples: Float32Array | undefined, from: number, to: number): number {
  const part = samples?.subarray(from, to) ?? new Float32Array(1);
  return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
}

/** Cycles a second, from the sign changes of a stretch at 48 kHz. */
function pitch(samples: Float32Array | undefined, from: number, to: number): number {
  let changes = 0;
  for (let i = from + 1; i < to; i += 1) {
    if ((samples?.[i - 1] ?? 0) < 0 !== (samples?.[i] ?? 0) < 0) changes += 1;
  }
  return (changes / 2 / (to - from)) * 48000;
}

async function factsOf(file: string) {
  const cache = openProbeCache(await aFolder('state'));
  const ports = { cache, ffprobe: () => Promise.resolve(ffmpeg.ffprobe) };
  const [result] = await probe({ paths: [file] }, ports, aJob());
  cache.close();
  if (!result?.ok) throw new Error(`${file}: ${result?.code ?? 'nothing'}`);
  return result.media;
}

const toneLevel = 0.125 / Math.SQRT2;

test('renders clips and a gap with the exact frames, and sound in its place and level', async () => {
  const job = aJob();
  const { outputPath } = await render(aRender('gap.mp4'), { ffmpeg }, job);

  expect(inWords(await decodeFrames(outputPath))).toBe('20 red, 10 black, 30 green');
  const [left, right] = await decodeSound(outputPath);
  expect(left?.length).toBeGreaterThanOrEqual(120120);
  for (const channel of [left, right]) {
    expect(level(channel, 2000, 38000)).toBeCloseTo(toneLevel, 3);
    expect(pitch(channel, 2000, 38000)).toBeCloseTo(440, -1);
    expect(level(channel, 42000, 58000)).toBeLessThan(0.0005);
    expect(level(channel, 62000, 118000)).toBeCloseTo(toneLevel, 3);
    expect(pitch(channel, 62000, 118000)).toBeCloseTo(880, -1);
  }
  expect(job.progresses.at(-1)).toMatchObject({ done: 60, total: 60, unit: 'frames' });
  expect(await factsOf(outputPath)).toMatchObject({
    startTimecode: '01:00:00:00',
    video: {
      codec: 'h264',
      profile: 'High',
      frames: 60,
      frameRate: '24000/1001',
      pixelFormat: 'yuv420p',
      scan: 'progressive',
    },
    audio: { codec: 'aac', channels: 2, sampleRate: 48000 },
  });
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('places sound at its very sample, mixes tracks at unchanged level, and obeys gain', async () => {
  const half = event(tone, 12, 48, { inTicks: at(24), channels: [0, 1], gain: 0.5 });
  const lone = event(tone, 24, 36, { channels: [1] });
  const request = aRender('sound.mov', { audioTracks: [[half], [lone]], format: prores });
  const { outputPath } = await render(request, { ffmpeg }, aJob());
  const [left = [], right = []] = await decodeSound(outputPath);
  expect(left).toHaveLength(120120);

  const sine = (hertz: number, sample: number) =>
    0.125 * Math.sin((2 * Math.PI * hertz * sample) / 48000);
  const expected = (channel: 0 | 1, sample: number) => {
    // 12 frames are 24024 samples, the in point of 24 frames 48048.
    const isHalf = sample >= 24024 && sample < 96096;
    const isLone = sample >= 48048 && sample < 72072;
    const first = isHalf ? 0.5 * sine(1000 * (channel + 1), sample - 24024 + 48048) : 0;
    return first + (isLone ? sine(2000, sample - 48048) : 0);
  };
  let worst = 0;
  for (let sample = 0; sample < 120120; sample += 1) {
    worst = Math.max(worst, Math.abs((left[sample] ?? 9) - expected(0, sample)));
    worst = Math.max(worst, Math.abs((right[sample] ?? 9) - expected(1, sample)));
  }
  // A few steps of 24 bits, twice rounded.
  expect(worst).toBeLessThan(1e-6);
});

test('upper tracks cover lower ones', async () => {
  const videoTracks = [[event(red, 0, 48)], [event(green, 10, 20), event(green, 40, 60)]];
  const request = aRender('tracks.mp4', { videoTracks, audioTracks: [] });
  const { outputPath } = await render(request, { ffmpeg }, aJob());
  expect(inWords(await decodeFrames(outputPath))).toBe('10 red, 10 green, 20 red, 20 green');
  const [left] = await decodeSound(outputPath);
  expect(level(left, 0, 120000)).toBe(0);
});

test('takes the very frames that the in point names, at the same and at another rate', async () => {
  const ramp = path.join(folder, 'ramp.mov');
  const filter = ['-vf', `geq=lum='16+N*2':cb=128:cr=128`, '-frames:v', '90'];
  const source = ['-f', 'lavfi', '-i', 'color=black:s=64x64:r=24000/1001'];
  const codec = ['-c:v', 'libx264', '-g', '12', '-qp', '0', '-pix_fmt', 'yuv420p'];
  execFileSync(ffmpeg.ffmpeg, ['-v', 'error', '-y', ...source, ...filter, ...codec, ramp]);
  // Video range: luma 16 + 2N shows as (2N) * 255 / 219.
  const numbers = async (file: string) =>
    (await decodeFrames(file)).map(([r = 0]) => Math.round((r * 219) / 255 / 2));

  const videoTracks = [[event(ramp, 0, 24, { inTicks: at(37) })]];
  const request = {
    ...{ videoTracks, audioTracks: [], durationTicks: at(24) },
    ...{ sequenceWidth: 64, sequenceHeight: 64 },
  };
  const small = { ...prores, width: 64, height: 64 };
  const same = await render(aRender('same.mov', { ...request, format: small }), { ffmpeg }, aJob());
  const steps = Array.from({ length: 24 }, (_, index) => 37 + index);
  expect(await numbers(same.outputPath)).toEqual(steps);

  const halved = { ...small, frameRate: '12000/1001' };
  const other = await render(
    aRender('half.mov', { ...request, format: halved }),
    { ffmpeg },
    aJob(),
  );
  expect(await numbers(other.outputPath)).toEqual(steps.filter((_, index) => index % 2 === 0));
});

test('fits another shape into the frame whole, with black around it', async () => {
  const square = await aClip(folder, {
    name: 'square.mov',
    color: 'red',
    size: '180x180',
    tone: 0,
  });
  const videoTracks = [[event(square, 0, 10)]];
  const request = aRender('fit.mov', { videoTracks, audioTracks: [], durationTicks: at(10) });
  const { outputPath } = await render({ ...request, format: prores }, { ffmpeg }, aJob());
  const crop = (x: number) =>
    execFileSync(ffmpeg.ffmpeg, [
      ...['-v', 'error', '-i', outputPath, '-frames:v', '1', '-vf', `crop=40:180:${x}:0,scale=1:1`],
      ...['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'],
    ]);
  expect(nameOf([...crop(10)])).toBe('black');
  expect(nameOf([...crop(140)])).toBe('red');
  expect(nameOf([...crop(270)])).toBe('black');
});

test('writes ProRes with start timecode and HD colour tags', async () => {
  const request = aRender('prores.mov', { format: prores });
  const { outputPath } = await render(request, { ffmpeg }, aJob());
  expect(await factsOf(outputPath)).toMatchObject({
    startTimecode: '01:00:00:00',
    video: { codec: 'prores', profile: 'Proxy', frames: 60, pixelFormat: 'yuv422p10le' },
    audio: { codec: 'pcm_s24le', channels: 2, bitsPerSample: 24 },
  });
  const entries = 'stream=color_primaries,color_transfer,color_space,sample_aspect_ratio';
  const shown = execFileSync(ffmpeg.ffprobe, [
    ...['-v', 'error', '-select_streams', 'v', '-show_entries', entries, '-of', 'csv=p=0'],
    outputPath,
  ]);
  expect(shown.toString().trim()).toBe('1:1,bt709,bt709,bt709');
});

test('the newer ffmpeg on the PATH renders the same frames', async () => {
  const newer = await findFfmpeg(process.env);
  const { outputPath } = await render(aRender('newer.mp4'), { ffmpeg: newer }, aJob());
  expect(inWords(await decodeFrames(outputPath))).toBe('20 red, 10 black, 30 green');
  expect((await factsOf(outputPath)).startTimecode).toBe('01:00:00:00');
});

test('renders hundreds of events', async () => {
  const one = Array.from({ length: 120 }, (_, index) =>
    event(index % 2 ? green : red, index, index + 1, { inTicks: at(index % 40), channels: [0] }),
  );
  const request = aRender('many.mp4', {
    videoTracks: [one.map((each) => ({ ...each, channels: [] }))],
    audioTracks: [one],
    durationTicks: at(120),
  });
  const { outputPath } = await render(request, { ffmpeg }, aJob());
  const frames = await decodeFrames(outputPath);
  expect(frames.map(nameOf)).toEqual(one.map((_, index) => (index % 2 ? 'green' : 'red')));
}, 120_000);

describe('refuses', () => {
  test('to write over a file', async () => {
    writeFileSync(path.join(folder, 'taken.mp4'), 'mine');
    const rendered = render(aRender('taken.mp4'), { ffmpeg }, aJob());
    await expect(rendered).rejects.toMatchObject({ code: 'file-exists' });
  });

  test('missing media, cut media and a folder that is not there, by name', async () => {
    const absent = path.join(folder, 'absent.mov');
    const missing = aRender('x.mp4', { videoTracks: [[event(absent, 0, 20)]] });
    const rendered = render(missing, { ffmpeg }, aJob());
    await expect(rendered).rejects.toMatchObject({
      code: 'media-unreadable',
      message: expect.stringContaining(absent) as string,
    });
    const long = aRender('x.mp4', { videoTracks: [[event(red, 0, 60)]] });
    await expect(render(long, { ffmpeg }, aJob())).rejects.toMatchObject({
      code: 'media-unreadable',
      message: expect.stringContaining(red) as string,
    });
    const nowhere = aRender('no/where.mp4');
    await expect(render(nowhere, { ffmpeg }, aJob())).rejects.toMatchObject({
      code: 'file-not-found',
    });
    expect(existsSync(path.join(folder, 'x.mp4'))).toBe(false);
  });

  const canMount = process.platform === 'linux' && process.getuid?.() === 0;
  (canMount ? test : test.skip)('in words when the volume is full', async () => {
    const small = path.join(folder, 'small');
    mkdirSync(small);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', small]);
    try {
      const request = { ...aRender('small/x.mov'), format: prores };
      await expect(render(request, { ffmpeg }, aJob())).rejects.toMatchObject({
        code: 'disk-full',
      });
      const silent = { ...request, format: { ...prores, profile: 'hq', audioChannels: 0 } };
      const moving = await aClip(folder, { name: 'moving.mov', tone: 0 });
      const noisy = { ...silent, videoTracks: [[event(moving, 0, 48)]] };
      await expect(render(noisy, { ffmpeg }, aJob())).rejects.toMatchObject({ code: 'disk-full' });
      expect(readdirSync(small)).toEqual([]);
    } finally {
      execFileSync('umount', [small]);
    }
  });
});

test('a cancelled render ends within a second and leaves nothing', async () => {
  const before = readdirSync(folder);
  let cancelledAt = 0;
  const job = aJob((_, cancel) => {
    cancelledAt ||= Date.now();
    cancel();
  });
  const long = Array.from({ length: 200 }, (_, index) => event(red, index * 40, index * 40 + 40));
  const request = aRender('cancelled.mp4', { videoTracks: [long], durationTicks: at(8000) });
  await expect(render(request, { ffmpeg }, job)).rejects.toThrow('cancelled by the test');
  expect(Date.now() - cancelledAt).toBeLessThan(1000);
  expect(readdirSync(folder)).toEqual(before);
});
