import type { CutMarker } from '../cut/Cut';
import type { ScriptScene } from '../script/ScriptScene';
import {
  downToFrames,
  placePicture,
  placeSound,
  soundTracksOf,
  type PlacedPicture,
} from '../sync/placeTake';
import type { PlannedPlacement } from '../cut/PlannedPlacement';
import type { CameraClip, RecorderFile } from '../sync/DayMaterial';
import { framesToTicks, ticksToNearestFrame, type FrameRate } from '../time/FrameRate';
import { secondsToTicks, toTicks, zeroTicks, type Ticks } from '../time/Ticks';
import type { TimeRange } from '../time/TimeRange';
import { nameOfChoice, type SceneEvents, type ScriptEvent } from './planEvents';
import type { RoughCutSettings } from './RoughCutSettings';

/** The recorder's file that belongs to a clip, and where in it the clip starts. */
export interface SyncedSound {
  readonly recorder: RecorderFile;
  readonly offsetTicks: Ticks;
}

/** An event with its time; `range` is null for what was left out. */
export interface TimedEvent {
  readonly scene: ScriptScene;
  readonly event: ScriptEvent;
  readonly range: TimeRange | null;
}

/** Puts the events one after the other, every one on frames of the sequence. */
export function timeEvents(
  scenes: readonly SceneEvents[],
  rate: FrameRate,
  settings: RoughCutSettings,
): readonly TimedEvent[] {
  let start = zeroTicks;
  return scenes.flatMap(({ scene, events }) =>
    events.map((event): TimedEvent => {
      const duration = durationOfEvent(event, scene, { rate, settings });
      if (duration === null) return { scene, event, range: null };
      const range = { start, end: toTicks(start + duration) };
      start = range.end;
      return { scene, event, range };
    }),
  );
}

/** Null for what takes no time in the cut. */
function durationOfEvent(
  event: ScriptEvent,
  { eighths }: ScriptScene,
  { rate, settings }: { readonly rate: FrameRate; readonly settings: RoughCutSettings },
): Ticks | null {
  if (event.kind === 'left-out') return null;
  if (event.kind === 'event') {
    return downToFrames(toTicks(event.source.end - event.source.start), rate);
  }
  const seconds = (eighths ?? settings.assumedEighths) * settings.secondsPerEighth;
  return framesToTicks(ticksToNearestFrame(secondsToTicks(seconds), rate), rate);
}

/** The placements of all events: recorder on A1 …, picture on V1 with its scratch sound last. */
export function placeEvents(
  timed: readonly TimedEvent[],
  sounds: ReadonlyMap<CameraClip, SyncedSound>,
  rate: FrameRate,
): {
  readonly placements: readonly PlannedPlacement[];
  readonly audioTracks: number;
} {
  const pictures = timed.flatMap(toPicture);
  const used = pictures.flatMap(({ clip }) => sounds.get(clip)?.recorder ?? []);
  const audioTrack = soundTracksOf(used);
  const scratch = Math.max(0, ...pictures.map(({ clip }) => clip.audio?.clips ?? 0));
  const placements = pictures.flatMap((picture) => {
    const sound = sounds.get(picture.clip);
    const placed = sound ? placeSound(picture, sound, rate) : null;
    // Without a recorder the camera's sound is all there is; a MOS take has none to hear.
    const scratchEnabled = !placed && !picture.clip.mos;
    const camera = placePicture(picture, { videoTrack: 0, audioTrack, scratchEnabled });
    return placed ? [placed, camera] : [camera];
  });
  return { placements, audioTracks: audioTrack + scratch };
}

function toPicture({ event, range }: TimedEvent): readonly PlacedPicture[] {
  if (event.kind !== 'event' || !range) return [];
  const duration = toTicks(range.end - range.start);
  return [{ clip: event.clip, sourceIn: event.source.start, duration, start: range.start }];
}

/**
 * A green marker at every scene's start, with its heading and dialogue, and a red one over every gap.
 * Where a scene starts with a gap the two are one, red.
 */
export function markScenes(timed: readonly TimedEvent[]): readonly CutMarker[] {
  const marked = new Set<ScriptScene>();
  return timed.flatMap(({ scene, event, range }) => {
    if (!range) return [];
    const isFirst = !marked.has(scene);
    marked.add(scene);
    if (event.kind === 'event') return isFirst ? [sceneMarker(scene, range)] : [];
    return [gapMarker({ scene, event, range }, isFirst)];
  });
}

function sceneMarker(scene: ScriptScene, { start }: TimeRange): CutMarker {
  return {
    startTicks: start,
    durationTicks: zeroTicks,
    name: nameOfScene(scene),
    comment: scene.dialogue,
    color: 'green',
  };
}

function gapMarker({ scene, event, range }: MarkedGap, isFirst: boolean): CutMarker {
  const what = event.choice ? `${nameOfChoice(event.choice)} missing` : 'missing';
  const texts = isFirst ? [event.reason, scene.dialogue] : [event.reason];
  return {
    startTicks: range.start,
    durationTicks: toTicks(range.end - range.start),
    name: isFirst ? `${nameOfScene(scene)} – ${what}` : what,
    comment: texts.filter((text) => text !== '').join('\n'),
    color: 'red',
  };
}

interface MarkedGap {
  readonly scene: ScriptScene;
  readonly event: Exclude<ScriptEvent, { kind: 'event' }>;
  readonly range: TimeRange;
}

function nameOfScene({ number, heading }: ScriptScene): string {
  return `${number} ${heading}`.trim();
}
