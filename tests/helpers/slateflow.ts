import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What a run of the command line gave. */
export interface SlateflowRun {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

const program = path.join(__dirname, '..', '..', 'bin', 'slateflow.js');

/** A folder of a test's own, gone with `remove`. */
export function makeTestFolder(name: string): { readonly path: string; remove(): void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), `slateflow-${name}-`));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A command line over the built program, with a state folder of its own. */
export function slateflowIn(folder: string) {
  const env = { ...process.env, SLATEFLOW_STATE: path.join(folder, 'state') };

  const start = (...args: readonly string[]) =>
    spawn(process.execPath, [program, ...args], { env, cwd: folder });

  const run = (...args: readonly string[]): Promise<SlateflowRun> =>
    new Promise((resolve, reject) => {
      const child = start(...args);
      let out = '';
      let err = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
      child.on('error', reject);
      child.on('close', (status) => resolve({ status, out, err }));
    });

  /** Runs with `--json` and gives the document; the run must have ended with `status`. */
  const json = async <Document>(status: number, ...args: readonly string[]): Promise<Document> => {
    const result = await run(...args, '--json');
    if (result.status !== status) {
      throw new Error(
        `slateflow ${args.join(' ')} ended with ${String(result.status)}:\n${result.err}${result.out}`,
      );
    }
    return JSON.parse(result.out) as Document;
  };

  return { start, run, json };
}
