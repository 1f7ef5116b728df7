import path from 'node:path';
import type { RunningEngine } from '../../src/engine/process/startEngine';
import { ingestMedia, previewIngest } from '../../src/workflows/ingestMedia';
import { aJob } from '../helpers/engineJob';
import { aFolder } from '../helpers/engineProcess';
import { manyClips } from '../helpers/manyClips';
import { openPorts, type OpenPorts } from '../helpers/openPorts';
import { startBuiltEngine } from '../helpers/openPortsDay';

const count = 10_000;

let engine: RunningEngine;
let folder: string;
let open: OpenPorts;

beforeAll(async () => {
  engine = await startBuiltEngine();
  folder = await aFolder('many');
  await manyClips(path.join(folder, 'cards'), count);
  const projectPath = path.join(folder, 'Many.prproj');
  open = await openPorts({ engine: engine.engine, projectPath });
}, 120_000);

afterAll(async () => {
  open.close();
  await engine.stop();
});

test('[I-2] ten thousand clips are ingested in bins + 5 host calls, no script over 200 ms by design', async () => {
  const request = {
    sources: [path.join(folder, 'cards')],
    presetId: 'scene-take',
    presetText: null,
    logPaths: [],
  };
  const plan = await previewIngest(request, open.ports, aJob());
  expect(plan.rows.filter(({ action }) => action === 'add')).toHaveLength(count);
  open.calls.length = 0;
  const expected = { ...request, expectedPlan: plan.fingerprint };
  const report = await ingestMedia(expected, open.ports, aJob());
  expect(report.counts).toMatchObject({ planned: count, done: count, failed: 0 });
  const imports = open.calls.filter(({ name }) => name === 'importMedia').length;
  expect(open.calls.length).toBeLessThanOrEqual(imports + 5);
  expect(imports).toBe(report.result.bins.length);
  const again = await ingestMedia(expected, open.ports, aJob()).catch((error: unknown) => error);
  expect(again).toMatchObject({ code: 'plan-stale' });
  open.calls.length = 0;
  const second = await ingestMedia({ ...request, expectedPlan: null }, open.ports, aJob());
  expect(second.counts).toMatchObject({ done: 0, alreadyThere: count, failed: 0 });
  expect(open.calls.map(({ name }) => name)).toEqual(['readProject']);
}, 300_000);
