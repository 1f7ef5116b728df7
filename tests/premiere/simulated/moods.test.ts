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
