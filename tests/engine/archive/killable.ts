import fs from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { openJournal } from '../../../src/engine/journal/Journal';
import { writeArchive } from '../../../src/engine/archive/writeArchive';
import type { WriteArchiveRequest } from '../../../src/contract/MediaEngine';

/**
 * Writes an archive in a process that kills itself (SIGKILL) before its n-th file operation or
 * journal entry: `killable.js REQUEST.json STATE-FOLDER N`. Prints how many there were when it lives to
 * the end.
 */
async function run([requestPath = '', stateDir = '', killAt = '0']: readonly string[]) {
  let operations = 0;
  const count = () => {
    operations += 1;
    if (operations === Number(killAt)) process.kill(process.pid, 'SIGKILL');
  };
  const wrap = (owner: object, names: readonly string[]) => {
    const methods = owner as Record<string, (...given: unknown[]) => unknown>;
    for (const name of names) {
      const method = methods[name];
      if (!method) continue;
      methods[name] = function counted(this: unknown, ...given: unknown[]) {
        count();
        return method.apply(this, given);
      };
    }
  };
  const handle = await fs.open(requestPath);
  wrap(Object.getPrototypeOf(handle) as object, ['write', 'sync', 'truncate', 'utimes']);
  await handle.close();
  wrap(fs, ['open', 'rename', 'rm', 'mkdir']);
  const journal = openJournal(stateDir);
  wrap(journal, ['keepProof']);
  const request = JSON.parse(readFileSync(requestPath, 'utf8')) as WriteArchiveRequest;
  const { signal } = new AbortController();
  const job = { signal, report: () => undefined, checkpoint: () => undefined };
  await writeArchive(request, { journal, job });
  process.stdout.write(String(operations));
}

void run(process.argv.slice(2));
