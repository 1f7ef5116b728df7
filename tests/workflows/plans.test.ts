import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { JobContext } from '../../src/contract/JobContext';
import type { Ports } from '../../src/contract/Ports';
import type { StepName, StepPlan, StepReport } from '../../src/contract/StepReport';
import type { RunningEngine } from '../../src/engine/process/startEngine';
import { archiveProject, previewArchive } from '../../src/workflows/archiveProject';
import { buildRoughCut, previewRoughCut } from '../../src/workflows/buildRoughCut';
import { exportSequence, previewExport } from '../../src/workflows/exportSequence';
import { ingestMedia, previewIngest } from '../../src/workflows/ingestMedia';
import { previewSync, syncSound } from '../../src/workflows/syncSound';
import { aJob } from '../helpers/engineJob';
import { aFolder } from '../helpers/engineProcess';
import { hashTree } from '../helpers/hashTree';
import { openPorts, type OpenPorts } from '../helpers/openPorts';
import { sampleDayOnDisk, startBuiltEngine, type DayOnDisk } from '../helpers/openPortsDay';
import {
  copyOfStage,
  ingestOf,
  prepareStages,
  roughCutOf,
  type Stages,
} from '../helpers/openPortsStages';
import { readStanding } from '../helpers/openPortsStanding';

/** A step of the day on the project as the step before it left it. */
interface Step {
  readonly stage: keyof Stages;
  readonly preview: (ports: Ports, job: JobContext) => Promise<StepPlan>;
  readonly apply: (
    expectedPlan: string | null,
    ports: Ports,
    job: JobContext,
  ) => Promise<StepReport<unknown>>;
  /** What the editor does between looking and applying, so that the plan is another. */
  readonly meanwhile: string;
}

let engine: RunningEngine;
let day: DayOnDisk;
let stages: Stages;
let before: Readonly<Record<string, string>>;
let out: string;
let open: OpenPorts;

beforeAll(async () => {
  engine = await startBuiltEngine();
  day = await sampleDayOnDisk(engine.engine);
  before = hashTree(day.folder);
  stages = await prepareStages(engine.engine, day);
}, 240_000);

afterAll(() => engine.stop());

beforeEach(async () => {
  out = await aFolder('out');
});

afterEach(() => {
  open.close();
  rmSync(out, { recursive: true });
});

const exportOf = () => ({
  sequenceName: '12-1',
  specIds: ['web-review-1080p'],
  outputFolder: path.join(out, 'exports'),
});

const archiveOf = () => ({
  bundle: path.join(out, 'archive'),
  title: 'Day 1',
  sources: [...day.cards, day.recorder],
  exportsFolder: null,
});

/** The editor throws away the sound. */
const deleteSound = `
  var bins = app.project.rootItem.children, n;
  for (n = bins.numItems - 1; n >= 0; n--) if (bins[n].name === 'Sound') bins[n].deleteBin();
`;

const trimTake = `
  var n, clip, time = new Time();
  for (n = 0; n < app.project.sequences.numSequences; n++)
    if (app.project.sequences[n].name === '12-1') clip = app.project.sequences[n].videoTracks[0].clips[0];
  time.ticks = String(12 * 10594584000);
  clip.end = time;
`;

const steps: Readonly<Record<StepName, Step>> = {
  ingest: {
    stage: 'empty',
    preview: (ports, job) => previewIngest(ingestOf(day), ports, job),
    apply: (expectedPlan, ports, job) =>
      ingestMedia({ ...ingestOf(day), expectedPlan }, ports, job),
    meanwhile: `app.project.rootItem.createBin('Footage'); app.project.save()`,
  },
  sync: {
    stage: 'ingested',
    preview: (ports, job) => previewSync({}, ports, job),
    apply: (expectedPlan, ports, job) => syncSound({ expectedPlan }, ports, job),
    meanwhile: deleteSound,
  },
  roughcut: {
    stage: 'synced',
    preview: (ports, job) => previewRoughCut(roughCutOf(day), ports, job),
    apply: (expectedPlan, ports, job) =>
      buildRoughCut({ ...roughCutOf(day), expectedPlan }, ports, job),
    meanwhile: deleteSound,
  },
  export: {
    stage: 'synced',
    preview: (ports, job) => previewExport(exportOf(), ports, job),
    apply: (expectedPlan, ports, job) =>
      exportSequence({ ...exportOf(), expectedPlan }, ports, job),
    meanwhile: trimTake,
  },
  archive: {
    stage: 'cut',
    preview: (ports, job) => previewArchive(archiveOf(), ports, job),
    apply: (expectedPlan, ports, job) =>
      archiveProject({ ...archiveOf(), expectedPlan }, ports, job),
    meanwhile: deleteSound,
  },
};

