import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/** The engine's own log: one JSON object a line. Never holds tokens or file contents. */
export interface EngineLog {
  /** Absolute path of the log file. */
  readonly path: string;
  note(subject: string, message: string): void;
  /** A failure with its stack and everything that caused it. */
  error(subject: string, error: unknown): void;
}

/** One earlier log is kept beside the current one. */
const largestBytes = 5_000_000;

/** Opens `engine.log` in the state folder; one that has grown large is put aside first. */
export function openEngineLog(stateDir: string): EngineLog {
  mkdirSync(stateDir, { recursive: true });
  const file = path.join(stateDir, 'engine.log');
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestBytes) renameSync(file, `${file}.1`);
  const write = (level: string, subject: string, message: string) =>
    appendFileSync(
      file,
      `${JSON.stringify({ at: new Date().toISOString(), level, subject, message })}\n`,
    );
  return {
    path: file,
    note: (subject, message) => write('info', subject, message),
    error: (subject, error) => write('error', subject, describe(error)),
  };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\ncaused by ${describe(error.cause)}`;
}
