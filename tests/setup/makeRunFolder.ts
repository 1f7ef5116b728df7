import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Puts every temporary folder of a run, its child processes' too, into one that goes with the run. */
export default function makeRunFolder(): void {
  process.env['TMPDIR'] = mkdtempSync(path.join(os.tmpdir(), 'slateflow-tests-'));
}
