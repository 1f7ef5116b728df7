import type { ParameterState, TrackItem } from '../model/ProjectModel';

/** A built-in effect of a track item. */
export interface EffectComponent {
  readonly item: TrackItem;
  readonly effect: EffectDefinition;
}

/** A parameter of a built-in effect. */
export interface EffectParameter {
  readonly item: TrackItem;
  readonly effect: EffectDefinition;
  readonly index: number;
}

/** What an effect is called and what it can be told. */
export interface EffectDefinition {
  readonly id: 'opacity' | 'motion' | 'volume' | 'channelVolume' | 'panner';
  readonly matchName: string;
  readonly parameters: readonly ParameterDefinition[];
}

interface ParameterDefinition {
  /** English name; blanks and duplicates exist (premiere-hosts E3). */
  readonly name: string;
  readonly initial: number | boolean | readonly [number, number];
  /** Values are clamped to this. */
  readonly range?: readonly [number, number];
}

/** 0 dB on the level's curve: `10^((dB - 15) / 20)` (premiere-hosts C7). */
const unityLevel = 10 ** (-15 / 20);

const videoEffects: readonly EffectDefinition[] = [
  {
    id: 'opacity',
    matchName: 'AE.ADBE Opacity',
    parameters: [
      { name: 'Opacity', initial: 100, range: [0, 100] },
      { name: 'Blend Mode', initial: 0 },
      { name: 'Blend Mode', initial: 0 },
    ],
  },
  {
    id: 'motion',
    matchName: 'AE.ADBE Motion',
    parameters: [
      { name: 'Position', initial: [0.5, 0.5] },
      { name: 'Scale', initial: 100, range: [0, 10_000] },
      { name: 'Scale Width', initial: 100, range: [0, 10_000] },
      { name: ' ', initial: true },
      { name: 'Rotation', initial: 0 },
      { name: 'Anchor Point', initial: [0.5, 0.5] },
      { name: 'Anti-flicker Filter', initial: 0, range: [0, 1] },
    ],
  },
];

const levelParameters: readonly ParameterDefinition[] = [
  { name: 'Bypass', initial: false },
  { name: 'Level', initial: unityLevel, range: [0, 1] },
];

const audioEffects: readonly EffectDefinition[] = [
  { id: 'volume', matchName: 'audioVolume', parameters: levelParameters },
  { id: 'channelVolume', matchName: 'audioChannelVolume', parameters: levelParameters },
  {
    id: 'panner',
    matchName: 'audioPanner',
    parameters: [{ name: 'Pan', initial: 0, range: [-1, 1] }],
  },
];

/** The effects a track item always has: Opacity and Motion, or Volume, Channel Volume and Panner. */
export function effectsOf(item: TrackItem): readonly EffectComponent[] {
  const effects = item.channels.length > 0 ? audioEffects : videoEffects;
  return effects.map((effect) => ({ item, effect }));
}

/** A parameter's definition. */
export function definitionOf({ effect, index }: EffectParameter): ParameterDefinition {
  const definition = effect.parameters[index];
  if (!definition) throw new RangeError(`${effect.id} has no parameter ${index}`);
  return definition;
}

/** What a parameter was set to, made on first use. */
export function stateOf(parameter: EffectParameter): ParameterState {
  const key = keyOf(parameter.effect.id, parameter.index);
  const known = parameter.item.parameters.get(key);
  if (known) return known;
  const state = { value: definitionOf(parameter).initial, isTimeVarying: false, keys: [] };
  parameter.item.parameters.set(key, state);
  return state;
}

/** Linear gain of a sound item's Volume; 1 while it is bypassed or was never touched. */
export function gainOf(item: TrackItem): number {
  const isBypassed = item.parameters.get(keyOf('volume', 0))?.value === true;
  const level = item.parameters.get(keyOf('volume', 1))?.value;
  return isBypassed || typeof level !== 'number' ? 1 : level / unityLevel;
}

function keyOf(effectId: string, index: number): string {
  return `${effectId}/${index}`;
}

/** English, German, Spanish. */
const displayNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: {
    Opacity: 'Deckkraft',
    'Blend Mode': 'Mischmodus',
    Motion: 'Bewegung',
    Position: 'Position',
    Scale: 'Skalierung',
    'Scale Width': 'Skalierungsbreite',
    Rotation: 'Drehung',
    'Anchor Point': 'Ankerpunkt',
    'Anti-flicker Filter': 'Anti-Flimmer-Filter',
    Volume: 'Lautstärke',
    'Channel Volume': 'Kanallautstärke',
    Panner: 'Balance',
    Bypass: 'Umgehen',
    Level: 'Pegel',
    Pan: 'Balance',
  },
  es: {
    Opacity: 'Opacidad',
    'Blend Mode': 'Modo de fusión',
    Motion: 'Movimiento',
    Position: 'Posición',
    Scale: 'Escala',
    'Scale Width': 'Anchura de escala',
    Rotation: 'Rotación',
    'Anchor Point': 'Punto de anclaje',
    'Anti-flicker Filter': 'Filtro antiparpadeo',
    Volume: 'Volumen',
    'Channel Volume': 'Volumen de canal',
    Panner: 'Panorámica',
    Bypass: 'Omitir',
    Level: 'Nivel',
    Pan: 'Panorámica',
  },
};

const effectNames: Readonly<Record<EffectDefinition['id'], string>> = {
  opacity: 'Opacity',
  motion: 'Motion',
  volume: 'Volume',
  channelVolume: 'Channel Volume',
  panner: 'Panner',
};

/** An effect's name as the interface shows it. */
export function effectNameIn(language: string, { effect }: EffectComponent): string {
  return inLanguage(language, effectNames[effect.id]);
}

/** A parameter's name as the interface shows it. */
export function parameterNameIn(language: string, parameter: EffectParameter): string {
  return inLanguage(language, definitionOf(parameter).name);
}

function inLanguage(language: string, english: string): string {
  return displayNames[language]?.[english] ?? english;
}
