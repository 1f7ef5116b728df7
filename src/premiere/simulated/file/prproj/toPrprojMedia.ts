import fs from 'node:fs';
import path from 'node:path';
import type { MediaFacts } from '../../../../contract/MediaEngine';
import { untoldFacts, untoldPicture } from '../../../../contract/untoldFacts';
import type {
  PremiereClip,
  PremiereMedia,
  PremiereProject,
  PremiereTrack,
  PremiereTrackItem,
} from '../../../../domain/interchange/prproj/PremiereProject';
import { formatFrameRate, frameRateOfTicks } from '../../../../domain/time/FrameRate';
import { formatTicks, ticksPerSecond, zeroTicks, type Ticks } from '../../../../domain/time/Ticks';
import { toMedia } from '../../model/media';
import type { Media, MediaKind } from '../../model/ProjectModel';
import { fallbackFormat } from '../../model/sequences';

/** Premiere's reason for a medium that somebody set offline. */
const setOfflineByHand = 5;

/** What Premiere makes itself, by the code that takes the place of a path. */
const kindsOfGenerators: Readonly<Record<string, MediaKind>> = {
  BLAK: 'black',
  COLR: 'matte',
  BARS: 'bars',
  TRBV: 'transparent',
  LEAD: 'countdown',
};

/** The media of a project by GUID, and the paths at which there is nothing now. */
export function toPrprojMedia(source: PremiereProject, folder: string) {
  const uses = usesOf(source);
  const missing = new Set<string>();
  const media = new Map(
    [...source.media.values()].map((medium) => {
      const found = medium.path === '' ? '' : locate(medium, folder);
      if (found === undefined) missing.add(medium.path);
      return [medium.id, toMedium(medium, found, uses.get(medium.id) ?? unused)] as const;
    }),
  );
  return { media, missing: [...missing] };
}

/** What the clips say of the medium they play first. */
interface MediumUse {
  readonly channels: number;
  readonly durationTicks: Ticks | null;
  readonly isAdjustmentLayer: boolean;
  /** A track item of its clip plays another medium, which is offline for this reason; else 0. */
  readonly offlineReason: number;
}

const unused: MediumUse = {
  channels: 0,
  durationTicks: null,
  isAdjustmentLayer: false,
  offlineReason: 0,
};

/** A file whose sound came in several media counts all their channels on the first. */
function usesOf(source: PremiereProject): ReadonlyMap<string, MediumUse> {
  const uses = new Map<string, MediumUse>();
  const offline = offlineUsesOf(source);
  for (const master of source.masterClips.values()) {
    const played = master.clips.find((clip) => clip.source?.kind === 'media')?.source;
    if (played?.kind !== 'media') continue;
    const use: MediumUse = {
      channels: channelsOf(master.clips),
      durationTicks: played.durationTicks,
      isAdjustmentLayer: master.isAdjustmentLayer,
      offlineReason: offline.get(master.id) ?? 0,
    };
    uses.set(played.media, both(use, uses.get(played.media) ?? unused));
  }
  return uses;
}

function both(one: MediumUse, other: MediumUse): MediumUse {
  return {
    channels: Math.max(one.channels, other.channels),
    durationTicks: one.durationTicks ?? other.durationTicks,
    isAdjustmentLayer: one.isAdjustmentLayer || other.isAdjustmentLayer,
    offlineReason: one.offlineReason || other.offlineReason,
  };
}

/** Master clips of which a track item plays an offline medium: they are what has to be linked. */
function offlineUsesOf({ media, sequences }: PremiereProject): ReadonlyMap<string, number> {
  const offline = new Map<string, number>();
  for (const { videoTracks, audioTracks } of sequences.values()) {
    for (const { clip, masterClip } of [...videoTracks, ...audioTracks].flatMap(itemsOf)) {
      const played = clip?.source?.kind === 'media' ? media.get(clip.source.media) : undefined;
      if (played && played.offlineReason !== 0) offline.set(masterClip, played.offlineReason);
    }
  }
  return offline;
}

function itemsOf({ items }: PremiereTrack): readonly PremiereTrackItem[] {
  return items;
}

function channelsOf(clips: readonly PremiereClip[]): number {
  const sounds = clips.filter(({ kind }) => kind === 'audio');
  return sounds.reduce((sum, { channels }) => sum + channels, 0);
}

/** Where the file is now: at its path, or at its path from the project's folder. */
function locate({ path: absolute, relativePath }: PremiereMedia, folder: string) {
  if (isHere(absolute)) return absolute;
  const relative =
    relativePath === '' ? '' : path.resolve(folder, relativePath.replaceAll('\\', '/'));
  return relative !== '' && isHere(relative) ? relative : undefined;
}

/** Only this machine is looked at: a path into a network could make Windows sign in there. */
function isHere(filePath: string): boolean {
  const isLocal = path.isAbsolute(filePath) && !/^(?:\\\\|\/\/)/.test(filePath);
  return isLocal && fs.existsSync(filePath);
}

function toMedium(medium: PremiereMedia, found: string | undefined, use: MediumUse): Media {
  const { generator } = medium;
  const offlineReason = medium.offlineReason || use.offlineReason;
  const wasOnline = offlineReason === 0;
  const kind = use.isAdjustmentLayer ? 'adjustment' : (kindsOfGenerators[generator] ?? 'file');
  const isUnlinked = offlineReason === setOfflineByHand;
  return {
    ...toMedia(factsOf(medium, use), found ?? medium.path, kind),
    isOnline: (wasOnline || found !== undefined) && !isUnlinked,
    isUnlinked,
    origin: { wasOnline, offlineReason, generator },
  };
}

function factsOf(medium: PremiereMedia, use: MediumUse): MediaFacts {
  const { video, audio, startTicks } = medium;
  return {
    path: medium.path,
    sizeBytes: 0,
    modifiedMs: 0,
    container: path.win32.extname(medium.path).slice(1).toLowerCase(),
    durationTicks: formatTicks(use.durationTicks ?? durationOf(medium)),
    startTimecode: '',
    startTicks: formatTicks(startTicks),
    reel: '',
    ...untoldFacts,
    video: video && pictureOf(video),
    audio: soundOf(audio, use.channels),
    sound: null,
  };
}

function durationOf({ video, audio }: PremiereMedia): Ticks {
  return video?.durationTicks ?? audio?.durationTicks ?? zeroTicks;
}

function pictureOf(video: NonNullable<PremiereMedia['video']>): MediaFacts['video'] {
  const frameTicks = video.frameTicks ?? fallbackFormat.frameTicks;
  const frameRate = formatFrameRate(frameRateOfTicks(frameTicks));
  return {
    codec: video.codec,
    profile: '',
    width: video.width,
    height: video.height,
    frameRate,
    pixelFormat: '',
    frames: -1,
    scan: '',
    ...untoldPicture(frameRate),
  };
}

function soundOf(audio: PremiereMedia['audio'], channels: number): MediaFacts['audio'] {
  if (!audio) return null;
  const sampleRate = audio.sampleTicks ? Number(ticksPerSecond / audio.sampleTicks) : 48_000;
  const all = Math.max(audio.channels, channels);
  return { codec: '', sampleRate, channels: all, streams: [all], bitsPerSample: 0 };
}
