import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { UserFacingError } from '../../../contract/UserFacingError';

/** What stands in a lock of Slateflow's own. */
const lockHolderSchema = z.object({
  program: z.literal('Slateflow'),
  /** Name of the computer. */
  host: z.string(),
  pid: z.int().positive(),
  user: z.string(),
  /** ISO 8601. */
  since: z.iso.datetime(),
});

/** Who holds a project in Slateflow. */
export type LockHolder = z.infer<typeof lockHolderSchema>;

/** A lock that could not be taken. */
export interface SeenLock {
  /** What stands in it; null when it has gone meanwhile. */
  readonly text: string | null;
  /** Null where it names nobody of Slateflow. */
  readonly holder: LockHolder | null;
}

/** This process, from now on. */
export function thisProcess(): LockHolder {
  const since = new Date().toISOString();
  return { program: 'Slateflow', host: os.hostname(), pid: process.pid, user: userName(), since };
}

/** The holder that a lock names; null for a lock of another program. */
export function parseHolder(text: string): LockHolder | null {
  try {
    return lockHolderSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether a holder was a process of this computer that is gone. Of another computer nobody can tell. */
export function isGone({ host, pid }: LockHolder): boolean {
  if (host !== os.hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // It runs, as somebody else's, unless there is no such process.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Whether a holder bears this process's own number: it, or one before it. */
export function isThisProcess({ host, pid }: LockHolder): boolean {
  return host === os.hostname() && pid === process.pid;
}

/** Who holds a project, such as “Show.prproj” by sam on EDIT-2. */
export function heldBy(projectPath: string, holder: LockHolder): string {
  const { user, host, pid, since } = holder;
  const when = `${since.slice(0, 16).replace('T', ' ')} UTC`;
  return `“${path.basename(projectPath)}” is open in Slateflow by ${user} on ${host} (process ${pid}) since ${when}`;
}

/** Why a project cannot be had: who holds it, and what to do. */
export function refusal(
  projectPath: string,
  lockPath: string,
  { holder, text }: SeenLock,
): UserFacingError {
  const lock = path.basename(lockPath);
  const who = (text ?? '')
    .replace(/[\p{Cc}\uFFFD]+/gu, ' ')
    .trim()
    .slice(0, 80);
  const sentence = holder
    ? `${heldBy(projectPath, holder)}. Close it there and try again; if that computer is gone for good, remove “${lock}”.`
    : `“${path.basename(projectPath)}” is open in another program: “${lock}” stands beside it${who && `, which says “${who}”`}. Close it there and try again, or work on a copy of it.`;
  return new UserFacingError('project-locked', sentence);
}

/** A user who has no entry in the system has a number alone. */
function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    return `user ${String(process.getuid?.())}`;
  }
}
