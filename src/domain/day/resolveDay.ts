import { describeSchemaError } from '../finding/describeSchemaError';
import { shootingDaySchema, type ShootingDay } from './ShootingDay';
import { folderOf, resolvePath } from './resolvePath';

/** A shooting day with every path absolute. */
export type ResolvedDay = ShootingDay;

/** The day, or one sentence that says what is wrong with its file. */
export type ResolvedDayResult =
  | { readonly ok: true; readonly day: ResolvedDay }
  | { readonly ok: false; readonly problem: string };

/** Reads the text of a `day.json`; relative paths are taken from its folder and may not climb out. */
export function resolveDay(text: string, dayPath: string): ResolvedDayResult {
  const parsed = parseJson(text);
  if (!parsed.ok) return { ok: false, problem: `it is no JSON (${parsed.problem})` };
  const checked = shootingDaySchema.safeParse(parsed.value);
  if (!checked.success) return { ok: false, problem: describeSchemaError(checked.error) };
  return resolveAll(checked.data, folderOf(dayPath));
}

function resolveAll(day: ResolvedDay, folder: string): ResolvedDayResult {
  const climbing: string[] = [];
  const resolve = (relative: string): string => {
    const path = resolvePath(folder, relative);
    if (path === undefined) climbing.push(relative);
    return path ?? '';
  };
  const resolved: ResolvedDay = {
    ...day,
    cards: day.cards.map(resolve),
    recorders: day.recorders.map(resolve),
    script: resolve(day.script),
    log: day.log === null ? null : resolve(day.log),
  };
  const [first] = climbing;
  if (first === undefined) return { ok: true, day: resolved };
  return { ok: false, problem: `“${first}” leads out of the day's folder` };
}

type ParsedJson =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string };

function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}
