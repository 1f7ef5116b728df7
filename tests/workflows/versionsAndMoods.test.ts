import { existsSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { MediaEngine } from '../../src/contract/MediaEngine';
import type { StepReport } from '../../src/contract/StepReport';
import { UserFacingError } from '../../src/contract/UserFacingError';
import type { ResolvedDay } from '../../src/domain/day/resolveDay';
import type { RunningEngine } from '../../src/engine/process/startEngine';
import { versionNumbers } from '../../src/premiere/simulated/model/Behaviour';
import {
  bundleOf,
  daySteps,
  readShootingDay,
  runShootingDay,
} from '../../src/workflows/runShootingDay';
import type * as sleepModule from '../../src/workflows/sleep';
import { aJob } from '../helpers/engineJob';
import { aFolder } from '../helpers/engineProcess';
import { keepRenders } from '../helpers/keepRenders';
import { openPorts, type OpenPorts, type PortsOptions } from '../helpers/openPorts';
import { sampleDayOnDisk, startBuiltEngine } from '../helpers/openPortsDay';
import { readStanding, type Standing } from '../helpers/openPortsStanding';

let running: RunningEngine;
let engine: MediaEngine;
let day: ResolvedDay;
let wanted: Standing;
let outFolder: string;
let projectPath: string;
let open: OpenPorts;

/** Each wait passes as it is, unless a test hurries: then it is counted, and is over at once. */
const mockWaits = { isHurried: false, countedMs: 0 };

jest.mock('../../src/workflows/sleep', () => {
  const { sleep } = jest.requireActual<typeof sleepModule>('../../src/workflows/sleep');
  return {
    sleep: (ms: number, signal: AbortSignal) => {
      mockWaits.countedMs += ms;
      return sleep(mockWaits.isHurried ? 0 : ms, signal);
    },
  };
});

type Steps = readonly StepReport<unknown>[];

beforeAll(async () => {
  running = await startBuiltEngine();
  engine = keepRenders(running.engine);
  const { folder } = await sampleDayOnDisk(engine);
  day = await readShootingDay(path.join(folder, 'day.json'), engine);
  await openDay({});
  await runDay();
  wanted = await readStanding(open);
  open.close();
}, 240_000);

afterAll(() => running.stop());

afterEach(() => open.close());

/** An empty project in a Premiere of this kind, and a folder for what the day makes. */
async function openDay(options: Partial<PortsOptions>): Promise<void> {
  outFolder = path.join(await aFolder('out'), 'out');
  projectPath = path.join(await aFolder('day'), 'Day 1.prproj');
  open = await openPorts({ engine, projectPath, ...options });
}

async function runDay(steps = daySteps): Promise<Steps> {
  const request = { day, outFolder, steps };
  return (await runShootingDay(request, open.ports, aJob())).steps;
}

const countsOf = (steps: Steps, count: 'done' | 'failed' | 'planned') =>
  steps.map(({ counts }) => counts[count]);

/** What steps call done that does not stand as it should, and numbers that do not add up. */
async function untrue(steps: Steps): Promise<readonly string[]> {
  const { items, sequences } = await readStanding(open);
  const same = (kind: keyof Standing, key: string) =>
    isDeepStrictEqual((kind === 'items' ? items : sequences).get(key), wanted[kind].get(key));
  const stands: Readonly<Record<string, (subject: string) => boolean>> = {
    ingest: (subject) => same('items', subject),
    sync: (subject) => same('sequences', subject),
    roughcut: () => same('sequences', 'Rough cut'),
    export: (subject) => existsSync(subject) && existsSync(`${subject}.check.json`),
    archive: (subject) => existsSync(path.join(bundleOf(outFolder), 'data', subject)),
  };
  return steps.flatMap((report) => {
    const claimed = report.items.filter(({ outcome }) => outcome === 'done');
    const lies = claimed.filter(({ subject }) => stands[report.step]?.(subject) !== true);
    const silent = report.items.filter(({ outcome, message }) => outcome === 'failed' && !message);
    const { planned, done, alreadyThere, failed } = report.counts;
    const sum = planned === done + alreadyThere + failed ? [] : ['counts do not add up'];
    return [...lies, ...silent].map(({ subject }) => `${report.step}: ${subject}`).concat(sum);
  });
}

describe.each(Object.keys(versionNumbers))('the whole day on Premiere %s', (version) => {
  test('is done, makes the same project, and has nothing left to do', async () => {
    await openDay({ version });
    const first = await runDay();
    expect(first.map(({ step }) => step)).toEqual(daySteps);
    expect(countsOf(first, 'failed')).toEqual([0, 0, 0, 0, 0]);
    expect(countsOf(first, 'done').every((done) => done > 0)).toBe(true);
    const told = first.flatMap(({ findings }) => findings).map(({ code }) => code);
    expect(told.includes('clips-not-disabled')).toBe(version === '2020');
    const standing = await readStanding(open);
    expect(whatDiffers(standing, wanted, version === '2020')).toEqual([]);
    const second = await runDay();
    expect(countsOf(second, 'failed')).toEqual([0, 0, 0, 0, 0]);
    expect(countsOf(second, 'done').slice(0, 4)).toEqual([0, 0, 0, 0]);
    expect(await readStanding(open)).toEqual(standing);
  }, 120_000);
});

describe('the whole day tells the truth', () => {
  /** Done, which {@link untrue} has looked at, or a sentence. */
  const saysWhy = expect.stringMatching(/^(done|failed: \S.+[.?])$/) as unknown;
  const hostile = ['silent', 'throwsAfter', 'half'] as const;

  beforeEach(() => {
    Object.assign(mockWaits, { isHurried: false, countedMs: 0 });
  });

  test.each(hostile)(
    'in a Premiere that is %s from the first script',
    async (mood) => {
      mockWaits.isHurried = true;
      await openDay({ mood });
      const steps = await runDay();
      expect(await untrue(steps)).toEqual([]);
      expect(steps.slice(0, 4).map(({ step }) => step)).toEqual(daySteps.slice(0, 4));
      // An export that cannot go on ends the day.
      expect(steps.length === daySteps.length || steps[3]?.counts.failed === 1).toBe(true);
      expect(endsOfExport(steps)).toEqual([saysWhy]);
      expect(mockWaits.countedMs).toBeLessThanOrEqual(30_000);
    },
    120_000,
  );

  test.each(hostile)(
    'in a Premiere that is %s once the cut stands, where every export is told within half a minute',
    async (mood) => {
      await openDay({});
      await runDay(daySteps.slice(0, 3));
      open.close();
      open = await openPorts({ engine, projectPath, mood });
      mockWaits.isHurried = true;
      const steps = await runDay();
      expect(steps.map(({ step }) => step)).toEqual(daySteps);
      expect(countsOf(steps, 'done').slice(0, 3)).toEqual([0, 0, 0]);
      expect(await untrue(steps)).toEqual([]);
      expect(endsOfExport(steps)).toEqual(day.deliveries.map(() => saysWhy));
      expect(mockWaits.countedMs).toBeLessThanOrEqual(30_000 * day.deliveries.length);
    },
    120_000,
  );

  test('in a slow Premiere, where it is done as elsewhere', async () => {
    let waitedMs = 0;
    const wait = (milliseconds: number) => {
      waitedMs += milliseconds;
      return Promise.resolve();
    };
    await openDay({ mood: 'slow', moodSettings: { delayMs: 2000, wait } });
    const steps = await runDay();
    expect(waitedMs).toBeGreaterThan(20_000);
    expect(countsOf(steps, 'failed')).toEqual([0, 0, 0, 0, 0]);
    expect(await untrue(steps)).toEqual([]);
  }, 120_000);

  test.each([
    ['within the ingest', 3],
    ['within the sync', 25],
  ])(
    'in a Premiere that shows a dialog %s, and goes on when it is closed',
    async (_when, calm) => {
      await openDay({ mood: 'modal', moodSettings: { calmScripts: calm }, answerWithinMs: 3000 });
      const before = await runDay().catch((error: unknown) => error);
      const stopped = before instanceof UserFacingError ? before : lastItem(before as Steps);
      expect(stopped).toMatchObject({ code: 'host-busy' });
      expect(stopped?.message).toContain('Premiere is showing a dialog');
      expect(open.premiere.dialog()).not.toBeNull();
      open.premiere.dismissDialog();
      if (Array.isArray(before)) expect(await untrue((before as Steps).slice(0, -1))).toEqual([]);
      const after = await runDay();
      expect(countsOf(after, 'failed')).toEqual([0, 0, 0, 0, 0]);
      expect(await untrue(after)).toEqual([]);
    },
    120_000,
  );

  test.each([0, 1, 2])(
    'where somebody else brings their work to the front, and theirs stays as it is (from script %i on)',
    async (later) => {
      await openDay({ mood: 'focusStolen', moodSettings: { calmScripts: 2 + later } });
      const steps = await runDay();
      expect(await untrue(steps)).toEqual([]);
      expect(countsOf(steps, 'failed')).toEqual([0, 0, 0, 0, 0]);
      const theirs = open.premiere.snapshot(
        path.join(path.dirname(projectPath), 'Somebody else.prproj'),
      );
      expect(theirs).toMatchObject({ items: [], bins: [{ path: '/Theirs' }] });
      expect(theirs.sequences.map(({ name }) => name)).toEqual(['Their cut']);
      expect(theirs.sequences.flatMap(({ videoTracks }) => videoTracks)).toEqual([]);
    },
    120_000,
  );

  test('where what is in front is told a few scripts late', async () => {
    await openDay({ behaviour: { focusLag: 3 } });
    const steps = await runDay();
    expect(await untrue(steps)).toEqual([]);
    expect(countsOf(steps, 'failed')).toEqual([0, 0, 0, 0, 0]);
  }, 120_000);

  test('where imports arrive after the script that asked for them', async () => {
    await openDay({ behaviour: { importsLate: true } });
    const steps = await runDay();
    expect(await untrue(steps)).toEqual([]);
    expect(countsOf(steps, 'failed')).toEqual([0, 0, 0, 0, 0]);
  }, 120_000);
});

/** What became of each export, in words. */
function endsOfExport(steps: Steps): readonly string[] {
  const items = steps.find(({ step }) => step === 'export')?.items ?? [];
  return items.map(({ outcome, message }) => (message ? `${outcome}: ${message}` : outcome));
}

function lastItem(steps: Steps) {
  return steps.at(-1)?.items[0];
}

/** Names of what stands otherwise; where no script can switch clips off, whether they are is left out. */
function whatDiffers(actual: Standing, expected: Standing, ignoresEnabled: boolean): string[] {
  const comparable = (value: unknown): unknown =>
    ignoresEnabled
      ? JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === 'enabled' ? 0 : each)))
      : value;
  return (['items', 'sequences'] as const).flatMap((kind) => {
    const names = [...new Set([...actual[kind].keys(), ...expected[kind].keys()])];
    return names.filter(
      (name) =>
        !isDeepStrictEqual(
          comparable(actual[kind].get(name)),
          comparable(expected[kind].get(name)),
        ),
    );
  });
}
