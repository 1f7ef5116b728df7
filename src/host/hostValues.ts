/** Looked up once: a name of the global object takes longer to find than all that is done with it. */
const asText = String;
const asNumber = Number;
const objectPrototype = Object.prototype;

/**
 * Plain text of what Premiere handed out. Host objects may give boxed values, or a number where the
 * typings say text, and those compare unequal to what they print as.
 */
export function textOf(value: unknown): string {
  return asText(value);
}

/**
 * Where `wanted` first stands in a text, from `from` on; -1 when it does not. Arrays have no
 * `indexOf` here, and the ES3 gate cannot tell a text from an array by itself.
 */
export function positionIn(text: unknown, wanted: string, from: number): number {
  return asText(text).indexOf(wanted, from);
}

/** A plain number of what Premiere handed out; NaN where it is none. */
export function numberOf(value: unknown): number {
  return asNumber(value);
}

/** Whether an object has a member of its own under this name. */
export function hasOwn(owner: object, name: string): boolean {
  return objectPrototype.hasOwnProperty.call(owner, name) as boolean;
}
