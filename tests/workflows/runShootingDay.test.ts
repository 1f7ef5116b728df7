import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ResolvedDay } from '../../src/domain/day/resolveDay';
import type { RunningEngine } from '../../src/engine/process/startEngine';
import {
  daySteps,
  previewShootingDay,
  readShootingDay,
  runShootingDay,
} from '../../src/workflows/runShootingDay';
import { aJob } from '../helpers/engineJob';
import { aFolder } from '../helpers/engineProcess';
import { hashTree } from '../helpers/hashTree';
import { openPorts, type OpenPorts } from '../helpers/openPorts';
import { sampleDayOnDisk, startBuiltEngine, type DayOnDisk } from '../helpers/openPortsDay';
import { copyOfStage, prepareStages, type Stages } from '../helpers/openPortsStages';

let engine: RunningEngine;
let day: DayOnDisk;
let shootingDay: ResolvedDay;
let stages: Stages;
let outFolder: string;
let open: OpenPorts;

beforeAll(async () => {
  engine = await startBuiltEngine();
  day = await sampleDayOnDisk(engine.engine);
  shootingDay = await readShootingDay(path.join(day.folder, 'day.json'), engine.engine);
  stages = await prepareStages(engine.engine, day);
}, 240_000);

afterAll(() => engine.stop());

beforeEach(async () => {
  outFolder = await aFolder('out');
});

afterEach(() => {
  open.close();
  rmSync(outFolder, { recursive: true });
});

test('a day that has not begun can be previewed: what cannot be planned yet says so', async () => {
  const projectPath = await copyOfStage(stages.empty);
  open = await openPorts({ engine: engine.engine, projectPath });
  const request = { day: shootingDay, outFolder, steps: daySteps };
  const plans = await previewShootingDay(request, open.ports, aJob());
  expect(plans.map(({ step }) => step)).toEqual(daySteps);
  expect(plans[0]?.rows.filter(({ action }) => action === 'add')).toHaveLength(
    day.truth.clips.length,
  );
  const later = plans.filter(({ findings }) =>
    findings.some(({ code }) => code === 'planned-later'),
  );
  expect(later.map(({ step, rows }) => [step, rows])).toEqual([
    ['export', []],
    ['archive', []],
  ]);
  expect(open.premiere.snapshot().items).toEqual([]);
  expect(hashTree(outFolder)).toEqual({});
});

test('[X-1] a day on a Premiere that does nothing ends with a report of what failed', async () => {
  const projectPath = await copyOfStage(stages.empty);
  open = await openPorts({ engine: engine.engine, projectPath, mood: 'silent' });
  const request = { day: shootingDay, outFolder, steps: daySteps };
  const { steps } = await runShootingDay(request, open.ports, aJob());
  expect(steps.map(({ step }) => step)).toEqual(['ingest', 'sync', 'roughcut', 'export']);
  expect(steps[0]).toMatchObject({ status: 'failed', counts: { done: 0 } });
  expect(steps.at(-1)).toMatchObject({
    status: 'failed',
    items: [{ subject: 'export', outcome: 'failed', code: 'bad-input' }],
  });
  expect(steps.flatMap(({ items }) => items).filter(({ outcome }) => outcome === 'done')).toEqual(
    [],
  );
});

test('a first step that cannot go on is refused as a whole', async () => {
  const projectPath = await copyOfStage(stages.empty);
  open = await openPorts({ engine: engine.engine, projectPath });
  const lost = { ...shootingDay, log: path.join(outFolder, 'no log.csv') };
  const request = { day: lost, outFolder, steps: daySteps };
  await expect(runShootingDay(request, open.ports, aJob())).rejects.toMatchObject({
    code: 'file-not-found',
  });
});

test('when the script changed, the cut that is built next is the one that is exported', async () => {
  const projectPath = await copyOfStage(stages.cut);
  open = await openPorts({ engine: engine.engine, projectPath });
  const script = path.join(await aFolder('script'), 'script.csv');
  const [heading, ...rows] = readFileSync(day.script, 'utf8').split('\r\n');
  writeFileSync(script, [heading, ...rows.slice(0, 1), ''].join('\r\n'));
  const request = {
    day: { ...shootingDay, script },
    outFolder,
    steps: ['roughcut', 'export'],
  } as const;
  const { steps } = await runShootingDay(request, open.ports, aJob());
  expect(steps.map(({ counts }) => counts.failed)).toEqual([0, 0]);
  expect(steps[0]?.result).toMatchObject({ sequence: 'Rough cut_v002' });
  const exported = Object.keys(hashTree(outFolder)).filter((file) => file.endsWith('.mp4'));
  expect(exported).toEqual([expect.stringContaining('Rough_cut_v002')]);
  const again = await runShootingDay(request, open.ports, aJob());
  expect(again.steps.map(({ counts }) => counts.done)).toEqual([0, 0]);
}, 120_000);
