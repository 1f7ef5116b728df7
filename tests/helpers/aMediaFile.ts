import type {
  IngestItem,
  ListedFile,
  ProbedFile,
  ProbedSound,
} from '../../src/domain/ingest/IngestRequest';
import type { IngestPlan } from '../../src/domain/ingest/IngestPlan';
import type { ProjectBin } from '../../src/domain/ingest/binPathsOf';

/** A listed file with its probe. */
export interface MediaFile {
  readonly file: ListedFile;
  readonly probe: ProbedFile;
}

/** A picture under `/cards`, by its path from there: `A001R1AB/A001C001_260412_R1AB.mov`. */
export function aMediaFile(
  relativePath: string,
  { source = '/cards', sizeBytes = 1000 }: { source?: string; sizeBytes?: number } = {},
): MediaFile {
  const path = `${source}/${relativePath}`;
  return {
    file: { path, source, relativePath, sizeBytes },
    probe: { path, ok: true, media: { video: {}, audio: {}, sound: null } },
  };
}

/** A recorder's file with what its iXML says. */
export function aRecording(relativePath: string, sound: Partial<ProbedSound> = {}): MediaFile {
  const { file } = aMediaFile(relativePath);
  const facts = {
    scene: '24A',
    take: '3',
    circled: false,
    wildTrack: false,
    soundRoll: 'S001',
    note: '',
    ...sound,
  };
  return {
    file,
    probe: { path: file.path, ok: true, media: { video: null, audio: {}, sound: facts } },
  };
}

/** A project as ingest reads it. */
export interface PlainProject {
  readonly bins: readonly ProjectBin[];
  readonly items: readonly IngestItem[];
}

/** A project with its root alone. */
export const emptyProject: PlainProject = {
  bins: [{ id: 'root', parentId: null, name: '' }],
  items: [],
};

/** The project after a plan was applied to it, as a host would leave it. */
export function applyPlan(project: PlainProject, plan: IngestPlan): PlainProject {
  const idOf = (reference: { binId: string | null; binKey: string | null }) =>
    reference.binId ?? `bin ${reference.binKey ?? ''}`;
  const bins = plan.bins.map(({ key, name, parentId, parentKey }) => ({
    id: `bin ${key}`,
    parentId: parentKey === null ? (parentId ?? 'root') : `bin ${parentKey}`,
    name,
  }));
  const imported = plan.imports.flatMap(({ bin, paths }) =>
    paths.map((path) => ({
      id: `item ${path}`,
      binId: idOf(bin),
      name: path.split('/').at(-1) ?? '',
      mediaPath: path,
      fields: [],
    })),
  );
  const items = [...project.items, ...imported].map((item: IngestItem): IngestItem => {
    const change = plan.changes.find(({ path, itemId }) =>
      itemId === null ? path === item.mediaPath : itemId === item.id,
    );
    return {
      ...item,
      name: change?.name ?? item.name,
      binId: change?.bin ? idOf(change.bin) : item.binId,
      fields: [...item.fields, ...(change?.fields ?? [])],
    };
  });
  return { bins: [...project.bins, ...bins], items };
}
