import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { measure } from '../../../src/engine/measure/measure';
import { openProbeCache, type ProbeCache } from '../../../src/engine/probe/ProbeCache';
import type { FfmpegPaths } from '../../../src/engine/ffmpeg/findFfmpeg';
import { findFfmpeg } from '../../../src/engine/ffmpeg/findFfmpeg';
import { aJob } from '../../helpers/engineJob';
import { aFolder } from '../../helpers/engineProcess';
import { aClip, aTone, packagedFfmpeg } from '../../helpers/mediaFiles';

let folder: string;
let ffmpeg: FfmpegPaths;
let cache: ProbeCache;

beforeAll(async () => {
  folder = await aFolder('measure');
  ffmpeg = await packagedFfmpeg();
  cache = openProbeCache(await aFolder('state'));
});

afterAll(() => {
  cache.close();
});

const measureFile = (file: string, tools = ffmpeg, job = aJob()) => {
  const probing = { cache, ffprobe: () => Promise.resolve(tools.ffprobe) };
  return measure({ path: file }, { ffmpeg: tools, probing }, job);
};

/** Another file made of one by ffmpeg. */
function remake(file: string, name: string, ...options: string[]): string {
  const made = path.join(folder, name);
  execFileSync(ffmpeg.ffmpeg, ['-v', 'error', '-y', '-i', file, ...options, made]);
  return made;
}

test('counts frames, and tells constant rate, brand, tags and index', async () => {
  const clip = await aClip(folder, { name: 'a.mp4' });
  const tags = ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'];
  const fast = remake(clip, 'fast.mp4', '-c:v', 'libx264', ...tags, '-movflags', '+faststart');
  expect(await measureFile(fast)).toMatchObject({
    videoFrames: 48,
    constantFrameRate: true,
    majorBrand: 'isom',
    sampleAspectRatio: '1:1',
    colorPrimaries: 'bt709',
    colorTransfer: 'bt709',
    colorMatrix: 'bt709',
    moovBeforeMdat: true,
    xxh64: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
    measuredWith: expect.stringContaining('ebur128=peak=true') as string,
  });
  expect(await measureFile(clip)).toMatchObject({
    moovBeforeMdat: false,
    colorPrimaries: '',
    colorMatrix: '',
  });
  const quicktime = await aClip(folder, { name: 'a.mov', seconds: 1 });
  expect((await measureFile(quicktime)).majorBrand).toBe('qt  ');
});

test('sees that frames of different lengths are no constant rate', async () => {
  const clip = await aClip(folder, { name: 'even.mp4', tone: 0 });
  const uneven = remake(clip, 'uneven.mp4', '-vf', `select='not(eq(mod(n,5),3))'`, '-vsync', '2');
  const measured = await measureFile(uneven);
  expect(measured.constantFrameRate).toBe(false);
  expect(measured).toMatchObject({ integratedLufs: null, truePeakDbtp: null });
});

describe('loudness', () => {
  // EBU Tech 3341, case 1: a stereo tone of 1 kHz at -23 dBFS reads -23.0 LUFS.
  const vector = (name: string, decibels: number) => {
    const file = path.join(folder, name);
    const amplitude = 10 ** (decibels / 20);
    const sine = `${amplitude.toFixed(9)}*sin(2*PI*1000*t)`;
    const source = `aevalsrc=${sine}|${sine}:s=48000:d=20`;
    const codec = ['-c:a', 'pcm_s24le', file];
    execFileSync(ffmpeg.ffmpeg, ['-v', 'error', '-y', '-f', 'lavfi', '-i', source, ...codec]);
    return file;
  };

  test('reads the standard’s tones, on the packaged ffmpeg and on the one of the system', async () => {
    for (const tools of [ffmpeg, await findFfmpeg(process.env)]) {
      expect(await measureFile(vector('23.wav', -23), tools)).toMatchObject({
        integratedLufs: -23,
        truePeakDbtp: -23,
        videoFrames: null,
      });
      expect((await measureFile(vector('33.wav', -33), tools)).integratedLufs).toBe(-33);
    }
  });

  test('silence has neither loudness nor peak', async () => {
    const silent = remake(vector('23.wav', -23), 'silent.wav', '-af', 'volume=0');
    expect(await measureFile(silent)).toMatchObject({ integratedLufs: null, truePeakDbtp: null });
  });
});

test('reports progress in bytes and seconds, and stops when cancelled', async () => {
  const wave = await aTone(folder, { name: 'long.wav', hertz: 440, seconds: 20 });
  const job = aJob();
  await measureFile(wave, ffmpeg, job);
  expect(job.progresses[0]).toMatchObject({ unit: 'bytes', subject: wave });
  expect(job.progresses.at(-1)).toMatchObject({ done: 20, total: 20, unit: 'seconds' });
  const cancelled = aJob((_, cancel) => {
    cancel();
  });
  await expect(measureFile(wave, ffmpeg, cancelled)).rejects.toThrow('cancelled by the test');
});

test('names a file that cannot be measured', async () => {
  const notes = path.join(folder, 'notes.mov');
  copyFileSync(__filename, notes);
  await expect(measureFile(notes)).rejects.toMatchObject({
    code: 'media-unreadable',
    message: expect.stringContaining(notes) as string,
  });
});
