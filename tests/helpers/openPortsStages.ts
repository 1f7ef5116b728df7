import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { MediaEngine } from '../../src/contract/MediaEngine';
import { buildRoughCut, type BuildRoughCutRequest } from '../../src/workflows/buildRoughCut';
import { ingestMedia, type IngestRequest } from '../../src/workflows/ingestMedia';
import { syncSound } from '../../src/workflows/syncSound';
import { aJob } from './engineJob';
import { aFolder } from './engineProcess';
import { openPorts } from './openPorts';
import type { DayOnDisk } from './openPortsDay';
import { readStanding, type Standing } from './openPortsStanding';

/** A project as a faithful Premiere left it after a step: the file, and what stands in it. */
export interface Stage {
  readonly projectPath: string;
  readonly standing: Standing;
}

/** The sample day's project before and after each step that changes it. */
export interface Stages {
  /** Nothing was saved yet: the file is not there. */
  readonly empty: Stage;
  readonly ingested: Stage;
  readonly synced: Stage;
  readonly cut: Stage;
}

/** The day's ingest, as `slateflow day` asks for it. */
export function ingestOf(day: DayOnDisk): IngestRequest {
  const sources = [...day.cards, day.recorder];
  return { sources, presetId: 'scene-take', presetText: null, logPaths: [day.log] };
}

/** The day's rough cut, as `slateflow day` asks for it. */
export function roughCutOf(day: DayOnDisk): BuildRoughCutRequest {
  return { scriptPath: day.script, logPath: day.log, sequenceName: 'Rough cut' };
}

/** Takes the day through ingest, sync and rough cut, and keeps the project of each. */
export async function prepareStages(engine: MediaEngine, day: DayOnDisk): Promise<Stages> {
  const projectPath = path.join(await aFolder('stages'), 'Day 1.prproj');
  const open = await openPorts({ engine, projectPath });
  const unseen = { expectedPlan: null };
  const keep = async (name: string): Promise<Stage> => {
    const kept = path.join(path.dirname(projectPath), `${name}.prproj`);
    if (name !== 'empty') copyFileSync(projectPath, kept);
    return { projectPath: kept, standing: await readStanding(open) };
  };
  const empty = await keep('empty');
  await ingestMedia({ ...ingestOf(day), ...unseen }, open.ports, aJob());
  const ingested = await keep('ingested');
  await syncSound(unseen, open.ports, aJob());
  const synced = await keep('synced');
  await buildRoughCut({ ...roughCutOf(day), ...unseen }, open.ports, aJob());
  const cut = await keep('cut');
  open.close();
  return { empty, ingested, synced, cut };
}

/** A copy of a stage's project in a folder of its own; the path of one that is not there yet for the empty one. */
export async function copyOfStage({ projectPath }: Stage): Promise<string> {
  const copy = path.join(await aFolder('stage'), 'Day 1.prproj');
  if (path.basename(projectPath) !== 'empty.prproj') copyFileSync(projectPath, copy);
  return copy;
}
