import { namePatterns } from './namePatterns';
import type { NameReading } from './NameReading';

const byId = new Map(namePatterns.map((pattern) => [pattern.id, pattern]));

/**
 * Reads a name without its ending by the first pattern that fits. `patterns` chooses and orders them
 * by id; without it all are tried, cameras' and recorders' before slates. Undefined for a name that
 * is made by none.
 */
export function readName(name: string, patterns?: readonly string[]): NameReading | undefined {
  const chosen = patterns ? patterns.flatMap((id) => byId.get(id) ?? []) : namePatterns;
  const plain = name.normalize('NFC').trim();
  for (const { id, read } of chosen) {
    const reading = read(plain);
    if (reading) return { pattern: id, ...reading };
  }
  return undefined;
}
