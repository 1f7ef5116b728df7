import { parseTicks, zeroTicks, type Ticks } from '../../time/Ticks';

/**
 * An element of Premiere's XML: attributes by `@name`, children by their tags, text by `#text`.
 * A child that holds text alone is that text; a tag that occurs more than once is a list.
 */
export type PrprojElement = Readonly<Record<string, unknown>>;

/** What Premiere writes for an in or out point that nobody set: -400000 s. */
const unsetTicks = '-101606400000000000';

/** All elements at the end of a path such as `Clips/Clip`; before its end the first one counts. */
export function elementsAt(
  parent: PrprojElement | undefined,
  path: string,
): readonly PrprojElement[] {
  return valuesAt(parent, path).map(toElement);
}

/** The first element at the end of a path. */
export function elementAt(
  parent: PrprojElement | undefined,
  path: string,
): PrprojElement | undefined {
  const [first] = valuesAt(parent, path);
  return first === undefined ? undefined : toElement(first);
}

/** The text at the end of a path, blanks kept; undefined when there is no such element. */
export function textAt(parent: PrprojElement | undefined, path: string): string | undefined {
  const [first] = valuesAt(parent, path);
  return first === undefined ? undefined : textOf(first);
}

/** The names of the children of an element that are not attributes. */
export function childNamesOf(element: PrprojElement | undefined): readonly string[] {
  return Object.keys(element ?? {}).filter((name) => !name.startsWith('@') && name !== '#text');
}

/** An attribute; undefined when it is not there. */
export function attributeOf(element: PrprojElement, name: string): string | undefined {
  const value = ownValue(element, `@${name}`);
  return typeof value === 'string' ? value : undefined;
}

/** A time in ticks; null where none is written or the one that means “not set”. */
export function ticksAt(parent: PrprojElement | undefined, path: string): Ticks | null {
  const text = textAt(parent, path) ?? '';
  return /^-?\d{1,19}$/.test(text) && text !== unsetTicks ? parseTicks(text) : null;
}

/** A time in ticks; 0 where none is written, as Premiere leaves it out. */
export function timeAt(parent: PrprojElement | undefined, path: string): Ticks {
  return ticksAt(parent, path) ?? zeroTicks;
}

/** Ticks of a frame or sample; null where none is written, or one that no medium can have. */
export function unitAt(parent: PrprojElement | undefined, path: string): Ticks | null {
  const ticks = ticksAt(parent, path);
  // An hour a frame; Premiere writes the largest number for “none”.
  return ticks !== null && ticks > 0n && ticks < 254_016_000_000n * 3600n ? ticks : null;
}

/** A finite number; undefined when there is none. */
export function numberAt(parent: PrprojElement | undefined, path: string): number | undefined {
  const text = textAt(parent, path)?.trim();
  const value = text ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** Whether `true` is written there. */
export function flagAt(parent: PrprojElement | undefined, path: string): boolean {
  return textAt(parent, path) === 'true';
}

/** Width and height of a `left,top,right,bottom` text; 0 where there is none. */
export function sizeAt(
  parent: PrprojElement | undefined,
  path: string,
): { readonly width: number; readonly height: number } {
  const text = textAt(parent, path) ?? '';
  const [left, top, right, bottom] = /^-?\d+(?:,-?\d+){3}$/.test(text)
    ? (text.split(',').map(Number) as [number, number, number, number])
    : [0, 0, 0, 0];
  return { width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

function valuesAt(parent: PrprojElement | undefined, path: string): readonly unknown[] {
  let values: readonly unknown[] = parent === undefined ? [] : [parent];
  for (const step of path.split('/')) {
    const value = ownValue(values[0], step);
    if (value === undefined) return [];
    values = Array.isArray(value) ? value : [value];
  }
  return values;
}

function ownValue(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as PrprojElement)[name];
}

function toElement(value: unknown): PrprojElement {
  return typeof value === 'object' && value !== null
    ? (value as PrprojElement)
    : { '#text': textOf(value) };
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const text = ownValue(value, '#text');
  return typeof text === 'string' ? text : '';
}
