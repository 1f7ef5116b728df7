import { execFile } from 'node:child_process';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { makeConstantRate } from '../../../src/engine/constantRate/makeConstantRate';
import { aJob } from '../../helpers/engineJob';
import { aFolder } from '../../helpers/engineProcess';
import { packagedFfmpeg } from '../../helpers/mediaFiles';

const run = promisify(execFile);
const rate = '30000/1001';

let folder: string;

beforeEach(async () => {
  folder = await aFolder('constant-rate');
});

/** Ten seconds as a phone writes them: frames fall out as the light goes. */
async function aPhoneClip(name = 'IMG_0001.MOV'): Promise<string> {
  const file = path.join(folder, name);
  const { ffmpeg } = await packagedFfmpeg();
  await run(ffmpeg, [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=30:d=10'],
    ...['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000:duration=10'],
    ...['-vf', "select='not(eq(mod(n,7),3)+eq(mod(n,11),5))'", '-vsync', 'vfr'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', file],
  ]);
  return file;
}

const copy = async (source: string, target: string, job = aJob()) =>
  makeConstantRate({ source, target, frameRate: rate }, { ffmpeg: await packagedFfmpeg() }, job);

async function frameTimes(file: string): Promise<readonly number[]> {
  const { ffprobe } = await packagedFfmpeg();
  const { stdout } = await run(ffprobe, [
    ...['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'packet=pts_time'],
    ...['-of', 'csv=p=0', file],
  ]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => Number.parseFloat(line))
    .sort((left, right) => left - right);
}

test('[I-11] every frame of the copy lasts equally long, and it is as long as the original', async () => {
  const source = await aPhoneClip();
  const before = await readFile(source);
  const { path: target } = await copy(source, path.join(folder, 'copies', 'card', 'a_CFR.mov'));
  const times = await frameTimes(target);
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  for (const step of steps) expect(step).toBeCloseTo(1001 / 30000, 3);
  expect(times.length * (1001 / 30000)).toBeCloseTo(10, 0);
  expect((await readFile(source)).equals(before)).toBe(true);
});

test('a copy that stands already is left as it is', async () => {
  const source = await aPhoneClip();
  const target = path.join(folder, 'a_CFR.mov');
  await writeFile(target, 'kept');
  await copy(source, target);
  expect(await readFile(target, 'utf8')).toBe('kept');
});

test('a clip that breaks off leaves nothing under the final name', async () => {
  const source = await aPhoneClip();
  const bytes = await readFile(source);
  const broken = path.join(folder, 'broken.MOV');
  await writeFile(broken, bytes.subarray(0, bytes.length / 2));
  const refused = copy(broken, path.join(folder, 'out', 'b_CFR.mov'));
  await expect(refused).rejects.toMatchObject({ code: 'media-unreadable' });
  expect(await readdir(path.join(folder, 'out'))).toEqual([]);
});

test('a cancelled copy leaves nothing', async () => {
  const source = await aPhoneClip();
  await copyFile(source, path.join(folder, 'again.MOV'));
  const job = aJob();
  const cancelled = copy(source, path.join(folder, 'out', 'c_CFR.mov'), job);
  job.cancel();
  await expect(cancelled).rejects.toThrow('cancelled by the test');
  expect(await readdir(path.join(folder, 'out'))).toEqual([]);
});
