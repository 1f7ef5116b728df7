import type { LoggedTake } from '../script/LoggedTake';
import { takeNameOf, takeTextOf } from '../script/takeNameOf';
import { sceneOfSetup } from '../slate/parseSetup';
import { takeNameOfMedium, type CameraClip } from '../sync/DayMaterial';

/** All that is known of one take of a setup. */
export interface KnownTake {
  readonly setup: string;
  /** `3`, `3PU`. */
  readonly take: string;
  readonly scene: string;
  /** By the log, or by an item's Good column. */
  readonly circled: boolean;
  readonly log: LoggedTake | null;
  readonly clips: readonly CameraClip[];
}

/** The takes of every setup, in the order of their numbers: from the log and from the clips. */
export function toTakeTable(
  log: readonly LoggedTake[],
  cameras: readonly CameraClip[],
): ReadonlyMap<string, readonly KnownTake[]> {
  const takes = new Map(log.filter(hasPicture).map((row) => [takeNameOf(row), fromLog(row)]));
  for (const clip of cameras) {
    const name = takeNameOfMedium(clip);
    if (name !== null) takes.set(name, withClip(takes.get(name) ?? fromClip(clip), clip));
  }
  const bySetup = new Map<string, KnownTake[]>();
  for (const take of takes.values()) {
    const setup = bySetup.get(take.setup);
    if (setup) setup.push(take);
    else bySetup.set(take.setup, [take]);
  }
  for (const setup of bySetup.values()) setup.sort(compareTakes);
  return bySetup;
}

function hasPicture({ wildTrack, roomTone }: LoggedTake): boolean {
  return !wildTrack && !roomTone;
}

function fromLog(log: LoggedTake): KnownTake {
  const { scene, setup, circled } = log;
  return { setup, take: takeTextOf(log), scene, circled, log, clips: [] };
}

function fromClip({ setup, take }: CameraClip): KnownTake {
  const name = setup ?? '';
  const scene = sceneOfSetup(name) ?? name;
  return { setup: name, take: take ?? '', scene, circled: false, log: null, clips: [] };
}

/** Where there is no log, the project's own mark says which takes are circled. */
function withClip(known: KnownTake, clip: CameraClip): KnownTake {
  const circled = known.circled || (known.log === null && clip.good);
  return { ...known, circled, clips: [...known.clips, clip] };
}

/** 2 before 3 before 3PU before 10. */
function compareTakes({ take: left }: KnownTake, { take: right }: KnownTake): number {
  const number = (text: string) => Number(/\d+/.exec(text)?.[0] ?? 0);
  return number(left) - number(right) || (left < right ? -1 : 1);
}
