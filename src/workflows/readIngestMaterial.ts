import type { HostProject } from '../contract/host';
import type { JobContext } from '../contract/JobContext';
import type { ProbeResult, SourceFile, SourceListing } from '../contract/MediaEngine';
import type { Ports } from '../contract/Ports';
import type { Finding } from '../contract/StepReport';
import { readCardsInSteps, textsOfCards, type CardReading } from '../domain/ingest/cards/readCards';
import type { BinPreset } from '../domain/ingest/BinPreset';
import type { MergedLogs } from '../domain/report/mergeLogs';
import { inTurns } from './inTurns';
import { readBinPreset, type BinPresetChoice } from './readBinPreset';
import { readTakeLogs } from './readTakeLog';
import { columnsToRead } from './readProject';

/** Where media and logs are, and the preset they are to be sorted by. */
export interface IngestSources extends BinPresetChoice {
  /** Cards and folders, absolute paths. */
  readonly sources: readonly string[];
  /** Logs and reports: script supervisor's, camera, sound, ALE. */
  readonly logPaths: readonly string[];
}

/** All that plans are made from, read once: another preset may be tried on it. */
export interface IngestMaterial {
  readonly preset: BinPreset;
  readonly listing: readonly SourceFile[];
  readonly cards: CardReading;
  readonly probes: readonly ProbeResult[];
  /** Null when no log was named. */
  readonly log: MergedLogs | null;
  readonly project: HostProject;
  readonly findings: readonly Finding[];
}

/** So many answers cross at once that none holds the page up. */
const probesAtOnce = 500;

/**
 * Reads preset, sources, cards, logs, media and project, each once. Changes nothing.
 * @throws UserFacingError `bad-preset`, `file-not-found`
 */
export async function readIngestMaterial(
  { sources, logPaths, ...choice }: IngestSources,
  ports: Ports,
  job: JobContext,
): Promise<IngestMaterial> {
  const { engine, premiere } = ports;
  const preset = await readBinPreset(choice, ports);
  const log = await readTakeLogs(logPaths, ports);
  const listing = await engine.listSources({ sources, tellsGrowing: true }, job);
  const cards = await readCardsOf(listing, ports, job);
  const probes = await probeAll(cards, ports, job);
  const columns = [...columnsToRead, ...Object.keys(preset.metadata)];
  const project = await premiere.readProject({ projectPath: null, columns });
  const findings = [...listing.findings, ...(log?.findings ?? [])];
  return { preset, listing: listing.files, cards, probes, log, project, findings };
}

async function readCardsOf(
  { files }: SourceListing,
  { engine }: Ports,
  job: JobContext,
): Promise<CardReading> {
  const paths = textsOfCards(files);
  const texts = paths.length === 0 ? [] : await engine.readTexts({ paths }, job);
  const read = texts.flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const]));
  return inTurns(readCardsInSteps(files, new Map(read)), job);
}

async function probeAll(
  { clips }: CardReading,
  { engine }: Ports,
  job: JobContext,
): Promise<readonly ProbeResult[]> {
  const paths = clips
    .filter(({ main, parts }) => main.sizeBytes > 0 && !parts.some((part) => part.isGrowing))
    .map(({ main }) => main.path);
  const probes: ProbeResult[] = [];
  for (let from = 0; from < paths.length; from += probesAtOnce) {
    const some = paths.slice(from, from + probesAtOnce);
    const report = ({ done, unit, subject }: Parameters<JobContext['report']>[0]) =>
      job.report({ done: from + done, total: paths.length, unit, subject });
    probes.push(...(await engine.probe({ paths: some }, { ...job, report })));
    job.checkpoint();
  }
  return probes;
}
