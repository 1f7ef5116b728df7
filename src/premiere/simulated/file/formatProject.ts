import path from 'node:path';
import { formatTicks, type Ticks } from '../../../domain/time/Ticks';
import { itemsBelow } from '../model/bins';
import { itemsOf } from '../model/editing';
import type {
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
import {
  projectFileSchema,
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
      relativePath: path.relative(folder, media.path).replaceAll(path.sep, '/'),
      facts: { ...media.facts } as ProjectFile['media'][number]['facts'],
    })),
    items: items.map((item) => toFileItem(item, places)),
    sequences: project.sequences.map((sequence) => toFileSequence(sequence, places)),
    activeSequence: project.activeSequence?.id ?? null,
    encoderJobs: jobs.map((job) => ({ ...job })),
  };
  // Keys in the schema's order, wherever the facts came from: the same project is the same text.
  return `${JSON.stringify(projectFileSchema.parse(file), null, 1)}\n`;
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
  if ('children' in item) return { kind: item.kind, ...head };
  const marks = toFileMarks(item.marks);
  if (item.kind === 'sequence')
    return { kind: 'sequence', ...head, sequence: item.sequence.id, marks };
  return {
    kind: 'clip',
    ...head,
    media: places.media.get(item.media) ?? -1,
    marks,
    range: { start: formatTicks(item.range.start), end: formatTicks(item.range.end) },
    startOverride: optional(item.startOverride),
    rateOverride: item.rateOverride,
    audioClips: item.audioClips.map((channels) => [...channels]),
    xmp: item.xmp,
    proxyPath: item.proxyPath,
  };
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
    markers: sequence.markers.map(toFileMarker),
    videoTracks: sequence.videoTracks.map((track) => toFileTrack(track, places)),
    audioTracks: sequence.audioTracks.map((track) => toFileTrack(track, places)),
  };
}

function toFileTrack(track: Track, places: Places): FileTrack {
  return {
    name: track.name,
    isMuted: track.isMuted,
    isLocked: track.isLocked,
    isTargeted: track.isTargeted,
    items: track.items
      .filter(({ item }) => places.items.has(item))
      .map((item) => toFileTrackItem(item, places)),
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
  };
}

function toFileParameter(key: string, state: ParameterState) {
  type Value = FileTrack['items'][number]['parameters'][number]['value'];
  return {
    key,
    value: state.value as Value,
    isTimeVarying: state.isTimeVarying,
    keys: state.keys.map(({ ticks, value }) => ({
      ticks: formatTicks(ticks),
      value: value as Value,
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
