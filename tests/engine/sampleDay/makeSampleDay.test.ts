import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execa } from 'execa';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JobContext, Progress } from '../../../src/contract/JobContext';
import type { SampleDay } from '../../../src/contract/MediaEngine';
import { shootingDaySchema } from '../../../src/domain/day/ShootingDay';
import { findFfmpeg, type FfmpegPaths } from '../../../src/engine/ffmpeg/findFfmpeg';
import { makeSampleDay } from '../../../src/engine/sampleDay/makeSampleDay';
import { fontFolder, toPictureArguments } from '../../../src/engine/sampleDay/pictureArguments';
import { listSampleFiles } from '../../../src/engine/sampleDay/listSampleFiles';
import { planSampleDay } from '../../../src/engine/sampleDay/planSampleDay';
import type { SampleTruth } from '../../../src/engine/sampleDay/toSampleTruth';

let ffmpeg: FfmpegPaths;
let root: string;
let folder: string;
let day: SampleDay;
let truth: SampleTruth;
const progress: Progress[] = [];

function aJob(
  controller = new AbortController(),
  onProgress: (progress: Progress) => void = () => undefined,
): JobContext {
  const { signal } = controller;
  return { signal, report: onProgress, checkpoint: () => signal.throwIfAborted() };
}

async function probe(file: string): Promise<string> {
  const show = ['-show_entries', 'stream=codec_type,nb_frames,r_frame_rate,channels:stream_tags'];
  const args = ['-v', 'error', ...show, '-show_entries', 'format_tags', '-of', 'json'];
  return (await execa(ffmpeg.ffprobe, [...args, path.join(folder, file)])).stdout;
}

/** One channel as numbers from −1 to 1. */
async function decodeSound(file: string, channel: number): Promise<Float32Array> {
  const pan = ['-af', `pan=mono|c0=c${channel}`, '-f', 'f32le', 'pipe:1'];
  const args = ['-v', 'error', '-i', path.join(folder, file), '-map', '0:a:0', ...pan];
  const { stdout } = await execa(ffmpeg.ffmpeg, args, { encoding: 'buffer' });
  return new Float32Array(stdout.buffer.slice(stdout.byteOffset), 0, stdout.byteLength / 4);
}

/** Mean luma of every frame. */
async function decodeBrightness(file: string): Promise<number[]> {
  const scale = ['-vf', 'scale=1:1:flags=area,format=gray', '-f', 'rawvideo', 'pipe:1'];
  const args = ['-v', 'error', '-i', path.join(folder, file), '-map', '0:v:0', ...scale];
  const { stdout } = await execa(ffmpeg.ffmpeg, args, { encoding: 'buffer' });
  return [...stdout];
}

/** The lag in samples, around `expected`, at which the camera's sound lies best on the recorder's. */
function bestOffset(camera: Float32Array, recorder: Float32Array, expected: number): number {
  const { abs } = Math;
  let best = { offset: Number.NaN, score: -1 };
  for (let offset = expected - 24; offset <= expected + 24; offset += 1) {
    let sum = 0;
    for (let index = 0; index < camera.length; index += 7) {
      sum += (camera[index] ?? 0) * (recorder[index + offset] ?? 0);
    }
    if (abs(sum) > best.score) best = { offset, score: abs(sum) };
  }
  return best.offset;
}

