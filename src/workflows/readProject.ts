import type { HostProject } from '../contract/host';
import type { JobContext } from '../contract/JobContext';
import type { MediaFacts } from '../contract/MediaEngine';
import type { Ports } from '../contract/Ports';
import { metadataColumns } from '../domain/ingest/itemMetadata';

/** The project in front, and what the engine knows of the media its items stand for. */
export interface ProjectReading {
  readonly project: HostProject;
  /** By media path; media that cannot be read are absent. */
  readonly facts: ReadonlyMap<string, MediaFacts>;
}

/** The columns of ours and of Premiere's that every step reads. */
export const columnsToRead: readonly string[] = Object.values(metadataColumns);

/** Reads the project in one call and probes its media; the engine remembers what it has probed. */
export async function readProject(ports: Ports, job: JobContext): Promise<ProjectReading> {
  const project = await ports.premiere.readProject({ projectPath: null, columns: columnsToRead });
  job.checkpoint();
  const paths = [...new Set(project.items.map((item) => item.mediaPath).filter(Boolean))];
  const results = await ports.engine.probe({ paths }, job);
  const facts = results.flatMap((result) =>
    result.ok ? [[result.path, result.media] as const] : [],
  );
  return { project, facts: new Map(facts) };
}
