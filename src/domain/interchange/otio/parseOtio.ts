import type { Cut, CutMarker, CutTrack } from '../../cut/Cut';
import type { Finding } from '../../finding/Finding';
import { zeroTicks } from '../../time/Ticks';
import type { ParsedCut } from '../CutText';
import { assignOtioIds } from './assignOtioIds';
import {
  firstTextOf,
  metadataOf,
  objectOf,
  objectsOf,
  rangeOf,
  schemaOf,
  textOf,
  type OtioObject,
} from './OtioObject';
import { parseOtioMarkerColor } from './otioMarkerColor';
import { readOtioSettings, type OtioSettings } from './readOtioSettings';
import { readOtioTrack, type OtioEvent } from './readOtioTrack';

const noRange = { start: zeroTicks, duration: zeroTicks };

/** A track as read, with the fields that need no ids. */
interface ReadTrack {
  readonly kind: 'Video' | 'Audio';
  readonly name: string;
  readonly enabled: boolean;
  readonly events: readonly OtioEvent[];
  readonly findings: readonly Finding[];
}

/** Reads an OTIO timeline, or the first one of a collection. What a cut does not hold is found. */
export function parseOtio(text: string): ParsedCut {
  const root = readJson(text);
  if (!root) return refuse('This is no OpenTimelineIO file: it is not whole JSON, or holds NaN.');
  const [timeline, ...others] = findTimelines(root);
  if (!timeline) {
    const schema = schemaOf(root) || 'document without a schema';
    return refuse(`There is no timeline in it, but a ${schema}.`);
  }
  const { cut, findings } = readTimeline(timeline);
  const message = 'Only the first timeline of the file was read.';
  const left = others.map(({ name }) => found('otio-timeline-left-out', textOf(name), message));
  return { cut, findings: [...left, ...findings] };
}

function readTimeline(timeline: OtioObject): ParsedCut {
  const { settings, findings } = readOtioSettings(timeline);
  const stack = objectOf(timeline['tracks']);
  const children = objectsOf(stack?.['children']);
  const tracks = children.flatMap((child) => readTrack(child, settings) ?? []);
  const ordered = [...ofKind(tracks, 'Video'), ...ofKind(tracks, 'Audio')];
  const { cutTracks, media } = identify(ordered);
  const videoCount = ofKind(tracks, 'Video').length;
  const cut: Cut = {
    ...settings,
    videoTracks: cutTracks.slice(0, videoCount),
    audioTracks: cutTracks.slice(videoCount),
    markers: objectsOf(stack?.['markers']).map(readMarker),
    media,
  };
  const ofTracks = ordered.flatMap((track) => track.findings);
  const misplaced = describeMisplaced(children.length - tracks.length);
  return { cut, findings: [...findings, ...misplaced, ...ofTracks, ...describeAssumed(ordered)] };
}

function describeMisplaced(count: number): readonly Finding[] {
  if (count === 0) return [];
  const message = `${count} items of the timeline that are no picture or sound tracks were left out.`;
  return [found('otio-item-left-out', 'timeline', message)];
}

function readJson(text: string): OtioObject | undefined {
  try {
    return objectOf(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    if (error instanceof Error && error.name === 'SyntaxError') return undefined;
    throw error;
  }
}

function findTimelines(root: OtioObject): readonly OtioObject[] {
  if (schemaOf(root) === 'Timeline') return [root];
  if (schemaOf(root) !== 'SerializableCollection') return [];
  return objectsOf(root['children']).flatMap(findTimelines);
}

function readTrack(track: OtioObject, settings: OtioSettings['settings']): ReadTrack | null {
  const kind = textOf(track['kind']) || 'Video';
  if (schemaOf(track) !== 'Track' && schemaOf(track) !== 'Sequence') return null;
  if (kind !== 'Video' && kind !== 'Audio') return null;
  const { frameRate, width, height } = settings;
  return {
    kind,
    name: textOf(track['name']),
    enabled: track['enabled'] !== false,
    ...readOtioTrack(track, { kind, frameRate, width, height }),
  };
}

function ofKind(tracks: readonly ReadTrack[], kind: ReadTrack['kind']): readonly ReadTrack[] {
  return tracks.filter((track) => track.kind === kind);
}

function identify(tracks: readonly ReadTrack[]): {
  readonly cutTracks: readonly CutTrack[];
  readonly media: Cut['media'];
} {
  const identified = assignOtioIds(tracks.map(({ events }) => events));
  const cutTracks = tracks.map(({ name, enabled }, index) => ({
    name,
    enabled,
    events: identified.tracks[index] ?? [],
  }));
  return { cutTracks, media: identified.media };
}

function readMarker(marker: OtioObject): CutMarker {
  const { start, duration } = rangeOf(marker['marked_range']) ?? noRange;
  const color = marker['color'];
  return {
    startTicks: start,
    durationTicks: duration,
    name: textOf(marker['name']),
    comment: firstTextOf(marker['comment'], metadataOf(marker, 'fcp_xml')?.['comment']),
    color: parseOtioMarkerColor(firstTextOf(color, objectOf(color)?.['name'])) ?? 'green',
  };
}

function describeAssumed(tracks: readonly ReadTrack[]): readonly Finding[] {
  const assumed = tracks.flatMap(({ events }) => events.filter(({ medium }) => medium.isAssumed));
  if (assumed.length === 0) return [];
  const message = `Raster, sample rate and channels of the media of ${assumed.length} clips are not told; the sequence's and stereo at 48 kHz were taken.`;
  return [{ ...found('otio-media-assumed', 'media', message), severity: 'info' }];
}

function refuse(message: string): ParsedCut {
  return {
    cut: null,
    findings: [{ ...found('otio-unreadable', 'otio', message), severity: 'error' }],
  };
}

function found(code: string, subject: string, message: string): Finding {
  return { code, severity: 'warning', subject, message };
}
