import { toTicks, type Ticks } from '../../time/Ticks';
import { ticksOfValue } from './RationalTime';

/** A JSON object of an OTIO document, nothing yet believed of its fields. */
export type OtioObject = Readonly<Record<string, unknown>>;

/** The value as an object; undefined for anything else. */
export function objectOf(value: unknown): OtioObject | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as OtioObject) : undefined;
}

/** The objects of a list, in order; what is no object is passed over. */
export function objectsOf(value: unknown): readonly OtioObject[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.map(objectOf).filter((item) => item !== undefined);
}

/** The value as text; empty for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The schema's name without its version: `Clip` for `Clip.2`. */
export function schemaOf(object: OtioObject | undefined): string {
  return textOf(object?.['OTIO_SCHEMA']).replace(/\.\d+$/, '');
}

/** The metadata under one key. */
export function metadataOf(object: OtioObject | undefined, key: string): OtioObject | undefined {
  return objectOf(objectOf(object?.['metadata'])?.[key]);
}

/** The first of the values that is text and not empty; empty when there is none. */
export function firstTextOf(...values: readonly unknown[]): string {
  return values.map(textOf).find((text) => text !== '') ?? '';
}

/** A RationalTime in ticks; undefined when it is none. */
export function ticksOf(value: unknown): Ticks | undefined {
  const time = objectOf(value);
  const [units, rate] = [time?.['value'], time?.['rate']];
  if (typeof units !== 'number' || typeof rate !== 'number') return undefined;
  return ticksOfValue(units, rate);
}

/** A TimeRange's start and duration in ticks; undefined when it has no duration. */
export function rangeOf(
  value: unknown,
): { readonly start: Ticks; readonly duration: Ticks } | undefined {
  const range = objectOf(value);
  const duration = ticksOf(range?.['duration']);
  if (duration === undefined) return undefined;
  return { start: ticksOf(range?.['start_time']) ?? toTicks(0n), duration };
}
