import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { probe } from '../../../src/engine/probe/probe';
import { openProbeCache } from '../../../src/engine/probe/ProbeCache';
import { aJob } from '../../helpers/engineJob';
import { aFolder } from '../../helpers/engineProcess';
import { aClip, aTone, packagedFfmpeg } from '../../helpers/mediaFiles';

async function probePaths(...paths: string[]) {
  const cache = openProbeCache(await aFolder('state'));
  const { ffprobe } = await packagedFfmpeg();
  const results = await probe(
    { paths },
    { cache, ffprobe: () => Promise.resolve(ffprobe) },
    aJob(),
  );
  cache.close();
  return results;
}

test('tells exact rate, frames, start timecode and reel of a picture file', async () => {
  const folder = await aFolder('probe');
  const clip = await aClip(folder, { name: 'a.mov', timecode: '01:02:03:04', reel: 'A001' });
  const [result] = await probePaths(clip);
  // 01:02:03:04 is frame 89356; a frame lasts 1001/24000 s.
  expect(result).toMatchObject({
    ok: true,
    media: {
      startTimecode: '01:02:03:04',
      startTicks: String((89356n * 254016000000n * 1001n) / 24000n),
      durationTicks: String((48n * 254016000000n * 1001n) / 24000n),
      reel: 'A001',
      video: { codec: 'h264', width: 320, height: 180, frameRate: '24000/1001', frames: 48 },
      audio: { codec: 'pcm_s24le', sampleRate: 48000, channels: 1, bitsPerSample: 24 },
      sound: null,
    },
  });
});

test('counts drop-frame labels as time', async () => {
  const folder = await aFolder('probe');
  const settings = { rate: '30000/1001', timecode: '00:01:00;02', seconds: 1 };
  const clip = await aClip(folder, { name: 'a.mov', ...settings });
  const [result] = await probePaths(clip);
  expect(result).toMatchObject({
    media: {
      startTimecode: '00:01:00;02',
      startTicks: String((1800n * 254016000000n * 1001n) / 30000n),
    },
  });
});

test('takes the start from Sony’s sidecar where the container carries none', async () => {
  const folder = await aFolder('probe');
  const clip = await aClip(folder, { name: 'C0001.MP4', rate: '25', seconds: 1 });
  writeFileSync(
    path.join(folder, 'C0001M01.XML'),
    `<?xml version="1.0" encoding="UTF-8"?>
     <NonRealTimeMeta xmlns="urn:schemas-professionalDisc:nonRealTimeMeta:ver.2.20">
     <Duration value="25"/><LtcChangeTable tcFps="25" halfStep="false">
     <LtcChange frameCount="0" value="17305719" status="increment"/>
     <LtcChange frameCount="24" value="16315719" status="end"/></LtcChangeTable></NonRealTimeMeta>`,
  );
  const [result] = await probePaths(clip);
  expect(result).toMatchObject({ media: { startTimecode: '19:57:30:17' } });
});

test('reads sound itself', async () => {
  const folder = await aFolder('probe');
  const wave = await aTone(folder, { name: 'T01.WAV', hertz: 440, seconds: 1, channels: 2 });
  const [result] = await probePaths(wave);
  expect(result).toMatchObject({
    media: {
      durationTicks: '254016000000',
      video: null,
      audio: { codec: 'pcm_s24le', sampleRate: 48000, channels: 2, bitsPerSample: 24 },
      sound: { scene: '', trackNames: ['', ''] },
    },
  });
});

test('[I-14] names each kind of damage, and goes on with the rest', async () => {
  const folder = await aFolder('probe');
  const whole = await aClip(folder, { name: 'whole.mov', seconds: 1 });
  const wave = await aTone(folder, { name: 'whole.wav', hertz: 440, seconds: 1 });
  const file = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(path.join(folder, name), bytes);
    return path.join(folder, name);
  };
  const bytes = readFileSync(whole);
  const results = await probePaths(
    file('empty.mov', ''),
    file('cut.mov', bytes.subarray(0, bytes.length / 2)),
    file('cut.wav', readFileSync(wave).subarray(0, 50_000)),
    file('rubbish.mov', 'this is no picture'),
    file('notes.txt', 'these are notes\n'),
    file('notes', 'these are notes\n'),
    path.join(folder, 'absent.mov'),
    folder,
    whole,
  );
  expect(results.map((result) => (result.ok ? 'ok' : result.code))).toEqual([
    'media-empty',
    'media-truncated',
    'media-truncated',
    'media-unreadable',
    'media-unsupported',
    'media-unsupported',
    'media-unreadable',
    'media-unreadable',
    'ok',
  ]);
});