beforeAll(async () => {
  ffmpeg = await findFfmpeg(process.env);
  root = await mkdtemp(path.join(tmpdir(), 'sample-day-'));
  folder = path.join(root, 'The day’s “folder” [1]');
  day = await makeSampleDay(
    { path: folder },
    { ffmpeg, job: aJob(undefined, (each) => progress.push(each)) },
  );
  truth = JSON.parse(await readFile(path.join(folder, 'truth.json'), 'utf8')) as SampleTruth;
}, 120_000);

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('the sample day', () => {
  test('is small, whole and counted in files', async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    expect(day.files).toBe(files.length);
    expect(day.sizeBytes).toBeLessThan(60_000_000);
    expect(progress.at(-1)).toMatchObject({ done: files.length, total: files.length });
    expect(progress.every(({ unit }) => unit === 'files')).toBe(true);
    expect(entries.map(({ name }) => name)).not.toContain('.slateflow-making');
  });

  test('is described by a day.json that names only what is there', async () => {
    const text = await readFile(day.dayPath, 'utf8');
    const { cards, recorders, script, log } = shootingDaySchema.parse(JSON.parse(text));
    expect(cards).toEqual(['A001R1AB', 'A002R1AB', 'B001', 'B002']);
    for (const name of [...cards, ...recorders, script, log ?? '']) {
      await expect(stat(path.join(folder, name))).resolves.toBeDefined();
    }
  });

  test('holds what the plan of a real day has', () => {
    const setups = new Set(truth.clips.map(({ setup }) => setup).filter((setup) => setup !== ''));
    const names = truth.clips.map(({ path: file }) => path.posix.basename(file));
    expect(setups.size).toBeGreaterThanOrEqual(8);
    expect(names.filter((name) => name === 'C0001.MP4')).toHaveLength(2);
    expect(truth.clips.filter(({ mos }) => mos)).toHaveLength(1);
    expect(truth.clips.filter(({ take }) => take === 'WT1')).toHaveLength(1);
    expect(truth.logWithoutMedia).toHaveLength(1);
    expect(truth.mediaWithoutLog).toHaveLength(1);
    expect(truth.sync.some(({ offsetSamples }) => (offsetSamples ?? 0) % 2002 !== 0)).toBe(true);
    expect(truth.roughCut).toContainEqual({ scene: '25', missing: true, durationFrames: 539 });
  });

  test('carries every camera’s start timecode in the file, at the exact rate', async () => {
    for (const take of planSampleDay()) {
      for (const clip of take.clips) {
        const facts = await probe(clip.path);
        expect(facts).toContain('"r_frame_rate": "24000/1001"');
        expect(facts).toContain(`"nb_frames": "${clip.frames}"`);
        const labelled = /"timecode": "(\d\d):(\d\d):(\d\d):(\d\d)"/.exec(facts) ?? [];
        const [, hours = 0, minutes = 0, seconds = 0, frames = 0] = labelled.map(Number);
        const startFrame = ((hours * 60 + minutes) * 60 + seconds) * 24 + frames;
        expect([clip.path, startFrame]).toEqual([clip.path, clip.startFrame]);
      }
    }
  });

  test('writes the recorder’s time of day to the sample', async () => {
    for (const { recording } of planSampleDay()) {
      if (!recording) continue;
      const facts = await probe(recording.path);
      expect(facts).toContain(`"time_reference": "${recording.startSample}"`);
      expect(facts).toContain('"channels": 4');
    }
  });

  test('lets every camera hear what the recorder hears, where the truth says', async () => {
    const decoded = new Map<string, Float32Array>();
    for (const { clip, recorder, offsetSamples } of truth.sync) {
      if (recorder === null || offsetSamples === null) continue;
      const boom = decoded.get(recorder) ?? (await decodeSound(recorder, 1));
      decoded.set(recorder, boom);
      const offset = bestOffset(await decodeSound(clip, 0), boom, offsetSamples);
      expect([clip, offset]).toEqual([clip, offsetSamples]);
    }
  });

  test('turns the picture white at the slate’s frame', async () => {
    for (const take of planSampleDay()) {
      const { slateFrame } = take;
      if (slateFrame === null || !take.circled) continue;
      for (const clip of take.clips) {
        const brightness = await decodeBrightness(clip.path);
        const brightest = brightness.indexOf(Math.max(...brightness));
        expect([clip.path, brightest]).toEqual([clip.path, slateFrame - clip.startFrame]);
      }
    }
  });

  test('comes out with the same bytes again', async () => {
    const clips = listSampleFiles(planSampleDay()).filter((file) => file.kind === 'clip');
    const [first] = clips.filter(({ proxy }) => proxy !== null);
    if (!first) throw new Error('The sample has a card with proxies.');
    const again = path.join(root, 'again.MP4');
    const outputs = {
      clip: again,
      thumbnail: path.join(root, 'again.JPG'),
      proxy: path.join(root, 'again-proxy.MP4'),
    };
    const args = toPictureArguments(first.take, first.clip, outputs);
    await execa(ffmpeg.ffmpeg, args, { cwd: fontFolder(), input: first.formatSound() });
    const made = [first.path, first.thumbnail ?? '', first.proxy ?? ''];
    for (const [index, file] of [again, outputs.thumbnail, outputs.proxy].entries()) {
      const original = await readFile(path.join(folder, made[index] ?? ''));
      expect((await readFile(file)).equals(original)).toBe(true);
    }
  });

  test('is not made over anything that lies there', async () => {
    await expect(makeSampleDay({ path: folder }, { ffmpeg, job: aJob() })).rejects.toMatchObject({
      code: 'file-exists',
    });
    const file = path.join(root, 'a file');
    await writeFile(file, 'mine');
    await expect(makeSampleDay({ path: file }, { ffmpeg, job: aJob() })).rejects.toMatchObject({
      code: 'file-exists',
    });
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  test('leaves nothing behind when it is cancelled', async () => {
    const target = path.join(root, 'cancelled');
    const controller = new AbortController();
    const job = aJob(controller, ({ done }) => {
      if (done > 3) controller.abort(new Error('cancelled by the editor'));
    });
    const started = makeSampleDay({ path: target }, { ffmpeg, job });
    await expect(started).rejects.toThrow('cancelled by the editor');
    await expect(stat(target)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('clears away what a killed run left, and stays an empty folder when cancelled', async () => {
    const target = path.join(root, 'killed');
    await mkdir(path.join(target, '.slateflow-making', 'B001'), { recursive: true });
    const controller = new AbortController();
    controller.abort(new Error('cancelled by the editor'));
    await expect(
      makeSampleDay({ path: target }, { ffmpeg, job: aJob(controller) }),
    ).rejects.toThrow('cancelled');
    expect(await readdir(target)).toEqual([]);
  });

  test('says what is missing when ffmpeg cannot draw the pictures', async () => {
    const target = path.join(root, 'no drawtext');
    const poor = path.join(root, 'poor-ffmpeg');
    await writeFile(poor, '#!/bin/sh\necho "No such filter: \'drawtext\'" >&2\nexit 1\n', {
      mode: 0o755,
    });
    await expect(
      makeSampleDay({ path: target }, { ffmpeg: { ffmpeg: poor }, job: aJob() }),
    ).rejects.toMatchObject({ code: 'ffmpeg-missing' });
    await expect(stat(target)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
