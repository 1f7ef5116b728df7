import { execFile } from 'node:child_process';
import { appendFile, copyFile, mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { StepReport } from '../../src/contract/StepReport';
import { shippedBinPresets } from '../../src/domain/ingest/findBinPreset';
import type { RunningEngine } from '../../src/engine/process/startEngine';
import {
  ingestMedia,
  previewIngest,
  type IngestRequest,
  type IngestResult,
} from '../../src/workflows/ingestMedia';
import { aP2Clip } from '../helpers/cardTrees';
import { aJob } from '../helpers/engineJob';
import { aFolder } from '../helpers/engineProcess';
import { hashTree } from '../helpers/hashTree';
import { aClip, packagedFfmpeg } from '../helpers/mediaFiles';
import { openPorts, type OpenPorts } from '../helpers/openPorts';
import { sampleDayOnDisk, startBuiltEngine, type DayOnDisk } from '../helpers/openPortsDay';

const run = promisify(execFile);

let engine: RunningEngine;
let day: DayOnDisk;
let open: OpenPorts;
let clip: string;
let card: string;

beforeAll(async () => {
  engine = await startBuiltEngine();
  day = await sampleDayOnDisk(engine.engine);
  clip = await aClip(await aFolder('clip'), { name: 'clip.mp4', seconds: 0.5 });
}, 120_000);

afterAll(() => engine.stop());

beforeEach(async () => {
  card = path.join(await aFolder('card'), 'CARD');
  const projectPath = path.join(await aFolder('ingest'), 'Day 1.prproj');
  open = await openPorts({ engine: engine.engine, projectPath });
});

afterEach(() => open.close());

/** A medium that rests: it bears the time of its recording, as files of a card do. */
const recorded = new Date('2026-04-12T10:00:00Z');

async function put(relative: string, bytes?: string | Buffer): Promise<string> {
  const file = path.join(card, relative);
  await mkdir(path.dirname(file), { recursive: true });
  await (bytes === undefined ? copyFile(clip, file) : writeFile(file, bytes));
  await utimes(file, recorded, recorded);
  return file;
}

const toRequest = (request: Partial<IngestRequest> = {}): IngestRequest => ({
  sources: [card],
  presetId: 'scene-take',
  presetText: null,
  logPaths: [],
  ...request,
});

const ingest = (request: Partial<IngestRequest> = {}): Promise<StepReport<IngestResult>> =>
  ingestMedia({ ...toRequest(request), expectedPlan: null }, open.ports, aJob());

const preview = (request: Partial<IngestRequest> = {}) =>
  previewIngest(toRequest(request), open.ports, aJob());

const itemNames = () =>
  open.premiere
    .snapshot()
    .items.map(({ mediaPath }) => path.basename(mediaPath))
    .sort();

const outcomeOf = (report: StepReport<unknown>, name: string) =>
  report.items.find(({ subject }) => path.basename(subject) === name);

test('[I-1] a plan of mixed cards touches neither project nor disk, and is the same again', async () => {
  const request = toRequest({ sources: [...day.cards, day.recorder], logPaths: [day.log] });
  const before = { disk: hashTree(day.folder), project: open.premiere.snapshot() };
  const plan = await previewIngest(request, open.ports, aJob());
  expect(plan.rows.some(({ action }) => action === 'add')).toBe(true);
  expect(open.premiere.snapshot()).toEqual(before.project);
  expect(hashTree(day.folder)).toEqual(before.disk);
  expect(open.calls.map(({ name }) => name)).toEqual(['readProject']);
  expect((await previewIngest(request, open.ports, aJob())).fingerprint).toBe(plan.fingerprint);
});

test('[I-7] support files of cards never become items, and a camera’s proxy is attached', async () => {
  await put('PRIVATE/M4ROOT/CLIP/C0001.MP4');
  await put('PRIVATE/M4ROOT/CLIP/C0001M01.XML', '<NonRealTimeMeta/>');
  await put('PRIVATE/M4ROOT/SUB/C0001S03.MP4');
  await put('PRIVATE/M4ROOT/THMBNL/C0001T01.JPG', 'jpg');
  await put('PRIVATE/M4ROOT/MEDIAPRO.XML', '<MediaProfile/>');
  const report = await ingest();
  expect(itemNames()).toEqual(['C0001.MP4']);
  expect(report.counts).toEqual({ planned: 1, done: 1, alreadyThere: 0, failed: 0, skipped: 4 });
  const { items } = await open.host.readProject({ projectPath: null, columns: [] });
  expect(items[0]?.proxyPath).toBe(path.join(card, 'PRIVATE/M4ROOT/SUB/C0001S03.MP4'));
  expect((await ingest()).counts).toMatchObject({ done: 0, alreadyThere: 1 });
});

test('[I-7] a span with a missing part is imported and flagged', async () => {
  const { ffmpeg } = await packagedFfmpeg();
  const mxf = path.join(await aFolder('mxf'), 'a.mxf');
  await run(ffmpeg, [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=25:d=0.4'],
    ...['-c:v', 'mpeg2video', mxf],
  ]);
  const bytes = await readFile(mxf);
  for (const name of ['0001AB', '0003AB']) await put(`CONTENTS/VIDEO/${name}.MXF`, bytes);
  const side = (previous: string, next: string) => ({ previous, next });
  await put('CONTENTS/CLIP/0001AB.XML', aP2Clip('0001AB', side('', 'id-0002AB')));
  const report = await ingest();
  expect(report.counts).toMatchObject({ done: 2, failed: 0 });
  const told = report.findings.find(({ code }) => code === 'clip-incomplete');
  expect(told?.message).toMatch(/^incomplete: part 2 of 2 missing/);
  const { items } = await open.host.readProject({
    projectPath: null,
    columns: ['SlateflowMedia'],
  });
  const flagged = items.find(({ mediaPath }) => mediaPath.endsWith('0001AB.MXF'));
  expect(flagged?.fields).toEqual([
    { column: 'SlateflowMedia', value: 'incomplete: part 2 of 2 missing' },
  ]);
});

test('[I-8] GoPro chapters stand in one group in order, and the group reports a hole', async () => {
  const names = ['GX010123', 'GX010124', 'GX020123', 'GX020124', 'GX030123'];
  for (const name of names) await put(`DCIM/100GOPRO/${name}.MP4`);
  await ingest({ presetId: 'camera-roll' });
  const shown = open.premiere.snapshot().items.map(({ name }) => name);
  expect([...shown].sort()).toEqual(['GX0123-1', 'GX0123-2', 'GX0123-3', 'GX0124-1', 'GX0124-2']);
  await rm(path.join(card, 'DCIM/100GOPRO/GX020123.MP4'));
  const { findings } = await preview();
  const holes = findings.filter(({ code }) => code === 'clip-incomplete');
  expect(holes.length).toBeGreaterThan(0);
  for (const { message } of holes) expect(message).toMatch(/^incomplete: part 2 of 3 missing/);
});

test('[I-9] a file that still grows is left for later, listed as such, and taken up once it rests', async () => {
  await put('24A-1_A.mp4');
  const growing = path.join(card, '24A-2_A.mp4');
  const bytes = await readFile(clip);
  await writeFile(growing, bytes.subarray(0, 4000));
  let at = 4000;
  const writer = setInterval(() => {
    if (at < bytes.length - 400) void appendFile(growing, bytes.subarray(at, (at += 100)));
  }, 100);
  const first = await ingest();
  clearInterval(writer);
  expect(itemNames()).toEqual(['24A-1_A.mp4']);
  expect(outcomeOf(first, '24A-2_A.mp4')).toMatchObject({
    outcome: 'skipped',
    code: 'still-growing',
  });
  await put('24A-2_A.mp4');
  const second = await ingest();
  expect(second.counts).toMatchObject({ done: 1, alreadyThere: 1, failed: 0 });
  expect(itemNames()).toEqual(['24A-1_A.mp4', '24A-2_A.mp4']);
});

test('[I-10] one file in two spellings is one item, and a name no project can hold is refused by its character', async () => {
  await put('caf\u00e9 24A-1_A.mp4');
  await put('cafe\u0301 24A-1_A.mp4');
  await put('bell\u0007 24A-2_A.mp4');
  await put('שלום #%&\u{1F3AC} .mp4');
  await put(`${'ä'.repeat(120)}.mp4`);
  const report = await ingest();
  expect(report.counts).toMatchObject({ planned: 4, done: 3, failed: 1, skipped: 1 });
  expect(report.items.find(({ code }) => code === 'name-refused')?.message).toContain('U+0007');
  const paths = open.premiere.snapshot().items.map(({ mediaPath }) => mediaPath);
  const done = report.items
    .filter(({ outcome }) => outcome === 'done')
    .map(({ subject }) => subject);
  expect([...paths].sort()).toEqual([...done].sort());
});

test('[I-11] a variable rate is flagged and marked, and its constant copy imported where asked for', async () => {
  const { ffmpeg } = await packagedFfmpeg();
  const phone = path.join(await aFolder('phone'), 'phone.mov');
  await run(ffmpeg, [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=30:d=3'],
    ...['-vf', "select='not(eq(mod(n,7),3))'", '-vsync', 'vfr'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', phone],
  ]);
  await put('24A-1_A.mov', await readFile(phone));
  await put('24A-2_A.mp4');
  const before = hashTree(card);
  const plan = await preview();
  const flagged = plan.rows.filter(({ cells }) => cells['media']?.includes('variable frame rate'));
  expect(flagged.map(({ subject }) => path.basename(subject))).toEqual(['24A-1_A.mov']);
  expect(plan.findings.find(({ code }) => code === 'variable-frame-rate')?.message).toMatch(
    /copy at/,
  );
  const constantRateFolder = await aFolder('constant');
  const report = await ingest({ constantRateFolder });
  expect(report.counts).toMatchObject({ done: 2, failed: 0 });
  expect(itemNames()).toEqual(['24A-1_A_CFR.mov', '24A-2_A.mp4']);
  expect(hashTree(card)).toEqual(before);
  const standing = open.premiere.snapshot();
  expect((await ingest({ constantRateFolder })).counts).toMatchObject({ done: 0, alreadyThere: 2 });
  expect((await ingest()).counts).toMatchObject({ done: 0, alreadyThere: 2 });
  expect(open.premiere.snapshot()).toEqual(standing);
  const onCard = ingest({ constantRateFolder: path.join(card, 'copies') });
  await expect(onCard).rejects.toMatchObject({ code: 'bad-arguments' });
});

test('[I-14] empty, cut-off and unreadable files are counted and listed, and the rest goes on', async () => {
  await put('24A-1_A.mp4');
  await put('24A-2_A.mp4', '');
  await put('24A-3_A.mp4', (await readFile(clip)).subarray(0, 3000));
  await put('24A-4_A.mov', 'no picture at all');
  await put('24A-T05.WAV', Buffer.from('RIFF\u0000\u0000\u0000\u0000WAVEfmt ', 'latin1'));
  const report = await ingest();
  expect(report.counts).toEqual({ planned: 5, done: 1, alreadyThere: 0, failed: 4, skipped: 0 });
  expect(report.items.map(({ code }) => code)).toEqual([
    '',
    'media-empty',
    'media-truncated',
    'media-unreadable',
    expect.stringMatching(/^media-(?:truncated|unreadable)$/),
  ]);
  for (const { outcome, message } of report.items) {
    if (outcome === 'failed') expect(message).toMatch(/\.$/);
  }
  expect(itemNames()).toEqual(['24A-1_A.mp4']);
});

test('an image sequence is one item as long as its frames', async () => {
  const { ffmpeg } = await packagedFfmpeg();
  await mkdir(path.join(card, 'VFX'), { recursive: true });
  await run(ffmpeg, [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', 'testsrc2=s=64x36:r=24:d=0.5'],
    path.join(card, 'VFX', 'plate.%04d.dpx'),
  ]);
  const report = await ingest();
  expect(itemNames()).toEqual(['plate.0001.dpx']);
  expect(report.counts).toMatchObject({ planned: 1, done: 1, failed: 0, skipped: 11 });
  expect((await ingest()).counts).toMatchObject({ done: 0, alreadyThere: 1 });
});

test.each(shippedBinPresets.map(({ id }) => id))(
  'the preset %s sorts the sample day, reads back as planned, and has nothing left to do',
  async (presetId) => {
    const sources = [...day.cards, day.recorder];
    const request = { sources, presetId, logPaths: [day.log] };
    const report = await ingest(request);
    expect(report.counts).toMatchObject({ failed: 0, alreadyThere: 0 });
    const { items, bins } = open.premiere.snapshot();
    expect(items).toHaveLength(report.counts.done);
    expect(bins.length).toBeGreaterThan(1);
    const standing = open.premiere.snapshot();
    expect((await ingest(request)).counts).toMatchObject({ done: 0, failed: 0 });
    expect(open.premiere.snapshot()).toEqual(standing);
  },
);
