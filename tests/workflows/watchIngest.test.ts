import { copyFile, mkdir, readFile, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { RunningEngine } from '../../src/engine/process/startEngine';
import { watchIngest, type WatchedLook } from '../../src/workflows/watchIngest';
import { aJob } from '../helpers/engineJob';
import { aFolder } from '../helpers/engineProcess';
import { aClip } from '../helpers/mediaFiles';
import { openPorts, type OpenPorts } from '../helpers/openPorts';
import { startBuiltEngine } from '../helpers/openPortsDay';

let engine: RunningEngine;
let open: OpenPorts;
let card: string;
let clip: string;

beforeAll(async () => {
  engine = await startBuiltEngine();
  clip = await aClip(await aFolder('clip'), { name: 'clip.mp4', seconds: 0.5 });
}, 60_000);

afterAll(() => engine.stop());

beforeEach(async () => {
  card = path.join(await aFolder('watched'), 'A001');
  await mkdir(card);
  const projectPath = path.join(await aFolder('watch'), 'Day 1.prproj');
  open = await openPorts({ engine: engine.engine, projectPath });
});

afterEach(() => open.close());

async function put(name: string): Promise<void> {
  const file = path.join(card, name);
  await copyFile(clip, file);
  const before = new Date('2026-04-12T10:00:00Z');
  await utimes(file, before, before);
}

/** Watches until so many looks were told; `onLook` acts between them. */
async function watch(
  whenWatched: 'show' | 'apply',
  onLook: (look: WatchedLook, count: number) => Promise<'on' | 'stop'>,
): Promise<readonly WatchedLook[]> {
  const shipped = await readFile('src/domain/ingest/presets/scene-take.json', 'utf8');
  const presetText = JSON.stringify({ ...(JSON.parse(shipped) as object), whenWatched });
  const looks: WatchedLook[] = [];
  const job = aJob();
  const request = { sources: [card], presetId: 'ours', presetText, logPaths: [], everyMs: 100 };
  const watching = watchIngest(
    {
      ...request,
      onLook: (look) => {
        looks.push(look);
        void onLook(look, looks.length).then((next) => next === 'stop' && job.cancel());
      },
    },
    open.ports,
    job,
  );
  await expect(watching).rejects.toThrow('cancelled by the test');
  return looks;
}

test('new clips are planned and shown, and nothing is applied unless the preset says so', async () => {
  await put('24A-1_A.mp4');
  const looks = await watch('show', async (_look, count) => {
    if (count === 1) await put('24A-2_A.mp4');
    return count === 2 ? 'stop' : 'on';
  });
  const added = looks.map((look) =>
    look.kind === 'planned' ? look.plan.rows.filter(({ action }) => action === 'add').length : 0,
  );
  expect(added).toEqual([1, 2]);
  expect(open.premiere.snapshot().items).toEqual([]);
});

test('new clips are applied at once where the preset says so, each once', async () => {
  await put('24A-1_A.mp4');
  const looks = await watch('apply', async (_look, count) => {
    if (count === 1) await put('24A-2_A.mp4');
    return count === 2 ? 'stop' : 'on';
  });
  const done = looks.map((look) => (look.kind === 'applied' ? look.report.counts.done : 0));
  expect(done).toEqual([1, 1]);
  expect(open.premiere.snapshot().items.map(({ name }) => name)).toEqual(['24A-1_A', '24A-2_A']);
});

test('a card that is pulled out is no end of the watch', async () => {
  const away = path.join(path.dirname(card), 'B001');
  const job = aJob();
  const looks: WatchedLook[] = [];
  const watching = watchIngest(
    {
      sources: [card, away],
      presetId: 'scene-take',
      presetText: null,
      logPaths: [],
      everyMs: 100,
      onLook: (look) => {
        looks.push(look);
        job.cancel();
      },
    },
    open.ports,
    job,
  );
  setTimeout(() => void put('24A-1_A.mp4'), 300);
  await expect(watching).rejects.toThrow('cancelled by the test');
  expect(looks).toMatchObject([
    { kind: 'planned', plan: { findings: [{ code: 'source-not-found', subject: away }] } },
  ]);
});
