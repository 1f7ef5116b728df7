import type { MediaEngine, SourceFile } from '../../../../src/contract/MediaEngine';
import { UserFacingError } from '../../../../src/contract/UserFacingError';
import type { IngestStore } from '../../../../src/panel/ingest/IngestState';
import { createIngestStore } from '../../../../src/panel/ingest/store';
import { JobGate } from '../../../../src/panel/step/JobGate';
import { aMediaEngine } from '../../../helpers/aMediaEngine';
import { buildHostBundle } from '../../../helpers/hostBundle';
import { openSimulatedHost, type SimulatedHost } from '../../../helpers/openSimulatedHost';
import { mediaFacts } from '../../../helpers/simulatedMedia';

const card = '/cards/A001';
const clips = ['24A-1_A.mov', '24A-2_A.mov', '24B-1_A.mov'].map((name) => `${card}/${name}`);

let premiere: SimulatedHost;
/** How often the sources were read. */
let readings: number;

beforeAll(async () => {
  premiere = await openSimulatedHost(
    await buildHostBundle(),
    clips.map((path) => mediaFacts(path)),
  );
});

beforeEach(() => {
  readings = 0;
});

afterAll(() => premiere.close());

const toFile = (path: string): SourceFile => ({
  path,
  source: card,
  relativePath: path.slice(card.length + 1),
  sizeBytes: 1000,
  modifiedMs: 0,
  isGrowing: false,
});

function openStore(answers: Partial<MediaEngine> = {}): IngestStore {
  const engine = aMediaEngine({
    listSources: () => {
      readings += 1;
      return Promise.resolve({ files: clips.map(toFile), findings: [] });
    },
    probe: ({ paths }) =>
      Promise.resolve(paths.map((path) => ({ path, ok: true, media: mediaFacts(path) }) as const)),
    ...answers,
  });
  const store = createIngestStore({
    ports: { premiere: premiere.host, engine },
    gate: new JobGate(),
  });
  store.getState().setInputs({ sources: card });
  return store;
}

/** Waits until the bins of the latest draft are known. */
async function bins(store: IngestStore): Promise<readonly string[] | undefined> {
  const isThere = () => !store.getState().isLooking && store.getState().binPreview !== null;
  while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 10));
  return store.getState().binPreview?.bins.map(({ path, items }) => `${path} ${items}`);
}

test('reads the material once, and works out the bins of the last change alone', async () => {
  const store = openStore();
  await store.getState().editPreset();
  expect(await bins(store)).toEqual(['/Footage/24/24A 2', '/Footage/24/24B 1']);
  const shown: unknown[] = [];
  store.subscribe(({ binPreview }, before) => {
    if (binPreview !== before.binPreview) shown.push(binPreview);
  });
  for (const pictureBin of ['/R', '/Ru', '/Rushes']) store.getState().changePreset({ pictureBin });
  expect(await bins(store)).toEqual(['/Rushes 3']);
  expect(shown).toHaveLength(1);
  store.getState().leavePreset();
  await store.getState().editPreset();
  expect(readings).toBe(1);
});

test('keeps the bins in sight while a draft is refused, and says why it is', async () => {
  const store = openStore();
  await store.getState().editPreset();
  const before = await bins(store);
  store.getState().changePreset({ pictureBin: 'Rushes' });
  expect(await bins(store)).toEqual(before);
  expect(store.getState().draftProblem).toContain('pictureBin');
});

test('goes on with a draft that was left, and opens it anew when the edits are undone', async () => {
  const store = openStore();
  await store.getState().editPreset();
  store.getState().changePreset({ name: 'Ours' });
  store.getState().leavePreset();
  await store.getState().editPreset();
  expect(store.getState().draft?.preset.name).toBe('Ours');
  await store.getState().undoEdits();
  expect(store.getState().draft?.preset.name).not.toBe('Ours');
});

test('reads other sources anew', async () => {
  const store = openStore();
  await store.getState().editPreset();
  store.getState().leavePreset();
  store.getState().setInputs({ sources: `${card}\n/cards/B001` });
  expect(store.getState()).toMatchObject({ material: null, binPreview: null });
  await store.getState().editPreset();
  expect(readings).toBe(2);
});

test('says why a preset could not be saved, and Ingest goes by the one before', async () => {
  const message = 'The disk is full.';
  const store = openStore({
    writeText: () => Promise.reject(new UserFacingError('disk-full', message)),
  });
  await store.getState().editPreset();
  store.getState().setSavePath('/presets/ours.json');
  await store.getState().savePreset(false);
  const { saving, inputs } = store.getState();
  expect(saving).toEqual({ status: 'failed', message });
  expect(inputs.preset).toBe('scene-take');
});
