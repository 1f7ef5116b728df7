import { openCepHost } from '../../../src/premiere/cep/openCepHost';
import { openTestPremiere } from '../../helpers/testPremiere';

const names = `var n, made = []; for (n = 0; n < 4; n++) made.push(root.createBin('bin ' + n).name); made.join()`;

test('silent does nothing and answers as usual', async () => {
  const { premiere, run } = await openTestPremiere({ mood: 'silent' });
  expect(await run(names)).toBe('bin 0,bin 1,bin 2,bin 3');
  expect(await run(`project.importFiles(['/cards/A001.mov'], true, root, false)`)).toBe('true');
  expect(await run(`project.save() + ',' + root.setColorLabel(3)`)).toBe('0,0');
  const { bins, items } = premiere.snapshot();
  expect([bins, items]).toEqual([[], []]);
});

test('half does every second change of a script and answers as usual to all', async () => {
  const { premiere, run } = await openTestPremiere({ mood: 'half' });
  expect(await run(names)).toBe('bin 0,bin 1,bin 2,bin 3');
  expect(premiere.snapshot().bins.map(({ path }) => path)).toEqual(['/bin 0', '/bin 2']);
});

test('throwsAfter does what is asked and then throws', async () => {
  const { premiere } = await openTestPremiere({ mood: 'throwsAfter' });
  expect(await premiere.evalScript(`root.createBin('A')`)).toBe('EvalScript error.');
  expect(premiere.lastError()).toBe('Error: Unknown error exception');
  expect(premiere.snapshot().bins.map(({ path }) => path)).toEqual(['/A']);
});

test('reading, times and files are untouched by any mood', async () => {
  const { run } = await openTestPremiere({ mood: 'silent' });
  expect(await run(`at('254016000000').seconds + ',' + root.children.numItems`)).toBe('1,0');
});

test('slow lets each script wait before it runs', async () => {
  const waits: number[] = [];
  const wait = (milliseconds: number) => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const { premiere, run } = await openTestPremiere({
    mood: 'slow',
    moodSettings: { delayMs: 700, wait },
  });
  expect(await run(names)).toBe('bin 0,bin 1,bin 2,bin 3');
  expect(waits).toEqual([700, 700]);
  expect(premiere.snapshot().bins).toHaveLength(4);
});

test('a slow script that outlasts the patience of our host counts as held up', async () => {
  const { premiere } = await openTestPremiere({ mood: 'slow', moodSettings: { delayMs: 200 } });
  const host = openCepHost(
    { evalScript: (script, callback) => void premiere.evalScript(script).then(callback) },
    { answerWithinMs: 20 },
  );
  await expect(host.describeHost({})).rejects.toMatchObject({ code: 'host-busy' });
});

test('modal shows a dialog within a script that changes something, once', async () => {
  const { premiere, run } = await openTestPremiere({
    mood: 'modal',
    moodSettings: { calmScripts: 2 },
  });
  await run(`root.createBin('before')`);
  expect(await run(`root.children.numItems`)).toBe('1');
  const blocked = run(`root.createBin('A').name`);
  const behind = run(`root.createBin('B').name`);
  let isAnswered = false;
  void blocked.then(() => (isAnswered = true));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect([premiere.dialog(), isAnswered]).toEqual(['Resolve Fonts', false]);
  premiere.dismissDialog();
  expect([await blocked, await behind]).toEqual(['A', 'B']);
  expect(premiere.dialog()).toBeNull();
});

test('focusStolen brings another project, then another sequence to the front', async () => {
  const { premiere, projectPath, run } = await openTestPremiere({
    mood: 'focusStolen',
    moodSettings: { calmScripts: 2 },
  });
  await run(`made('one', bring('/cards/A001.mov')); made('two', root.children[0]).name`);
  const front = `app.project.name + ' ' + app.project.activeSequence.name`;
  expect([await run(front), await run(front), await run(front), await run(front)]).toEqual([
    'Somebody else.prproj Their cut',
    'Show.sfproj one',
    'Somebody else.prproj Their cut',
    'Show.sfproj two',
  ]);
  expect(premiere.snapshot(projectPath).sequences).toHaveLength(2);
  expect(() => premiere.snapshot('/not/open.prproj')).toThrow('not open');
});
