import { parseTicks, type Ticks } from '../../../domain/time/Ticks';
import { putIntoBin } from '../model/bins';
import { toMedia } from '../model/media';
import type {
  Clip,
  ItemCommon,
  Marker,
  Marks,
  Media,
  PlaceableItem,
  Project,
  ProjectItem,
  Sequence,
  Track,
} from '../model/ProjectModel';
import { makeSequence } from '../model/sequences';
import type { Session } from '../model/Session';
import { addTrack, putOnTrack } from '../model/tracks';
import type {
  FileItem,
  FileMarker,
  FileSequence,
  FileTrack,
  ProjectFile,
} from './projectFileSchema';

/** Finds a medium on disk: its path now, or undefined when it is offline. */
export type LocateMedia = (media: ProjectFile['media'][number]) => string | undefined;

/** Builds a project from its file. @throws RangeError when the file refers to what it does not hold */
export function toProject(
  file: ProjectFile,
  projectPath: string,
  { session, locate }: { readonly session: Session; readonly locate: LocateMedia },
): Project {
  const idOf = keepIds(file, session);
  const blank = session.makeProject(projectPath, idOf(file.items[0]?.id ?? ''));
  const media = file.media.map((saved) => {
    const found = locate(saved);
    const made = toMedia(saved.facts, found ?? saved.path);
    made.isOnline = found !== undefined;
    return made;
  });
  const project: Project = { ...blank, documentId: file.documentId, media };
  for (const { name, label, type } of file.columns) project.columns.set(name, { label, type });
  const sequences = new Map(file.sequences.map((saved) => [saved.id, toSequence(saved, session)]));
  const items = toItems(file.items, { project, idOf, sequences });
  project.sequences.push(...sequences.values());
  for (const saved of file.sequences) {
    fillTracks(at(sequences.get(saved.id)), saved, { items, idOf });
  }
  project.activeSequence = sequences.get(file.activeSequence ?? '') ?? null;
  project.pastJobs.push(...file.encoderJobs);
  return project;
}

function toSequence(saved: FileSequence, session: Session): Sequence {
  const format = { ...saved, frameTicks: parseTicks(saved.frameTicks) };
  const sequence = makeSequence('', format, session.ids);
  return {
    ...sequence,
    id: saved.id,
    item: null,
    displayFormat: saved.displayFormat,
    zeroPoint: parseTicks(saved.zeroPoint),
    marks: toMarks(saved.marks),
    markers: saved.markers.map(toMarker),
  };
}

/** Saved node id → the one it has in this session. */
type IdOf = (saved: string) => string;

/** Every saved id is claimed before any other is given out, so that a file's ids stay. */
function keepIds(file: ProjectFile, session: Session): IdOf {
  const tracks = file.sequences.flatMap((saved) => [...saved.videoTracks, ...saved.audioTracks]);
  const saved = [...file.items, ...tracks.flatMap(({ items }) => items)].map(({ id }) => id);
  const kept = new Map(saved.map((id) => [id, session.ids.keepNodeId(id)]));
  return (id) => kept.get(id) ?? session.ids.nodeId();
}

interface ItemParts {
  readonly project: Project;
  readonly idOf: IdOf;
  readonly sequences: ReadonlyMap<string, Sequence>;
}

function toItems(saved: readonly FileItem[], parts: ItemParts): ProjectItem[] {
  const items: ProjectItem[] = [];
  for (const entry of saved) {
    const item = toItem(entry, parts);
    items.push(item);
    if (entry.parent === null) continue;
    const parent = at(items[entry.parent]);
    if (!('children' in parent)) throw new RangeError(`${parent.name} is no bin`);
    putIntoBin(item, parent);
  }
  return items;
}

function toItem(saved: FileItem, { project, idOf, sequences }: ItemParts): ProjectItem {
  if (saved.kind === 'root') {
    for (const [column, value] of Object.entries(saved.metadata)) {
      project.root.metadata.set(column, value);
    }
    return project.root;
  }
  const head = {
    nodeId: idOf(saved.id),
    name: saved.name,
    label: saved.label,
    parent: null,
    metadata: new Map(Object.entries(saved.metadata)),
    markers: saved.markers.map(toMarker),
  };
  if (saved.kind === 'bin') return { kind: 'bin', ...head, children: [] };
  if (saved.kind === 'clip') return { ...toClip(saved, at(project.media[saved.media])), ...head };
  const sequence = at(sequences.get(saved.sequence));
  const item = { kind: 'sequence', ...head, sequence, marks: toMarks(saved.marks) } as const;
  sequence.item = item;
  return item;
}

type SavedClip = Extract<FileItem, { kind: 'clip' }>;

function toClip(saved: SavedClip, media: Media): Omit<Clip, keyof ItemCommon> {
  return {
    kind: 'clip',
    media,
    marks: toMarks(saved.marks),
    range: { start: parseTicks(saved.range.start), end: parseTicks(saved.range.end) },
    startOverride: optional(saved.startOverride),
    rateOverride: saved.rateOverride,
    audioClips: saved.audioClips,
    xmp: saved.xmp,
    proxyPath: saved.proxyPath,
  };
}

interface TrackParts {
  readonly items: readonly ProjectItem[];
  readonly idOf: IdOf;
}

function fillTracks(sequence: Sequence, saved: FileSequence, parts: TrackParts): void {
  for (const track of saved.videoTracks) fillTrack(addTrack(sequence, 'Video'), track, parts);
  for (const track of saved.audioTracks) fillTrack(addTrack(sequence, 'Audio'), track, parts);
}

function fillTrack(track: Track, saved: FileTrack, { items, idOf }: TrackParts): void {
  const { name, isMuted, isLocked, isTargeted } = saved;
  Object.assign(track, { name, isMuted, isLocked, isTargeted });
  for (const use of saved.items) {
    putOnTrack(
      {
        nodeId: idOf(use.id),
        track: null,
        item: placeable(items[use.item]),
        name: use.name,
        startTicks: parseTicks(use.startTicks),
        endTicks: parseTicks(use.endTicks),
        inTicks: parseTicks(use.inTicks),
        outTicks: parseTicks(use.outTicks),
        isDisabled: use.isDisabled,
        isSelected: false,
        linkId: use.linkId,
        channels: use.channels,
        parameters: toParameters(use.parameters),
      },
      track,
    );
  }
}

function toParameters(saved: FileTrack['items'][number]['parameters']) {
  return new Map(
    saved.map(({ key, value, isTimeVarying, keys }) => [
      key,
      {
        value: value,
        isTimeVarying,
        keys: keys.map((entry) => ({
          ticks: parseTicks(entry.ticks),
          value: entry.value,
        })),
      },
    ]),
  );
}

function placeable(item: ProjectItem | undefined): PlaceableItem {
  const found = at(item);
  if ('children' in found) throw new RangeError(`${found.name} is a bin`);
  return found;
}

function toMarker(saved: FileMarker): Marker {
  return {
    ...saved,
    startTicks: parseTicks(saved.startTicks),
    endTicks: parseTicks(saved.endTicks),
  };
}

function toMarks(saved: { readonly in: string | null; readonly out: string | null }): Marks {
  return { in: optional(saved.in), out: optional(saved.out) };
}

function optional(ticks: string | null): Ticks | null {
  return ticks === null ? null : parseTicks(ticks);
}

function at<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new RangeError('The file refers to something it does not hold.');
  return value;
}
