import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { StepReport } from '../../src/contract/StepReport';
import { UserFacingError } from '../../src/contract/UserFacingError';
import {
  ingestMedia,
  type IngestRequest,
  type IngestResult,
} from '../../src/workflows/ingestMedia';
import { runJob } from '../../src/workflows/runJob';
import { aJob } from '../helpers/engineJob';
import type { RunningEngine } from '../../src/engine/process/startEngine';
import { aFolder } from '../helpers/engineProcess';
import { aClip } from '../helpers/mediaFiles';
import { openPorts, type OpenPorts } from '../helpers/openPorts';
import { sampleDayOnDisk, startBuiltEngine, type DayOnDisk } from '../helpers/openPortsDay';

let engine: RunningEngine;
let day: DayOnDisk;
let open: OpenPorts;
let clip: string | undefined;

beforeAll(async () => {
  engine = await startBuiltEngine();
  day = await sampleDayOnDisk(engine.engine);
}, 120_000);

afterAll(() => engine.stop());

beforeEach(async () => {
  const projectPath = path.join(await aFolder('ingest'), 'Day 1.prproj');
  open = await openPorts({ engine: engine.engine, projectPath });
});

afterEach(() => open.close());

const ingest = (request: Partial<IngestRequest> = {}): Promise<StepReport<IngestResult>> =>
  ingestMedia({ ...requestOfDay(), ...request, expectedPlan: null }, open.ports, aJob());

const requestOfDay = (): IngestRequest => ({
  sources: [...day.cards, day.recorder],
  presetId: 'scene-take',
  presetText: null,
  logPaths: [day.log],
});

test('[I-2] a day is ingested in bins + 5 host calls, with at most one import a bin', async () => {
  const { counts } = await ingest();
  expect(counts.failed).toBe(0);
  const targets = open.calls
    .filter(({ name }) => name === 'importMedia')
    .map(({ request }) => (request as { readonly binId: string }).binId);
  expect(new Set(targets).size).toBe(targets.length);
  expect(targets.length).toBeGreaterThan(5);
  expect(open.calls.length).toBeLessThanOrEqual(targets.length + 5);
});

test('[I-3] the report sums to the files with media, and says what a reading of the project shows', async () => {
  const card = await aCardWith(['24A-1_A.mov', '24A-2_A.mov', '24B-1_A.mov']);
  await first(card, '24A-1_A.mov');
  await writeFile(path.join(card, '25-1_A.mov'), '');
  await writeFile(path.join(card, '25-2_A.mov'), 'cut off');
  const report = await ingest({ sources: [card], logPaths: [] });
  expect(report.counts).toEqual({ planned: 5, done: 2, alreadyThere: 1, failed: 2, skipped: 0 });
  expect(report.status).toBe('partial');
  const inProject = new Map(open.premiere.snapshot().items.map((item) => [item.mediaPath, item]));
  expect([...inProject.keys()].sort()).toEqual(subjectsOf(report, 'done', 'alreadyThere'));
  for (const { path: file, binPath, name } of report.result.media) {
    expect(inProject.get(file)).toMatchObject({ binPath, name });
  }
  const failed = report.items.filter(({ outcome }) => outcome === 'failed');
  expect(failed.map(({ code, message }) => [code, message !== ''])).toEqual([
    ['media-empty', true],
    [expect.stringMatching(/^media-/), true],
  ]);
});

test('[I-4] a second run changes nothing, nor does a third after the editor renamed and moved our bins', async () => {
  await ingest();
  const before = open.premiere.snapshot();
  const again = await changesOf(() => ingest());
  expect(again).toEqual([]);
  expect(open.premiere.snapshot()).toEqual(before);

  await open.run(renameAndMoveBins);
  const edited = open.premiere.snapshot();
  expect(edited.bins).not.toEqual(before.bins);
  const third = await changesOf(async () => {
    const { counts } = await ingest();
    expect(counts).toMatchObject({ done: 0, failed: 0, alreadyThere: day.truth.clips.length });
  });
  expect(third).toEqual([]);
  expect(open.premiere.snapshot()).toEqual(edited);
});

