import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BinPreset } from '../../src/domain/ingest/BinPreset';
import { findBinPreset } from '../../src/domain/ingest/findBinPreset';
import { strings } from '../../src/panel/strings';
import { manyClips } from '../helpers/manyClips';
import { makeTestFolder, slateflowIn } from '../helpers/slateflow';
import { PanelDriver } from './PanelDriver';
import { startPanel, type RunningPanel } from './startPanel';

const texts = strings.preset;
const folder = makeTestFolder('preset');
const slateflow = slateflowIn(folder.path);
const cards = path.join(folder.path, 'cards');
const ours = path.join(folder.path, 'ours.json');
const theirs = path.join(folder.path, 'theirs.json');

let running: RunningPanel;
let panel: PanelDriver;

beforeAll(async () => {
  await manyClips(cards, 10_000);
  running = await startPanel(slateflow, '--project', path.join(folder.path, 'Preset.prproj'));
  panel = await PanelDriver.open(running.address);
  await panel.goTo('Ingest');
  await panel.fill(strings.inputs.sources, cards);
}, 180_000);

afterAll(async () => {
  await panel.close();
  await running.stop();
  folder.remove();
});

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as BinPreset;

test('shows live which bins a preset under edit would make', async () => {
  const { preset } = panel;
  await preset.open();
  expect(await preset.summary('media')).toBe(
    '201 bins · 10,000 media · 0 uncertain · 0 in conflict',
  );
  expect((await preset.bins('1A')).slice(0, 3)).toEqual([
    'Footage 5,000',
    '1 100',
    '1A 25 1A-10_A, 1A-11_A, 1A-12_A',
  ]);
  await panel.photograph('preset-editor');
});

test('typing is never held up while ten thousand clips are sorted anew', async () => {
  const { preset } = panel;
  await panel.longestTaskMs();
  await preset.type(texts.lines.pictureBin, '/Rushes/{camera}');
  expect((await preset.bins('Rushes')).slice(0, 2)).toEqual([
    'Rushes 5,000',
    'A 5,000 1A-10_A, 1A-11_A, 1A-12_A',
  ]);
  expect(await panel.longestTaskMs()).toBeLessThan(100);
});

test('refuses a preset that cannot be used, in words', async () => {
  const { preset } = panel;
  await preset.type(texts.lines.pictureBin, '/Rushes/{sceen}');
  expect(await preset.summary('cannot be used')).toContain('{sceen} is unknown');
});

test('saves under a path, replaces only when that is said, and Ingest goes by what was saved', async () => {
  const { preset } = panel;
  writeFileSync(ours, 'notes of somebody else');
  await preset.type(texts.lines.pictureBin, '/Rushes/{scene}');
  expect(await preset.save('scene-take')).toBe(texts.noFile);
  expect(await preset.save(ours)).toBe(texts.savings.taken);
  expect(readFileSync(ours, 'utf8')).toBe('notes of somebody else');
  expect(await preset.replace()).toBe(texts.savings.saved);
  expect(read(ours)).toEqual({ ...findBinPreset('scene-take'), pictureBin: '/Rushes/{scene}' });

  await preset.press(texts.back);
  expect(await panel.valueOf(strings.inputs.presetFile)).toBe(ours);
  expect(await panel.preview()).toContain('10,000 to add');
  expect(await panel.words()).toContain('/Rushes/1');
});

test('every part of a preset can be edited, and what Slateflow does not know stays as it is', async () => {
  const { preset } = panel;
  const strange = { ...findBinPreset('multicam'), houseRules: { seenBy: ['Ada'] } };
  writeFileSync(theirs, JSON.stringify(strange));
  await panel.fill(strings.inputs.presetFile, theirs);
  await preset.open();
  await preset.type(texts.lines.name, 'Theirs');
  await preset.type(texts.lines.soundName, '{roll}_{name}');
  await preset.type(texts.uncertainBin, '/To sort');
  await preset.choose(texts.uncertainLabel, '12 Tan');
  await preset.press('Camera A: 4 Cerulean');
  await preset.choose(texts.flags.circled, texts.answers.yes);
  await preset.choose(texts.label, '13 Green');
  await panel.photograph('preset-rule');
  await preset.press('Move up: Camera A, circled: 13 Green');
  await preset.press('Take out: Camera D: 6 Rose');
  await preset.press('Move up: Name of the file');
  await preset.press('Take out: Name of the folder');
  await preset.press(texts.addColumn);
  await preset.type(texts.column, 'Day');
  await preset.type(texts.template, '{day}');
  await preset.choose(texts.proxies, texts.proxyChoices.ignore);
  await preset.choose(texts.recorderChannels, texts.channelChoices.mono);
  await preset.choose(texts.whenWatched, texts.watchChoices.apply);
  await preset.save(theirs);
  await preset.replace();
  expect(read(theirs)).toEqual({
    ...strange,
    name: 'Theirs',
    soundName: '{roll}_{name}',
    uncertain: { bin: '/To sort', label: 12 },
    labels: [
      { when: { camera: 'A', circled: true }, label: 13 },
      { when: { kind: 'sound' }, label: 2 },
      { when: { camera: 'B' }, label: 7 },
      { when: { camera: 'C' }, label: 5 },
    ],
    precedence: ['log', 'fileName', 'metadata'],
    metadata: { Day: '{day}' },
    proxies: 'ignore',
    recorderChannels: 'mono',
    whenWatched: 'apply',
  });
  expect(panel.complaints).toEqual([]);
});
