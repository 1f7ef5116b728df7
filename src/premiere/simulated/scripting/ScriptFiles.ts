import fs from 'node:fs';
import path from 'node:path';
import { UserFacingError } from '../../../contract/UserFacingError';
import { readScriptFile } from '../es3/directives';
import type { ScriptRealm } from '../es3/ScriptRealm';
import type { UxpHost } from '../uxp/UxpHost';
import { scriptError, type ScriptQueue } from './ScriptQueue';
import { toPlainData, type PlainData } from './toPlainData';

/** What became of a script file: what it evaluated to as plain data, or what it threw and where. */
export type ScriptOutcome =
  | { readonly ok: true; readonly value: PlainData }
  | {
      readonly ok: false;
      readonly message: string;
      /** Empty when nobody can tell. */
      readonly fileName: string;
      /** Counted from 1; 0 when nobody can tell. */
      readonly line: number;
      /** Whether the script was refused before any of it ran. */
      readonly isRefused: boolean;
    };

/** What runs a script: CEP's ExtendScript, or UXP from 25.6 on. */
export type ScriptHost = 'extendscript' | 'uxp';

/** A script for UXP as text. */
export interface UxpScript {
  /** The body of an async function: it may await, and gives what it returns or ends with. */
  readonly source: string;
  /** What it is called in errors. */
  readonly fileName?: string;
  /** From its beginning until its value is there, in milliseconds; a minute when left out. */
  readonly timeLimitMs?: number;
}

/** How long a script of UXP may take, where nobody said otherwise. */
const usualTimeLimitMs = 60_000;

/** What scripts are run by. */
interface ScriptRunners {
  readonly realm: ScriptRealm;
  readonly queue: ScriptQueue;
  readonly uxp: UxpHost;
}

/** Runs scripts in their turn, from files and for either host, and tells what became of them. */
export class ScriptFiles {
  constructor(private readonly runners: ScriptRunners) {}

  /** Runs a file as CEP does: its answer is text. @throws UserFacingError `file-not-found` */
  async evalFile(filePath: string): Promise<string> {
    const script = existing(filePath);
    return this.runners.queue.run(readScriptFile(script), script);
  }

  /** Runs a file for whoever wrote it. @throws UserFacingError `file-not-found`, `bad-arguments` */
  async evaluateFile(filePath: string, host: ScriptHost): Promise<ScriptOutcome> {
    const script = existing(filePath);
    if (host === 'extendscript') return this.evaluateEs3(script);
    const source = fs.readFileSync(script, 'utf8').replace(/^\uFEFF/, '');
    return this.evaluateUxp({ source, fileName: script });
  }

  /** Runs a script for UXP. @throws UserFacingError `bad-arguments` before 25.6 */
  async evaluateUxp(script: UxpScript): Promise<ScriptOutcome> {
    const { source, fileName = 'script.js', timeLimitMs = usualTimeLimitMs } = script;
    const { queue, uxp } = this.runners;
    const outcome = await queue.exclusive(() => uxp.run({ source, fileName }, timeLimitMs));
    return outcome.ok ? outcome : { ...outcome, fileName };
  }

  private async evaluateEs3(script: string): Promise<ScriptOutcome> {
    const { queue, realm } = this.runners;
    const marshal = (value: unknown) => JSON.stringify(toPlainData(value));
    const answer = await queue.run(readScriptFile(script), script, marshal);
    if (answer !== scriptError) return { ok: true, value: JSON.parse(answer) as PlainData };
    const { fileName = '', line = 0, isRefused = false } = realm.lastThrownAt ?? {};
    return { ok: false, message: realm.lastThrown, fileName, line, isRefused };
  }
}

function existing(filePath: string): string {
  const resolved = path.resolve(filePath);
  if (fs.statSync(resolved, { throwIfNoEntry: false })?.isFile() === true) return resolved;
  throw new UserFacingError('file-not-found', `There is no script “${resolved}”.`);
}
