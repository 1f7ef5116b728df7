import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { MediaEngine } from '../../src/contract/MediaEngine';
import { aJob } from './engineJob';
import { startEngine, type RunningEngine } from '../../src/engine/process/startEngine';
import { aFolder, buildEngine, enginePath } from './engineProcess';
import { readSampleTruth, type SampleTruth } from './sampleTruth';

const root = path.resolve(__dirname, '../..');

/** A sample day on disk. Tests only read it. */
export interface DayOnDisk {
  readonly folder: string;
  readonly cards: readonly string[];
  readonly recorder: string;
  readonly script: string;
  readonly log: string;
  readonly truth: SampleTruth;
}

/** Starts the engine as `npm test` has built it, with a state folder of its own. */
export async function startBuiltEngine(): Promise<RunningEngine> {
  if (!existsSync(enginePath)) await buildEngine();
  return startEngine({ enginePath, stateDir: await aFolder('state'), panelDir: null });
}

/** The sample day, made by the engine once for all test files and runs while its maker stays the same. */
export async function sampleDayOnDisk(engine: MediaEngine): Promise<DayOnDisk> {
  const folder = path.join(root, 'artifacts', 'sample-days', hashOfMaker());
  if (!existsSync(folder)) await makeDay(engine, folder);
  const at = (name: string) => path.join(folder, name);
  return {
    folder,
    cards: ['A001R1AB', 'A002R1AB', 'B001', 'B002'].map(at),
    recorder: at('S001'),
    script: at('script.csv'),
    log: at('log.csv'),
    truth: readSampleTruth(folder),
  };
}

function hashOfMaker(): string {
  const maker = path.join(root, 'src', 'engine', 'sampleDay');
  const sources = readdirSync(maker).sort();
  const text = sources.map((name) => readFileSync(path.join(maker, name), 'utf8')).join('');
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

async function makeDay(engine: MediaEngine, folder: string): Promise<void> {
  const made = `${folder}.${process.pid}`;
  mkdirSync(path.dirname(folder), { recursive: true });
  await engine.makeSampleDay({ path: made }, aJob());
  try {
    renameSync(made, folder);
  } catch (error) {
    // Another test process was quicker.
    if (!existsSync(folder)) throw error;
    rmSync(made, { recursive: true });
  }
}
