import path from 'node:path';
import type { MediaFacts } from '../../../contract/MediaEngine';
import { untoldFacts, untoldPicture } from '../../../contract/untoldFacts';
import { parseFrameRate, ticksPerFrame } from '../../../domain/time/FrameRate';
import {
  formatTicks,
  parseTicks,
  toTicks,
  ticksPerSecond,
  zeroTicks,
} from '../../../domain/time/Ticks';
import type { Clip, Interpretation, Media, MediaKind, Project } from './ProjectModel';
import type { Ids } from './Ids';

/** How long a still and what Premiere makes itself last: its default, five seconds. */
export const stillTicks = toTicks(5n * ticksPerSecond);

/** What the project keeps of a probed file. */
export function toMedia(facts: MediaFacts, mediaPath: string, kind: MediaKind = 'file'): Media {
  const rate = facts.video ? parseFrameRate(facts.video.frameRate) : undefined;
  return {
    kind,
    path: mediaPath,
    isOnline: true,
    isUnlinked: false,
    origin: null,
    facts,
    durationTicks: parseTicks(facts.durationTicks),
    startTicks: parseTicks(facts.startTicks),
    video:
      facts.video && rate
        ? { frameTicks: ticksPerFrame(rate), width: facts.video.width, height: facts.video.height }
        : null,
    audio:
      facts.audio && facts.audio.channels > 0
        ? { sampleRate: facts.audio.sampleRate, channels: facts.audio.channels }
        : null,
  };
}

/** A medium without a file, or one whose file says nothing of itself. */
export interface MadeMedium {
  readonly kind: MediaKind;
  readonly path: string;
  readonly durationTicks: bigint;
  /** Timecode of the first frame, as time since 00:00:00:00; 0 when it is left out. */
  readonly startTicks?: bigint;
  /** Null for what has no picture; `frameRate` as an exact fraction. */
  readonly video: {
    readonly width: number;
    readonly height: number;
    readonly frameRate: string;
  } | null;
  readonly audio: { readonly sampleRate: number; readonly channels: number } | null;
}

/** A medium that no probe could describe: bars, black, a matte, captions, what is offline. */
export function madeMedia(medium: MadeMedium): Media {
  const { kind, path: mediaPath, durationTicks, startTicks = 0n, video, audio } = medium;
  const facts: MediaFacts = {
    path: mediaPath,
    sizeBytes: 0,
    modifiedMs: 0,
    container: kind,
    durationTicks: formatTicks(toTicks(durationTicks)),
    startTimecode: '',
    startTicks: formatTicks(toTicks(startTicks)),
    reel: '',
    ...untoldFacts,
    video: video && {
      ...video,
      codec: kind,
      profile: '',
      pixelFormat: '',
      frames: -1,
      scan: 'progressive',
      ...untoldPicture(video.frameRate),
    },
    audio: audio && { ...audio, codec: kind, streams: [audio.channels], bitsPerSample: 16 },
    sound: null,
  };
  return toMedia(facts, mediaPath, kind);
}

/** Everything as the medium itself says. */
export function mediumsOwn(): Interpretation {
  return {
    pixelAspectRatio: null,
    fieldType: -1,
    alphaUsage: 0,
    ignoreAlpha: false,
    invertAlpha: false,
    removePulldown: false,
    vrConformProjectionType: 0,
    vrLayoutType: 0,
    vrHorizontalView: 0,
    vrVerticalView: 0,
  };
}

/** How sound lands: one channel as one mono item, two as one stereo item, more as so many monos. */
function defaultAudioClips(media: Media): readonly (readonly number[])[] {
  const channels = media.audio?.channels ?? 0;
  if (channels === 2) return [[0, 1]];
  return Array.from({ length: channels }, (_unused, channel) => [channel]);
}

/** Premiere's labels for what arrives: violet pictures, iris for both, caribbean sound. */
function defaultLabel(media: Media): number {
  if (!media.video) return 2;
  return media.audio ? 1 : 0;
}

/** A project item of a medium, standing nowhere yet. */
export function makeClip(ids: Ids, media: Media, name = path.basename(media.path)): Clip {
  return {
    kind: 'clip',
    nodeId: ids.nodeId(),
    name,
    label: defaultLabel(media),
    parent: null,
    metadata: new Map(),
    markers: [],
    media,
    marks: { in: null, out: null },
    audioMarks: null,
    range: { start: zeroTicks, end: media.durationTicks },
    startOverride: null,
    rateOverride: null,
    audioClips: defaultAudioClips(media),
    xmp: '',
    proxyPath: '',
    interpretation: mediumsOwn(),
    isSubclip: false,
    takesVideo: true,
    isMerged: false,
    scalesToFrame: false,
    colorSpace: '',
    inputLutId: '',
    timeDisplayFormat: null,
  };
}

/** The media of a project by path, for as long as no path changes behind its back. */
interface PathIndex {
  readonly byPath: Map<string, Media>;
  count: number;
}

const indexes = new WeakMap<Project, PathIndex>();

/** The project's medium at a path, made from the facts when it is not there yet. */
export function mediaAt(project: Project, facts: MediaFacts, mediaPath: string): Media {
  const known = knownMedia(project, mediaPath);
  if (known) {
    known.isOnline = true;
    known.isUnlinked = false;
    return known;
  }
  const media = toMedia(facts, mediaPath);
  addMedia(project, media);
  return media;
}

/** The project's medium at a path; undefined when there is none. */
export function knownMedia(project: Project, mediaPath: string): Media | undefined {
  return indexOf(project).byPath.get(mediaPath);
}

/** Adds a medium to a project. */
export function addMedia(project: Project, media: Media): void {
  const index = indexOf(project);
  project.media.push(media);
  index.count += 1;
  if (media.path !== '') index.byPath.set(media.path, media);
}

/** Gives a medium another path. */
export function moveMedia(project: Project, media: Media, mediaPath: string): void {
  media.path = mediaPath;
  media.isOnline = true;
  media.isUnlinked = false;
  indexes.delete(project);
}

function indexOf(project: Project): PathIndex {
  const known = indexes.get(project);
  if (known?.count === project.media.length) return known;
  const byPath = new Map<string, Media>();
  for (const media of project.media) {
    if (media.path !== '' && !byPath.has(media.path)) byPath.set(media.path, media);
  }
  const index = { byPath, count: project.media.length };
  indexes.set(project, index);
  return index;
}
