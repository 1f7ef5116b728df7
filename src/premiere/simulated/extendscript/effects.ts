import type { EffectDefinition, ParameterDefinition } from '../effects/EffectDefinition';
import { nameIn } from '../effects/displayNames';
import { effectOf } from '../effects/effectCatalog';
import { pictureEffects, soundEffects } from '../effects/intrinsicEffects';
import { readGraphicTemplate } from '../effects/readGraphicTemplate';
import { keyAt } from '../model/effectValues';
import type { ParameterState, TrackItem } from '../model/ProjectModel';
import type { Session } from '../model/Session';

/** An effect of a track item. */
export interface EffectComponent {
  readonly item: TrackItem;
  /** Its own within the item: keys of its parameters begin with it. */
  readonly key: string;
  readonly effect: EffectDefinition;
}

/** A parameter of an effect of a track item. */
export interface EffectParameter extends EffectComponent {
  readonly index: number;
}

/** What the order and the names of effects depend on. */
type Surroundings = Pick<Session, 'behaviour' | 'language'>;

/**
 * The effects of a track item in Premiere's order: what it always has (Opacity and Motion, or
 * Volume, Channel Volume and Panner), the controls of a graphics template, what was applied.
 */
export function effectsOf(item: TrackItem, around: Surroundings): EffectComponent[] {
  const graphic = graphicOf(item, around);
  return [
    ...intrinsicEffectsOf(item, around).map((effect) => ({ item, key: effect.key, effect })),
    ...(graphic ? [graphic] : []),
    ...appliedEffectsOf(item),
  ];
}

/** The effects that were applied, in the order of applying. */
export function appliedEffectsOf(item: TrackItem): EffectComponent[] {
  const mediaType = mediaTypeOf(item);
  return item.effects.map(({ key, matchName }) => ({
    item,
    key,
    effect: effectOf(matchName, mediaType),
  }));
}

/** The controls of the graphics template an item was placed from; null for anything else. */
export function graphicOf(item: TrackItem, { language }: Surroundings): EffectComponent | null {
  if (item.graphic === null || mediaTypeOf(item) === 'Audio') return null;
  const effect = templateOf(item.graphic, language);
  return effect ? { item, key: 'graphic', effect } : null;
}

/** Applies an effect after those that are there; false when it is for the other kind of media. */
export function applyEffect(item: TrackItem, effect: EffectDefinition): boolean {
  if (effect.mediaType !== mediaTypeOf(item)) return false;
  const numbers = item.effects.map(({ key }) => Number(key.replace('effect-', '')));
  const key = `effect-${Math.max(0, ...numbers) + 1}`;
  item.effects.push({ key, matchName: effect.matchName });
  return true;
}

/** Takes an applied effect off with all that was set on it; false for one that cannot go. */
export function removeEffect({ item, key }: EffectComponent): boolean {
  const index = item.effects.findIndex((applied) => applied.key === key);
  if (index < 0) return false;
  item.effects.splice(index, 1);
  for (const name of [...item.parameters.keys()]) {
    if (name.startsWith(`${key}/`)) item.parameters.delete(name);
  }
  return true;
}

/** A parameter's definition. */
export function definitionOf({ effect, index }: EffectParameter): ParameterDefinition {
  const definition = effect.parameters[index];
  if (!definition) throw new RangeError(`${effect.name} has no parameter ${index}`);
  return definition;
}

/** What a parameter is set to; reading it changes nothing. */
export function stateOf(parameter: EffectParameter): ParameterState {
  return (
    parameter.item.parameters.get(keyOf(parameter)) ?? {
      value: definitionOf(parameter).initial,
      isTimeVarying: false,
      keys: [],
    }
  );
}

/** What a parameter is set to, to be changed. */
export function ownStateOf(parameter: EffectParameter): ParameterState {
  const state = stateOf(parameter);
  parameter.item.parameters.set(keyOf(parameter), state);
  return state;
}

/** An effect's name as the interface shows it. */
export function effectNameIn(language: string, { effect }: EffectComponent): string {
  return nameIn(language, effect.name);
}

/** A parameter's name as the interface shows it; those of a template are its author's. */
export function parameterNameIn(language: string, parameter: EffectParameter): string {
  const { name } = definitionOf(parameter);
  return parameter.key === 'graphic' ? name : nameIn(language, name);
}

/** Whether a parameter has a keyframe at exactly a source time. */
export function hasKeyAt(parameter: EffectParameter, ticks: TrackItem['inTicks']): boolean {
  return keyAt(stateOf(parameter), ticks) !== undefined;
}

function intrinsicEffectsOf(item: TrackItem, { behaviour }: Surroundings) {
  if (mediaTypeOf(item) === 'Video') return pictureEffects(behaviour.cropsInMotion);
  return soundEffects(item.channels.length);
}

function mediaTypeOf({ channels }: TrackItem): EffectDefinition['mediaType'] {
  return channels.length > 0 ? 'Audio' : 'Video';
}

function keyOf({ key, index }: EffectParameter): string {
  return `${key}/${index}`;
}

const templates = new Map<string, EffectDefinition | null>();

/** A template is read once for each language. */
function templateOf(templatePath: string, language: string): EffectDefinition | null {
  const name = `${language} ${templatePath}`;
  const known = templates.get(name);
  if (known !== undefined) return known;
  const effect = readGraphicTemplate(templatePath, language);
  templates.set(name, effect);
  return effect;
}
