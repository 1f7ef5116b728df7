import path from 'node:path';
import { formatTicks, type Ticks } from '../../../domain/time/Ticks';
import { itemsBelow } from '../model/bins';
import { itemsOf } from '../model/editing';
import type {
  Clip,
  EncoderJobRecord,
  Marker,
  Marks,
  Media,
  ParameterState,
  Project,
  ProjectItem,
  Sequence,
  Track,
  TrackItem,
} from '../model/ProjectModel';
import { toFileTransitions } from './fileTransitions';
import { toFileFacts } from './mediaFactsSchema';
import {
  projectFormat,
  type FileItem,
  type FileMarker,
  type FileSequence,
  type FileTrack,
  type ProjectFile,
} from './projectFileSchema';

/** Indexes by which a file refers to items and media. */
interface Places {
  readonly items: ReadonlyMap<ProjectItem, number>;
  readonly media: ReadonlyMap<Media, number>;
}

/** A project as the text of its file. */
export function formatProject(project: Project, jobs: readonly EncoderJobRecord[]): string {
  const items = itemsToSave(project);
  const places: Places = { items: toPlaces(items), media: toPlaces(project.media) };
  const folder = path.dirname(project.path);
  const file: ProjectFile = {
    format: projectFormat,
    version: 1,
    documentId: project.documentId,
    columns: [...project.columns].map(([name, { label, type }]) => ({ name, label, type })),
    media: project.media.map((media) => ({
      path: media.path,
      relativePath:
        media.path === '' ? '' : path.relative(folder, media.path).replaceAll(path.sep, '/'),
      kind: media.kind,
      unlinked: media.isUnlinked,
      origin: media.origin,
      facts: toFileFacts(media.facts),
    })),
    items: items.map((item) => toFileItem(item, places)),
    sequences: project.sequences.map((sequence) => toFileSequence(sequence, places)),
    activeSequence: project.activeSequence?.id ?? null,
    insertionBin: places.items.get(project.insertionBin) ?? 0,
    ...project.settings,
    scratchDisks: Object.fromEntries(project.settings.scratchDisks),
    encoderJobs: jobs.map((job) => ({ ...job })),
    origin: toFileOrigin(project.origin),
  };
  const members = Object.entries(file).map(
    ([key, value]) => `${JSON.stringify(key)}: ${formatMember(value)}`,
  );
  return `{\n${members.join(',\n')}\n}\n`;
}

