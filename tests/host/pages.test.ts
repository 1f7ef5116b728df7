import type { AssembleSequenceRequest, HostProject, WireCalls } from '../../src/contract/host';
import { contractMedia } from '../contract/contractMedia';
import { buildHostBundle } from '../helpers/hostBundle';
import { openSimulatedHost, type SimulatedHost } from '../helpers/openSimulatedHost';

const columns = ['Column.PropertyText.Scene', 'SlateflowTake'];

const media = Array.from({ length: 150 }, (_unused, index) => ({
  ...contractMedia.camera,
  path: `/cards/A001C${index}.mov`,
}));

let bundle: string;
/** The same host, but each script's time is up at once: it answers with the least it may. */
let hasty: string;
beforeAll(async () => {
  bundle = await buildHostBundle();
  const from = 'const readingMs = 60;';
  hasty = await buildHostBundle({ file: 'timeLimit.ts', from, to: 'const readingMs = 0;' });
});

let opened: SimulatedHost;
afterEach(() => opened.close());

/** Bins within bins, items before and behind them, two sequences on several tracks with markers. */
async function fill({ host, projectPath }: SimulatedHost): Promise<void> {
  const root = (await host.readProject({ projectPath, columns: [] })).bins[0]?.id ?? '';
  const list = Array.from({ length: 150 }, (_unused, index) => ({
    key: `bin ${index}`,
    name: `Bin ${index}`,
    parentId: index % 3 === 0 ? root : null,
    parentKey: index % 3 === 0 ? null : `bin ${index - 1}`,
  }));
  const { bins } = await host.addBins({ projectPath, bins: list });
  expect(bins.map(({ key }) => key)).toEqual(list.map(({ key }) => key));
  const ids: string[] = [];
  for (const [index, binId] of [root, bins[1]?.binId ?? '', bins[149]?.binId ?? ''].entries()) {
    const paths = media.slice(index * 50, (index + 1) * 50).map(({ path }) => path);
    ids.push(
      ...(await host.importMedia({ projectPath, binId, paths, stills: [] })).items.map(
        (item) => item.itemId,
      ),
    );
  }
  const changes = ids.map((itemId, index) => ({
    itemId,
    fields: [
      { column: 'Column.PropertyText.Scene', value: `${index} <&>` },
      { column: 'SlateflowTake', value: String(index) },
    ],
  }));
  const newColumns = [{ name: 'SlateflowTake', label: 'Take' }];
  expect(await host.updateItems({ projectPath, newColumns, changes })).toEqual({ attempted: 150 });
  for (const name of ['One', 'Two']) {
    await host.assembleSequence(anAssembly({ projectPath, binId: root, name }, ids));
  }
}

function anAssembly(
  place: { readonly projectPath: string; readonly binId: string; readonly name: string },
  ids: readonly string[],
): AssembleSequenceRequest {
  return {
    ...place,
    sequenceId: null,
    settingsItemId: ids[0] ?? '',
    startTicks: '0',
    videoTracks: 2,
    audioTracks: 2,
    placements: ids.map((itemId, index) => ({
      itemId,
      name: `clip ${index}`,
      inSeconds: 1.001,
      outSeconds: 2.003,
      startTicks: String(BigInt(index) * 254_270_016_000n),
      videoTrack: index % 2,
      audioTrack: index % 2,
      videoEnabled: true,
      audioEnabled: [index % 5 > 0],
    })),
    markers: [{ startSeconds: 1, endSeconds: 2, name: 'Here', comment: '', color: 2 }],
  };
}

const read = ({ host, projectPath }: SimulatedHost): Promise<HostProject> =>
  host.readProject({ projectPath, columns });

/** One page as it crosses. */
async function readPage(
  { premiere, projectPath }: SimulatedHost,
  from: unknown,
): Promise<{ ok: boolean; code?: string; value?: ReturnType<WireCalls['readProject']> }> {
  const request = JSON.stringify(JSON.stringify({ projectPath, columns, from }));
  const script = `$.global["com.slateflow.host"].call("readProject", ${request})`;
  return JSON.parse(await premiere.evalScript(script)) as Awaited<ReturnType<typeof readPage>>;
}

test('a project that takes many scripts to read is read as in one', async () => {
  opened = await openSimulatedHost(bundle, media);
  await fill(opened);
  const whole = await read(opened);
  expect([whole.bins.length, whole.items.length]).toEqual([151, 152]);
  expect(whole.sequences.map(({ markers }) => markers.length)).toEqual([1, 1]);
  await opened.premiere.evalFile(hasty);
  expect((await readPage(opened, null)).value?.items.length).toBeLessThan(20);
  expect(await read(opened)).toEqual(whole);
});

test('a page that should go on where something else stands now is refused', async () => {
  opened = await openSimulatedHost(hasty, media);
  await fill(opened);
  const first = await readPage(opened, null);
  await opened.premiere.evalScript('app.project.rootItem.children[0].deleteBin()');
  expect(await readPage(opened, first.value?.next)).toMatchObject({
    ok: false,
    code: 'project-changed',
  });
});

test('a project that changes while it is read is read anew', async () => {
  opened = await openSimulatedHost(hasty, media);
  await fill(opened);
  const reading = read(opened);
  await opened.premiere.evalScript('app.project.rootItem.children[0].deleteBin()');
  const { bins } = await reading;
  expect(bins.map(({ name }) => name)).not.toContain('Bin 0');
  expect(bins).toEqual((await read(opened)).bins);
});

test('items are found again after others were moved and deleted', async () => {
  opened = await openSimulatedHost(bundle, media);
  await fill(opened);
  const { host, premiere, projectPath } = opened;
  const { items } = await read(opened);
  await premiere.evalScript('app.project.rootItem.children[0].deleteBin()');
  const changes = items.slice(-20).map(({ id }) => ({ itemId: id, name: `renamed ${id}` }));
  await host.updateItems({ projectPath, newColumns: [], changes });
  const names = new Set((await read(opened)).items.map(({ name }) => name));
  expect(changes.filter(({ name }) => !names.has(name))).toEqual([]);
});
