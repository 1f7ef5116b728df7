import { existsSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { MediaEngine } from '../../src/contract/MediaEngine';
import type { SnapshotTrack } from '../../src/contract/ProjectSnapshot';
import type { PlanRow, ReportItem, StepReport } from '../../src/contract/StepReport';
import type { RunningEngine } from '../../src/engine/process/startEngine';
import { buildRoughCut, previewRoughCut } from '../../src/workflows/buildRoughCut';
import { exportSequence } from '../../src/workflows/exportSequence';
import { ingestMedia } from '../../src/workflows/ingestMedia';
import { syncSound } from '../../src/workflows/syncSound';
import { aJob } from '../helpers/engineJob';
import { aFolder } from '../helpers/engineProcess';
import { openPorts, type OpenPorts, type PortsOptions } from '../helpers/openPorts';
import { sampleDayOnDisk, startBuiltEngine, type DayOnDisk } from '../helpers/openPortsDay';
import { answersWithoutDoing, doesHalf, failsAfterDoing } from '../helpers/openPortsFaults';
import {
  copyOfStage,
  ingestOf,
  prepareStages,
  roughCutOf,
  type Stage,
  type Stages,
} from '../helpers/openPortsStages';
import { readStanding } from '../helpers/openPortsStanding';

let engine: RunningEngine;
let day: DayOnDisk;
let stages: Stages;
let open: OpenPorts;

const unseen = { expectedPlan: null };

type Hostility = Pick<PortsOptions, 'mood' | 'fault'>;

const hostilities: readonly (readonly [string, Hostility])[] = [
  ['does nothing and answers as usual', { mood: 'silent' }],
  ['throws after every change', { mood: 'throwsAfter' }],
  ['does every second change', { mood: 'half' }],
  ['answers calls without doing them', { fault: answersWithoutDoing }],
  ['does calls and then fails them', { fault: failsAfterDoing }],
  ['does the first half of each call', { fault: doesHalf }],
];

beforeAll(async () => {
  engine = await startBuiltEngine();
  day = await sampleDayOnDisk(engine.engine);
  stages = await prepareStages(engine.engine, day);
}, 240_000);

afterAll(() => engine.stop());

afterEach(() => open.close());

async function openHostile(stage: Stage, hostility: Hostility): Promise<void> {
  const projectPath = await copyOfStage(stage);
  open = await openPorts({ engine: engine.engine, projectPath, ...hostility });
}

describe.each(hostilities)('[X-1] on a Premiere that %s', (_name, hostility) => {
  test('ingest says of every file what is so', async () => {
    await openHostile(stages.empty, hostility);
    const report = await ingestMedia({ ...ingestOf(day), ...unseen }, open.ports, aJob());
    const { items } = await readStanding(open);
    const wanted = stages.ingested.standing.items;
    const stands = (subject: string) => isDeepStrictEqual(items.get(subject), wanted.get(subject));
    expect(wrongVerdicts(report, stands)).toEqual([]);
    expect(report.counts.planned).toBe(day.truth.clips.length);
    expect(report.result.media.filter(({ path: file }) => !stands(file))).toEqual([]);
  });

  test('sync says of every take what is so', async () => {
    await openHostile(stages.ingested, hostility);
    const report = await syncSound(unseen, open.ports, aJob());
    const { sequences } = await readStanding(open);
    const wanted = stages.synced.standing.sequences;
    const stands = (subject: string) =>
      isDeepStrictEqual(sequences.get(subject), wanted.get(subject));
    expect(wrongVerdicts(report, stands)).toEqual([]);
    expect(report.counts.planned).toBe(wanted.size);
  });

  test('rough cut says of every event what is so', async () => {
    await openHostile(stages.synced, hostility);
    const { rows } = await previewRoughCut(roughCutOf(day), open.ports, aJob());
    const report = await buildRoughCut({ ...roughCutOf(day), ...unseen }, open.ports, aJob());
    const standing = (await readStanding(open)).sequences.get('Rough cut') as CutStanding;
    const wanted = stages.cut.standing.sequences.get('Rough cut') as CutStanding;
    const isWhole = isDeepStrictEqual(standing, wanted);
    const eventStands = (subject: string) => {
      const row = rows.find((each) => each.subject === subject);
      return row !== undefined && isDeepStrictEqual(within(standing, row), within(wanted, row));
    };
    expect(counted(report)).toBe(true);
    const done = report.items.filter(({ outcome }) => outcome === 'done');
    expect(done.filter(({ subject }) => !eventStands(subject))).toEqual([]);
    const failed = report.items.filter(({ outcome }) => outcome === 'failed');
    expect(failed.filter(({ subject }) => eventStands(subject) && isWhole)).toEqual([]);
    // An event that stands in a sequence that is not whole: the report says what the sequence lacks.
    for (const { subject, message } of failed.filter(({ subject: each }) => eventStands(each))) {
      expect(`${subject}: ${message}`).toMatch(/marker|marked|timecode/);
    }
  });

  test('export calls done only a file that stands and was checked', async () => {
    await openHostile(stages.synced, hostility);
    const report = await exportShortTake(4);
    const stands = (subject: string) => existsSync(subject) && existsSync(`${subject}.check.json`);
    expect(wrongVerdicts(report, stands)).toEqual([]);
    expect(report.counts.planned).toBe(1);
  });
});

test('[X-1] where all was done before every call failed, all is called done', async () => {
  await openHostile(stages.empty, { fault: failsAfterDoing });
  const ingest = await ingestMedia({ ...ingestOf(day), ...unseen }, open.ports, aJob());
  expect(ingest.counts).toMatchObject({ done: day.truth.clips.length, failed: 0 });
  const sync = await syncSound(unseen, open.ports, aJob());
  expect(sync.counts).toMatchObject({ failed: 0 });
  const cut = await buildRoughCut({ ...roughCutOf(day), ...unseen }, open.ports, aJob());
  expect(cut.counts).toMatchObject({ failed: 0 });
  const exported = await exportShortTake();
  expect(exported.counts).toMatchObject({ done: 1, failed: 0 });
});

test('[X-1] what a Premiere that did half left undone is done by the next run', async () => {
  await openHostile(stages.empty, { fault: doesHalf });
  const half = await ingestMedia({ ...ingestOf(day), ...unseen }, open.ports, aJob());
  expect(half.counts.failed).toBeGreaterThan(0);
  const ports = { ...open.ports, premiere: open.host };
  const whole = await ingestMedia({ ...ingestOf(day), ...unseen }, ports, aJob());
  expect(whole.counts).toMatchObject({ planned: day.truth.clips.length, failed: 0 });
  expect((await readStanding(open)).items).toEqual(stages.ingested.standing.items);
});

describe('[O-3] an encoder', () => {
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  /** The synced day, in a Premiere whose encoder renders so. */
  async function openEncoder(render: MediaEngine['render']): Promise<void> {
    const projectPath = await copyOfStage(stages.synced);
    open = await openPorts({ engine: { ...engine.engine, render }, projectPath });
  }

  test('that works longer than the stall limit is not cut, where only the file tells of it', async () => {
    await openEncoder(async (request, job) => {
      for (let done = 1; done <= 15; done += 1) {
        job.report({ done, total: 200, unit: 'frames', subject: '' });
        await pause(300);
      }
      return engine.engine.render(request, job);
    });
    expect(await exportShortTake(4)).toMatchObject({ counts: { done: 1, failed: 0 } });
  }, 40_000);

  test('that renders something before it is waited for', async () => {
    await openEncoder(async (request, job) => {
      job.report({ done: 11, total: 100, unit: 'frames', subject: '' });
      await pause(2000);
      return engine.engine.render(request, job);
    });
    const both = await Promise.all([exportShortTake(4), exportShortTake(4)]);
    expect(both.map(({ counts }) => counts.done)).toEqual([1, 1]);
  }, 40_000);

  test('that stops within a render is told when the stall limit is over', async () => {
    await openEncoder(
      (_request, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    );
    const { items } = await exportShortTake(2);
    expect(items).toMatchObject([{ outcome: 'failed', code: 'render-failed' }]);
    expect(items[0]?.message).toContain('made no progress for 2 seconds');
  });
});

interface CutStanding {
  readonly videoTracks: readonly SnapshotTrack['clips'][];
  readonly audioTracks: readonly SnapshotTrack['clips'][];
}

/** Everything of a sequence that starts within a row's range. */
function within(sequence: CutStanding | undefined, row: PlanRow): unknown {
  const start = Number(row.cells['start']);
  const end = start + Number(row.cells['length']);
  const isInside = ({ startTicks }: SnapshotTrack['clips'][number]) => {
    const seconds = Number(startTicks) / 254_016_000_000;
    // Rows tell hundredths.
    return seconds > start - 0.01 && seconds < end - 0.01;
  };
  return [...(sequence?.videoTracks ?? []), ...(sequence?.audioTracks ?? [])].map((clips) =>
    clips.filter(isInside),
  );
}

/** Items whose outcome is not what stands, or that failed without a word why. */
function wrongVerdicts(
  report: StepReport<unknown>,
  stands: (subject: string) => boolean,
): readonly ReportItem[] {
  expect(counted(report)).toBe(true);
  return report.items.filter(({ subject, outcome, message, code }) => {
    if (outcome === 'skipped') return false;
    if (outcome === 'failed') return stands(subject) || message === '' || code === '';
    return !stands(subject);
  });
}

function counted({ counts, items, status }: StepReport<unknown>): boolean {
  const { planned, done, alreadyThere, failed, skipped } = counts;
  const isWhole = planned === done + alreadyThere + failed && items.length === planned + skipped;
  return isWhole && (failed === 0) === (status === 'done');
}

/** Exports a take that renders quickly, to a folder of its own. */
async function exportShortTake(stallSeconds?: number): Promise<StepReport<unknown>> {
  const outputFolder = path.join(await aFolder('exports'), 'out');
  const what = { sequenceName: '12-1', specIds: ['web-review-1080p'], outputFolder };
  return exportSequence({ ...what, ...unseen, stallSeconds }, open.ports, aJob());
}
