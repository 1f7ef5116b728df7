import { ScriptError, scriptErrorTexts } from './ScriptError';

/** A script's value as text; what cannot be text is an illegal parameter. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === undefined || value === null) throw new ScriptError(scriptErrorTexts.notEnough);
  const boxed = (value as { valueOf?: () => unknown }).valueOf?.();
  if (typeof boxed === 'string') return boxed;
  throw new ScriptError(scriptErrorTexts.illegalType);
}

/** Any value of a script as the text it makes of itself. */
export function toAnyText(value: unknown): string {
  // An object of a script has a text of its own, whatever it is.
  return typeof value === 'object' && value !== null
    ? String((value as { toString(): unknown }).toString())
    : String(value);
}

/** A script's value as a finite number. */
export function toNumber(value: unknown): number {
  if (value === undefined || value === null) throw new ScriptError(scriptErrorTexts.notEnough);
  const number = typeof value === 'boolean' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw new ScriptError(scriptErrorTexts.illegalType);
}

/** A flag: Premiere takes `true` and `1` alike; absent is false. */
export function toFlag(value: unknown): boolean {
  return value === true || value === 1 || value === '1';
}

/** The elements of a script's array, read by index alone. */
export function toList(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) {
    throw new ScriptError(scriptErrorTexts.illegalType);
  }
  const source = value as { readonly length?: unknown } & Readonly<Record<number, unknown>>;
  if (typeof source.length !== 'number') throw new ScriptError(scriptErrorTexts.illegalType);
  const values: unknown[] = [];
  for (let index = 0; index < source.length; index += 1) values.push(source[index]);
  return values;
}
