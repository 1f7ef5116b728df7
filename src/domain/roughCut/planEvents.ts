import { formatTake } from '../slate/formatSlate';
import type { ScriptScene } from '../script/ScriptScene';
import type { CameraClip } from '../sync/DayMaterial';
import type { TimeRange } from '../time/TimeRange';
import { chooseClip } from './chooseClip';
import { chooseTakes, type TakeChoice } from './chooseTakes';
import { readSourceRange } from './readSourceRange';
import type { RoughCutSettings } from './RoughCutSettings';
import type { KnownTake } from './TakeTable';

/** What stands at one place of the cut, before it is known when. */
export type ScriptEvent =
  | {
      readonly kind: 'event';
      readonly choice: TakeChoice;
      readonly clip: CameraClip;
      /** From the clip's first frame. */
      readonly source: TimeRange;
    }
  | {
      readonly kind: 'gap' | 'left-out';
      /** Null where a scene is missing as a whole. */
      readonly choice: TakeChoice | null;
      readonly code: string;
      /** In words. */
      readonly reason: string;
      readonly severity: 'warning' | 'error';
    };

/** A scene with its events, in the order of the cut. */
export interface SceneEvents {
  readonly scene: ScriptScene;
  readonly events: readonly ScriptEvent[];
}

/**
 * What is cut in for a scene. A circled take without picture, and one whose in and out cannot be
 * used, leave a gap: no other take is put in its place. A setup that nobody circled and nobody shot
 * is left out. A scene without any picture is one gap.
 */
export function planSceneEvents(
  scene: ScriptScene,
  takes: ReadonlyMap<string, readonly KnownTake[]>,
  settings: RoughCutSettings,
): SceneEvents {
  const events = chooseTakes(scene, takes).map((choice) => toEvent(choice, settings));
  const isMissing = !events.some(isShot);
  return { scene, events: isMissing ? [missingScene(scene), ...events.map(leaveOut)] : events };
}

/** Name of a choice as people say it, `24A-3`; the setup alone where no take is known. */
export function nameOfChoice({ setup, take }: TakeChoice): string {
  return take === '' ? formatTake(setup, null) : `${setup}-${take}`;
}

function toEvent(choice: TakeChoice, { cameraOrder }: RoughCutSettings): ScriptEvent {
  const { known, why } = choice;
  const name = nameOfChoice(choice);
  const clip = chooseClip(known?.clips ?? [], cameraOrder);
  if (known && clip) return withRange(choice, clip, readSourceRange(clip, known.log));
  if (why === 'no take') {
    const reason = `No take of setup ${choice.setup} is known.`;
    return { kind: 'left-out', choice, code: 'setup-without-take', reason, severity: 'warning' };
  }
  const reason = `${name} has no picture in the project.`;
  const kind = why === 'circled' ? 'gap' : 'left-out';
  return { kind, choice, code: 'take-without-media', reason, severity: 'warning' };
}

function withRange(
  choice: TakeChoice,
  clip: CameraClip,
  source: ReturnType<typeof readSourceRange>,
): ScriptEvent {
  if (source.ok) return { kind: 'event', choice, clip, source: source.range };
  const reason = `${nameOfChoice(choice)}: ${source.problem}.`;
  return { kind: 'gap', choice, code: 'bad-in-out', reason, severity: 'error' };
}

/** Whether there is picture for it, even where its in and out are wrong. */
function isShot(event: ScriptEvent): boolean {
  return event.kind === 'event' || event.code === 'bad-in-out';
}

function missingScene({ number, heading }: ScriptScene): ScriptEvent {
  const named = heading === '' ? number : `${number} (${heading})`;
  const reason = `No picture of scene ${named} is in the project.`;
  return { kind: 'gap', choice: null, code: 'scene-missing', reason, severity: 'warning' };
}

/** The scene's one gap stands for them all. */
function leaveOut(event: ScriptEvent): ScriptEvent {
  return event.kind === 'gap' ? { ...event, kind: 'left-out' } : event;
}
