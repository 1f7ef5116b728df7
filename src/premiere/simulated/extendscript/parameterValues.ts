import type { Colour, ParameterDefinition } from '../effects/EffectDefinition';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toList, toNumber } from '../es3/scriptValues';

/**
 * A script's value as the parameter holds it: of its own type, or an illegal parameter; a number
 * outside its range is clamped without a word, so that -6 as a level becomes 0.
 */
export function toParameterValue(definition: ParameterDefinition, value: unknown): unknown {
  return readers[definition.kind](value, definition);
}

/** What a script reads of a parameter's value, before it is made an object of the script's realm. */
export function toScriptValue({ kind }: ParameterDefinition, value: unknown): unknown {
  if (kind === 'blob') return undefined;
  return kind === 'colour' ? packColour(value as Colour) : value;
}

/** A colour from four parts, each 0 to 255. */
export function toColour(parts: readonly unknown[]): Colour {
  const [alpha, red, green, blue] = parts.map((part) => clamp(Math.round(toNumber(part)), 0, 255));
  if (blue === undefined) throw new ScriptError(scriptErrorTexts.notEnough);
  return [alpha ?? 255, red ?? 0, green ?? 0, blue];
}

type Reader = (value: unknown, definition: ParameterDefinition) => unknown;

const readers: Readonly<Record<ParameterDefinition['kind'], Reader>> = {
  number: (value, { range }) => clamp(toNumber(value), ...(range ?? unbounded)),
  menu: (value, { range }) => clamp(Math.trunc(toNumber(value)), ...(range ?? unbounded)),
  boolean: toTruth,
  point: (value) => {
    const [x, y] = toList(value).map(toNumber);
    return x === undefined || y === undefined ? refuse() : [x, y];
  },
  colour: (value) => unpackColour(toNumber(value)),
  text: (value) => (typeof value === 'string' ? value : refuse()),
  lut: (value) => (typeof value === 'string' ? value : Math.max(0, Math.trunc(toNumber(value)))),
  blob: () => refuse(),
  group: () => refuse(),
};

const unbounded = [-Number.MAX_VALUE, Number.MAX_VALUE] as const;

function toTruth(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  return value === 0 || value === 1 ? value === 1 : refuse();
}

/**
 * A colour as the number Premiere gives: four channels of 16 bits, of which a double keeps all but
 * the lowest bits.
 */
function packColour(parts: Colour): number {
  return Number(parts.reduce((packed, part) => (packed << 16n) | (BigInt(part) << 8n), 0n));
}

function unpackColour(packed: number): Colour {
  const bits = BigInt.asUintN(64, BigInt(Math.trunc(packed)));
  const channel = (shift: bigint) => Number((bits >> shift) & 0xffffn) >> 8;
  return [channel(48n), channel(32n), channel(16n), channel(0n)];
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(highest, Math.max(lowest, value));
}

function refuse(): never {
  throw new ScriptError(scriptErrorTexts.illegalType);
}
