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
  ['modern.jsx', 'uxp', 'Scripts for UXP cannot be run yet'],
])('%s on %s cannot run and ends with 2', async (name, host, words) => {
  write('modern.jsx', 'var a = 1;\nlet b = 2;');
  const script = path.join(folder.path, name);
  const run = await slateflow.run('eval', script, '--project', 'x.prproj', '--host', host);
  expect(run.status).toBe(2);
  expect(run.out).toBe('');
  expect(run.err).toContain(words);
  expect(run.err.trim().split('\n')).toHaveLength(1);
});
