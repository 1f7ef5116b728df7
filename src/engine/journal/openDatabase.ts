import { existsSync, renameSync } from 'node:fs';
import Database from 'libsql';

/** How a database of ours is set up. */
export interface DatabaseSetup {
  /** Statements that make what is absent and leave what is there. */
  readonly schema: string;
  /** FULL: on the disk when a write returns. NORMAL: whole after a power cut, perhaps not newest. */
  readonly synchronous: 'FULL' | 'NORMAL';
}

/** An open database, and why an earlier one was put aside (null when there was no need). */
export interface OpenedDatabase {
  readonly database: Database.Database;
  readonly notice: string | null;
}

/** Opens a SQLite file in WAL mode; one that is damaged is moved aside and begun again. */
export function openDatabase(file: string, setup: DatabaseSetup): OpenedDatabase {
  try {
    return { database: openAndCheck(file, setup), notice: null };
  } catch (error) {
    if (!isDamage(error)) throw error;
    const aside = moveAside(file);
    const notice = `“${file}” was damaged and has been kept as “${aside}”; a fresh one was begun.`;
    return { database: openAndCheck(file, setup), notice };
  }
}

class DamagedDatabase extends Error {}

function openAndCheck(file: string, { schema, synchronous }: DatabaseSetup): Database.Database {
  const database = new Database(file);
  try {
    // Another engine on the same folder may be writing.
    database.exec('PRAGMA busy_timeout = 10000');
    database.exec('PRAGMA journal_mode = WAL');
    database.exec(`PRAGMA synchronous = ${synchronous}`);
    const [row] = database.prepare('PRAGMA quick_check(1)').all() as Record<string, unknown>[];
    const verdict = Object.values(row ?? {})[0];
    if (verdict !== 'ok') throw new DamagedDatabase(String(verdict));
    database.exec(schema);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** SQLite's own words for a file that is no database or no longer one (result codes 11 and 26). */
function isDamage(error: unknown): boolean {
  if (error instanceof DamagedDatabase) return true;
  const code = (error as { readonly code?: unknown } | null)?.code;
  return (
    typeof code === 'string' && (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
  );
}

function moveAside(file: string): string {
  let number = 1;
  while (existsSync(`${file}.damaged-${number}`)) number += 1;
  const aside = `${file}.damaged-${number}`;
  renameSync(file, aside);
  for (const tail of ['-wal', '-shm']) {
    if (existsSync(file + tail)) renameSync(file + tail, aside + tail);
  }
  return aside;
}
