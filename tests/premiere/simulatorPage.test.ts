import { spawnSync } from 'node:child_process';

test('the page of simulated members says what the notes say', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['scripts/simulatorCoverage.mjs', '--check'],
    { encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