test('[I-4] a clip that comes later goes into the bin that the editor renamed and moved', async () => {
  const card = await aCardWith(['24A-1_A.mov', '24A-2_A.mov']);
  await first(card, '24A-1_A.mov');
  await open.run(renameAndMoveBins);
  const { bins } = open.premiere.snapshot();
  await ingest({ sources: [card], logPaths: [] });
  const after = open.premiere.snapshot();
  expect(after.bins).toEqual(bins);
  expect(new Set(after.items.map(({ binPath }) => binPath)).size).toBe(1);
});

test('[I-12] files that Premiere does not import never reach it and are listed as skipped', async () => {
  const card = await aCardWith(['24A-1_A.mov']);
  const strangers = ['notes.txt', 'scan.blend', 'no ending', 'tool.exe', 'take.braw', '.DS_Store'];
  await Promise.all(strangers.map((name) => writeFile(path.join(card, name), 'anything')));
  const report = await ingest({ sources: [card], logPaths: [] });
  expect(importedPaths()).toEqual([path.join(card, '24A-1_A.mov')]);
  expect(subjectsOf(report, 'skipped')).toEqual(
    strangers.map((name) => path.join(card, name)).sort(),
  );
  expect(report.items.every(({ outcome, message }) => outcome !== 'skipped' || message)).toBe(true);
  expect(report.counts).toEqual({ planned: 1, done: 1, alreadyThere: 0, failed: 0, skipped: 6 });
  expect(open.premiere.dialog()).toBeNull();
});

describe('names that were made to do harm', () => {
  const names = [
    `'); app.quit(); "\u2028.mov`,
    'Szene 🎬 24.mov',
    'שקופית "24".mov',
    `it's \`\${24}\`.mov`,
    'trailing blank .mov',
    ' .mov',
    '#%&+;=@.mov',
    '\\u0027); app.quit(); \\\\.mov',
  ];

  beforeEach(async () => {
    await open.run(`app.quit = function () { $.global.hasQuit = true; }`);
  });

  afterEach(async () => {
    expect(await open.run('typeof app.quit + ", " + typeof $.global.hasQuit')).toBe(
      'function, undefined',
    );
  });

  test('are imported and read back as they are', async () => {
    const card = await aCardWith(names);
    const folder = path.join(card, `'); app.quit(); `);
    await mkdir(folder);
    await copyFile(path.join(card, names[0] ?? ''), path.join(folder, '"\u2028.mov'));
    const report = await ingest({ sources: [card], logPaths: [] });
    const files = [...names.map((name) => path.join(card, name)), path.join(folder, '"\u2028.mov')];
    expect(subjectsOf(report, 'done')).toEqual([...files].sort());
    const paths = open.premiere.snapshot().items.map(({ mediaPath }) => mediaPath);
    expect(paths.sort()).toEqual([...files].sort());
    expect((await ingest({ sources: [card], logPaths: [] })).counts.alreadyThere).toBe(9);
  });

  test('are given to clips and read back as they are', async () => {
    const card = await aCardWith(['24A-1_A.mov']);
    const harm = `'); app.quit(); //"\u2028`;
    const log = path.join(card, 'log.csv');
    const quoted = `"${harm.replaceAll('"', '""')}."`;
    await writeFile(log, `Scene,Setup,Take,Camera A,Note\n24,24A,1,24A-1_A,${quoted}\n`);
    const presetText = await presetWith({ pictureName: `${harm} {setup}` });
    const report = await ingest({ sources: [card], logPaths: [log], presetText });
    expect(report.counts).toMatchObject({ done: 1, failed: 0 });
    expect(open.premiere.snapshot().items).toMatchObject([
      { name: `${harm} 24A`, metadata: { logNote: `${harm}.` } },
    ]);
  });

  test('never make a bin outside the one that they belong in', async () => {
    const card = await aCardWith(['a.mov', 'b.mov', 'c.mov']);
    const log = path.join(card, 'log.csv');
    const rows = ['../..,../../24A,1,a', '24/../..,24/B,1,b', '..,..,2,c'];
    await writeFile(log, `Scene,Setup,Take,Camera A\n${rows.join('\n')}\n`);
    await ingest({ sources: [card], logPaths: [log] });
    const { bins, items } = open.premiere.snapshot();
    for (const { path: bin } of bins) {
      expect(bin).toMatch(/^\/(Footage|_Unsorted)(\/|$)/);
      expect(bin.split('/')).not.toContain('..');
      expect(bin.split('/').length).toBeLessThanOrEqual(4);
    }
    expect(items).toHaveLength(3);
  });

  test.each(['../../x', '/Footage/{scene}/../..', '/Footage/..', '/./x', 'C:\\x', '/a//b'])(
    'a bin preset with the path %s is refused in one sentence',
    async (pictureBin) => {
      const presetText = await presetWith({ pictureBin });
      const refused = ingest({ presetText });
      await expect(refused).rejects.toMatchObject({ code: 'bad-preset' });
      await expect(refused).rejects.toBeInstanceOf(UserFacingError);
      const message = await refused.catch((error: unknown) => String(error));
      expect(message).not.toContain('\n');
      expect(open.premiere.snapshot().bins).toEqual([]);
    },
  );
});

