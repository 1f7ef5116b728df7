import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { MediaFacts } from '../../contract/MediaEngine';
import { openDatabase } from '../journal/openDatabase';

/** Facts of media that were probed before. It may be thrown away at any time. */
export interface ProbeCache {
  /** The facts of a file in this very state, or undefined. */
  find(path: string, stamp: string): MediaFacts | undefined;
  /** The facts of any file of this content, wherever it lay, or undefined. */
  findContent(content: string): MediaFacts | undefined;
  keep(path: string, stamp: string, known: { content: string; media: MediaFacts }): void;
  close(): void;
}

/** Raised when facts are read otherwise than before: what was kept no longer speaks. */
const factsVersion = 3;

/** Opens `probes.db` in the engine's state folder. */
export function openProbeCache(stateDir: string): ProbeCache {
  mkdirSync(stateDir, { recursive: true });
  const { database } = openDatabase(path.join(stateDir, 'probes.db'), {
    schema: `CREATE TABLE IF NOT EXISTS files (
      path TEXT PRIMARY KEY, stamp TEXT NOT NULL, content TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS contents (
      content TEXT PRIMARY KEY, media TEXT NOT NULL
    ) WITHOUT ROWID;`,
    synchronous: 'NORMAL',
  });
  const findFile = database.prepare(
    'SELECT media FROM files JOIN contents USING (content) WHERE path = ? AND stamp = ?',
  );
  const findContent = database.prepare('SELECT media FROM contents WHERE content = ?');
  const keepFile = database.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?)');
  const keepContent = database.prepare('INSERT OR REPLACE INTO contents VALUES (?, ?)');
  const keepBoth = database.transaction((file: readonly string[], content: readonly string[]) => {
    keepContent.run(...content);
    keepFile.run(...file);
  });
  const versioned = (text: string) => `${factsVersion}:${text}`;
  return {
    find: (file, stamp) => toFacts(findFile.get(file, versioned(stamp))),
    findContent: (content) => toFacts(findContent.get(versioned(content))),
    keep: (file, stamp, { content, media }) => {
      const row = [versioned(content), JSON.stringify(media)];
      keepBoth([file, versioned(stamp), versioned(content)], row);
    },
    close: () => database.close(),
  };
}

function toFacts(row: unknown): MediaFacts | undefined {
  return row === undefined
    ? undefined
    : (JSON.parse((row as { readonly media: string }).media) as MediaFacts);
}
