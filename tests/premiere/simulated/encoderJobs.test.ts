import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { formatEpr } from '../../../src/domain/interchange/epr';
import type { EncoderFormat } from '../../../src/domain/spec/EncoderFormat';
import type { SimulatedPremiereOptions } from '../../../src/premiere/simulated/openSimulatedPremiere';
import { openTestPremiere, seconds, type TestPremiere } from '../../helpers/testPremiere';

const format: EncoderFormat = {
  container: 'mov',
  videoCodec: 'prores',
  profile: 'hq',
  width: 1920,
  height: 1080,
  frameRate: '25/1',
  videoBitrateKbps: 0,
  audioCodec: 'pcm_s24le',
  audioChannels: 2,
  sampleRate: 48_000,
  audioBitrateKbps: 0,
};

let premiere: TestPremiere;
let run: TestPremiere['run'];

async function open(options: Partial<SimulatedPremiereOptions> = {}): Promise<void> {
  premiere = await openTestPremiere(options);
  ({ run } = premiere);
  const out = path.join(premiere.folder, 'out.mov');
  const preset = path.join(premiere.folder, 'Master.epr');
  fs.writeFileSync(preset, formatEpr('Master', format));
  await run(`var out = ${JSON.stringify(out)}, preset = ${JSON.stringify(preset)}, heard = [];
    app.encoder.bind('onEncoderJobComplete', function (id, path) { heard.push('Complete ' + path); });
    app.encoder.bind('onEncoderJobError', function (id, words) { heard.push('Error ' + words); });
    var clip = bring('/cards/A001.mov'), cut = made('Cut', clip);`);
}

beforeEach(() => open());

/** Lets jobs and their events come to their end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Runs a script that queues, and the batch; what the handlers heard. */
async function render(script: string): Promise<string> {
  await run(`${script}; app.encoder.startBatch()`);
  await settle();
  return run(`heard.join('|')`);
}

const jobs = () => premiere.premiere.snapshot().encoderJobs;
const orders = () => premiere.media.rendered;

test('the work area limits what is rendered, whether its bar is on or off', async () => {
  await render(`cut.setWorkAreaInPoint(1); cut.setWorkAreaOutPoint(4);
    app.encoder.encodeSequence(cut, out, preset, app.encoder.ENCODE_WORKAREA, 1)`);
  expect(orders()).toMatchObject([{ durationTicks: seconds(3), startTimecode: '00:00:01:00' }]);
});

test('in to out without marks, and a range that is not given, are all of it', async () => {
  await render(
    `app.encoder.encodeSequence(cut, out, preset, 1); app.encoder.encodeSequence(cut, out, preset)`,
  );
  expect(orders().map(({ durationTicks }) => durationTicks)).toEqual([seconds(10), seconds(10)]);
});

test('the sixth argument starts the queue at once', async () => {
  await run(`app.encoder.encodeSequence(cut, out, preset, 0, 0, 1)`);
  await settle();
  expect(jobs().map(({ status }) => status)).toEqual(['done']);
});

test('a project item is encoded whole or from its in to its out', async () => {
  const answer = await render(`clip.setInPoint(2, 4); clip.setOutPoint(5, 4);
    app.encoder.encodeProjectItem(clip, out, preset, app.encoder.ENCODE_ENTIRE, 1);
    app.encoder.encodeProjectItem(clip, out, preset, app.encoder.ENCODE_IN_TO_OUT, 1)`);
  expect(answer.split('|')).toHaveLength(2);
  expect(orders()).toMatchObject([
    { durationTicks: seconds(10), startTimecode: '01:00:00:00' },
    { durationTicks: seconds(3), startTimecode: '01:00:02:00' },
  ]);
  expect(orders()[1]?.videoTracks[0]).toMatchObject([{ inTicks: seconds(2), startTicks: '0' }]);
  expect(orders()[1]?.audioTracks[0]).toMatchObject([{ channels: [0, 1] }]);
});

test('the item of a sequence is encoded as the sequence; a bin is refused', async () => {
  const [fromItem, ofBin] = (
    await run(`[app.encoder.encodeProjectItem(cut.projectItem, out, preset, 0, 1),
      app.encoder.encodeProjectItem(root.createBin('B'), out, preset, 0, 1)].join()`)
  ).split(',');
  expect([fromItem?.startsWith('job-'), ofBin]).toEqual([true, '0']);
});

