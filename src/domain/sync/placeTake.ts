import type { PlannedPlacement } from '../cut/PlannedPlacement';
import { framesToTicks, ticksPerFrame, ticksToFrames, type FrameRate } from '../time/FrameRate';
import { ticksPerSecond, toTicks, zeroTicks, type Ticks } from '../time/Ticks';
import type { CameraClip, RecorderFile } from './DayMaterial';

/** A part of a clip at its place in a sequence. */
export interface PlacedPicture {
  readonly clip: CameraClip;
  /** First frame used, from the clip's own first. */
  readonly sourceIn: Ticks;
  /** Whole frames of the sequence. */
  readonly duration: Ticks;
  /** From the sequence's first frame, on a frame of it. */
  readonly start: Ticks;
}

/** Where a clip's picture and its own sound go. */
export interface PictureTracks {
  readonly videoTrack: number;
  /** First track of the scratch sound. */
  readonly audioTrack: number;
  readonly scratchEnabled: boolean;
}

/** The placement of a clip with its scratch sound. */
export function placePicture(
  { clip, sourceIn, duration, start }: PlacedPicture,
  { videoTrack, audioTrack, scratchEnabled }: PictureTracks,
): PlannedPlacement {
  const sounds = clip.audio?.clips ?? 0;
  return {
    itemId: clip.itemId,
    name: clip.name,
    sourceIn,
    sourceOut: toTicks(sourceIn + duration),
    start,
    videoTrack,
    audioTrack: sounds === 0 ? null : audioTrack,
    videoEnabled: true,
    audioEnabled: Array.from({ length: sounds }, () => scratchEnabled),
    unitTicks: ticksPerFrame(clip.frameRate),
  };
}

/**
 * The placement of a recorder's file under a picture, trimmed to where it covers it. It starts and
 * ends on frames of the sequence; its own in point is exact to the sample.
 *
 *     picture          |=================|
 *     recorder      ~~~~~~~[~~~~~~~~~~]~~        [ ] placed
 *
 * `offsetTicks` is the time of the clip's first frame in the file. Null where the two never meet.
 */
export function placeSound(
  picture: PlacedPicture,
  { recorder, offsetTicks }: { readonly recorder: RecorderFile; readonly offsetTicks: Ticks },
  rate: FrameRate,
): PlannedPlacement | null {
  const { audio, durationTicks } = recorder;
  if (!audio) return null;
  const unitTicks = toTicks(ticksPerSecond / BigInt(audio.sampleRate));
  const wanted = picture.sourceIn + offsetTicks;
  const late = wholeFrames(wanted < 0n ? 0n - wanted : 0n, rate);
  const early = wholeFrames(positive(wanted + picture.duration - durationTicks), rate);
  const duration = picture.duration - late - early;
  if (duration <= 0n) return null;
  const sourceIn = toTicks(((wanted + late) / unitTicks) * unitTicks);
  return {
    itemId: recorder.itemId,
    name: recorder.name,
    sourceIn,
    sourceOut: toTicks(sourceIn + duration),
    start: toTicks(picture.start + late),
    videoTrack: null,
    audioTrack: 0,
    videoEnabled: false,
    audioEnabled: enabledTracks(recorder),
    unitTicks,
  };
}

/** The longest part of a span that is whole frames. */
export function downToFrames(span: Ticks, rate: FrameRate): Ticks {
  return framesToTicks(ticksToFrames(span, rate), rate);
}

/** How many audio tracks stand before the scratch sound: the most that any recorder file needs. */
export function soundTracksOf(recorders: readonly RecorderFile[]): number {
  return Math.max(0, ...recorders.map(({ audio }) => audio?.clips ?? 0));
}

/** The mix alone sounds where there is one, so that no voice is heard twice; else everything. */
function enabledTracks({ audio, trackNames }: RecorderFile): readonly boolean[] {
  const clips = audio?.clips ?? 0;
  const areMixes = trackNames
    .slice(0, clips)
    .map((name) => /^mix\b|\bmix$|^mix[lr12]$/i.test(name));
  const hasMix = clips === trackNames.length && areMixes.includes(true);
  return Array.from({ length: clips }, (_, index) => !hasMix || areMixes[index] === true);
}

/** The shortest count of whole frames that holds a span. */
function wholeFrames(span: bigint, rate: FrameRate): bigint {
  const frame = ticksPerFrame(rate);
  return ((span + frame - 1n) / frame) * frame;
}

function positive(span: bigint): bigint {
  return span < zeroTicks ? zeroTicks : span;
}
