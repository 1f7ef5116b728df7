/**
 * What a parameter takes: a number, a flag, a point in fractions of the frame, a colour, an entry of
 * a menu by its number, text, a look-up table, bytes nobody can read (`blob`), or nothing at all
 * (`group`, a heading of the Effect Controls panel that counts as a parameter).
 */
export type ParameterKind =
  'number' | 'boolean' | 'point' | 'colour' | 'menu' | 'text' | 'lut' | 'blob' | 'group';

/** `[x, y]`, 0 to 1 of the frame. */
export type Point = readonly [number, number];

/** `[alpha, red, green, blue]`, 0 to 255. */
export type Colour = readonly [number, number, number, number];

/** One parameter of an effect. */
export interface ParameterDefinition {
  /** English name; blanks and duplicates exist (premiere-hosts E3). */
  readonly name: string;
  readonly kind: ParameterKind;
  readonly initial: number | boolean | string | Point | Colour;
  /** Numbers are clamped to this. */
  readonly range?: readonly [number, number];
  /** Takes no keyframes. */
  readonly isFixed?: boolean;
}

/** An effect: what it is called everywhere, in English, and what it can be told. */
export interface EffectDefinition {
  readonly matchName: string;
  /** English name. */
  readonly name: string;
  readonly mediaType: 'Video' | 'Audio';
  readonly parameters: readonly ParameterDefinition[];
}

/** A line of a table of effects: English name, match name, parameters. */
export type EffectRow = readonly [
  name: string,
  matchName: string,
  parameters: readonly ParameterDefinition[],
];

/** A transition. */
export interface TransitionDefinition {
  readonly matchName: string;
  /** English name. */
  readonly name: string;
  readonly mediaType: 'Video' | 'Audio';
}

/** A number, with its lowest and highest value. */
export function number(
  name: string,
  initial: number,
  range: readonly [number, number],
): ParameterDefinition {
  return { name, kind: 'number', initial, range };
}

/** Degrees, which turn without end. */
export function angle(name: string, initial = 0): ParameterDefinition {
  return { name, kind: 'number', initial, range: [-32_768, 32_767] };
}

/** A number from 0 to 100. */
export function percent(name: string, initial: number): ParameterDefinition {
  return number(name, initial, [0, 100]);
}

/** A level of an 8-bit channel, 0 to 255. */
export function level(name: string, initial: number): ParameterDefinition {
  return number(name, initial, [0, 255]);
}

/** How much of the picture as it was is mixed in again, in percent. */
export const blend = percent('Blend With Original', 0);

/** A check box. */
export function flag(name: string, initial = false): ParameterDefinition {
  return { name, kind: 'boolean', initial };
}

/** A menu with so many entries, counted from 0. */
export function menu(name: string, entries: number, initial = 0): ParameterDefinition {
  return { name, kind: 'menu', initial, range: [0, entries - 1] };
}

/** A point. */
export function point(name: string, x = 0.5, y = 0.5): ParameterDefinition {
  return { name, kind: 'point', initial: [x, y] };
}

/** A colour without transparency: a grey, or red, green and blue. */
export function colour(
  name: string,
  shade: number | readonly [number, number, number] = 0,
): ParameterDefinition {
  const [red, green, blue] = typeof shade === 'number' ? [shade, shade, shade] : shade;
  return { name, kind: 'colour', initial: [255, red, green, blue] };
}

/** The heading of a group, or with no name its end. */
export function group(name = ''): ParameterDefinition {
  return { name, kind: 'group', initial: false, isFixed: true };
}

/** Something kept as bytes: curves, looks, analyses. */
export function blob(name = ' '): ParameterDefinition {
  return { name, kind: 'blob', initial: '', isFixed: true };
}

/** A parameter without keyframes. */
export function fixed(definition: ParameterDefinition): ParameterDefinition {
  return { ...definition, isFixed: true };
}
