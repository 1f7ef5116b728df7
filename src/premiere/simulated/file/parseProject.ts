import { parseTicks, type Ticks } from '../../../domain/time/Ticks';
import { putIntoBin } from '../model/bins';
import { mediumsOwn, toMedia } from '../model/media';
import type {
  Bin,
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
import { toTransitions } from './fileTransitions';
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
  const media = file.media.map((saved) => readMedium(saved, locate));
  const project: Project = { ...blank, documentId: file.documentId, media, origin: file.origin };
  for (const { name, label, type } of file.columns) project.columns.set(name, { label, type });
  const sequences = new Map(file.sequences.map((saved) => [saved.id, toSequence(saved, session)]));
  const items = toItems(file.items, { project, idOf, sequences });
  project.sequences.push(...sequences.values());
  for (const saved of file.sequences) {
    fillTracks(at(sequences.get(saved.id)), saved, { items, idOf });
  }
  readSettings(project, file);
  project.insertionBin = binAt(items, file.insertionBin) ?? project.root;
  // Premiere has items that stand in no bin, such as graphics: they were never deleted.
  const deleted = file.origin ? [] : items.slice(1).filter((item) => !item.parent);
  for (const item of deleted) session.orphans.add(item);
  return project;
}

function binAt(items: readonly ProjectItem[], place: number): Bin | undefined {
  const item = items[place];
  return item && 'children' in item ? item : undefined;
}

function readMedium(saved: ProjectFile['media'][number], locate: LocateMedia): Media {
  const found = saved.path === '' ? '' : locate(saved);
  const made = { ...toMedia(saved.facts, found ?? saved.path, saved.kind), origin: saved.origin };
  made.isUnlinked = saved.unlinked;
  made.isOnline = (found !== undefined || saved.origin?.wasOnline === true) && !saved.unlinked;
  return made;
}

function readSettings(project: Project, file: ProjectFile): void {
  project.activeSequence = project.sequences.find(({ id }) => id === file.activeSequence) ?? null;
  project.pastJobs.push(...file.encoderJobs);
  const { settings } = project;
  const { panelLayout, transcodesOnIngest, graphicsWhite, growingPaused } = file;
  Object.assign(settings, { panelLayout, transcodesOnIngest, graphicsWhite, growingPaused });
  for (const [kind, folder] of Object.entries(file.scratchDisks)) {
    settings.scratchDisks.set(kind, folder);
  }
}

function toSequence(saved: FileSequence, session: Session): Sequence {
  const settings = withoutGaps(saved.settings);
  const format = { ...saved, settings, frameTicks: parseTicks(saved.frameTicks) };
  const sequence = makeSequence('', format, session.ids);
  return {
    ...sequence,
    id: saved.id,
    item: null,
    zeroPoint: parseTicks(saved.zeroPoint),
    marks: toMarks(saved.marks),
    workArea: { ...toMarks(saved.workArea), isEnabled: saved.workArea.isEnabled },
    customProperties: new Map(Object.entries(saved.customProperties)),
    captionTracks: saved.captionTracks.map((captions) => ({
      ...captions,
      startTicks: parseTicks(captions.startTicks),
    })),
    playhead: parseTicks(saved.playhead),
    isOpen: saved.isOpen,
    markers: saved.markers.map(toMarker),
  };
}

/** A record without the fields that hold nothing. */
function withoutGaps<Fields extends object>(fields: Fields) {
  type Filled = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(filled) as Filled;
}

/** Saved node id → the one it has in this session. */
type IdOf = (saved: string) => string;

/** Every saved id is claimed before any other is given out, so that a file's ids stay. */
function keepIds(file: ProjectFile, session: Session): IdOf {
  const tracks = file.sequences.flatMap((saved) => [...saved.videoTracks, ...saved.audioTracks]);
  const uses = tracks.flatMap(({ items, transitions }) => [...items, ...transitions]);
  const saved = [...file.items, ...uses].map(({ id }) => id);
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
  if (saved.kind === 'bin') return { kind: 'bin', ...head, children: [], query: saved.query };
  if (saved.kind === 'clip') return { ...toClip(saved, at(project.media[saved.media])), ...head };
  const sequence = at(sequences.get(saved.sequence));
  const { isMulticam } = saved;
  const item = { kind: 'sequence', ...head, ...toBothMarks(saved), sequence, isMulticam } as const;
  sequence.item = item;
  return item;
}

type SavedClip = Extract<FileItem, { kind: 'clip' }>;

function toClip(saved: SavedClip, media: Media): Omit<Clip, keyof ItemCommon> {
  return {
    kind: 'clip',
    media,
    ...toBothMarks(saved),
    range: { start: parseTicks(saved.range.start), end: parseTicks(saved.range.end) },
    startOverride: optional(saved.startOverride),
    rateOverride: saved.rateOverride,
    audioClips: saved.audioClips,
    xmp: saved.xmp,
    proxyPath: saved.proxyPath,
    interpretation: saved.interpretation ?? mediumsOwn(),
    isSubclip: saved.isSubclip,
    takesVideo: saved.takesVideo,
    isMerged: saved.isMerged,
    scalesToFrame: saved.scalesToFrame,
    colorSpace: saved.colorSpace,
    inputLutId: saved.inputLutId,
    timeDisplayFormat: saved.timeDisplayFormat,
  };
}

interface TrackParts {
  readonly items: readonly ProjectItem[];
  readonly idOf: IdOf;
}

function fillTracks(sequence: Sequence, saved: FileSequence, parts: TrackParts): void {
  for (const track of saved.videoTracks) fillTrack(addTrack(sequence, 'Video'), track, parts);
  for (const track of saved.audioTracks) fillTrack(addTrack(sequence, 'Audio'), track, parts);
  sequence.nextTrackId = saved.nextTrackId ?? sequence.nextTrackId;
}

function fillTrack(track: Track, saved: FileTrack, { items, idOf }: TrackParts): void {
  const { id, name, isMuted, isLocked, isTargeted, isSyncLocked } = saved;
  const flags = { isMuted, isLocked, isTargeted, isSyncLocked };
  Object.assign(track, { id: id ?? track.id, name, ...flags });
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
        isSelected: use.isSelected,
        linkId: use.linkId,
        channels: use.channels,
        parameters: toParameters(use.parameters),
        effects: use.effects,
        speed: use.speed,
        isReversed: use.isReversed,
        graphic: use.graphic,
        qeSettings: new Map(Object.entries(use.qeSettings)),
      },
      track,
    );
  }
  track.transitions = toTransitions(saved.transitions, track.items, idOf);
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
          interpolation: entry.interpolation,
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

function toBothMarks(saved: Pick<SavedClip, 'marks' | 'audioMarks'>) {
  const { marks, audioMarks } = saved;
  return { marks: toMarks(marks), audioMarks: audioMarks ? toMarks(audioMarks) : null };
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
