import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { MediaFacts } from '../../contract/MediaEngine';
import { openDatabase } from '../journal/openDatabase';

/** Facts of media that were probed before. It may be thrown away at any time. */
export interface ProbeCache {
  /** The facts of a file in this very state, or undefined. */
  find(path: string, stamp: string): MediaFacts | undefined;
  keep(path: string, stamp: string, media: MediaFacts): void;
  close(): void;
}

/** Raised when facts are read otherwise than before: what was kept no longer speaks. */
const factsVersion = 1;

/** Opens `probes.db` in the engine's state folder. */
export function openProbeCache(stateDir: string): ProbeCache {
  mkdirSync(stateDir, { recursive: true });
  const { database } = openDatabase(path.join(stateDir, 'probes.db'), {
    schema: `CREATE TABLE IF NOT EXISTS probes (
      path TEXT PRIMARY KEY, stamp TEXT NOT NULL, media TEXT NOT NULL
    ) WITHOUT ROWID;`,
    synchronous: 'NORMAL',
  });
  const find = database.prepare('SELECT media FROM probes WHERE path = ? AND stamp = ?');
  const keep = database.prepare('INSERT OR REPLACE INTO probes VALUES (?, ?, ?)');
  const versioned = (stamp: string) => `${factsVersion}:${stamp}`;
  return {
    find: (file, stamp) => {
      const row = find.get(file, versioned(stamp)) as { readonly media: string } | undefined;
      return row && (JSON.parse(row.media) as MediaFacts);
    },
    keep: (file, stamp, media) => {
      keep.run(file, versioned(stamp), JSON.stringify(media));
    },
    close: () => database.close(),
  };
}
