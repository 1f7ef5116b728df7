import type { Ports } from '../contract/Ports';
import { parseTakeLog, type ParsedTakeLog } from '../domain/script/parseTakeLog';

/** The script supervisor's log; null when none was named. @throws UserFacingError `file-not-found` */
export async function readTakeLog(
  path: string | null,
  { engine }: Pick<Ports, 'engine'>,
): Promise<ParsedTakeLog | null> {
  return path === null ? null : parseTakeLog((await engine.readText({ path })).text);
}
