import type { ScriptScene } from '../script/ScriptScene';
import { compareSetups } from '../slate/compareSetups';
import type { KnownTake } from './TakeTable';
import type { TakeWhy } from './RoughCutPlan';

/** What is cut in for one setup of a scene, and what could have been. */
export interface TakeChoice {
  readonly setup: string;
  /** `3`; empty where no take is known. */
  readonly take: string;
  readonly why: TakeWhy;
  /** Null for a take that only the script names. */
  readonly known: KnownTake | null;
  /** Circled takes of the setup that were not chosen. */
  readonly alsoCircled: readonly string[];
}

/**
 * Chooses one take for every setup of a scene, in the order of the script: the script's own circled
 * take, else one that the log or the project marks, else the last take with picture. Where several
 * are circled the highest number wins, since it was shot with the others known.
 */
export function chooseTakes(
  scene: ScriptScene,
  takes: ReadonlyMap<string, readonly KnownTake[]>,
): readonly TakeChoice[] {
  return setupsInOrder(scene, takes).map((setup) => choose(setup, scene, takes.get(setup) ?? []));
}

/** Setups known of a scene that its script does not list, by their natural order. */
export function setupsBesideScript(
  scene: ScriptScene,
  takes: ReadonlyMap<string, readonly KnownTake[]>,
): readonly string[] {
  const listed = new Set(listedSetups(scene));
  return [...takes]
    .filter(([setup, known]) => !listed.has(setup) && known[0]?.scene === scene.number)
    .map(([setup]) => setup)
    .sort(compareSetups);
}

function setupsInOrder(
  scene: ScriptScene,
  takes: ReadonlyMap<string, readonly KnownTake[]>,
): readonly string[] {
  const listed = listedSetups(scene);
  if (scene.setups.length === 0) return [...listed, ...setupsBesideScript(scene, takes)];
  // The circled takes stand in the order of the cut; setups without one keep their places.
  const circled = [...new Set(scene.circled.map(({ setup }) => setup))];
  const queue = circled.values();
  return listed.map((setup) => (circled.includes(setup) ? (queue.next().value ?? setup) : setup));
}

function listedSetups({ setups, circled }: ScriptScene): readonly string[] {
  return [...new Set([...setups, ...circled.map(({ setup }) => setup)])];
}

function choose(setup: string, scene: ScriptScene, known: readonly KnownTake[]): TakeChoice {
  const circled = circledTakes(setup, scene, known);
  const best = circled.at(-1);
  if (best !== undefined) {
    const take = known.find((each) => each.take === best) ?? null;
    return { setup, take: best, why: 'circled', known: take, alsoCircled: circled.slice(0, -1) };
  }
  const withPicture = known.filter(({ clips }) => clips.length > 0);
  const last = withPicture.at(-1) ?? known.at(-1);
  if (!last) return { setup, take: '', why: 'no take', known: null, alsoCircled: [] };
  const why = known.length === 1 ? 'only take' : 'last take';
  return { setup, take: last.take, why, known: last, alsoCircled: [] };
}

/** In the order of their numbers. */
function circledTakes(
  setup: string,
  scene: ScriptScene,
  known: readonly KnownTake[],
): readonly string[] {
  const named = scene.circled.filter((take) => take.setup === setup).map(({ take }) => take);
  if (named.length > 0) return named.sort((left, right) => left - right).map(String);
  return known.filter(({ circled }) => circled).map(({ take }) => take);
}
