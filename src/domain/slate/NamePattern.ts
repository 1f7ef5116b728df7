import { emptyReading, type NameReading } from './NameReading';
import type { Slate } from './Slate';
import { toCalendarDate } from './toCalendarDate';

/** One way in which names are made. */
export interface NamePattern {
  /** Kebab-case; presets choose patterns by it. */
  readonly id: string;
  /** Whose names these are, in words. */
  readonly of: string;
  /** Where the fact is from. */
  readonly source: string;
  readonly examples: readonly string[];
  /** Reads a name without its ending; undefined for one that is not made so. */
  readonly read: (name: string) => Omit<NameReading, 'pattern'> | undefined;
}

/** The named groups of a pattern that matched; empty where they did not. */
export type Groups = (name: string) => string;

/**
 * Reads names by an expression. The groups `camera`, `reel`, `clip`, `part`, `track`, `date`
 * (`YYMMDD`, `YYYYMMDD`, `YYYY-MM-DD`) and `monthDay` mean what they are called; `more` adds what
 * else they say, or finds that the name is not made so. Nor is one whose date is none.
 */
export function byGroups(
  expression: RegExp,
  more: (group: Groups) => Partial<NameReading> | undefined = () => ({}),
): NamePattern['read'] {
  return (name) => {
    const match = expression.exec(name);
    if (!match) return undefined;
    const groups: Readonly<Record<string, string | undefined>> = match.groups ?? {};
    const group: Groups = (key) => groups[key] ?? '';
    const [date, said] = [dateOf(group), more(group)];
    if (date === undefined || said === undefined) return undefined;
    return { ...emptyReading, ...placeOf(group), date, ...said };
  };
}

function dateOf(group: Groups): string | null | undefined {
  const digits = group('date').replace(/-/g, '') || group('monthDay');
  return digits === '' ? null : toCalendarDate(digits);
}

function placeOf(group: Groups): Partial<NameReading> {
  return {
    camera: group('camera').replace('_', '') || null,
    reel: group('reel') === '' ? null : `${group('camera')}${group('reel')}`,
    clip: group('clip') || null,
    part: Number(group('part')) || null,
    track: group('track') || null,
  };
}

/** The same reading with what keeps it from being certain. */
export function doubted(doubt: string): Partial<NameReading> {
  return { certainty: 'uncertain', doubt };
}

/** The reading of a name that is a slate. */
export function ofSlate(slate: Slate): Omit<NameReading, 'pattern'> {
  return { ...emptyReading, ...slate, flags: { ...slate.flags, circled: false } };
}
