import { normaliseSetup } from '../slate/parseSetup';
import type { NamedTake } from './ScriptScene';

/** Reads a take where a table says that it is one: `24A-3`, `24/3`, `24A T3`. Undefined otherwise. */
export function parseNamedTake(text: string): NamedTake | undefined {
  const match = /^(.*?)[\s/_-]+(?:T(?:AKE|K)?\.?\s*)?0*([1-9]\d{0,4})$/i.exec(text.trim());
  const setup = normaliseSetup(match?.[1] ?? '');
  return setup === undefined ? undefined : { setup, take: Number(match?.[2]) };
}
