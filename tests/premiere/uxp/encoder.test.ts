import fs from 'node:fs';
import path from 'node:path';
import { formatEpr } from '../../../src/domain/interchange/epr';
import { screenerFormat } from '../../helpers/screenerFormat';
import { openUxpPremiere } from '../../helpers/uxpPremiere';

async function openQueue(version = '26.3.0') {
  const opened = await openUxpPremiere({ version });
  const { folder, uxp, run } = opened;
  const preset = path.join(folder, 'preset.epr');
  fs.writeFileSync(preset, formatEpr('Screener', screenerFormat));
  await run(`var clip = bring('/cards/A001.mov'); made('Cut', clip); 1`);
  const names = { preset, out: path.join(folder, 'out.mp4'), media: '/cards/A001.mov' };
  const open = `const { preset, out, media } = ${JSON.stringify(names)};
    const encoder = ppro.EncoderManager.getManager(), cut = await project.getActiveSequence();
    const { IMMEDIATELY, QUEUE_TO_AME } = ppro.Constants.ExportType;
    const over = new Promise((go) => {
      for (const event of ['COMPLETE', 'ERROR', 'CANCEL'])
        ppro.EventManager.addEventListener(encoder, ppro.EncoderManager['EVENT_RENDER_' + event], (told) => go([event, told]));
    });`;
  return { ...opened, ...names, queue: (script: string) => uxp(`${open} ${script}`) };
}

test('a sequence that is exported immediately is there when it is answered', async () => {
  const { queue, out } = await openQueue();
  expect(await queue(`await encoder.exportSequence(cut, IMMEDIATELY, out, preset, true)`)).toBe(
    true,
  );
  expect(fs.existsSync(out)).toBe(true);
});

test('one that is queued waits for the batch, and completion is an event', async () => {
  const { queue, out, premiere } = await openQueue();
  expect(await queue(`await encoder.exportSequence(cut, QUEUE_TO_AME, out, preset, true)`)).toBe(
    true,
  );
  expect(premiere.snapshot().encoderJobs.map(({ status }) => status)).toEqual(['queued']);
  const [job] = premiere.snapshot().encoderJobs;
  const told = await queue(`await encoder.startBatchEncode(); await over`);
  expect(told).toEqual(['COMPLETE', { jobID: job?.id, outputFiles: [out] }]);
  expect(fs.existsSync(out)).toBe(true);
});

test('before 26.3 there is no call that starts the batch', async () => {
  const { queue } = await openQueue('26.2.0');
  expect(await queue(`typeof encoder.startBatchEncode`)).toBe('undefined');
});

test('clips and files are queued, and start when they are told to', async () => {
  const { queue, premiere } = await openQueue();
  const script = `const clip = ppro.ClipProjectItem.cast(await find('A001.mov'));
    const none = ppro.TickTime.TIME_INVALID;
    const answers = [await encoder.encodeProjectItem(clip, out, preset, 0, false, false),
      await encoder.encodeFile(media, out.replace('out', 'file'), preset, none, none, 0, false, true)];
    [answers, (await over)[0]]`;
  expect(await queue(script)).toEqual([[true, true], 'COMPLETE']);
  expect(premiere.snapshot().encoderJobs).toHaveLength(2);
});

test('a job that fails is told as an error', async () => {
  const { queue } = await openQueue();
  const script = `await encoder.exportSequence(cut, QUEUE_TO_AME, out.replace('out.mp4', 'none/out.mp4'), preset, true);
    await encoder.startBatchEncode(); (await over)[0]`;
  expect(await queue(script)).toBe('ERROR');
});

test('a preset that is not there queues nothing', async () => {
  const { queue } = await openQueue();
  expect(
    await queue(`await encoder.exportSequence(cut, QUEUE_TO_AME, out, '/none.epr', true)`),
  ).toBe(false);
  expect(await queue(`await ppro.EncoderManager.getExportFileExtension(cut, preset)`)).toBe('mp4');
});

test('a sequence is written for other programs', async () => {
  const { queue, folder } = await openQueue();
  const [xml, otio] = ['cut.xml', 'cut.otio'].map((name) => path.join(folder, name));
  const script = `[await ppro.ProjectConverter.exportAsFinalCutProXML(cut, ${JSON.stringify(xml)}, true),
    await ppro.ProjectConverter.exportAsOpenTimelineIO(cut, ${JSON.stringify(otio)}, true)]`;
  expect(await queue(script)).toEqual([true, true]);
  expect(fs.readFileSync(xml ?? '', 'utf8')).toContain('<xmeml');
  expect(fs.readFileSync(otio ?? '', 'utf8')).toContain('OTIO_SCHEMA');
});
