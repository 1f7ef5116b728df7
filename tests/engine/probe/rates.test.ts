import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { MediaFacts } from '../../../src/contract/MediaEngine';
import { probe } from '../../../src/engine/probe/probe';
import { openProbeCache } from '../../../src/engine/probe/ProbeCache';
import { aJob } from '../../helpers/engineJob';
import { aFolder } from '../../helpers/engineProcess';
import { packagedFfmpeg } from '../../helpers/mediaFiles';

const run = promisify(execFile);

let folder: string;

beforeAll(async () => {
  folder = await aFolder('rates');
});

/** Encodes a moving pattern with these arguments. */
async function encode(name: string, ...settings: readonly string[]): Promise<string> {
  const file = path.join(folder, name);
  const { ffmpeg } = await packagedFfmpeg();
  await run(ffmpeg, ['-v', 'error', '-y', ...settings, file]);
  return file;
}

const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
const pattern = (rate: string, seconds = 2) => [
  ...['-f', 'lavfi', '-i', `testsrc2=s=64x36:r=${rate}:d=${seconds}`],
];

async function factsOf(file: string): Promise<MediaFacts> {
  const cache = openProbeCache(await aFolder('state'));
  const { ffprobe } = await packagedFfmpeg();
  const ports = { cache, ffprobe: () => Promise.resolve(ffprobe) };
  const [result] = await probe({ paths: [file] }, ports, aJob());
  cache.close();
  if (!result?.ok) throw new Error(result?.message);
  return result.media;
}

const standard = [
  ...['24000/1001', '24', '25', '30000/1001', '30', '48000/1001', '48', '50'],
  ...['60000/1001', '60', '100', '120'],
];

test.each(standard)(
  '[I-11] %s frames a second are constant in MOV, MP4 and Matroska',
  async (rate) => {
    for (const ending of ['mov', 'mp4', 'mkv']) {
      const name = `cfr-${rate.replace('/', '-')}.${ending}`;
      // With B-frames, whose packets stand in another order than they are shown.
      const file = await encode(name, ...pattern(rate), ...h264, '-preset', 'fast', '-bf', '2');
      const { video } = await factsOf(file);
      expect({ ending, variable: video?.variableRate }).toEqual({ ending, variable: false });
      // Matroska counts in milliseconds, too coarse to tell 120 from 119.88.
      if (ending !== 'mkv')
        expect(video?.nearestRate).toBe(rate.includes('/') ? rate : `${rate}/1`);
    }
  },
);

test('[I-11] constant interlaced pictures and very short ones are constant', async () => {
  const interlaced = await encode(
    'interlaced.mov',
    ...pattern('25'),
    ...['-c:v', 'libx264', '-flags', '+ilme+ildct', '-x264opts', 'tff=1', '-pix_fmt', 'yuv420p'],
  );
  const short = await encode('short.mp4', ...pattern('30000/1001', 0.2), ...h264);
  expect((await factsOf(interlaced)).video?.variableRate).toBe(false);
  expect((await factsOf(short)).video?.variableRate).toBe(false);
});

const variable: readonly (readonly [string, readonly string[]])[] = [
  ['frames that fall out', ['-vf', "select='not(eq(mod(n,7),3))'", '-vsync', 'vfr']],
  ['two rates one after the other', ['-vf', "select='gt(mod(n,2),0)+gt(t,1)'", '-vsync', 'vfr']],
  [
    'the jitter of a phone',
    [
      ...['-vf', "settb=1/90000,setpts='N*3003+mod(N*7919,400)'", '-vsync', 'passthrough'],
      ...['-enc_time_base', '1/90000', '-video_track_timescale', '90000'],
    ],
  ],
];

test.each(variable)('[I-11] %s are a variable rate', async (what, settings) => {
  for (const ending of ['mov', 'mp4']) {
    const name = `vfr ${what}.${ending}`;
    const file = await encode(name, ...pattern('30', 4), ...settings, ...h264);
    const { video } = await factsOf(file);
    expect({ ending, variable: video?.variableRate }).toEqual({ ending, variable: true });
  }
});

test('[I-11] fragmented files and Matroska, whose headers list no frames, are judged by packets', async () => {
  const fragments = ['-movflags', 'frag_keyframe+empty_moov', '-g', '15'];
  const gaps = ['-vf', "select='not(eq(mod(n,7),3))'", '-vsync', 'vfr'];
  const constant = await encode('fragments.mp4', ...pattern('30', 4), ...h264, ...fragments);
  const variable = await encode('gaps.mp4', ...pattern('30', 4), ...gaps, ...h264, ...fragments);
  const matroska = await encode('gaps.mkv', ...pattern('30', 4), ...gaps, ...h264);
  expect((await factsOf(constant)).video?.variableRate).toBe(false);
  expect((await factsOf(variable)).video?.variableRate).toBe(true);
  expect((await factsOf(matroska)).video?.variableRate).toBe(true);
});

test('[I-11] a rate that changes after the first frames is told by the average', async () => {
  const late = ['-vf', "select='lt(t,40)+gt(mod(n,2),0)'", '-vsync', 'vfr'];
  const file = await encode('late.mp4', ...pattern('30', 60), ...late, ...h264);
  expect((await factsOf(file)).video?.variableRate).toBe(true);
});

/** Writes the matrix of a quarter turn clockwise into the track header (QuickTime File Format, tkhd). */
async function turnClockwise(file: string): Promise<void> {
  const bytes = await readFile(file);
  const matrix = bytes.indexOf('tkhd') + 4 + 4 + 20 + 16;
  [0, 0x10000, 0, -0x10000, 0].forEach((value, at) => bytes.writeInt32BE(value, matrix + 4 * at));
  await writeFile(file, bytes);
}

test('tells rotation, colour and what the container says of device, date and slate', async () => {
  const upright = await encode(
    'upright.mov',
    ...pattern('25', 1),
    ...h264,
    ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'],
  );
  await turnClockwise(upright);
  const file = await encode(
    'told.mov',
    ...['-i', upright, '-c', 'copy', '-movflags', 'use_metadata_tags'],
    ...['-metadata', 'com.apple.quicktime.make=Apple', '-metadata', 'scene=24A'],
    ...['-metadata', 'com.apple.quicktime.model=iPhone', '-metadata', 'take=3'],
    ...[
      '-metadata',
      'com.arri.camera.CameraIndex=A',
      '-metadata',
      'creation_time=2026-04-12T08:30:00Z',
    ],
  );
  expect(await factsOf(file)).toMatchObject({
    recordedAt: '2026-04-12T08:30:00.000000Z',
    device: { maker: 'Apple', model: 'iPhone', lens: '' },
    slate: { scene: '24A', take: '3', camera: 'A', reel: '' },
    video: { rotation: 90, colour: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709' } },
  });
});

test('takes date, camera and lens from Sony’s sidecar', async () => {
  const file = await encode('C0001.MP4', ...pattern('25', 1), ...h264);
  await writeFile(
    path.join(folder, 'C0001M01.XML'),
    `<NonRealTimeMeta><CreationDate value="2026-04-12T10:00:00+02:00"/>
     <Device manufacturer="Sony" modelName="ILME-FX6V" serialNo="0007"/>
     <Lens modelName="FE 24-70"/></NonRealTimeMeta>`,
  );
  expect(await factsOf(file)).toMatchObject({
    recordedAt: '2026-04-12T10:00:00+02:00',
    device: { maker: 'Sony', model: 'ILME-FX6V', serial: '0007', lens: 'FE 24-70' },
  });
});
