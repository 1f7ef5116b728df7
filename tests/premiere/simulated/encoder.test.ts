import fs from 'node:fs';
import path from 'node:path';
import { formatEpr } from '../../../src/domain/interchange/epr';
import { openSimulatedPremiere } from '../../../src/premiere/simulated/openSimulatedPremiere';
import { openTestPremiere, seconds, type TestPremiere } from '../../helpers/testPremiere';
import { screenerFormat } from '../../helpers/screenerFormat';

let premiere: TestPremiere;
let run: TestPremiere['run'];
let paths: { readonly out: string; readonly preset: string };
beforeEach(async () => {
  premiere = await openTestPremiere();
  ({ run } = premiere);
  paths = {
    out: path.join(premiere.folder, 'out.mp4'),
    preset: path.join(premiere.folder, 'p.epr'),
  };
  fs.writeFileSync(paths.preset, formatEpr('Screener', screenerFormat));
  await run(`var out = ${JSON.stringify(paths.out)}, preset = ${JSON.stringify(paths.preset)}, heard = [];
    var names = ['Queued', 'Progress', 'Complete', 'Error', 'Canceled'], n;
    function listen(name) { app.encoder.bind('onEncoderJob' + name, function (id, what) {
      heard.push(name + (what === undefined ? '' : ' ' + what)); }); }
    for (n = 0; n < names.length; n++) listen(names[n]);
    var clip = bring('/cards/A001.mov'), cut = made('Cut', clip);
    function queue(to) { return app.encoder.encodeSequence(cut, to || out, preset, app.encoder.ENCODE_ENTIRE, 0); }`);
});

