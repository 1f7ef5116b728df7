import type { StepReport } from '../../src/contract/StepReport';
import type { RunningEngine } from '../../src/engine/process/startEngine';
import { buildRoughCut } from '../../src/workflows/buildRoughCut';
import { syncSound } from '../../src/workflows/syncSound';
import { aJob } from '../helpers/engineJob';
import { openPorts, type OpenPorts } from '../helpers/openPorts';
import { sampleDayOnDisk, startBuiltEngine, type DayOnDisk } from '../helpers/openPortsDay';
import { copyOfStage, prepareStages, roughCutOf, type Stages } from '../helpers/openPortsStages';

let engine: RunningEngine;
let day: DayOnDisk;
let stages: Stages;
let open: OpenPorts;

const unseen = { expectedPlan: null };

beforeAll(async () => {
  engine = await startBuiltEngine();
  day = await sampleDayOnDisk(engine.engine);
  stages = await prepareStages(engine.engine, day);
}, 240_000);

afterAll(() => engine.stop());

beforeEach(async () => {
  const projectPath = await copyOfStage(stages.cut);
  open = await openPorts({ engine: engine.engine, projectPath });
  await open.run(`
    function named(name) {
      var n, sequences = app.project.sequences;
      for (n = 0; n < sequences.numSequences; n++) if (sequences[n].name === name) return sequences[n];
    }
    function trim(name) {
      var clip = named(name).videoTracks[0].clips[0], time = new Time();
      time.ticks = String(Number(clip.end.ticks) - 10594584000);
      clip.end = time;
    }
  `);
});

afterEach(() => open.close());

const sync = () => syncSound(unseen, open.ports, aJob());
const cut = () => buildRoughCut({ ...roughCutOf(day), ...unseen }, open.ports, aJob());

const edited = ({ findings }: StepReport<unknown>): readonly string[] =>
  findings.filter(({ code }) => code === 'sequence-edited').map(({ subject }) => subject);

/** Runs a step that must change nothing; its report. */
async function withoutChange<Result>(
  step: () => Promise<StepReport<Result>>,
): Promise<StepReport<Result>> {
  const before = open.premiere.snapshot();
  open.calls.length = 0;
  const report = await step();
  expect(open.calls.map(({ name }) => name)).toEqual(['readProject']);
  expect(open.premiere.snapshot()).toEqual(before);
  expect(report.counts).toMatchObject({ done: 0, failed: 0, alreadyThere: report.counts.planned });
  return report;
}

test('a take sequence that the editor trimmed is left alone and named', async () => {
  await open.run(`trim('24A-3')`);
  expect(edited(await withoutChange(sync))).toEqual(['24A-3']);
  expect(edited(await withoutChange(cut))).toEqual([]);
});

test('a rough cut that the editor trimmed is left alone and named', async () => {
  await open.run(`trim('Rough cut')`);
  const report = await withoutChange(cut);
  expect(edited(report)).toEqual(['Rough cut']);
  expect(report.result.sequence).toBe('Rough cut');
  expect(edited(await withoutChange(sync))).toEqual([]);
});

test('a clip, a marker or a disabled clip that the editor added or took away is an edit', async () => {
  await open.run(`named('24-2').videoTracks[1].clips[0].remove(false, false)`);
  await open.run(`named('31-2').videoTracks[0].clips[0].disabled = true`);
  expect([...edited(await withoutChange(sync))].sort()).toEqual(['24-2', '31-2']);
  await open.run(`var list = named('Rough cut').markers; list.deleteMarker(list.getFirstMarker())`);
  expect(edited(await withoutChange(cut))).toEqual(['Rough cut']);
});

test('sequences, bins and items that the editor renamed are known again', async () => {
  await open.run(`
    named('24A-3').projectItem.name = 'My favourite';
    named('Rough cut').projectItem.name = 'Assembly, first try';
    function rename(bin) {
      var i, child;
      for (i = 0; i < bin.children.numItems; i++) {
        child = bin.children[i];
        if (child.type === 2) rename(child);
        else if (!child.isSequence()) child.name = 'clip ' + i;
        if (child.type === 2) child.name = 'Bin of ' + child.name;
      }
    }
    rename(app.project.rootItem);
  `);
  const synced = await withoutChange(sync);
  expect(synced.result.sequences).toContain('My favourite');
  expect(edited(synced)).toEqual([]);
  const built = await withoutChange(cut);
  expect(built.result.sequence).toBe('Assembly, first try');
  expect(edited(built)).toEqual([]);
});
