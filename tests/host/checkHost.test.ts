import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildHostBundle } from '../helpers/hostBundle';
import { hostFaults, mixedOperators } from '../helpers/hostFaults';

const gate = path.resolve(__dirname, '../../scripts/checkHost.mjs');

function check(bundle: string) {
  const { status, stderr } = spawnSync(process.execPath, [gate, bundle], { encoding: 'utf8' });
  return { exitCode: status, stderr };
}

describe('the ES3 gate on the built host bundle', () => {
  test('passes the host as it is', async () => {
    expect(check(await buildHostBundle())).toEqual({ exitCode: 0, stderr: '' });
  });

  test.each([
    ['an array method', hostFaults.arrayMethod, 'es-x/no-array-prototype-map'],
    ['a nested ternary in the middle', hostFaults.nestedTernary, 'no-nested-ternary'],
    ['a slash in a class', hostFaults.slashInClass, 'slash inside a class'],
    ['a reserved word as a key', hostFaults.keywordKey, 'Unexpected keyword'],
    ['a reserved word as a name', hostFaults.reservedName, 'is reserved'],
    ['the JSON of newer engines', hostFaults.json, 'JSON'],
  ])('catches %s', async (_what, fault, message) => {
    const { exitCode, stderr } = check(await buildHostBundle(fault));
    expect(exitCode).toBe(1);
    expect(stderr).toContain(message);
  });

  test('catches parentheses that were lost on the way', async () => {
    const kept = check(await buildHostBundle(mixedOperators));
    const lost = check(await buildHostBundle(mixedOperators, ['--drop-parentheses']));
    expect(kept.exitCode).toBe(0);
    expect(lost.exitCode).toBe(1);
    expect(lost.stderr).toContain('no-mixed-operators');
  });
});

describe('the build of the host bundle', () => {
  test('refuses two modules that declare the same name', async () => {
    const clash = { file: 'saveProject.ts', from: 'saveProject(', to: 'addBins(' };
    await expect(buildHostBundle(clash)).rejects.toThrow('both declare “addBins”');
  });
});
