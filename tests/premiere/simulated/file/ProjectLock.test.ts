import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { lockProject } from '../../../../src/premiere/simulated/file/ProjectLock';

let projectPath: string;
let lockPath: string;
beforeEach(() => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slateflow-lock-'));
  projectPath = path.join(folder, 'The Show.prproj');
  lockPath = path.join(folder, 'The Show.prlock');
});

const notes: string[] = [];
beforeEach(() => notes.splice(0));

const signal = new AbortController().signal;
const lock = (options: { readonly patienceMs?: number; readonly signal?: AbortSignal } = {}) =>
  lockProject(projectPath, { signal, note: (line) => notes.push(line), ...options });

/** The lock that Slateflow would have made elsewhere. */
function plant(holder: { readonly host?: string; readonly pid?: number }): string {
  const text = JSON.stringify({
    program: 'Slateflow',
    host: os.hostname(),
    pid: process.pid,
    user: 'sam',
    since: '2026-03-01T09:30:00.000Z',
    ...holder,
  });
  fs.writeFileSync(lockPath, text);
  return text;
}

/** The number of a process that was here and is gone. */
const goneProcess = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('the lock of a project', () => {
  test('stands beside it under Premiere’s name, says who holds it, and goes when it is given back', async () => {
    const taken = await lock();
    expect(JSON.parse(fs.readFileSync(lockPath, 'utf8'))).toEqual({
      program: 'Slateflow',
      host: os.hostname(),
      pid: process.pid,
      user: os.userInfo().username,
      since: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
    });
    taken.release();
    expect(fs.readdirSync(path.dirname(lockPath))).toEqual([]);
    expect(notes).toEqual([]);
  });

  test('is made where the project’s folder is still to be made', async () => {
    projectPath = path.join(path.dirname(projectPath), 'Day 1', 'Show.prproj');
    (await lock()).release();
    expect(fs.existsSync(path.dirname(projectPath))).toBe(true);
  });

  test('is waited for, and who holds it is told once', async () => {
    const first = await lock();
    let isSecond = false;
    const second = lock().then((taken) => {
      isSecond = true;
      return taken;
    });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(isSecond).toBe(false);
    first.release();
    (await second).release();
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/^“The Show\.prproj” is open in Slateflow by \S+ on .*Waiting until/);
  });

  test('is held by one at a time, however many want it', async () => {
    let holders = 0;
    const most: number[] = [];
    const take = async () => {
      const taken = await lock();
      holders += 1;
      most.push(holders);
      await new Promise((resolve) => setTimeout(resolve, 20));
      holders -= 1;
      taken.release();
    };
    plant({ pid: goneProcess() });
    await Promise.all([take(), take(), take(), take()]);
    expect(most).toEqual([1, 1, 1, 1]);
  });

  test('stops waiting when it is cancelled, and leaves the lock', async () => {
    const text = plant({ host: 'EDIT-2' });
    const cancel = new AbortController();
    const waiting = lock({ signal: cancel.signal });
    cancel.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(fs.readFileSync(lockPath, 'utf8')).toBe(text);
  });

  test.each([
    ['a process that is gone', goneProcess],
    ['an earlier process of this one’s number', () => process.pid],
  ])('of %s on this computer is taken over', async (_whose, pidOf) => {
    plant({ pid: pidOf() });
    const taken = await lock({ patienceMs: 0 });
    expect(JSON.parse(fs.readFileSync(lockPath, 'utf8'))).toMatchObject({ pid: process.pid });
    taken.release();
    expect(fs.readdirSync(path.dirname(lockPath))).toEqual([]);
  });

  test('of a process that runs here is never taken over', async () => {
    const text = plant({ pid: process.ppid });
    await expect(lock({ patienceMs: 300 })).rejects.toMatchObject({ code: 'project-locked' });
    expect(fs.readFileSync(lockPath, 'utf8')).toBe(text);
  });

  test('of another computer is never taken over, and the refusal says whose it is', async () => {
    const text = plant({ host: 'EDIT-2', pid: goneProcess() });
    const refusal: unknown = await lock({ patienceMs: 300 }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'project-locked',
      message: expect.stringMatching(
        /by sam on EDIT-2 \(process \d+\) since 2026-03-01 09:30 UTC\. Close it there .* remove “The Show\.prlock”/,
      ) as string,
    });
    expect(fs.readFileSync(lockPath, 'utf8')).toBe(text);
  });

  test.each([
    ['says something else', 'EDIT-7\u0000robin', /which says “EDIT-7 robin”/],
    ['is empty', '', /“The Show\.prlock” stands beside it\. Close it there/],
    ['is JSON of another kind', '{"program":"Premiere"}', /work on a copy/],
  ])('that %s is another program’s: refused at once, and left', async (_what, text, words) => {
    fs.writeFileSync(lockPath, text);
    const startMs = Date.now();
    await expect(lock()).rejects.toMatchObject({
      code: 'project-locked',
      message: expect.stringMatching(words) as string,
    });
    expect(Date.now() - startMs).toBeLessThan(5_000);
    expect(fs.readFileSync(lockPath, 'utf8')).toBe(text);
    expect(notes).toEqual([]);
  });

  test('that another has put in its place is not given back for them', async () => {
    const taken = await lock();
    const text = plant({ host: 'EDIT-2' });
    taken.release();
    expect(fs.readFileSync(lockPath, 'utf8')).toBe(text);
  });

  test('that cannot be written says where', async () => {
    fs.writeFileSync(path.dirname(lockPath) + '/file', '');
    projectPath = path.join(path.dirname(lockPath), 'file', 'Show.prproj');
    await expect(lock()).rejects.toMatchObject({
      code: 'host-failed',
      message: expect.stringContaining('Show.prlock') as string,
    });
  });
});
