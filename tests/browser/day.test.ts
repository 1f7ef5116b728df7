import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ProjectSnapshot } from '../../src/contract/ProjectSnapshot';
import { hashTree } from '../helpers/hashTree';
import { makeTestFolder, slateflowIn } from '../helpers/slateflow';
import { normaliseSnapshot } from './normaliseSnapshot';
import { PanelDriver, type StepTitle } from './PanelDriver';
import { startPanel, type RunningPanel } from './startPanel';

/** The steps with the act on their button. */
const acts: readonly (readonly [StepTitle, string])[] = [
  ['Ingest', 'Import into bins'],
  ['Sync', 'Sync sound'],
  ['Rough cut', 'Build rough cut'],
  ['Export', 'Export'],
  ['Archive', 'Archive'],
];

const folder = makeTestFolder('browser');
const slateflow = slateflowIn(folder.path);
const dayFolder = path.join(folder.path, 'sample');
const dayPath = path.join(dayFolder, 'day.json');
const byHand = path.join(folder.path, 'by hand');
const unattended = path.join(folder.path, 'unattended');

let projectPath: string;
let running: RunningPanel;
let panel: PanelDriver;
let before: Readonly<Record<string, string>>;

beforeAll(async () => {
  await slateflow.json(0, 'sample', dayFolder);
  before = hashTree(dayFolder);
  const { title } = JSON.parse(readFileSync(dayPath, 'utf8')) as { title: string };
  projectPath = path.join(byHand, `${title}.prproj`);
  const places = ['--project', projectPath, '--day', dayPath, '--out', byHand];
  running = await startPanel(slateflow, ...places);
  panel = await PanelDriver.open(running.address);
}, 180_000);

afterAll(async () => {
  await panel.close();
  await running.stop();
  folder.remove();
});

test('takes the token out of the address bar', async () => {
  await panel.goTo('Ingest');
  expect(panel.address()).not.toContain('#');
  expect(panel.address()).not.toContain('token');
});

test('[X-3] every step shows its plan first, and what it then did is what it had shown', async () => {
  for (const [step, act] of acts) {
    const name = step.toLowerCase().replace(' ', '-');
    await panel.goTo(step);
    const shown = await panel.preview();
    await panel.photograph(`${name}-plan`);
    const counts = await panel.apply(act);
    await panel.photograph(`${name}-report`);
    expect(counts).toMatchObject({ failed: 0, alreadyThere: 0 });
    expect(counts.planned).toBe(counts.done);
    expect(shown).toContain(`${String(counts.planned)} to add`);
    expect(await panel.standing(step)).toBe('done');
  }
  expect(panel.complaints).toEqual([]);
}, 300_000);

test('the panel leaves the project that the command line leaves', async () => {
  const report = await slateflow.json<{ projectPath: string }>(
    0,
    'day',
    dayPath,
    '--out',
    unattended,
  );
  const show = (file: string) => slateflow.json<ProjectSnapshot>(0, 'project', 'show', file);
  const clicked = normaliseSnapshot(await show(projectPath), byHand);
  expect(clicked).toEqual(normaliseSnapshot(await show(report.projectPath), unattended));
}, 300_000);

test('a second look finds nothing left to do', async () => {
  for (const [step, act] of acts) {
    await panel.goTo(step);
    await panel.preview();
    expect(await panel.apply(act)).toMatchObject({ done: 0, failed: 0 });
  }
}, 300_000);

test('[X-15] the cards are as they were', () => {
  expect(hashTree(dayFolder)).toEqual(before);
});