/** Lets jobs and their events come to their end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
}

const statuses = () => premiere.premiere.snapshot().encoderJobs.map(({ status }) => status);

test('a queued job waits for the batch, and tells of itself between scripts', async () => {
  const id = await run(`queue()`);
  expect(id).not.toBe('0');
  await settle();
  expect([statuses(), fs.existsSync(paths.out)]).toEqual([['queued'], false]);
  expect(await run(`app.encoder.startBatch(); heard.join()`)).toBe('Queued');
  await settle();
  expect(await run(`heard.join()`)).toBe(`Queued,Progress 0.5,Progress 1,Complete ${paths.out}`);
  expect([statuses(), fs.existsSync(paths.out)]).toEqual([['done'], true]);
});

test('what stood in the sequence when it was queued is what is rendered', async () => {
  await run(`cut.setZeroPoint('${seconds(36_000)}'); cut.audioTracks[0].clips[0].components[0].properties[1].setValue(0.35481339, 1);
    cut.overwriteClip(bring('/sound/poly.wav'), at('${seconds(15)}'), 0, 0); cut.audioTracks[1].setMute(1);
    cut.audioTracks[2].clips[0].disabled = true; queue(); cut.videoTracks[0].clips[0].remove(false, false);
    app.encoder.startBatch()`);
  await settle();
  const [order] = premiere.media.rendered;
  expect(order).toMatchObject({
    sequenceRate: '25/1',
    sequenceWidth: 1920,
    durationTicks: seconds(25),
    startTimecode: '10:00:00:00',
    format: screenerFormat,
  });
  expect(order?.videoTracks.flat()).toEqual([
    {
      mediaPath: '/cards/A001.mov',
      startTicks: '0',
      endTicks: seconds(10),
      inTicks: '0',
      gain: 1,
      channels: [],
    },
  ]);
  const [first, second] = order?.audioTracks[0] ?? [];
  // 6 dB above unity on the level's curve.
  expect(first?.gain).toBeCloseTo(1.995, 2);
  expect(second).toEqual({
    mediaPath: '/sound/poly.wav',
    startTicks: seconds(15),
    endTicks: seconds(25),
    inTicks: '0',
    gain: 1,
    channels: [0],
  });
  expect(order?.audioTracks.flat()).toHaveLength(2);
});

test('in to out crops to the marks', async () => {
  await run(`cut.setInPoint(2); cut.setOutPoint(5);
    app.encoder.encodeSequence(cut, out, preset, app.encoder.ENCODE_IN_TO_OUT, 0); app.encoder.startBatch()`);
  await settle();
  const [order] = premiere.media.rendered;
  expect(order).toMatchObject({ durationTicks: seconds(3), startTimecode: '00:00:02:00' });
  expect(order?.videoTracks[0]).toEqual([
    expect.objectContaining({ startTicks: '0', endTicks: seconds(3), inTicks: seconds(2) }),
  ]);
});

test('a nested sequence is rendered as what it holds', async () => {
  await run(`var outer = clear(made('Outer', clip)); cut.overwriteClip(bring('/cards/A002.mov'), at('${seconds(4)}'), 1, 0);
    cut.projectItem.setInPoint(3, 4); cut.projectItem.setOutPoint(8, 4);
    outer.overwriteClip(cut.projectItem, at('${seconds(1)}'), 0, 0);
    app.encoder.encodeSequence(outer, out, preset, 0, 0); app.encoder.startBatch()`);
  await settle();
  const layers = premiere.media.rendered[0]?.videoTracks.filter((layer) => layer.length > 0);
  expect(layers?.map(([event]) => [event?.mediaPath, event?.startTicks, event?.inTicks])).toEqual([
    ['/cards/A001.mov', seconds(1), seconds(3)],
    ['/cards/A002.mov', seconds(2), '0'],
  ]);
});

test('an existing file is kept and the new one is named _1', async () => {
  fs.writeFileSync(paths.out, 'mine');
  await run(`queue(); app.encoder.startBatch()`);
  await settle();
  expect(await run(`heard[heard.length - 1]`)).toBe(
    `Complete ${path.join(premiere.folder, 'out_1.mp4')}`,
  );
  expect(fs.readFileSync(paths.out, 'utf8')).toBe('mine');
});

test('a missing folder, an offline clip and a preset that says nothing fail as events with the reason', async () => {
  const broken = path.join(premiere.folder, 'broken.epr');
  fs.writeFileSync(broken, '<PremiereData Version="3"/>');
  await run(`queue('/no/such/folder/out.mp4'); app.encoder.encodeSequence(cut, out, ${JSON.stringify(broken)}, 0, 0);
    clip.setOffline(); queue(); app.encoder.startBatch()`);
  await settle();
  expect(statuses()).toEqual(['failed', 'failed', 'failed']);
  const errors = await run(`heard.join('|')`);
  expect(errors).toContain('/no/such/folder does not exist');
  expect(errors).toContain('The media of “A001.mov” is offline.');
});

test('a preset that is not there is not queued', async () => {
  expect(await run(`app.encoder.encodeSequence(cut, out, '/no/such.epr', 0, 0)`)).toBe('0');
  expect(statuses()).toEqual([]);
});

test('an export without the queue answers when the file is there', async () => {
  expect(await run(`cut.exportAsMediaDirect(out, preset, 0)`)).toBe('No Error');
  expect(fs.existsSync(paths.out)).toBe(true);
  expect(await run(`cut.exportAsMediaDirect('/no/folder/x.mp4', preset, 0)`)).toBe(
    'Output folder not found',
  );
  expect(await run(`cut.getExportFileExtension(preset)`)).toBe('mp4');
});

test('a renderer that fails is a failed job, and jobs are saved with the project', async () => {
  premiere.media.failWith('The disk is full.');
  await run(`queue(); app.encoder.startBatch()`);
  await settle();
  expect(await run(`heard[heard.length - 1]`)).toBe('Error The disk is full.');
  premiere.premiere.save();
  const { projectPath, media } = premiere;
  const again = openSimulatedPremiere({ projectPath, media });
  expect(again.snapshot().encoderJobs).toMatchObject([{ sequence: 'Cut', status: 'failed' }]);
});

test('closing cancels what runs', async () => {
  premiere.media.failWith('hang');
  await run(`queue(); app.encoder.startBatch()`);
  await settle();
  premiere.premiere.close();
  await settle();
  expect(statuses()).toEqual(['cancelled']);
  expect(await run(`heard[heard.length - 1]`)).toBe('Canceled');
});

test('the state of the encoder is told by BridgeTalk', async () => {
  expect(
    await run(
      `BridgeTalk.getStatus('ame') + app.encoder.launchEncoder() + BridgeTalk.getStatus('ame')`,
    ),
  ).toBe('ISNOTRUNNINGtrueIDLE');
});
