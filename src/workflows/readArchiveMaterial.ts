import type { HostItem } from '../contract/host';
import type { JobContext } from '../contract/JobContext';
import type { MediaFacts } from '../contract/MediaEngine';
import type { Ports } from '../contract/Ports';
import { UserFacingError } from '../contract/UserFacingError';
import type { ArchiveItem, ArchiveMaterial } from '../domain/archive/ArchiveMaterial';
import { binPathsOf } from '../domain/ingest/binPathsOf';
import { readMetadata } from '../domain/ingest/readMetadata';
import { readProject } from './readProject';

/** An archive bundle to write. */
export interface ArchiveRequest {
  /** The bundle's own folder; made when absent. */
  readonly bundle: string;
  readonly title: string;
  /** Cards and folders to keep whole, sidecars included. */
  readonly sources: readonly string[];
  /** Folder of finished exports; null for none. */
  readonly exportsFolder: string | null;
}

/** Reads all that an archive is planned from: the project, its file, the cards, the exports. */
export async function readArchiveMaterial(
  request: ArchiveRequest,
  ports: Ports,
  job: JobContext,
): Promise<ArchiveMaterial> {
  const { project, facts } = await readProject(ports, job);
  const { files } = await ports.engine.listSources({ sources: request.sources }, job);
  const binPaths = binPathsOf(project.bins);
  return {
    title: request.title,
    project: { path: project.path, text: await readProjectText(project.path, ports) },
    items: project.items.map((item) =>
      toArchiveItem(item, binPaths.get(item.binId) ?? '/', facts.get(item.mediaPath)),
    ),
    exports: await listExports(request.exportsFolder, ports, job),
    sources: request.sources,
    listing: files,
  };
}

function toArchiveItem(
  item: HostItem,
  binPath: string,
  facts: MediaFacts | undefined,
): ArchiveItem {
  const { scene, shot, take, camera, logNote } = readMetadata(item.fields);
  const { name, mediaPath, startTicks, durationTicks, frameTicks } = item;
  const startTimecode = facts?.startTimecode ?? '';
  const slate = { scene, setup: shot, take, camera, note: logNote };
  return {
    name,
    binPath,
    mediaPath,
    ...slate,
    startTicks,
    durationTicks,
    frameTicks,
    startTimecode,
  };
}

/** Null when the project is no text: Premiere's own are gzip, and are archived as they are. */
async function readProjectText(path: string, { engine }: Ports): Promise<string | null> {
  try {
    return (await engine.readText({ path })).text;
  } catch (error) {
    if (error instanceof UserFacingError && error.code === 'bad-input') return null;
    throw error;
  }
}

async function listExports(
  folder: string | null,
  { engine }: Ports,
  job: JobContext,
): Promise<readonly string[]> {
  if (folder === null) return [];
  const { files } = await engine.listSources({ sources: [folder] }, job);
  return files.map((file) => file.path);
}
