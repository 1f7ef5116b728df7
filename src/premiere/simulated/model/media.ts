import path from 'node:path';
import type { MediaFacts } from '../../../contract/MediaEngine';
import { parseFrameRate, ticksPerFrame } from '../../../domain/time/FrameRate';
import { parseTicks, zeroTicks } from '../../../domain/time/Ticks';
import type { Clip, Media, Project } from './ProjectModel';
import type { Ids } from './Ids';

/** What the project keeps of a probed file. */
export function toMedia(facts: MediaFacts, mediaPath: string): Media {
  const rate = facts.video ? parseFrameRate(facts.video.frameRate) : undefined;
  return {
    path: mediaPath,
    isOnline: true,
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
export function makeClip(ids: Ids, media: Media): Clip {
  return {
    kind: 'clip',
    nodeId: ids.nodeId(),
    name: path.basename(media.path),
    label: defaultLabel(media),
    parent: null,
    metadata: new Map(),
    markers: [],
    media,
    marks: { in: null, out: null },
    range: { start: zeroTicks, end: media.durationTicks },
    startOverride: null,
    rateOverride: null,
    audioClips: defaultAudioClips(media),
    xmp: '',
    proxyPath: '',
  };
}

/** The project's medium at a path, made from the facts when it is not there yet. */
export function mediaAt(project: Project, facts: MediaFacts, mediaPath: string): Media {
  const known = project.media.find((media) => media.path === mediaPath);
  if (known) {
    known.isOnline = true;
    return known;
  }
  const media = toMedia(facts, mediaPath);
  project.media.push(media);
  return media;
}
