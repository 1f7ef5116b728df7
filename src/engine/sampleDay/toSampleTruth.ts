import { sampleRate, audioRate, samplesPerFrame } from './sampleClock';
import { soundRoll } from './planSampleDay';
import type { SampleClip, SampleRecording, SampleTake } from './SampleTake';
import { scenes, type SampleScene } from './scenes';

/** A file of the day and where it belongs. Paths are relative to the day's folder, with `/`. */
interface TrueClip {
  readonly path: string;
  readonly kind: 'picture' | 'sound';
  readonly scene: string;
  readonly setup: string;
  readonly take: string;
  readonly camera: string;
  readonly binPath: string;
  readonly name: string;
  readonly circled: boolean;
  readonly mos: boolean;
  /** Frames from midnight at 24000/1001; for sound the frame that its first sample lies in. */
  readonly startFrames: number;
}

/** Where a camera's first frame lies in the recorder's file; nulls where the recorder did not roll. */
interface TrueSync {
  readonly clip: string;
  readonly recorder: string | null;
  readonly offsetSamples: number | null;
  readonly offsetSeconds: number | null;
}

/** A take of the rough cut in frames of its clip, or the gap of a scene without any. */
type TrueEvent =
  | {
      readonly scene: string;
      readonly setup: string;
      readonly take: string;
      readonly clip: string;
      readonly recorder: string | null;
      readonly inFrames: number;
      /** Exclusive. */
      readonly outFrames: number;
    }
  | { readonly scene: string; readonly missing: true; readonly durationFrames: number };

/** What is true of the sample day, told from the plan it was made from and from nothing measured. */
export interface SampleTruth {
  readonly clips: readonly TrueClip[];
  readonly sync: readonly TrueSync[];
  readonly roughCut: readonly TrueEvent[];
  readonly logWithoutMedia: readonly {
    readonly scene: string;
    readonly setup: string;
    readonly take: string;
  }[];
  readonly mediaWithoutLog: readonly string[];
}

/** Page length to time where a scene has no picture: an eighth of a page plays 7.5 seconds. */
const secondsPerEighth = 7.5;

/** The truth of a plan. */
export function toSampleTruth(takes: readonly SampleTake[]): SampleTruth {
  const withoutMedia = takes.filter((take) => take.clips.length === 0 && !take.recording);
  return {
    clips: takes.flatMap(toTrueClips),
    sync: takes.flatMap((take) => take.clips.map((clip) => toSync(clip, take.recording))),
    roughCut: scenes.flatMap((scene) => toEvents(scene, takes)),
    logWithoutMedia: withoutMedia.map(({ scene, setup, take }) => ({ scene, setup, take })),
    mediaWithoutLog: takes
      .filter(({ logged }) => !logged)
      .flatMap(({ clips }) => clips.map(({ path }) => path)),
  };
}

function toTrueClips(take: SampleTake): readonly TrueClip[] {
  const { scene, setup, circled, mos } = take;
  const shared = { scene, setup, take: take.take, circled, mos };
  const slate = `${setup}-${take.take}`;
  const pictures = take.clips.map((clip): TrueClip => ({
    ...shared,
    path: clip.path,
    kind: 'picture',
    camera: clip.camera,
    binPath: take.logged ? `/Footage/${scene}/${setup}` : '/_Unsorted',
    name: take.logged ? `${slate}_${clip.camera}` : clip.name,
    startFrames: clip.startFrame,
  }));
  if (!take.recording) return pictures;
  const { path, startSample } = take.recording;
  const startFrames = Math.floor(startSample / samplesPerFrame);
  const binPath = `/Sound/${soundRoll}`;
  return [
    ...pictures,
    { ...shared, path, kind: 'sound', camera: '', binPath, name: slate, startFrames },
  ];
}

function toSync(clip: SampleClip, recording: SampleRecording | null): TrueSync {
  if (!recording) {
    return { clip: clip.path, recorder: null, offsetSamples: null, offsetSeconds: null };
  }
  const offsetSamples = clip.startFrame * samplesPerFrame - recording.startSample;
  const offsetSeconds = offsetSamples / audioRate;
  return { clip: clip.path, recorder: recording.path, offsetSamples, offsetSeconds };
}

function toEvents(scene: SampleScene, takes: readonly SampleTake[]): readonly TrueEvent[] {
  const events = scene.circled.flatMap((circled) => {
    const take = takes.find((each) => `${each.setup}-${each.take}` === circled);
    return take ? toEvent(take) : [];
  });
  if (events.length > 0) return events;
  const seconds = scene.eighths * secondsPerEighth;
  const durationFrames = Math.round((seconds * sampleRate.numerator) / sampleRate.denominator);
  return [{ scene: scene.scene, missing: true, durationFrames }];
}

/** Camera A's picture where it rolled. */
function toEvent(take: SampleTake): readonly TrueEvent[] {
  const [clip] = take.clips;
  if (!clip || take.inFrame === null || take.outFrame === null) return [];
  return [
    {
      scene: take.scene,
      setup: take.setup,
      take: take.take,
      clip: clip.path,
      recorder: take.recording?.path ?? null,
      inFrames: take.inFrame - clip.startFrame,
      outFrames: take.outFrame - clip.startFrame,
    },
  ];
}
