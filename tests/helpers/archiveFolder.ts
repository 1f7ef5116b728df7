import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { WriteArchiveRequest } from '../../src/contract/MediaEngine';
import type { ProofJournal } from '../../src/engine/archive/ArchiveContext';

/** A journal that forgets when the test ends. */
export function aProofJournal(): ProofJournal {
  const proofs = new Map<string, string>();
  return {
    findProof: (scope, name) => {
      const kept = proofs.get(`${scope}\0${name}`);
      return kept === undefined ? undefined : (JSON.parse(kept) as Record<string, unknown>);
    },
    keepProof: (scope, name, value) => {
      proofs.set(`${scope}\0${name}`, JSON.stringify(value));
    },
  };
}

/** Bytes that differ for every seed. */
export function someBytes(count: number, seed: string): Buffer {
  const bytes = Buffer.alloc(count);
  let block = createHash('sha256').update(seed).digest();
  for (let offset = 0; offset < count; offset += block.length) {
    block.copy(bytes, offset);
    block = createHash('sha256').update(block).digest();
  }
  return bytes;
}

/** Writes files under a folder; text or bytes by relative path. */
export function writeFiles(folder: string, files: Readonly<Record<string, Buffer | string>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Two cards with odd sizes and names: nothing, one block, more than a piece, blanks, emoji. */
export function writeCards(folder: string): void {
  writeFiles(path.join(folder, 'A001'), {
    'CLIP/A001C001.mov': someBytes(3 * 1024 * 1024 + 17, 'one'),
    'CLIP/A001C001.xml': '<sidecar/>',
    'CLIP/A001C002.mov': someBytes(4096, 'two'),
    'empty.dat': '',
    ' odd name é 🎬 .txt': 'odd',
  });
  writeFiles(path.join(folder, 'B001'), { 'M4ROOT/C0001.MP4': someBytes(70_000, 'three') });
}

/** Every file of the cards under `folder`, as the archive that `bundle` is to hold. */
export function anArchive(folder: string, bundle: string): WriteArchiveRequest {
  const cards = readdirSync(folder).sort();
  const files = cards.flatMap((card) =>
    readdirSync(path.join(folder, card), { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((source) => ({
        source,
        target: `media/${path.relative(folder, source).split(path.sep).join('/')}`,
      })),
  );
  return {
    bundle,
    title: 'Day 3',
    files,
    texts: [
      { target: 'project/day.slateflow', text: '{"format":"slateflow-project"}\n' },
      { target: 'README.txt', text: 'How to read this\n' },
    ],
    mhlRoots: cards.map((card) => `media/${card}`),
  };
}

/** What tells a file that was written again: inode and both times, by path. */
export function stampsOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.map((file) => {
      const { ino, mtimeMs, ctimeMs, size } = statSync(file);
      return [path.relative(folder, file), `${ino} ${mtimeMs} ${ctimeMs} ${size}`];
    }),
  );
}

/** Changes one bit in the middle of a file. */
export function flipBit(file: string): void {
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  writeFileSync(file, bytes);
}
