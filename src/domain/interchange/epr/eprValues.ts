import type { EprContents } from './readEprParameters';

/** Ends the reading of a preset with its reason, a sentence; never leaves the reader. */
export class EprProblem extends Error {}

/** A parameter's value; zero where it is left out, as newer versions do. */
export function valueOf({ parameters }: EprContents, name: string): string {
  const value = parameters.get(name)?.value ?? '';
  return value === '' ? '0' : value;
}

/** A whole number above zero. @throws EprProblem where there is none */
export function readCount(contents: EprContents, name: string, meaning: string): number {
  const value = Number(valueOf(contents, name));
  if (Number.isInteger(value) && value > 0) return value;
  throw new EprProblem(`The preset does not say ${meaning}.`);
}

/** The key under which a table holds a value. */
export function keyOf<Key extends string>(
  table: Readonly<Record<Key, string>>,
  value: string,
): Key | undefined {
  return (Object.keys(table) as Key[]).find((key) => table[key] === value);
}
