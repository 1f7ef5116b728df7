import fs from 'node:fs';
import path from 'node:path';

/** Stills that count up from a file: one clip. */
interface StillRun {
  /** The first of them. */
  readonly file: string;
  readonly frames: number;
}

/**
 * Each path as the first of numbered stills: those that follow it in its folder without a gap
 * belong to it, also when they were named themselves.
 */
export function readStills(paths: readonly string[]): StillRun[] {
  const covered = new Set<string>();
  const runs: StillRun[] = [];
  for (const file of paths) {
    if (covered.has(file)) continue;
    const following = followersOf(file);
    for (const still of following) covered.add(still);
    runs.push({ file, frames: following.length + 1 });
  }
  return runs;
}

function followersOf(file: string): string[] {
  const { dir, name, ext } = path.parse(file);
  const digits = /\d+$/.exec(name)?.[0];
  if (digits === undefined) return [];
  const stem = name.slice(0, -digits.length);
  const following: string[] = [];
  for (let number = Number(digits) + 1; ; number += 1) {
    const next = path.join(dir, `${stem}${String(number).padStart(digits.length, '0')}${ext}`);
    if (!fs.existsSync(next)) return following;
    following.push(next);
  }
}