test('a cancelled ingest ends within a second and leaves whole bins, which the next run goes on from', async () => {
  const job = aJob(({ unit, done }, cancel) => {
    if (unit === 'bins' && done === 2) cancel();
  });
  let cancelledMs = 0;
  job.signal.addEventListener('abort', () => (cancelledMs = performance.now()));
  const outcome = await runJob(
    (context) =>
      ingestMedia({ ...requestOfDay(), expectedPlan: null }, open.ports, {
        ...context,
        report: job.report,
      }),
    job.signal,
    job.report,
  );
  expect(outcome.status).toBe('cancelled');
  expect(performance.now() - cancelledMs).toBeLessThan(1000);
  const { items } = open.premiere.snapshot();
  expect(items.length).toBeGreaterThan(0);
  expect(items.length).toBeLessThan(day.truth.clips.length);

  const { counts } = await ingest();
  expect(counts).toMatchObject({ planned: day.truth.clips.length, failed: 0 });
  const names = open.premiere.snapshot().items.map(({ name, binPath }) => `${binPath}/${name}`);
  const wanted = day.truth.clips.map(({ name, binPath }) => `${binPath}/${name}`);
  expect(names.sort()).toEqual(wanted.sort());
});

/** A folder of clips that ffmpeg has made, one content under many names. */
async function aCardWith(names: readonly string[]): Promise<string> {
  const folder = await aFolder('card');
  clip ??= await aClip(await aFolder('clip'), { name: 'clip.mov', seconds: 1 });
  for (const name of names) await copyFile(clip, path.join(folder, name));
  return folder;
}

/** Ingests one clip of a card alone, with all of the card to come. */
async function first(card: string, name: string): Promise<void> {
  await ingest({ sources: [path.join(card, name)], logPaths: [] });
  open.calls.length = 0;
}

const subjectsOf = (report: StepReport<IngestResult>, ...outcomes: string[]): string[] =>
  report.items
    .filter(({ outcome }) => outcomes.includes(outcome))
    .map(({ subject }) => subject)
    .sort();

const importedPaths = (): string[] =>
  open.calls.flatMap(({ name, request }) =>
    name === 'importMedia' ? (request as { readonly paths: string[] }).paths : [],
  );

/** Names of the host calls of an action, without readings. */
async function changesOf(action: () => Promise<unknown>): Promise<readonly string[]> {
  open.calls.length = 0;
  await action();
  return open.calls.map(({ name }) => name).filter((name) => name !== 'readProject');
}

async function presetWith(changes: object): Promise<string> {
  const shipped = await readFile('src/domain/ingest/presets/scene-take.json', 'utf8');
  return JSON.stringify({ ...(JSON.parse(shipped) as object), ...changes });
}

/** Every bin gets another name; those of the second level and below move under a new one. */
const renameAndMoveBins = `
  var root = app.project.rootItem, attic = root.createBin('Attic'), moves = [], n = 0;
  function rename(bin, depth) {
    var i, child;
    for (i = 0; i < bin.children.numItems; i++) {
      child = bin.children[i];
      if (child.type !== 2 || child.nodeId === attic.nodeId) continue;
      n++;
      child.name = 'Renamed ' + n;
      if (depth === 1) moves.push(child);
      rename(child, depth + 1);
    }
  }
  rename(root, 0);
  for (n = 0; n < moves.length; n++) moves[n].moveBin(attic);
`;
