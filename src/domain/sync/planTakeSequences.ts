import type { PlannedPlacement } from '../cut/PlannedPlacement';
import { ticksToNearestFrame, framesToTicks, type FrameRate } from '../time/FrameRate';
import { maxTicks, minTicks, toTicks, zeroTicks, type Ticks } from '../time/Ticks';
import type { CameraClip, DayMaterial, RecorderFile } from './DayMaterial';
import { takeNameOfMedium } from './DayMaterial';
import {
  downToFrames,
  placePicture,
  placeSound,
  soundTracksOf,
  type PlacedPicture,
} from './placeTake';
import type { SyncMatch } from './SyncMatch';

/** A sequence to build for one take: cameras on V1, V2 …, recorder on A1 …, scratch sound last. */
export interface TakeAssembly {
  /** `24A-3`; a clip's own name where the take is unknown. */
  readonly name: string;
  /** The clip whose raster and rate it takes: the first camera's. */
  readonly settingsItemId: string;
  readonly frameRate: FrameRate;
  readonly dropFrame: boolean;
  readonly width: number;
  readonly height: number;
  /** Timecode of the earliest camera frame: it is kept. */
  readonly startTicks: Ticks;
  readonly durationTicks: Ticks;
  readonly videoTracks: number;
  readonly audioTracks: number;
  /** Recorder first, then the cameras from V1 up. */
  readonly placements: readonly PlannedPlacement[];
  /** Media paths of the cameras' clips. */
  readonly clips: readonly string[];
}

interface SyncedClip {
  readonly clip: CameraClip;
  readonly recorder: RecorderFile;
  readonly offsetTicks: Ticks;
}

/**
 * One sequence for every take with at least one synced camera, by the take's name in the clips' order.
 * The picture is laid on the recorder's time, from the earliest camera frame to the last; sound is
 * trimmed to that.
 */
export function planTakeSequences(
  matches: readonly SyncMatch[],
  { cameras, recorders }: DayMaterial,
): readonly TakeAssembly[] {
  const clips = new Map(cameras.map((clip) => [clip.itemId, clip]));
  const files = new Map(recorders.map((recorder) => [recorder.itemId, recorder]));
  const takes = new Map<string, SyncedClip[]>();
  for (const match of matches) {
    const synced = toSynced(match, clips, files);
    if (!synced) continue;
    const name = takeNameOfSynced(synced);
    const take = takes.get(name);
    if (take) take.push(synced);
    else takes.set(name, [synced]);
  }
  return [...takes].map(([name, take]) => planTake(name, take));
}

function toSynced(
  { clipItemId, recorderItemId, offsetTicks }: SyncMatch,
  clips: ReadonlyMap<string, CameraClip>,
  files: ReadonlyMap<string, RecorderFile>,
): SyncedClip | undefined {
  const clip = clips.get(clipItemId);
  const recorder = files.get(recorderItemId ?? '');
  return clip && recorder && offsetTicks !== null ? { clip, recorder, offsetTicks } : undefined;
}

/** A clip without a slate takes the recorder's. */
function takeNameOfSynced({ clip, recorder }: SyncedClip): string {
  return takeNameOfMedium(clip) ?? takeNameOfMedium(recorder) ?? clip.name;
}

function planTake(name: string, synced: readonly SyncedClip[]): TakeAssembly {
  const cameras = [...synced].sort(byCamera);
  const [first] = cameras;
  if (!first) throw new RangeError(`Take ${name} has no clip.`);
  const { frameRate, dropFrame, width, height, itemId } = first.clip;
  const earliest = cameras.reduce((best, each) => (startOf(each) < startOf(best) ? each : best));
  const pictures = cameras.map((each) => toPicture(each, startOf(earliest), frameRate));
  const { placements, videoTracks, audioTracks } = placeAll(cameras, pictures, frameRate);
  return {
    name,
    settingsItemId: itemId,
    frameRate,
    dropFrame,
    width,
    height,
    startTicks: downToFrames(earliest.clip.startTicks, frameRate),
    durationTicks: pictures.reduce(
      (end, { start, duration }) => maxTicks(end, toTicks(start + duration)),
      zeroTicks,
    ),
    videoTracks,
    audioTracks,
    placements,
    clips: cameras.map(({ clip }) => clip.path),
  };
}

/** Where a clip starts on the common time: the recorder's, by the recorder's own timecode. */
function startOf({ recorder, offsetTicks }: SyncedClip): Ticks {
  return toTicks(recorder.startTicks + offsetTicks);
}

function toPicture(synced: SyncedClip, earliest: Ticks, rate: FrameRate): PlacedPicture {
  const { clip } = synced;
  const late = toTicks(startOf(synced) - earliest);
  return {
    clip,
    sourceIn: zeroTicks,
    duration: downToFrames(clip.durationTicks, rate),
    start: framesToTicks(ticksToNearestFrame(late, rate), rate),
  };
}

function placeAll(
  cameras: readonly SyncedClip[],
  pictures: readonly PlacedPicture[],
  rate: FrameRate,
): Pick<TakeAssembly, 'placements' | 'videoTracks' | 'audioTracks'> {
  const placements: PlannedPlacement[] = [...placeRecorders(cameras, pictures, rate)];
  let audioTrack = soundTracksOf(cameras.map(({ recorder }) => recorder));
  pictures.forEach((picture, videoTrack) => {
    const tracks = { videoTrack, audioTrack, scratchEnabled: false };
    placements.push(placePicture(picture, tracks));
    audioTrack += picture.clip.audio?.clips ?? 0;
  });
  return { placements, videoTracks: pictures.length, audioTracks: audioTrack };
}

/** Each recorder file once, under all the cameras that it belongs to. */
function placeRecorders(
  cameras: readonly SyncedClip[],
  pictures: readonly PlacedPicture[],
  rate: FrameRate,
): readonly PlannedPlacement[] {
  const recorders = [...new Set(cameras.map(({ recorder }) => recorder))];
  return recorders.flatMap((recorder) => {
    const parts = cameras.flatMap((each, index) => {
      const picture = pictures[index];
      return each.recorder === recorder && picture ? [{ ...each, picture }] : [];
    });
    const [first] = parts;
    if (!first) return [];
    const start = parts.map(({ picture }) => picture.start).reduce(minTicks);
    const end = parts
      .map(({ picture }) => toTicks(picture.start + picture.duration))
      .reduce(maxTicks);
    // The whole span, told from the first clip's place in it.
    const span = {
      clip: first.clip,
      sourceIn: toTicks(start - first.picture.start),
      duration: toTicks(end - start),
      start,
    };
    return placeSound(span, { recorder, offsetTicks: first.offsetTicks }, rate) ?? [];
  });
}

function byCamera(left: SyncedClip, right: SyncedClip): number {
  const key = ({ clip }: SyncedClip) => `${clip.camera ?? '~'} ${clip.path}`;
  return key(left) < key(right) ? -1 : Number(key(left) > key(right));
}