test.each([
  ['as the sample orders them', `1, at('${seconds(1)}'), at('${seconds(3)}')`],
  ['as the guide orders them', `1, 0, at('${seconds(1)}'), at('${seconds(3)}')`],
])('a file is encoded between two times, given %s', async (_, args) => {
  await render(`app.encoder.encodeFile('/cards/A002.mov', out, preset, ${args})`);
  expect(orders()).toMatchObject([{ durationTicks: seconds(2) }]);
  expect(orders()[0]?.videoTracks[0]).toMatchObject([
    { mediaPath: '/cards/A002.mov', inTicks: seconds(1) },
  ]);
});

test('a file without times is encoded whole, numbers are no times, and a missing file is refused', async () => {
  expect(await run(`app.encoder.encodeFile('/no/such.mov', out, preset, 0)`)).toBe('0');
  await expect(
    run(`app.encoder.encodeFile('/cards/A001.mov', out, preset, 0, 1, 2)`),
  ).rejects.toThrow('Illegal Parameter type');
  await render(`app.encoder.encodeFile('/cards/A001.mov', out, preset, 0)`);
  expect(orders()).toMatchObject([{ durationTicks: seconds(10) }]);
});

test('a wrong ending gives way to the preset’s, a missing one is added', async () => {
  expect(
    await render(`app.encoder.encodeSequence(cut, out.replace('.mov', '.mp4'), preset, 0, 1);
      app.encoder.encodeSequence(cut, out.replace('out.mov', 'Cut v1.2'), preset, 0, 1)`),
  ).toBe(
    ['out.mov', 'Cut v1.2.mov']
      .map((name) => `Complete ${path.join(premiere.folder, name)}`)
      .join('|'),
  );
});

test('a file stands under its name while it is rendered, and grows', async () => {
  premiere.media.failWith('hang');
  await run(`app.encoder.encodeSequence(cut, out, preset, 0, 1); app.encoder.startBatch()`);
  await settle();
  const standing = path.join(premiere.folder, 'out.mov');
  expect(fs.statSync(standing).size).toBe(0);
  premiere.media.tellProgress(0.25);
  const small = fs.statSync(standing).size;
  premiere.media.tellProgress(0.75);
  expect(small).toBeGreaterThan(0);
  expect(fs.statSync(standing).size).toBeGreaterThan(small);
  premiere.premiere.close();
  await settle();
  expect(fs.existsSync(standing)).toBe(false);
});

test('what fails leaves nothing under the final name', async () => {
  premiere.media.failWith('The volume is full.');
  expect(await render(`app.encoder.encodeSequence(cut, out, preset, 0, 1)`)).toBe(
    'Error The volume is full.',
  );
  const left = fs.readdirSync(premiere.folder).filter((name) => name.includes('out'));
  expect(left).toEqual([]);
});

test('a preset that writes beside the project fails as an event', async () => {
  const beside = path.join(premiere.folder, 'Beside.epr');
  const text = formatEpr('Beside', format).replace(
    '</PremiereData>',
    '<L>SameAsProject</L></PremiereData>',
  );
  fs.writeFileSync(beside, text);
  expect(
    await render(`app.encoder.encodeSequence(cut, out, ${JSON.stringify(beside)}, 0, 1)`),
  ).toContain('Same as Project');
});

test('a gzipped preset is read, one that is none is refused', async () => {
  const packed = path.join(premiere.folder, 'Packed.epr');
  fs.writeFileSync(packed, gzipSync(formatEpr('Packed', format)));
  expect(
    await render(`app.encoder.encodeSequence(cut, out, ${JSON.stringify(packed)}, 0, 1)`),
  ).toContain('Complete');
  fs.writeFileSync(packed, 'no preset');
  expect(await run(`app.encoder.encodeSequence(cut, out, ${JSON.stringify(packed)}, 0, 1)`)).toBe(
    '0',
  );
});

test('some failures give no event at all', async () => {
  await open({ behaviour: { tellsEncoderErrors: false } });
  premiere.media.failWith('Nobody hears this.');
  expect(await render(`app.encoder.encodeSequence(cut, out, preset, 0, 1)`)).toBe('');
  expect(jobs().map(({ status }) => status)).toEqual(['failed']);
});

