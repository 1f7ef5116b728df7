import fs from 'node:fs';
import path from 'node:path';
import type { Behaviour } from '../../../src/premiere/simulated/model/Behaviour';
import { openForMembers } from '../members/describeMembers';

const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('mistake 5: a call that opens a dialog', () => {
  test('createNewSequence never comes back while nobody closes it, and the scripts behind it wait', async () => {
    const { premiere } = await openForMembers('');
    const answers: string[] = [];
    const first = premiere.evalScript(`project.createNewSequence('Cut', 'id'); 'made'`);
    const second = premiere.evalScript(`'after'`);
    void first.then((answer) => answers.push(answer));
    void second.then((answer) => answers.push(answer));
    await rest(100);
    expect(answers).toEqual([]);
    expect(premiere.dialog()).not.toBeNull();
    premiere.dismissDialog();
    expect(await second).toBe('after');
  });

  test('a sequence made of clips asks nobody', async () => {
    const { premiere, run } = await openForMembers('');
    expect(await run(`made('Cut', bring('/cards/A001.mov')).name`)).toBe('Cut');
    expect(premiere.dialog()).toBeNull();
  });
});

describe('mistake 6: expecting items or a failure of importFiles', () => {
  test('its answer holds no items', async () => {
    const { premiere } = await openForMembers('');
    const taking = `var items = project.importFiles(['/cards/A001.mov'], true, root, false); items[0].name`;
    expect(await premiere.evalScript(taking)).toBe('EvalScript error.');
    expect(premiere.snapshot().items).toHaveLength(1);
  });

  test('it is true of a file that is not there', async () => {
    const { run } = await openForMembers('');
    expect(await run(`project.importFiles(['/nowhere.mov'], true, root, false)`)).toBe('true');
    expect(await run(`root.children.numItems`)).toBe('0');
  });

  test('what arrived is what has a node id that was not there before', async () => {
    const { run } = await openForMembers(`bring('/cards/A001.mov')`);
    const diff = `var before = {}, arrived = [], i;
      for (i = 0; i < root.children.numItems; i++) before[root.children[i].nodeId] = true;
      project.importFiles(['/cards/A001.mov', '/nowhere.mov', '/cards/A002.mov'], true, root, false);
      for (i = 0; i < root.children.numItems; i++)
        if (!before[root.children[i].nodeId]) arrived.push(root.children[i].getMediaPath()); arrived.join()`;
    expect(await run(diff)).toBe('/cards/A001.mov,/cards/A002.mov');
  });
});

const queue = `var heard = []; app.encoder.bind('onEncoderJobComplete', function (id) { heard.push('complete'); });
  app.encoder.bind('onEncoderJobError', function (id) { heard.push('error'); });
  var cut = made('Cut', bring('/cards/A001.mov')), out = folder + '/out.mp4'; app.encoder.launchEncoder();`;

async function openQueue(behaviour: Partial<Behaviour> = {}) {
  const opened = await openForMembers(queue, { behaviour });
  const heard = async () => {
    for (let left = 100; left > 0; left -= 1) {
      const text = await opened.run(`heard.join()`);
      if (text !== '') return text;
      await rest(20);
    }
    return 'nothing';
  };
  return { ...opened, heard, out: path.join(opened.folder, 'out.mp4') };
}

describe('mistake 7: queuing without starting, or with what cannot be rendered', () => {
  test('a job that nobody starts renders nothing', async () => {
    const { run, out, premiere } = await openQueue();
    await run(`app.encoder.encodeSequence(cut, out, presetPath, 0, 1)`);
    await rest(200);
    expect(await run(`heard.join()`)).toBe('');
    expect(fs.existsSync(out)).toBe(false);
    expect(premiere.snapshot().encoderJobs.map(({ status }) => status)).toEqual(['queued']);
  });

  test('the batch renders it', async () => {
    const { run, out, heard } = await openQueue();
    await run(`app.encoder.encodeSequence(cut, out, presetPath, 0, 1); app.encoder.startBatch()`);
    expect(await heard()).toBe('complete');
    expect(fs.existsSync(out)).toBe(true);
  });

  test('a folder that is not there fails the job, not the call', async () => {
    const { run, heard } = await openQueue();
    const queued = `app.encoder.encodeSequence(cut, folder + '/none/out.mp4', presetPath, 0, 1)`;
    expect(await run(queued)).not.toBe('0');
    await run(`app.encoder.startBatch()`);
    expect(await heard()).toBe('error');
  });

  test('a preset that puts its file beside the project fails the job', async () => {
    const { run, heard, folder, out } = await openQueue();
    const preset = fs.readFileSync(path.join(folder, 'preset.epr'), 'utf8');
    const spoilt = preset.replace(
      '</PremiereData>',
      '<PresetOutputLocation>SameAsProject</PresetOutputLocation></PremiereData>',
    );
    expect(spoilt).not.toBe(preset);
    fs.writeFileSync(path.join(folder, 'spoilt.epr'), spoilt);
    await run(
      `app.encoder.encodeSequence(cut, out, folder + '/spoilt.epr', 0, 1); app.encoder.startBatch()`,
    );
    expect(await heard()).toBe('error');
    expect(fs.existsSync(out)).toBe(false);
  });
});

describe('mistake 7: forward slashes on Windows', () => {
  const rendering = (output: string) =>
    `app.encoder.encodeSequence(cut, ${output}, presetPath, 0, 1); app.encoder.startBatch()`;

  test('a path with them reaches the encoder empty', async () => {
    const { run, heard, out, premiere } = await openQueue({ takesForwardSlashes: false });
    const slashed = JSON.stringify(out.replaceAll('\\', '/'));
    await run(rendering(slashed));
    expect(await heard()).toBe('error');
    expect(fs.existsSync(out)).toBe(false);
    expect(premiere.snapshot().encoderJobs.map(({ status }) => status)).toEqual(['failed']);
  });

  test('a path without them is rendered', async () => {
    const { run, heard, out, folder } = await openQueue({ takesForwardSlashes: false });
    const before = process.cwd();
    process.chdir(folder);
    try {
      // Only a name by itself has none of them on every system.
      await run(rendering(`'out.mp4'`));
    } finally {
      process.chdir(before);
    }
    expect(await heard()).toBe('complete');
    expect(fs.existsSync(out)).toBe(true);
  });

  test('elsewhere both do', async () => {
    const { run, heard, out } = await openQueue({ takesForwardSlashes: true });
    await run(rendering(JSON.stringify(out.replaceAll('\\', '/'))));
    expect(await heard()).toBe('complete');
    expect(fs.existsSync(out)).toBe(true);
  });
});

describe('mistake 8: waiting for the encoder within a script', () => {
  test('a loop that waits for the handler waits in vain', async () => {
    const { run } = await openQueue();
    const waiting = `app.encoder.encodeSequence(cut, out, presetPath, 0, 1); app.encoder.startBatch();
      for (var left = 20; left > 0 && heard.length === 0; left--) $.sleep(10); heard.length`;
    expect(await run(waiting)).toBe('0');
  });

  test('the next scripts find that it was told', async () => {
    const { run, heard } = await openQueue();
    await run(`app.encoder.encodeSequence(cut, out, presetPath, 0, 1); app.encoder.startBatch()`);
    expect(await heard()).toBe('complete');
  });
});
