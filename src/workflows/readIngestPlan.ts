import type { HostProject } from '../contract/host';
import type { JobContext } from '../contract/JobContext';
import type { SourceListing } from '../contract/MediaEngine';
import type { Ports } from '../contract/Ports';
import type { Finding } from '../contract/StepReport';
import { UserFacingError } from '../contract/UserFacingError';
import { toBinPreset, type BinPreset } from '../domain/ingest/BinPreset';
import { classifyFile } from '../domain/ingest/classifyFile';
import { findBinPreset } from '../domain/ingest/findBinPreset';
import type { IngestPlan } from '../domain/ingest/IngestPlan';
import { planIngest } from '../domain/ingest/planIngest';
import { columnsToRead } from './readProject';
import { readTakeLog } from './readTakeLog';

/** Media to bring into bins. */
export interface IngestRequest {
  /** Cards and folders, absolute paths. */
  readonly sources: readonly string[];
  /** Shipped bin preset by id, or the path of one. */
  readonly presetId: string;
  /** Text of a preset that is not saved yet; null takes `presetId`. */
  readonly presetText: string | null;
  /** The script supervisor's log; null when there is none. */
  readonly logPath: string | null;
}

/** A plan, the project it was made for, and everything that was found on the way. */
export interface ReadIngestPlan {
  readonly plan: IngestPlan;
  readonly project: HostProject;
  readonly findings: readonly Finding[];
}

/** Reads sources, media, log, preset and project, each once, and plans. Changes nothing. */
export async function readIngestPlan(
  request: IngestRequest,
  ports: Ports,
  job: JobContext,
): Promise<ReadIngestPlan> {
  const preset = await readBinPreset(request, ports);
  const log = await readTakeLog(request.logPath, ports);
  const listing = await ports.engine.listSources({ sources: request.sources }, job);
  const probes = await ports.engine.probe({ paths: essenceOf(listing) }, job);
  const project = await ports.premiere.readProject({ projectPath: null, columns: columnsToRead });
  const takes = log?.takes ?? null;
  const plan = planIngest({ listing: listing.files, probes, log: takes, preset, project });
  const findings = [...listing.findings, ...(log?.findings ?? []), ...plan.findings];
  return { plan, project, findings };
}

function essenceOf({ files }: SourceListing): string[] {
  return files
    .filter(
      ({ relativePath, sizeBytes }) => sizeBytes > 0 && classifyFile(relativePath) === 'essence',
    )
    .map(({ path }) => path);
}

async function readBinPreset(
  { presetId, presetText }: IngestRequest,
  { engine }: Ports,
): Promise<BinPreset> {
  const shipped = presetText === null ? findBinPreset(presetId) : undefined;
  if (shipped) return shipped;
  const text = presetText ?? (await engine.readText({ path: presetId })).text;
  const result = toBinPreset(parseJson(text));
  if (result.ok) return result.preset;
  throw new UserFacingError(
    'bad-preset',
    `The bin preset “${presetId}” is refused: ${result.problem}. Correct it, or take “scene-take”.`,
  );
}

/** Undefined for what is no JSON: the preset's own check then says what is missing. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