/** A list has a line for each element, so that two states of a project can be compared by lines. */
function formatMember(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((element) => JSON.stringify(element)).join(',\n')}\n]`;
}

/** The schema's lists are its own. */
function toFileOrigin(origin: Project['origin']): ProjectFile['origin'] {
  if (!origin) return null;
  const { report, original } = origin;
  const lists = {
    objects: [...report.objects],
    remarks: [...report.remarks],
    missingMedia: [...report.missingMedia],
  };
  return { report: { ...report, ...lists }, original };
}

/** What stands in the project, and what was deleted but is still used in a sequence. */
function itemsToSave(project: Project): ProjectItem[] {
  const standing = [project.root, ...itemsBelow(project.root)];
  const used = project.sequences.flatMap(itemsOf).map(({ item }): ProjectItem => item);
  const isLost = (item: ProjectItem) =>
    item.kind === 'sequence' && !isSaved(item.sequence, project);
  return [...new Set([...standing, ...used])].filter((item) => !isLost(item));
}

function isSaved(sequence: Sequence, project: Project): boolean {
  return project.sequences.includes(sequence);
}

function toPlaces<Value>(values: readonly Value[]): Map<Value, number> {
  return new Map(values.map((value, index) => [value, index]));
}

function toFileItem(item: ProjectItem, places: Places): FileItem {
  const head = {
    id: item.nodeId,
    name: item.name,
    label: item.label,
    parent: item.parent ? (places.items.get(item.parent) ?? null) : null,
    metadata: Object.fromEntries(item.metadata),
    markers: item.markers.map(toFileMarker),
  };
  if ('children' in item) {
    if (item.kind === 'root') return { kind: 'root', ...head };
    return { kind: 'bin', ...head, query: item.query };
  }
  const audioMarks = item.audioMarks ? toFileMarks(item.audioMarks) : null;
  const marks = { marks: toFileMarks(item.marks), audioMarks };
  if (item.kind === 'sequence') {
    const { sequence, isMulticam } = item;
    return { kind: 'sequence', ...head, sequence: sequence.id, ...marks, isMulticam };
  }
  return Object.assign(toFileClip(item, places), head, marks);
}

type FileClip = Extract<FileItem, { kind: 'clip' }>;

function toFileClip(item: Clip, places: Places) {
  return {
    kind: 'clip',
    media: places.media.get(item.media) ?? -1,
    range: { start: formatTicks(item.range.start), end: formatTicks(item.range.end) },
    startOverride: optional(item.startOverride),
    rateOverride: item.rateOverride,
    audioClips: item.audioClips.map((channels) => [...channels]),
    xmp: item.xmp,
    proxyPath: item.proxyPath,
    interpretation: item.interpretation,
    isSubclip: item.isSubclip,
    takesVideo: item.takesVideo,
    isMerged: item.isMerged,
    scalesToFrame: item.scalesToFrame,
    colorSpace: item.colorSpace,
    inputLutId: item.inputLutId,
    timeDisplayFormat: item.timeDisplayFormat,
  } satisfies Partial<FileClip>;
}

function toFileSequence(sequence: Sequence, places: Places): FileSequence {
  return {
    id: sequence.id,
    frameTicks: formatTicks(sequence.frameTicks),
    width: sequence.width,
    height: sequence.height,
    sampleRate: sequence.sampleRate,
    displayFormat: sequence.displayFormat,
    zeroPoint: formatTicks(sequence.zeroPoint),
    marks: toFileMarks(sequence.marks),
    workArea: { ...toFileMarks(sequence.workArea), isEnabled: sequence.workArea.isEnabled },
    settings: { ...sequence.settings },
    customProperties: Object.fromEntries(sequence.customProperties),
    captionTracks: sequence.captionTracks.map((captions) => ({
      ...captions,
      startTicks: formatTicks(captions.startTicks),
    })),
    playhead: formatTicks(sequence.playhead),
    nextTrackId: sequence.nextTrackId,
    isOpen: sequence.isOpen,
    markers: sequence.markers.map(toFileMarker),
    videoTracks: sequence.videoTracks.map((track) => toFileTrack(track, places)),
    audioTracks: sequence.audioTracks.map((track) => toFileTrack(track, places)),
  };
}

function toFileTrack(track: Track, places: Places): FileTrack {
  const saved = track.items.filter(({ item }) => places.items.has(item));
  return {
    id: track.id,
    name: track.name,
    isMuted: track.isMuted,
    isLocked: track.isLocked,
    isTargeted: track.isTargeted,
    isSyncLocked: track.isSyncLocked,
    items: saved.map((item) => toFileTrackItem(item, places)),
    transitions: toFileTransitions(track, saved),
  };
}

function toFileTrackItem(item: TrackItem, places: Places): FileTrack['items'][number] {
  return {
    id: item.nodeId,
    item: places.items.get(item.item) ?? -1,
    name: item.name,
    startTicks: formatTicks(item.startTicks),
    endTicks: formatTicks(item.endTicks),
    inTicks: formatTicks(item.inTicks),
    outTicks: formatTicks(item.outTicks),
    isDisabled: item.isDisabled,
    linkId: item.linkId,
    channels: [...item.channels],
    parameters: [...item.parameters].map(([key, state]) => toFileParameter(key, state)),
    effects: item.effects.map((effect) => ({ ...effect })),
    speed: item.speed,
    isReversed: item.isReversed,
    isSelected: item.isSelected,
    graphic: item.graphic,
    qeSettings: Object.fromEntries(item.qeSettings),
  };
}

function toFileParameter(key: string, state: ParameterState) {
  type Value = FileTrack['items'][number]['parameters'][number]['value'];
  return {
    key,
    value: state.value as Value,
    isTimeVarying: state.isTimeVarying,
    keys: state.keys.map(({ ticks, value, interpolation }) => ({
      ticks: formatTicks(ticks),
      value: value as Value,
      interpolation,
    })),
  };
}

function toFileMarker(marker: Marker): FileMarker {
  return {
    ...marker,
    startTicks: formatTicks(marker.startTicks),
    endTicks: formatTicks(marker.endTicks),
  };
}

function toFileMarks(marks: Marks) {
  return { in: optional(marks.in), out: optional(marks.out) };
}

function optional(ticks: Ticks | null): string | null {
  return ticks === null ? null : formatTicks(ticks);
}
