import type { MediaFacts, SourceFile } from '../../src/contract/MediaEngine';
import { UserFacingError } from '../../src/contract/UserFacingError';
import type { IngestInputs } from '../../src/panel/ingest/IngestState';
import { createIngestStore } from '../../src/panel/ingest/store';
import type { StepStore } from '../../src/panel/step/createStepStore';
import { JobGate } from '../../src/panel/step/JobGate';
import { aMediaEngine } from '../helpers/aMediaEngine';
import { buildHostBundle } from '../helpers/hostBundle';
import { openSimulatedHost, type SimulatedHost } from '../helpers/openSimulatedHost';
import { mediaFacts } from '../helpers/simulatedMedia';

const card = '/cards/A001';
const clips = ['24A-1_A.mov', '24A-2_A.mov', '24B-1_A.mov'].map((name) => `${card}/${name}`);
const inputs: IngestInputs = {
  sources: `${card}\n`,
  preset: 'scene-take',
  logs: '',
  constantRateFolder: '',
};

let bundlePath: string;
let premiere: SimulatedHost;
/** What stands on the card; a test may change it between looking and applying. */
let onCard: string[];

beforeAll(async () => {
  bundlePath = await buildHostBundle();
});

beforeEach(async () => {
  onCard = [...clips];
  premiere = await openSimulatedHost(
    bundlePath,
    [...clips, `${card}/25A-1_A.mov`].map((path) => mediaFacts(path)),
  );
});

afterEach(() => premiere.close());

test('shows the plan, carries it out, and reports the four numbers', async () => {
  const store = openStore();
  await store.getState().preview();
  expect(store.getState().plan?.rows.map(({ action }) => action)).toEqual(['add', 'add', 'add']);
  expect(await itemsInProject()).toBe(0);

  await store.getState().apply();
  const { job, plan, report } = store.getState();
  expect(job.status).toBe('done');
  expect(plan).toBeNull();
  expect(report?.counts).toEqual({ planned: 3, done: 3, alreadyThere: 0, failed: 0, skipped: 0 });
  expect(await itemsInProject()).toBe(3);
});

test('[X-3] refuses to apply a plan that was shown before the card changed, and looks again', async () => {
  const store = openStore();
  await store.getState().preview();
  onCard.push(`${card}/25A-1_A.mov`);

  await store.getState().apply();
  expect(store.getState()).toMatchObject({ job: { status: 'failed' }, problem: 'plan-stale' });
  expect(await itemsInProject()).toBe(0);

  await store.getState().preview();
  await store.getState().apply();
  expect(store.getState().report?.counts).toMatchObject({ planned: 4, done: 4 });
});

test('shows the sentence of what could not go on', async () => {
  const message = 'The card was pulled out. Put it back and preview again.';
  const engine = aMediaEngine({
    listSources: () => Promise.reject(new UserFacingError('media-unreadable', message)),
  });
  const store = createIngestStore({
    ports: { premiere: premiere.host, engine },
    gate: new JobGate(),
  });
  store.getState().setInputs(inputs);
  await store.getState().preview();
  expect(store.getState()).toMatchObject({
    job: { status: 'failed', message },
    problem: 'media-unreadable',
    plan: null,
  });
});

test('names the input that is empty', async () => {
  const store = openStore();
  store.getState().setInputs({ sources: ' \n ' });
  await store.getState().preview();
  const { job, problem } = store.getState();
  expect(problem).toBe('bad-arguments');
  expect(job).toMatchObject({ message: expect.stringContaining('Card folders') as string });
});

function openStore(): StepStore<IngestInputs> {
  const toFile = (path: string): SourceFile => ({
    path,
    source: card,
    relativePath: path.slice(card.length + 1),
    sizeBytes: 1000,
    modifiedMs: 0,
    isGrowing: false,
  });
  const toResult = (media: MediaFacts) => ({ path: media.path, ok: true, media }) as const;
  const engine = aMediaEngine({
    listSources: () => Promise.resolve({ files: onCard.map(toFile), findings: [] }),
    probe: ({ paths }) => Promise.resolve(paths.map((path) => toResult(mediaFacts(path)))),
  });
  const store = createIngestStore({
    ports: { premiere: premiere.host, engine },
    gate: new JobGate(),
  });
  store.getState().setInputs(inputs);
  return store;
}

async function itemsInProject(): Promise<number> {
  const { items } = await premiere.host.readProject({
    projectPath: premiere.projectPath,
    columns: [],
  });
  return items.length;
}
