import type { Finding } from '../finding/Finding';
import type { CameraClip } from '../sync/DayMaterial';
import { durationOf } from '../time/TimeRange';
import { toTicks } from '../time/Ticks';
import type { SyncedSound, TimedEvent } from './layOut';
import { nameOfChoice, type ScriptEvent } from './planEvents';
import type { RoughCutRow } from './RoughCutPlan';

/** The plan's rows and the findings about what is missing, in script order. */
export function describeEvents(
  timed: readonly TimedEvent[],
  sounds: ReadonlyMap<CameraClip, SyncedSound>,
): { readonly rows: readonly RoughCutRow[]; readonly findings: readonly Finding[] } {
  return {
    rows: timed.map((each) => toRow(each, sounds)),
    findings: timed.flatMap(toFindings),
  };
}

function toRow(timed: TimedEvent, sounds: ReadonlyMap<CameraClip, SyncedSound>): RoughCutRow {
  const { scene, event, range } = timed;
  const { setup, take, why } = event.choice ?? noChoice;
  const base = { subject: subjectOf(timed), scene: scene.number, setup, take, why, range };
  if (event.kind !== 'event') {
    const { kind, code, reason } = event;
    return { ...base, kind, code, reason, clip: null, sound: null };
  }
  const clip = toRowClip(event, range);
  const sound = sounds.get(event.clip)?.recorder.name ?? null;
  return { ...base, kind: 'event', code: '', reason: reasonOf(event), clip, sound };
}

/** A scene that is missing as a whole has no take. */
const noChoice = { setup: '', take: '', why: 'no take' } as const;

function toRowClip(
  { clip, source }: Extract<ScriptEvent, { kind: 'event' }>,
  range: TimedEvent['range'],
): RoughCutRow['clip'] {
  const { itemId, path, name, camera } = clip;
  const duration = range ? durationOf(range) : durationOf(source);
  const sourceOut = toTicks(source.start + duration);
  return { itemId, path, name, camera, sourceIn: source.start, sourceOut };
}

/** Why this take: the rule that decided, and whom it was preferred to. */
function reasonOf({ choice, source, clip }: Extract<ScriptEvent, { kind: 'event' }>): string {
  const also =
    choice.alsoCircled.length === 0
      ? ''
      : `; the last of those circled (${choice.alsoCircled.join(', ')} as well)`;
  const isWhole = source.start === 0n && source.end === clip.durationTicks;
  return `${sentence(choice.why)}${also}, ${isWhole ? 'whole take' : 'from in to out'}.`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function toFindings(timed: TimedEvent): readonly Finding[] {
  const { event } = timed;
  if (event.kind === 'event') return [];
  const { code, severity, reason } = event;
  return [{ code, severity, subject: subjectOf(timed), message: reason }];
}

function subjectOf({ scene, event }: TimedEvent): string {
  return event.choice ? nameOfChoice(event.choice) : `Scene ${scene.number}`;
}
