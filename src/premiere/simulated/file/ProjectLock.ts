import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { UserFacingError } from '../../../contract/UserFacingError';
import {
  heldBy,
  isGone,
  isThisProcess,
  parseHolder,
  refusal,
  thisProcess,
  type LockHolder,
  type SeenLock,
} from './LockHolder';

/** How a project that somebody holds is waited for. */
export interface LockWaiting {
  readonly signal: AbortSignal;
  /** Told once who holds it. */
  readonly note: (line: string) => void;
  /** How long at most; ten minutes when absent. */
  readonly patienceMs?: number;
}

/** The right to write a project. */
export interface ProjectLock {
  /** Gives it back. */
  release(): void;
}

const tenMinutes = 10 * 60_000;
const lookEveryMs = 250;

/** Locks that this process holds. */
const held = new Set<string>();

/**
 * Takes the lock beside a project file, named as Premiere names its own: `Show.prlock` for
 * `Show.prproj`. While Slateflow holds it elsewhere it is waited for. Stale is only a lock that
 * Slateflow made on this computer, in a process that is gone: it is taken over. A lock of another
 * computer or of another program is never removed, however old it is.
 * @throws UserFacingError `project-locked` at once for another program's lock, and for Slateflow's
 * when patience is at an end; `host-failed` where no lock can be written
 */
export async function lockProject(projectPath: string, waiting: LockWaiting): Promise<ProjectLock> {
  const { dir, name } = path.parse(path.resolve(projectPath));
  const lockPath = path.join(dir, `${name}.prlock`);
  const own = JSON.stringify(thisProcess());
  const judge = newJudge(projectPath, lockPath, waiting);
  for (let seen = takeOrSee(lockPath, own); seen; seen = takeOrSee(lockPath, own)) {
    judge(seen);
    await delay(lookEveryMs, undefined, { signal: waiting.signal });
  }
  held.add(lockPath);
  return { release: () => release(lockPath, own) };
}

/** Says who is waited for, and throws once nothing is to be waited for. */
function newJudge(projectPath: string, lockPath: string, waiting: LockWaiting) {
  const untilMs = Date.now() + (waiting.patienceMs ?? tenMinutes);
  let silentLooks = 0;
  let isTold = false;
  return (seen: SeenLock): void => {
    const { holder, text } = seen;
    // Where a lock is empty for a moment: one that names nobody is looked at twice.
    silentLooks = text !== null && !holder ? silentLooks + 1 : 0;
    if (silentLooks > 1 || Date.now() >= untilMs) throw refusal(projectPath, lockPath, seen);
    if (isTold || !holder) return;
    isTold = true;
    waiting.note(`${heldBy(projectPath, holder)}. Waiting until it is closed.`);
  };
}

/** Takes the lock, from a process that is gone too; otherwise what stands there. */
function takeOrSee(lockPath: string, own: string): SeenLock | null {
  const text = read(lockPath);
  const holder = parseHolder(text ?? '');
  if (text !== null && !(holder && isStale(holder, lockPath))) return { text, holder };
  if (text !== null) takeAway(lockPath, text, own);
  return create(lockPath, own) ? null : { text: null, holder: null };
}

/** A lock with this process's number that it does not hold is of a process before it. */
function isStale(holder: LockHolder, lockPath: string): boolean {
  return isThisProcess(holder) ? !held.has(lockPath) : isGone(holder);
}

/**
 * Removes a stale lock, and never the one that a quicker process has meanwhile put in its place: only
 * whoever holds the right to remove this very lock may, which is a lock itself, goes stale like one,
 * and is taken away like one.
 */
function takeAway(lockPath: string, stale: string, own: string): void {
  const right = `${lockPath}.${createHash('sha256').update(stale).digest('hex').slice(0, 12)}`;
  if (create(right, own)) {
    if (read(lockPath) === stale) fs.rmSync(lockPath, { force: true });
    fs.rmSync(right, { force: true });
    return;
  }
  const text = read(right);
  const holder = parseHolder(text ?? '');
  if (text !== null && holder && isStale(holder, right)) takeAway(right, text, own);
}

/** Makes a lock unless there is one, whole at once: of all who try, one succeeds. */
function create(lockPath: string, text: string): boolean {
  const aside = `${lockPath}.${randomUUID()}`;
  try {
    fs.mkdirSync(path.dirname(lockPath), { recursive: true });
    fs.writeFileSync(aside, text);
    return link(aside, lockPath, text);
  } catch (cause) {
    const sentence = `“${lockPath}” could not be written. Check that its folder may be written to, and that the disk is not full.`;
    throw new UserFacingError('host-failed', sentence, { cause });
  } finally {
    if (fs.existsSync(aside)) fs.rmSync(aside);
  }
}

function link(aside: string, lockPath: string, text: string): boolean {
  try {
    fs.linkSync(aside, lockPath);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
  }
  // Not every disk has links: there a lock is empty for a moment.
  try {
    fs.writeFileSync(lockPath, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** What a lock says, nothing where it may not be read; null when it is gone. */
function read(lockPath: string): string | null {
  try {
    return fs.readFileSync(lockPath, 'utf8');
  } catch {
    return fs.existsSync(lockPath) ? '' : null;
  }
}

/** A lock that somebody else has put in its place stays. */
function release(lockPath: string, own: string): void {
  held.delete(lockPath);
  if (read(lockPath) === own) fs.rmSync(lockPath, { force: true });
}
