import type {
  PremiereClip,
  PremiereMasterClip,
  PremiereSource,
} from '../../../../domain/interchange/prproj/PremiereProject';
import { ticksPerSecond, zeroTicks } from '../../../../domain/time/Ticks';
import { madeMedia, makeClip } from '../../model/media';
import type { Clip, Marks, Media } from '../../model/ProjectModel';
import type { PrprojReading } from './PrprojReading';
import { toPrprojMarkers } from './toPrprojMarkers';

type MediaSource = Extract<PremiereSource, { kind: 'media' }>;

/** Texts of the logging and the project column each is shown in. */
const columnsOfLogging: Readonly<Record<string, string>> = {
  TapeName: 'Column.Intrinsic.TapeName',
  LogNote: 'Column.Intrinsic.LogNote',
  Description: 'Column.PropertyText.Description',
  Comment: 'Column.PropertyText.Comment',
  Scene: 'Column.PropertyText.Scene',
  ShotTake: 'Column.PropertyText.Shot',
  Client: 'Column.PropertyText.Client',
  SoundRoll: 'Column.PropertyText.SoundRoll',
};

/** Texts of the logging that say what the medium or its marks say too. */
const repeatedLogging: readonly string[] = [
  'CaptureMode',
  'ClipName',
  'MediaInPoint',
  'MediaOutPoint',
  'MediaFrameRate',
  'TimecodeFormat',
  'Good',
];

/** The clip that a master clip over media stands for; it lies in no bin yet. */
export function toPrprojClip(master: PremiereMasterClip, reading: PrprojReading): Clip {
  const played = playedFirst(master);
  const media = (played && reading.media.get(played.media)) ?? missingMedium(master, reading);
  noteSourceEffects(master, reading);
  return {
    ...makeClip(reading.session.ids, media, master.name),
    ...ofPlayed(played, media, reading),
    ...ofParts(master, media),
    metadata: metadataOf(master, reading),
    markers: toPrprojMarkers(markersOf(master), reading),
  };
}

/** What the source says: the part of the medium, its proxy, its rate. */
function ofPlayed(played: MediaSource | undefined, media: Media, reading: PrprojReading) {
  const boundaries = played?.boundaries ?? null;
  const proxy = played?.proxy ?? '';
  return {
    range: boundaries ?? { start: zeroTicks, end: media.durationTicks },
    isSubclip: boundaries !== null,
    rateOverride: rateOverrideOf(played, reading),
    proxyPath: reading.media.get(proxy)?.path ?? '',
  };
}

/** What picture and sound say. */
function ofParts(master: PremiereMasterClip, media: Media) {
  const picture = master.clips.find(({ kind }) => kind === 'video');
  const sound = master.clips.find(({ kind }) => kind === 'audio');
  return {
    ...marksOf(picture, sound),
    takesVideo: picture !== undefined || !media.video,
    audioClips: audioClipsOf(master),
    scalesToFrame: picture?.scalesToFrame === true,
  };
}

/** The medium that the first of its clips over media plays. */
function playedFirst({ clips }: PremiereMasterClip): MediaSource | undefined {
  for (const { source } of clips) if (source?.kind === 'media') return source;
  return undefined;
}

function missingMedium(master: PremiereMasterClip, { remarks }: PrprojReading): Media {
  remarks.add(`“${master.name}” names no medium that the file holds: it is offline.`);
  const nothing = { kind: 'file', path: '', durationTicks: 0n, video: null, audio: null } as const;
  return {
    ...madeMedia(nothing),
    isOnline: false,
    isUnlinked: true,
    origin: { wasOnline: false, offlineReason: 1, generator: '' },
  };
}

function metadataOf({ logging, name }: PremiereMasterClip, { remarks }: PrprojReading) {
  const metadata = new Map<string, string>();
  for (const [tag, value] of Object.entries(logging)) {
    const column = columnsOfLogging[tag];
    if (column && value !== '') metadata.set(column, value);
    else if (!column && !repeatedLogging.includes(tag)) {
      remarks.add(`The logging of “${name}” has ${tag}, which is kept but not shown.`);
    }
  }
  if (logging['Good'] === 'true') metadata.set('Column.PropertyBool.Good', 'True');
  return metadata;
}

/** Picture and sound bear the same markers; each counts once. */
function markersOf({ clips }: PremiereMasterClip) {
  const byId = new Map(
    clips.flatMap(({ markers }) => markers).map((marker) => [marker.id, marker]),
  );
  return [...byId.values()];
}

function marksOf(picture: PremiereClip | undefined, sound: PremiereClip | undefined) {
  const marks = toMarks(picture ?? sound);
  const heard = toMarks(sound);
  const isApart = picture !== undefined && sound !== undefined && !isSame(marks, heard);
  return { marks, audioMarks: isApart ? heard : null };
}

function toMarks(clip: PremiereClip | undefined): Marks {
  return { in: clip?.inTicks ?? null, out: clip?.outTicks ?? null };
}

function isSame(left: Marks, right: Marks): boolean {
  return left.in === right.in && left.out === right.out;
}

function rateOverrideOf(played: MediaSource | undefined, { source }: PrprojReading) {
  const video = played && source.media.get(played.media)?.video;
  const ticks = video?.frameTicksOverride;
  return ticks ? Number((Number(ticksPerSecond) / Number(ticks)).toFixed(6)) : null;
}

/** Channels are counted through the clips of the master clip: those of the second follow. */
function audioClipsOf({ clips, channelGroups }: PremiereMasterClip): number[][] {
  const firsts: number[] = [];
  let next = 0;
  for (const clip of clips.filter(({ kind }) => kind === 'audio')) {
    firsts.push(next);
    next += clip.channels;
  }
  return channelGroups.map((group) =>
    group.map(({ clip, channel }) => (firsts[clip] ?? 0) + channel),
  );
}

function noteSourceEffects(master: PremiereMasterClip, { remarks }: PrprojReading): void {
  for (const { name, matchName, isIntrinsic } of master.effects) {
    if (isIntrinsic) continue;
    remarks.add(
      `The source effect “${name || matchName}” of “${master.name}” is kept but not used.`,
    );
  }
}