test('[I-14] an MXF file without its footer ends too early', async () => {
  const folder = await aFolder('probe');
  const { ffmpeg } = await packagedFfmpeg();
  const whole = path.join(folder, 'A001C001.mxf');
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=25:d=2', '-c:v', 'mpeg2video'];
  execFileSync(ffmpeg, ['-v', 'error', ...picture, whole]);
  // As a camera that lost power leaves it: the header still open, no footer named.
  const header = readFileSync(whole);
  const broken = path.join(folder, 'A001C002.mxf');
  const open = Buffer.from(header);
  open[14] = 1;
  open.fill(0, 20 + 24, 20 + 32);
  writeFileSync(broken, open.subarray(0, open.length / 2));
  const cut = path.join(folder, 'A001C003.mxf');
  copyFileSync(whole, cut);
  truncateSync(cut, header.length - 4096);
  const closedAfterwards = path.join(folder, 'A001C004.mxf');
  writeFileSync(closedAfterwards, open);
  const results = await probePaths(whole, broken, cut, closedAfterwards);
  expect(results.map((result) => (result.ok ? 'ok' : result.code))).toEqual([
    'ok',
    'media-truncated',
    'media-truncated',
    'ok',
  ]);
});

/** Works as an account that owns nothing: an administrator may read every file. */
async function asNobody<Value>(work: () => Promise<Value>): Promise<Value> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

test('[I-14] says that permission is missing, and goes on with the rest', async () => {
  const folder = await aFolder('probe');
  const secret = await aTone(folder, { name: 'T01.WAV', hertz: 440, seconds: 1 });
  const open = await aTone(folder, { name: 'T02.WAV', hertz: 440, seconds: 1 });
  const cache = openProbeCache(await aFolder('state'));
  for (const way of [path.dirname(folder), folder]) chmodSync(way, 0o755);
  chmodSync(open, 0o644);
  chmodSync(secret, 0);
  const ports = { cache, ffprobe: () => Promise.resolve('') };
  const results = await asNobody(() => probe({ paths: [secret, open] }, ports, aJob()));
  expect(results).toMatchObject([
    { code: 'media-denied', message: 'This account has no permission to read the file.' },
    { ok: true },
  ]);
  cache.close();
});

test('asks ffprobe once for a file that has not changed', async () => {
  const folder = await aFolder('probe');
  const clip = await aClip(folder, { name: 'a.mov', seconds: 1 });
  const { ffprobe } = await packagedFfmpeg();
  const cache = openProbeCache(await aFolder('state'));
  const asked = jest.fn(() => Promise.resolve(ffprobe));
  const first = await probe({ paths: [clip] }, { cache, ffprobe: asked }, aJob());
  const second = await probe({ paths: [clip] }, { cache, ffprobe: asked }, aJob());
  expect(second).toEqual(first);
  expect(asked).toHaveBeenCalledTimes(1);
  writeFileSync(clip, '');
  const third = await probe({ paths: [clip] }, { cache, ffprobe: asked }, aJob());
  expect(third).toMatchObject([{ ok: false, code: 'media-empty' }]);
  cache.close();
});

test('knows a medium again by its content when it is renamed, moved or copied', async () => {
  const folder = await aFolder('probe');
  const clip = await aClip(folder, { name: 'a.mov', seconds: 1 });
  const copy = path.join(folder, 'renamed.mov');
  copyFileSync(clip, copy);
  const { ffprobe } = await packagedFfmpeg();
  const cache = openProbeCache(await aFolder('state'));
  const asked = jest.fn(() => Promise.resolve(ffprobe));
  const [first] = await probe({ paths: [clip] }, { cache, ffprobe: asked }, aJob());
  const [again] = await probe({ paths: [copy] }, { cache, ffprobe: asked }, aJob());
  expect(asked).toHaveBeenCalledTimes(1);
  if (!first?.ok || !again?.ok) throw new Error('both are media');
  const { modifiedMs } = again.media;
  expect(again.media).toEqual({ ...first.media, path: copy, modifiedMs });
  appendFileSync(copy, Buffer.alloc(8));
  await probe({ paths: [copy] }, { cache, ffprobe: asked }, aJob());
  expect(asked).toHaveBeenCalledTimes(2);
  cache.close();
});

test('stops when its job is cancelled', async () => {
  const folder = await aFolder('probe');
  const clip = await aClip(folder, { name: 'a.mov', seconds: 1 });
  const job = aJob();
  job.cancel();
  const cache = openProbeCache(await aFolder('state'));
  const probed = probe({ paths: [clip] }, { cache, ffprobe: () => Promise.resolve('') }, job);
  await expect(probed).rejects.toThrow('cancelled by the test');
  cache.close();
});
