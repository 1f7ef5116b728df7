import { copyFileSync, mkdirSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { strings } from '../../src/panel/strings';
import { aClip } from '../helpers/mediaFiles';
import { makeTestFolder, slateflowIn } from '../helpers/slateflow';
import { PanelDriver } from './PanelDriver';
import { startPanel, type RunningPanel } from './startPanel';

const folder = makeTestFolder('watched');
const slateflow = slateflowIn(folder.path);
const card = path.join(folder.path, 'A001');

let clip: string;
let running: RunningPanel;
let panel: PanelDriver;

beforeAll(async () => {
  clip = await aClip(folder.path, { name: 'seed.mp4', seconds: 0.5 });
  mkdirSync(card);
  put('24A-1_A.mp4');
  running = await startPanel(slateflow, '--project', path.join(folder.path, 'Watched.prproj'));
  panel = await PanelDriver.open(running.address);
  await panel.goTo('Ingest');
  await panel.fill(strings.inputs.sources, card);
}, 60_000);

afterAll(async () => {
  await panel.close();
  await running.stop();
  folder.remove();
});

/** Puts a clip on the card that nobody writes to any more. */
function put(name: string): void {
  const file = path.join(card, name);
  copyFileSync(clip, file);
  utimesSync(file, 1_776_000_000, 1_776_000_000);
}

test('shows what arrives while the folder is watched, and imports it only when asked', async () => {
  await panel.watch();
  expect(await panel.planSays('1 to add')).toBe('1 to add');
  expect(await panel.apply('Import into bins')).toMatchObject({ planned: 1, done: 1 });
  put('24A-2_A.mp4');
  expect(await panel.planSays('1 to add')).toBe('1 to add · 1 already there');
  expect(panel.complaints).toEqual([]);
});

test('imports at once what arrives where the preset says so', async () => {
  const { preset } = panel;
  await preset.open();
  await preset.choose(strings.preset.whenWatched, strings.preset.watchChoices.apply);
  await preset.save(path.join(folder.path, 'at-once.json'));
  await preset.press(strings.preset.back);
  await panel.watch();
  await panel.photograph('ingest-watched');
  expect(await panel.reportSays()).toMatchObject({ planned: 2, done: 1, alreadyThere: 1 });
  expect(panel.complaints).toEqual([]);
});
