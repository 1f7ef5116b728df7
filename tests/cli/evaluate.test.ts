import fs from 'node:fs';
import path from 'node:path';
import { makeTestFolder, slateflowIn } from '../helpers/slateflow';

const folder = makeTestFolder('eval');
const slateflow = slateflowIn(folder.path);
afterAll(() => folder.remove());

const write = (name: string, text: string): string => {
  const file = path.join(folder.path, name);
  fs.writeFileSync(file, text);
  return file;
};

test('prints what a script evaluates to as JSON, and keeps its changes only when told to', async () => {
  write('names.jsx', 'var prefix = "Bin ";');
  const script = write(
    'bins.jsx',
    `#target premierepro
#include "names.jsx"
app.project.rootItem.createBin(prefix + app.project.rootItem.children.numItems);
$.writeln('made'); alert('look');
({ count: app.project.rootItem.children.numItems, active: app.project.activeSequence, project: app.project,
   list: [1, 'two', null, undefined, true], json: typeof JSON });`,
  );
  const expected = {
    count: 1,
    active: null,
    project: '[object Project]',
    list: [1, 'two', null, null, true],
    json: 'undefined',
  };
  const project = path.join(folder.path, 'Eval.prproj');
  const run = await slateflow.run('eval', '--project', project, script);
  expect(JSON.parse(run.out)).toEqual(expected);
  expect(run.err).toBe('made\nalert: look\n');
  expect(fs.existsSync(project)).toBe(false);
  expect(await slateflow.json(0, 'eval', script, '--project', project, '--save')).toEqual(expected);
  const again = await slateflow.run('eval', script, '--project', project, '--quiet');
  expect(JSON.parse(again.out)).toMatchObject({ count: 2 });
  expect(again.err).toBe('');
});

test('opens a project of Adobe Premiere, says what of it is not shown, and never writes it', async () => {
  const fixture = path.join(__dirname, '../fixtures/prproj/supercut.prproj');
  const project = path.join(folder.path, 'Supercut.prproj');
  fs.copyFileSync(fixture, project);
  const script = write('count.jsx', 'app.project.sequences.numSequences');
  const run = await slateflow.run('eval', '--project', project, script, '--save');
  expect(run.status).toBe(2);
  expect(run.err).toMatch(/“Supercut\.prproj”: Not read: \d+ \w+/);
  expect(run.err).toMatch(/never overwritten here: save under another name/);
  expect(fs.readFileSync(project).equals(fs.readFileSync(fixture))).toBe(true);
  expect(await slateflow.json(0, 'eval', '--project', project, script)).toBe(2);
});

test('a script that throws ends with 1 and says what, in which file and line', async () => {
  const script = write('throws.jsx', 'function f() {\n  nothing.x();\n}\nf();');
  const project = path.join(folder.path, 'None.prproj');
  const run = await slateflow.run('eval', script, '--project', project, '--save', '--json');
  expect(run.status).toBe(1);
  expect(run.err).toBe(
    'The script threw “ReferenceError: nothing is undefined” (throws.jsx, line 2).\n',
  );
  expect(JSON.parse(run.out)).toEqual({
    error: { message: 'ReferenceError: nothing is undefined', fileName: script, line: 2 },
  });
  expect(fs.existsSync(project)).toBe(false);
});

test.each([
  [
    'modern.jsx',
    'extendscript',
    'The script cannot be read: SyntaxError: Expected: ; (modern.jsx, line 2).',
  ],
  ['none.jsx', 'extendscript', 'There is no script'],
  [
    'refused.js',
    'uxp',
    'The script cannot be read: SyntaxError: Unexpected token (refused.js, line 2).',
  ],
  ['none.js', 'uxp', 'There is no script'],
])('%s on %s cannot run and ends with 2', async (name, host, words) => {
  write('modern.jsx', 'var a = 1;\nlet b = 2;');
  write('refused.js', 'const a = 1;\nconst = 2;');
  const script = path.join(folder.path, name);
  const run = await slateflow.run('eval', script, '--project', 'x.prproj', '--host', host);
  expect(run.status).toBe(2);
  expect(run.out).toBe('');
  expect(run.err).toContain(words);
  expect(run.err.trim().split('\n')).toHaveLength(1);
});

describe('for UXP', () => {
  const bins = `const ppro = require('premierepro');
const project = await ppro.Project.getActiveProject();
const root = await project.getRootItem();
console.log('in', require('uxp').host.version);
let done;
project.lockedAccess(() => {
  done = project.executeTransaction((compound) => {
    compound.addAction(root.createBinAction('Day', true));
  }, 'make');
});
({ done, bins: (await root.getItems()).map(({ name }) => name) });`;

  test('a script may await, and its changes are kept only when told to', async () => {
    const script = write('bins.js', bins);
    const project = path.join(folder.path, 'Uxp.prproj');
    const args = ['eval', script, '--project', project, '--host', 'uxp'];
    const run = await slateflow.run(...args);
    expect(JSON.parse(run.out)).toEqual({ done: true, bins: ['Day'] });
    expect(run.err).toBe('in 25.6.0\n');
    expect(fs.existsSync(project)).toBe(false);
    expect(await slateflow.json(0, ...args, '--save')).toEqual({ done: true, bins: ['Day'] });
    expect(await slateflow.json(0, ...args)).toEqual({ done: true, bins: ['Day', 'Day 1'] });
    const seen = write('seen.jsx', 'app.project.rootItem.children[0].name');
    expect(await slateflow.json(0, 'eval', seen, '--project', project)).toBe('Day');
  });

  test('a script that throws ends with 1 and says where; the lock of 26.3 is that of 26.3', async () => {
    const script = write(
      'outside.js',
      `const project = await require('premierepro').Project.getActiveProject();
const root = await project.getRootItem();
root.createBinAction('Day', false);
'taken'`,
    );
    const args = ['eval', script, '--project', 'None.prproj', '--host', 'uxp'];
    expect(await slateflow.json(0, ...args, '--premiere', '26.2')).toBe('taken');
    const run = await slateflow.run(...args, '--premiere', '26.3');
    expect(run.status).toBe(1);
    expect(run.err).toMatch(
      /^The script threw “Error: .*lockedAccess.*” \(outside\.js, line 3\)\.\n$/,
    );
  });

  test('what fails with nobody awaiting it is said, and ends nothing', async () => {
    const script = write(
      'floating.js',
      `(async () => { await null; throw new Error('lost'); })(); 'kept'`,
    );
    const args = ['eval', script, '--project', 'None.prproj', '--host', 'uxp'];
    const run = await slateflow.run(...args);
    expect({ ...run, out: JSON.parse(run.out) as unknown }).toEqual({
      status: 0,
      out: 'kept',
      err: 'Nobody awaited what failed: Error: lost\n',
    });
  });

  test.each([
    ['24', 'Premiere 24 has no UXP: it came with 25.6.'],
    ['new', 'A version is a number such as 26.3.'],
  ])('Premiere %s cannot run it and ends with 2', async (version, words) => {
    const script = write('one.js', '1');
    const args = [
      'eval',
      script,
      '--project',
      'None.prproj',
      '--host',
      'uxp',
      '--premiere',
      version,
    ];
    const run = await slateflow.run(...args);
    expect([run.status, run.out]).toEqual([2, '']);
    expect(run.err.split('\n')[0]).toContain(words);
  });
});
