import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PanelDriver } from './PanelDriver';

const root = path.join(__dirname, '..', '..');
const page = pathToFileURL(path.join(root, 'artifacts', 'testPage', 'index.html'));

let panel: PanelDriver;

beforeAll(() => {
  const config = path.join(__dirname, 'testPage', 'webpack.config.cjs');
  const webpack = path.join(root, 'node_modules', '.bin', 'webpack');
  execFileSync(webpack, ['-c', config], { cwd: root });
}, 180_000);

afterEach(() => panel.close());

async function openPage(fragment: string): Promise<PanelDriver> {
  panel = await PanelDriver.open(`${page.href}#${fragment}`);
  await panel.goTo('Ingest');
  return panel;
}

test('names of files are only ever text', async () => {
  await openPage('rows=20');
  await panel.preview();
  const words = await panel.words();
  expect(words).toContain(`'); app.quit(); //"`);
  expect(words).toContain('<img src=x onerror="document.title=1">.mov');
  expect(panel.complaints).toEqual([]);
});

test('a row is read in full by the keyboard alone', async () => {
  await openPage('rows=20');
  await panel.preview();
  const read = await panel.readFirstRow();
  expect(read).toContain('Log row 14 by timecode.');
  expect(read).toContain('Says so: the log, by timecode; the file name says 24B-3');
});

test('conflicts come first, then what is uncertain, then what is blocked', async () => {
  await openPage('rows=60');
  await panel.preview();
  const all = [
    'Add conflict',
    'Add conflict',
    'Already there conflict',
    'Add uncertain',
    'Already there uncertain',
    'Blocked',
    'Blocked',
    'Blocked',
  ];
  expect(await panel.firstCells(all.length)).toEqual(all);
  expect(await panel.showWhatNeedsAnEye()).toBe(5);
  expect(await panel.firstCells(all.length)).toEqual(all.slice(0, 5));
});

test('who says so is shown to pointer and keyboard', async () => {
  await openPage('rows=60');
  await panel.preview();
  const said = 'Says so: the log, by timecode; the file name says 24B-3; iXML says 24C-1';
  expect(await panel.pointAt('27A-4_A')).toBe(said);
  expect(await panel.goRight(4)).toBe(said);
});

test('shows what the log lists and nobody picked up, and the other way round', async () => {
  await openPage('rows=20');
  await panel.preview();
  expect(await panel.beside('In log, no media')).toContain('the whole take');
  expect(await panel.beside('Media, not in log')).toContain('None.');
});

test('cancels within a second, silently, and can go on', async () => {
  await openPage('rows=20');
  await panel.preview();
  await panel.begin('Import into bins');
  const pressed = Date.now();
  await panel.cancel();
  while ((await panel.standing('Ingest')) === 'at work') continue;
  expect(Date.now() - pressed).toBeLessThan(1000);
  expect(await panel.standing('Ingest')).toBe('cancelled');
  expect(await panel.apply('Import into bins')).toMatchObject({ planned: 20, failed: 1 });
});

test('stays responsive with ten thousand rows', async () => {
  await openPage('rows=10000');
  await panel.longestTaskMs();
  expect(await panel.preview()).toContain('588 blocked');
  await panel.scrollTable();
  await panel.readFirstRow();
  await panel.apply('Import into bins');
  // 100 ms on a machine that has nothing else to do; this one may be testing beside us.
  expect(await panel.longestTaskMs()).toBeLessThan(250);
});

test.each([320, 400, 639, 640, 900])('nothing is cut off at %i px', async (width) => {
  await openPage('rows=60');
  await panel.preview();
  expect(await panel.overflows(width)).toBe(false);
  await panel.goTo('Export');
  expect(await panel.overflows(width)).toBe(false);
});

test.each(['dark', 'light'])('shows plan and report in the %s theme', async (theme) => {
  await openPage(`rows=60&theme=${theme}`);
  await panel.preview();
  await panel.photograph(`${theme}-plan`);
  await panel.apply('Import into bins');
  await panel.photograph(`${theme}-report`);
});

test('what breaks while drawing is shown as a report, and the other steps stay in use', async () => {
  await openPage('broken');
  await expect(panel.preview()).rejects.toThrow('Something went wrong inside Slateflow');
  expect(await panel.bugReport()).toContain('TypeError');
  await panel.goOn();
  await panel.goTo('Sync');
});
