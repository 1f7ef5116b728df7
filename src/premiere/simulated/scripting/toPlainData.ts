import { handleOf } from '../es3/Handle';

/** What a script evaluates to, as JSON can hold it. */
export type PlainData =
  null | boolean | number | string | readonly PlainData[] | { readonly [name: string]: PlainData };

const deepest = 100;

/**
 * A script's value as plain data: texts, numbers, flags, arrays and plain objects as they are;
 * `undefined` and what is no number as null; anything else by its class, such as `[object Sequence]`.
 */
export function toPlainData(value: unknown): PlainData {
  return convert(value, []);
}

function convert(value: unknown, within: readonly unknown[]): PlainData {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'function') return '[object Function]';
  if (typeof value !== 'object' || value === null) return null;
  return convertObject(value, within);
}

function convertObject(value: object, within: readonly unknown[]): PlainData {
  const handle = handleOf(value);
  if (handle) return `[object ${handle.className}]`;
  const kind = Object.prototype.toString.call(value);
  if (within.includes(value) || within.length > deepest) return kind;
  const inner = [...within, value];
  if (Array.isArray(value)) return Array.from(value as unknown[], (each) => convert(each, inner));
  if (kind === '[object Object]') return convertFields(value, inner);
  const boxed = (value as { valueOf(): unknown }).valueOf();
  return typeof boxed === 'object' ? kind : convert(boxed, inner);
}

function convertFields(value: object, within: readonly unknown[]): PlainData {
  const fields = Object.keys(value).map((name): [string, PlainData] => [
    name,
    convert((value as Readonly<Record<string, unknown>>)[name], within),
  ]);
  return Object.fromEntries(fields);
}
