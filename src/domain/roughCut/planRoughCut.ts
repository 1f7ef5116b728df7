import type { Finding } from '../finding/Finding';
import type { LoggedTake } from '../script/LoggedTake';
import type { ScriptScene } from '../script/ScriptScene';
import type { CameraClip, DayMaterial } from '../sync/DayMaterial';
import type { SyncMatch } from '../sync/SyncMatch';
import { formatFrameRate, framesToTicks, sameFrameRate, ticksPerFrame } from '../time/FrameRate';
import { maxTicks, zeroTicks, type Ticks } from '../time/Ticks';
import { parseTimecode, timecodeToFrames } from '../time/Timecode';
import { setupsBesideScript } from './chooseTakes';
import { describeEvents } from './describeEvents';
import { markScenes, placeEvents, timeEvents, type SyncedSound, type TimedEvent } from './layOut';
import { planSceneEvents, type SceneEvents } from './planEvents';
import type { RoughCutPlan, RoughCutSequence } from './RoughCutPlan';
import type { RoughCutSettings } from './RoughCutSettings';
import { toTakeTable, type KnownTake } from './TakeTable';

/** All that a rough cut is planned from. */
export interface RoughCutRequest {
  /** Name of the sequence to build. */
  readonly name: string;
  /** In script order. */
  readonly scenes: readonly ScriptScene[];
  /** The log; empty where there is none: then takes are known by their clips alone. */
  readonly takes: readonly LoggedTake[];
  readonly material: DayMaterial;
  readonly matches: readonly SyncMatch[];
  readonly settings: RoughCutSettings;
}

/**
 * Plans a sequence in script order: for every setup of every scene one take, from the log's in to its
 * out, with the recorder's sound under it; a marked gap where something is missing. The same request
 * always gives the same plan.
 */
export function planRoughCut(request: RoughCutRequest): RoughCutPlan {
  const { scenes, material, settings } = request;
  const takes = toTakeTable(request.takes, material.cameras);
  const events = scenes.map((scene) => planSceneEvents(scene, takes, settings));
  const model = chooseModel(events);
  const beside = scenes.flatMap((scene) => findingsBeside(scene, takes));
  if (!model) {
    const timed = events.flatMap(({ scene, events: all }) =>
      all.map((event): TimedEvent => ({ scene, event, range: null })),
    );
    const { rows, findings } = describeEvents(timed, new Map());
    return { sequence: null, rows, findings: [...findings, ...beside, nothingToCut()] };
  }
  const timed = timeEvents(events, model.frameRate, settings);
  const sounds = findSounds(request);
  const { rows, findings } = describeEvents(timed, sounds);
  const sequence = toSequence(request, { model, timed, sounds });
  return { sequence, rows, findings: [...findings, ...beside, ...mixedRates(timed, model)] };
}

interface LaidOut {
  readonly model: CameraClip;
  readonly timed: readonly TimedEvent[];
  readonly sounds: ReadonlyMap<CameraClip, SyncedSound>;
}

function toSequence(
  { name, settings }: RoughCutRequest,
  { model, timed, sounds }: LaidOut,
): RoughCutSequence {
  const { frameRate, dropFrame, width, height, itemId } = model;
  return {
    name,
    frameRate,
    dropFrame,
    width,
    height,
    startTicks: readStart(settings.startTimecode, model),
    videoTracks: 1,
    ...placeEvents(timed, sounds, frameRate),
    markers: markScenes(timed),
    settingsItemId: itemId,
    durationTicks: timed.reduce((end, { range }) => maxTicks(end, range?.end ?? end), zeroTicks),
  };
}

/** The clip whose rate and raster most events have; of equally many the first in the cut. */
function chooseModel(scenes: readonly SceneEvents[]): CameraClip | undefined {
  const votes = new Map<string, { readonly clip: CameraClip; count: number }>();
  for (const event of scenes.flatMap(({ events }) => events)) {
    if (event.kind !== 'event') continue;
    const { frameRate, width, height } = event.clip;
    const key = `${formatFrameRate(frameRate)} ${width} ${height}`;
    const vote = votes.get(key) ?? { clip: event.clip, count: 0 };
    vote.count += 1;
    votes.set(key, vote);
  }
  return [...votes.values()].sort((left, right) => right.count - left.count)[0]?.clip;
}

function findSounds({ material, matches }: RoughCutRequest): ReadonlyMap<CameraClip, SyncedSound> {
  const clips = new Map(material.cameras.map((clip) => [clip.itemId, clip]));
  const recorders = new Map(material.recorders.map((recorder) => [recorder.itemId, recorder]));
  const found = matches.flatMap(({ clipItemId, recorderItemId, offsetTicks }) => {
    const clip = clips.get(clipItemId);
    const recorder = recorders.get(recorderItemId ?? '');
    return clip && recorder && offsetTicks !== null
      ? [[clip, { recorder, offsetTicks }] as const]
      : [];
  });
  return new Map(found);
}

function readStart(label: string, { frameRate, dropFrame }: CameraClip): Ticks {
  const timecode = parseTimecode(label, frameRate);
  if (!timecode) return zeroTicks;
  return framesToTicks(timecodeToFrames({ ...timecode, dropFrame }, frameRate), frameRate);
}

function findingsBeside(
  scene: ScriptScene,
  takes: ReadonlyMap<string, readonly KnownTake[]>,
): readonly Finding[] {
  if (scene.setups.length === 0) return [];
  return setupsBesideScript(scene, takes).map((setup) => ({
    code: 'setup-not-in-script',
    severity: 'info',
    subject: setup,
    message: `Setup ${setup} was shot for scene ${scene.number}, and the script does not list it. It is not cut in.`,
  }));
}

function mixedRates(timed: readonly TimedEvent[], model: CameraClip): readonly Finding[] {
  return timed.flatMap(({ event }) => {
    if (event.kind !== 'event' || sameFrameRate(event.clip.frameRate, model.frameRate)) return [];
    const rates = `${formatFrameRate(event.clip.frameRate)} in a sequence of ${formatFrameRate(model.frameRate)}`;
    const message = `It runs at ${rates} and is placed by time; a frame of it lasts ${ticksPerFrame(event.clip.frameRate)} ticks.`;
    return [
      { code: 'mixed-rate', severity: 'warning' as const, subject: event.clip.path, message },
    ];
  });
}

function nothingToCut(): Finding {
  return {
    code: 'nothing-to-cut',
    severity: 'error',
    subject: 'rough cut',
    message: 'No take of the script has picture in the project, so there is nothing to build.',
  };
}
