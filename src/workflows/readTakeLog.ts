import type { MediaEngine } from '../contract/MediaEngine';
import type { Finding } from '../domain/finding/Finding';
import { mergeLogs, type MergedLogs } from '../domain/report/mergeLogs';
import { parseLog, type ParsedLog } from '../domain/report/parseLog';

/** Logs are read by the engine alone. */
interface LogPorts {
  readonly engine: Pick<MediaEngine, 'readText'>;
}

/** The script supervisor's log; null when none was named. @throws UserFacingError `file-not-found` */
export async function readTakeLog(
  path: string | null,
  ports: LogPorts,
): Promise<MergedLogs | null> {
  return readTakeLogs(path === null ? [] : [path], ports);
}

/**
 * What all logs and reports of a shoot say together; null when none was named.
 * @throws UserFacingError `file-not-found`
 */
export async function readTakeLogs(
  paths: readonly string[],
  { engine }: LogPorts,
): Promise<MergedLogs | null> {
  if (paths.length === 0) return null;
  const logs: ParsedLog[] = [];
  for (const path of paths) {
    const { text, encoding } = await engine.readText({ path });
    const name = path.split(/[/\\]/).at(-1) ?? path;
    const log = parseLog(text, name);
    logs.push({ ...log, findings: [...encodingRemark(name, encoding), ...log.findings] });
  }
  return mergeLogs(logs);
}

/** Names that look wrong are most often an encoding that was taken for another. */
function encodingRemark(name: string, encoding: string): readonly Finding[] {
  if (/^(?:utf-8|ascii)$/i.test(encoding)) return [];
  const message = `“${name}” was read as ${encoding.toUpperCase()}. Should a name in it look wrong, save it as UTF-8.`;
  return [{ code: 'log-encoding', severity: 'info', subject: name, message }];
}
