import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { StepReport } from '../../src/contract/StepReport';
import { hashTree } from '../helpers/hashTree';
import { makeTestFolder, slateflowIn } from '../helpers/slateflow';

const folder = makeTestFolder('killed');
const slateflow = slateflowIn(folder.path);
const dayPath = path.join(folder.path, 'sample', 'day.json');
const out = path.join(folder.path, 'out');
const bundle = path.join(out, 'archive');
const steps = ['--step', 'ingest', 'sync', 'roughcut', 'archive'];

interface DayDocument {
  readonly projectPath: string;
  readonly steps: readonly StepReport<unknown>[];
}

beforeAll(() => slateflow.json(0, 'sample', path.dirname(dayPath)), 120_000);

afterAll(() => folder.remove());

/** The engine is the one child of the command line. */
function killEngineOf(pid: number): void {
  const engine = execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).trim();
  process.kill(Number(engine.split('\n')[0]), 'SIGKILL');
}

/** Runs the day and kills the engine once the archive has copied something. */
function runAndKill(): Promise<{ readonly status: number | null; readonly err: string }> {
  return new Promise((resolve) => {
    const child = slateflow.start('day', dayPath, '--out', out, ...steps);
    let err = '';
    let killed = false;
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
      if (killed || !/of \d+ bytes/.test(err)) return;
      killed = true;
      killEngineOf(child.pid ?? 0);
    });
    child.on('close', (status) => resolve({ status, err }));
  });
}

/** What a bundle holds, without what says when it was written. */
function payloadOf(bundleFolder: string): Readonly<Record<string, string>> {
  const files = Object.entries(hashTree(path.join(bundleFolder, 'data')));
  return Object.fromEntries(files.filter(([name]) => !name.includes('ascmhl')));
}

test('an engine killed in the middle of the archive is said in one sentence, and the next run ends in the same verified bundle', async () => {
  const killed = await runAndKill();
  expect(killed.status).toBe(2);
  expect(killed.err).toContain('The connection to Slateflow’s engine was lost.');

  const resumed = await slateflow.json<DayDocument>(0, 'day', dayPath, '--out', out, ...steps);
  expect(resumed.steps.at(-1)).toMatchObject({ step: 'archive', status: 'done' });
  await slateflow.json(0, 'verify', bundle);

  const whole = path.join(folder.path, 'uninterrupted');
  const cards = ['A001R1AB', 'A002R1AB', 'B001', 'B002', 'S001'].map((card) =>
    path.join(path.dirname(dayPath), card),
  );
  const { projectPath } = resumed;
  await slateflow.json(
    0,
    'archive',
    '--project',
    projectPath,
    '--out',
    whole,
    '--title',
    'The Long Hallway, day 1',
    '--source',
    ...cards,
  );
  expect(payloadOf(bundle)).toEqual(payloadOf(whole));
  expect(Object.keys(hashTree(bundle)).filter((name) => /\.part|\.tmp/.test(name))).toEqual([]);
}, 180_000);
