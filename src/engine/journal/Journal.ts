import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type Database from 'libsql';
import { openDatabase } from './openDatabase';

/** How a job ended; `interrupted` is what the next start calls a job that a kill cut short. */
export type JobOutcome = 'done' | 'failed' | 'cancelled' | 'interrupted';

/** A job as the journal remembers it. Times are milliseconds since 1970. */
export interface JournalJob {
  readonly id: string;
  readonly kind: string;
  /** The request as it came, JSON. */
  readonly input: string;
  readonly state: 'running' | JobOutcome;
  readonly startedMs: number;
  readonly endedMs: number | null;
  /** Code of a failure; empty otherwise. */
  readonly code: string;
}

/**
 * What the engine remembers across a kill: its jobs, and proofs of finished work that let a job go
 * on where it stopped. Every call is on the disk when it returns.
 */
export interface Journal {
  beginJob(job: { readonly id: string; readonly kind: string; readonly input: unknown }): void;
  endJob(id: string, outcome: JobOutcome, code: string): void;
  findJob(id: string): JournalJob | undefined;
  /** Jobs that an earlier engine did not live to end, latest first. */
  interruptedJobs(): readonly JournalJob[];
  /** What was proven of `name` within `scope` (such as a bundle's folder), or undefined. */
  findProof(scope: string, name: string): Readonly<Record<string, unknown>> | undefined;
  /** Keeps a proof, in place of an earlier one of the same name. `value` must survive JSON. */
  keepProof(scope: string, name: string, value: object): void;
  /** Why an earlier journal was put aside, in words; null when there was no need. */
  readonly notice: string | null;
  close(): void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS jobs (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, input TEXT NOT NULL, state TEXT NOT NULL,
    pid INTEGER NOT NULL, startedMs INTEGER NOT NULL, endedMs INTEGER, code TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS proofs (
    scope TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, keptMs INTEGER NOT NULL,
    PRIMARY KEY (scope, name)
  ) WITHOUT ROWID;`;

/**
 * Opens the journal (`journal.db`) in the engine's state folder, making both when absent. Jobs of
 * an engine that is gone are marked interrupted. A damaged journal is moved aside and says so.
 */
export function openJournal(stateDir: string): Journal {
  mkdirSync(stateDir, { recursive: true });
  const { database, notice } = openDatabase(path.join(stateDir, 'journal.db'), {
    schema,
    // A proof that a power cut can take back is none.
    synchronous: 'FULL',
  });
  markInterrupted(database);
  return { ...jobsOf(database), ...proofsOf(database), notice, close: () => database.close() };
}

function jobsOf(
  database: Database.Database,
): Pick<Journal, 'beginJob' | 'endJob' | 'findJob' | 'interruptedJobs'> {
  const columns = 'id, kind, input, state, startedMs, endedMs, code';
  const begin = database.prepare(`INSERT INTO jobs VALUES (?, ?, ?, 'running', ?, ?, NULL, '')`);
  const end = database.prepare('UPDATE jobs SET state = ?, endedMs = ?, code = ? WHERE id = ?');
  const find = database.prepare(`SELECT ${columns} FROM jobs WHERE id = ?`);
  const interrupted = database.prepare(
    `SELECT ${columns} FROM jobs WHERE state = 'interrupted' ORDER BY startedMs DESC`,
  );
  return {
    beginJob: ({ id, kind, input }) => {
      begin.run(id, kind, JSON.stringify(input), process.pid, Date.now());
    },
    endJob: (id, outcome, code) => {
      end.run(outcome, Date.now(), code, id);
    },
    findJob: (id) => {
      const row = find.get(id) as JournalJob | undefined;
      return row && toJob(row);
    },
    interruptedJobs: () => (interrupted.all() as JournalJob[]).map(toJob),
  };
}

/** The driver adds a field of its own to every row. */
function toJob({ id, kind, input, state, startedMs, endedMs, code }: JournalJob): JournalJob {
  return { id, kind, input, state, startedMs, endedMs, code };
}

function proofsOf(database: Database.Database): Pick<Journal, 'findProof' | 'keepProof'> {
  const find = database.prepare('SELECT value FROM proofs WHERE scope = ? AND name = ?');
  const keep = database.prepare('INSERT OR REPLACE INTO proofs VALUES (?, ?, ?, ?)');
  return {
    findProof: (scope, name) => {
      const row = find.get(scope, name) as { readonly value: string } | undefined;
      return row && (JSON.parse(row.value) as Record<string, unknown>);
    },
    keepProof: (scope, name, value) => {
      keep.run(scope, name, JSON.stringify(value), Date.now());
    },
  };
}

/** Several engines may share a state folder; only the jobs of processes that are gone are over. */
function markInterrupted(database: Database.Database): void {
  const running = database
    .prepare(`SELECT DISTINCT pid FROM jobs WHERE state = 'running'`)
    .all() as { readonly pid: number }[];
  const mark = database.prepare(
    `UPDATE jobs SET state = 'interrupted', endedMs = ? WHERE state = 'running' AND pid = ?`,
  );
  for (const { pid } of running) {
    if (pid === process.pid || !isAlive(pid)) mark.run(Date.now(), pid);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
