import type { ProjectSnapshot, SnapshotTrack } from '../../src/contract/ProjectSnapshot';
import { metadataColumns } from '../../src/domain/ingest/itemMetadata';
import type { OpenPorts } from './openPorts';

/** What stands in a project, told without the ids that differ from project to project. */
export interface Standing {
  /** By media path. */
  readonly items: ReadonlyMap<string, unknown>;
  /** By name; two of one name stand behind one another. */
  readonly sequences: ReadonlyMap<string, unknown>;
}

/** Reads what stands from the project model itself, with our own marks as the host reads them. */
export async function readStanding({ premiere, host, projectPath }: OpenPorts): Promise<Standing> {
  const snapshot = premiere.snapshot(projectPath);
  const { bin, builtFor, builtFrom } = metadataColumns;
  const columns = [bin, builtFor, builtFrom];
  const { items, sequences } = await host.readProject({ projectPath, columns });
  const fieldsOf = new Map(items.map((item) => [item.id, item.fields]));
  const itemIdOf = new Map(sequences.map((sequence) => [sequence.id, sequence.itemId]));
  return {
    items: new Map(
      snapshot.items.map(({ id, ...item }) => [
        item.mediaPath,
        { ...item, marks: fieldsOf.get(id) },
      ]),
    ),
    sequences: new Map(
      snapshot.sequences.map(({ id, ...sequence }) => [
        sequence.name,
        {
          ...sequence,
          videoTracks: withPaths(sequence.videoTracks, snapshot),
          audioTracks: withPaths(sequence.audioTracks, snapshot),
          marks: fieldsOf.get(itemIdOf.get(id) ?? ''),
        },
      ]),
    ),
  };
}

function withPaths(tracks: readonly SnapshotTrack[], { items }: ProjectSnapshot): unknown {
  const paths = new Map(items.map(({ id, mediaPath }) => [id, mediaPath]));
  return tracks.map(({ clips }) =>
    clips.map((clip) => ({ ...clip, itemId: paths.get(clip.itemId) })),
  );
}