describe.each(Object.entries(steps))('%s', (_name, { stage, preview, apply, meanwhile }) => {
  beforeEach(async () => {
    const projectPath = await copyOfStage(stages[stage]);
    open = await openPorts({ engine: engine.engine, projectPath });
  });

  test('[X-3] does what its plan had shown, and then shows nothing left to do', async () => {
    const plan = await preview(open.ports, aJob());
    const report = await apply(plan.fingerprint, open.ports, aJob());
    const shown = plan.rows.filter(({ action }) => action === 'add' || action === 'change');
    const done = report.items.filter(({ outcome }) => outcome === 'done');
    expect(subjectsOf(done)).toEqual(subjectsOf(shown));
    expect(done.length).toBeGreaterThan(0);
    expect(subjectsOf(report.items)).toEqual(subjectsOf(plan.rows));
    expect(report.counts).toMatchObject({ failed: 0, alreadyThere: 0 });

    const after = await preview(open.ports, aJob());
    expect(after.rows.filter(({ action }) => action === 'add' || action === 'change')).toEqual([]);
    const again = await apply(after.fingerprint, open.ports, aJob());
    expect(again.counts).toMatchObject({ done: 0, failed: 0, alreadyThere: done.length });
  });

  test('[X-3] refuses a plan that was shown before something changed, and changes nothing', async () => {
    const { fingerprint } = await preview(open.ports, aJob());
    await open.run(meanwhile);
    const standing = await readStanding(open);
    const files = hashTree(path.dirname(open.projectPath));
    open.calls.length = 0;
    await expect(apply(fingerprint, open.ports, aJob())).rejects.toMatchObject({
      code: 'plan-stale',
    });
    expect(await readStanding(open)).toEqual(standing);
    expect(new Set(open.calls.map(({ name }) => name))).toEqual(new Set(['readProject']));
    expect(hashTree(path.dirname(open.projectPath))).toEqual(files);
    expect(hashTree(out)).toEqual({});
  });
});

test('a plan only looks: neither project nor disk is touched by any', async () => {
  const projectPath = await copyOfStage(stages.cut);
  open = await openPorts({ engine: engine.engine, projectPath });
  const standing = await readStanding(open);
  const files = hashTree(path.dirname(projectPath));
  for (const { preview } of Object.values(steps)) {
    const plans = [await preview(open.ports, aJob()), await preview(open.ports, aJob())];
    expect(plans[0]).toEqual(plans[1]);
  }
  expect(new Set(open.calls.map(({ name }) => name))).toEqual(new Set(['readProject']));
  expect(await readStanding(open)).toEqual(standing);
  expect(hashTree(path.dirname(projectPath))).toEqual(files);
  expect(hashTree(out)).toEqual({});
});

test('a cancelled archive ends within a second, holds whole files alone, and is gone on with', async () => {
  const projectPath = await copyOfStage(stages.cut);
  open = await openPorts({ engine: engine.engine, projectPath });
  const { rows } = await previewArchive(archiveOf(), open.ports, aJob());
  let cancelledMs = 0;
  const job = aJob(({ unit, done, total }, cancel) => {
    if (unit !== 'bytes' || done < total / 4 || cancelledMs > 0) return;
    cancelledMs = performance.now();
    cancel();
  });
  const request = { ...archiveOf(), expectedPlan: null };
  await expect(archiveProject(request, open.ports, job)).rejects.toThrow('cancelled by the test');
  expect(cancelledMs).toBeGreaterThan(0);
  expect(performance.now() - cancelledMs).toBeLessThan(1000);

  const originals = rows.filter(({ cells }) => existsSync(cells['source'] ?? ''));
  const standing = hashTree(path.join(out, 'archive'));
  const sources = { ...hashTree(day.folder) };
  for (const { subject, cells } of originals) {
    const copied = standing[path.join('data', subject)];
    if (copied === undefined) continue;
    expect(copied).toBe(sources[path.relative(day.folder, cells['source'] ?? '')]);
  }

  const report = await archiveProject(request, open.ports, aJob());
  expect(report).toMatchObject({ status: 'done', result: { verified: true } });
  expect(report.counts.planned).toBe(rows.length);
});

test('[X-15] after every step, run and refused and cancelled, the cards are as they were', () => {
  open.close();
  expect(hashTree(day.folder)).toEqual(before);
});

function subjectsOf(rows: readonly { readonly subject: string }[]): readonly string[] {
  return rows.map(({ subject }) => subject).sort();
}
