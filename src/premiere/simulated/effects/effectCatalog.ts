import { audioEffects } from './audioEffects';
import { nameIn } from './displayNames';
import type { EffectDefinition, TransitionDefinition } from './EffectDefinition';
import { transitionTable } from './transitionTable';
import { videoEffects } from './videoEffects';

type MediaType = EffectDefinition['mediaType'];

const effects = [...videoEffects, ...audioEffects];
const effectsByMatchName = new Map(effects.map((effect) => [keyOf(effect), effect]));
const transitionsByMatchName = new Map(transitionTable.map((entry) => [entry.matchName, entry]));

/** Effects that can be applied to a kind of media, by English name. */
export function effectsFor(mediaType: MediaType): readonly EffectDefinition[] {
  return mediaType === 'Video' ? videoEffects : audioEffects;
}

/** Transitions of a kind of media, by English name. */
export function transitionsFor(mediaType: MediaType): readonly TransitionDefinition[] {
  return transitionTable.filter((transition) => transition.mediaType === mediaType);
}

/** An effect by the name the interface shows; undefined for one it does not know. */
export function findNamed<Entry extends { readonly name: string }>(
  entries: readonly Entry[],
  name: string,
  language: string,
): Entry | undefined {
  return entries.find((entry) => nameIn(language, entry.name) === name);
}

/** An effect by match name; one without parameters for what the catalog does not hold. */
export function effectOf(matchName: string, mediaType: MediaType): EffectDefinition {
  const known = effectsByMatchName.get(`${mediaType}/${matchName}`);
  return known ?? { matchName, name: matchName, mediaType, parameters: [] };
}

/** English name of a transition; its match name for one the catalog does not hold. */
export function transitionNameOf(matchName: string): string {
  return transitionsByMatchName.get(matchName)?.name ?? matchName;
}

function keyOf({ mediaType, matchName }: EffectDefinition): string {
  return `${mediaType}/${matchName}`;
}