test('forward slashes arrive as an empty path where they are not the system’s own', async () => {
  await open({ behaviour: { takesForwardSlashes: false } });
  expect(await render(`app.encoder.encodeSequence(cut, out, preset, 0, 1)`)).toContain(
    'Error The output path is empty',
  );
});

test('a project without a file is refused where the encoder needs one', async () => {
  await open({ behaviour: { needsSavedProject: true } });
  const queue = `app.encoder.encodeSequence(cut, out, preset, 0, 1)`;
  expect(await render(queue)).toContain('Error The project has not been saved.');
  expect(await render(`project.save(); heard = []; ${queue}`)).toContain('Complete');
});

test('metadata is written beside the file while that is switched on', async () => {
  await render(`app.encoder.setSidecarXMPEnabled(1); app.encoder.encodeSequence(cut, out, preset, 0, 1);
    app.encoder.setSidecarXMPEnabled(0); app.encoder.encodeSequence(cut, out, preset, 0, 1)`);
  const packet = fs.readFileSync(path.join(premiere.folder, 'out.xmp'), 'utf8');
  expect(packet).toContain('Adobe Premiere Pro');
  expect(fs.existsSync(path.join(premiere.folder, 'out_1.xmp'))).toBe(false);
});

test('the folder of the last export is told, and none before the first', async () => {
  expect(await run(`app.encoder.lastExportMediaFolder()`)).toBe('');
  await render(`app.encoder.encodeSequence(cut, out, preset, 0, 1)`);
  expect(await run(`app.encoder.lastExportMediaFolder()`)).toBe(premiere.folder);
});

test('what a render leaves out is told in the job’s message', async () => {
  await render(`app.encoder.setEmbeddedXMPEnabled(1);
    cut.videoTracks[0].clips[0].components[0].properties[0].setValue(50, 1);
    cut.videoTracks[0].clips[0].components[1].properties[1].setValue(120, 1);
    app.encoder.encodeSequence(cut, out, preset, 0, 1)`);
  premiere.premiere.save();
  const { encoderJobs } = JSON.parse(fs.readFileSync(premiere.projectPath, 'utf8')) as {
    readonly encoderJobs: readonly { readonly message: string }[];
  };
  expect(encoderJobs[0]?.message).toBe(
    'Metadata is not embedded in the file. Not rendered: opacity (1), motion (1).',
  );
});

test('a picture that is set to show nothing is not shown', async () => {
  await render(`cut.videoTracks[0].clips[0].components[0].properties[0].setValue(0, 1);
    app.encoder.encodeSequence(cut, out, preset, 0, 1)`);
  expect(orders()[0]?.videoTracks.flat()).toEqual([]);
});

test('keys of a level are rendered, cut to what is exported', async () => {
  await render(`var level = cut.audioTracks[0].clips[0].components[0].properties[1], k;
    level.setTimeVarying(true);
    for (k = 0; k < 2; k++) { level.addKey(k * 10); level.setValueAtKey(k * 10, k * 0.17782794, 1); }
    cut.setInPoint(5); cut.setOutPoint(10);
    app.encoder.encodeSequence(cut, out, preset, 1, 1)`);
  const keys = orders()[0]?.audioTracks[0]?.[0]?.gainKeys ?? [];
  expect(keys.map(({ offsetTicks }) => offsetTicks)).toEqual(['0', seconds(5)]);
  expect(keys[0]?.gain).toBeCloseTo(0.5, 2);
  expect(keys[1]?.gain).toBeCloseTo(1, 2);
});

test('a level that holds jumps at its next key', async () => {
  await render(`var level = cut.audioTracks[0].clips[0].components[0].properties[1], k;
    level.setTimeVarying(true);
    for (k = 0; k < 2; k++) { level.addKey(k * 8); level.setValueAtKey(k * 8, k * 0.17782794, 1); }
    level.setInterpolationTypeAtKey(0, 4, 1);
    app.encoder.encodeSequence(cut, out, preset, 0, 1)`);
  const keys = orders()[0]?.audioTracks[0]?.[0]?.gainKeys ?? [];
  expect(keys.map(({ gain }) => Math.round(gain))).toEqual([0, 0, 1, 1]);
});
