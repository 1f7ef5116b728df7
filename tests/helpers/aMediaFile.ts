import type {
  IngestItem,
  ProbedFile,
  ProbedMedia,
  ProbedSound,
} from '../../src/domain/ingest/IngestRequest';
import type { ListedFile } from '../../src/domain/ingest/ListedFile';
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
  { source = '/cards', sizeBytes = 1000, isGrowing = false, ...told }: MediaFileFacts = {},
): MediaFile {
  const path = `${source}/${relativePath}`;
  return {
    file: { path, source, relativePath, sizeBytes, isGrowing },
    probe: { path, ok: true, media: { ...aProbe, ...told } },
  };
}

/** What a test says of a picture; it tells nothing else. */
type MediaFileFacts = Partial<ProbedMedia> &
  Partial<Pick<ListedFile, 'source' | 'sizeBytes' | 'isGrowing'>>;

const aProbe: ProbedMedia = {
  video: { variableRate: false, nearestRate: '24000/1001' },
  audio: { channels: 2 },
  sound: null,
  reel: '',
  recordedAt: '',
  slate: { scene: '', take: '', camera: '', reel: '' },
};

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
    originationDate: '',
    ...sound,
  };
  return {
    file,
    probe: { path: file.path, ok: true, media: { ...aProbe, video: null, sound: facts } },
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
  const imported = plan.imports.flatMap(({ bin, paths, stills }) =>
    [...paths, ...stills].map((path) => ({
      id: `item ${path}`,
      binId: idOf(bin),
      name: path.split('/').at(-1) ?? '',
      mediaPath: path,
      proxyPath: '',
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
      proxyPath: change?.proxyPath ?? item.proxyPath,
      fields: [...item.fields, ...(change?.fields ?? [])],
    };
  });
  return { bins: [...project.bins, ...bins], items };
}
