import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { NameReading } from '../../../src/domain/slate/NameReading';
import { readName } from '../../../src/domain/slate/readName';

type Field = 'scene' | 'setup' | 'take' | 'camera' | 'reel' | 'clip' | 'date' | 'part';
type Flag = 'circled' | 'mos' | 'pickup';

/** What a name says; fields that it does not say are absent. */
type Expected = Partial<Record<Field | 'track', string | number>> & Partial<Record<Flag, boolean>>;

interface RealName {
  readonly name: string;
  readonly from: string;
  /** Null for a name that names no slate and no clip. */
  readonly expected: Expected | 'uncertain' | null;
}

const fields: readonly Field[] = [
  'scene',
  'setup',
  'take',
  'camera',
  'reel',
  'clip',
  'date',
  'part',
];
const flags: readonly Flag[] = ['circled', 'mos', 'pickup'];

const names = ['editLists.json', 'otherLists.json', 'makers.json'].flatMap(
  (file) =>
    JSON.parse(
      readFileSync(path.join('tests', 'fixtures', 'names', file), 'utf8'),
    ) as readonly RealName[],
);

/** A file's name without its ending, as ingest gives it to the parser. */
const stemOf = (name: string) => name.replace(/\.(?:[A-Za-z][A-Za-z0-9]{2}|360|braw)$/, '');

/** What is expected to be open, or nothing, may be read with a doubt or not at all. */
function isRight({ expected }: RealName, reading: NameReading | undefined): boolean {
  if (reading?.certainty !== 'certain') return expected === null || expected === 'uncertain';
  if (expected === null || expected === 'uncertain') return false;
  return (
    fields.every((field) => reading[field] === (expected[field] ?? null)) &&
    flags.every((flag) => reading.flags[flag] === (expected[flag] ?? false)) &&
    (expected.track === undefined || reading.track === expected.track)
  );
}

describe('[I-5] real names', () => {
  const readings = names.map((entry) => ({ entry, reading: readName(stemOf(entry.name)) }));
  const misses = readings.filter(({ entry, reading }) => !isRight(entry, reading));

  test('are at least 400, each once, read by at least 20 patterns', () => {
    expect(names.length).toBeGreaterThanOrEqual(400);
    expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
    const patterns = new Set(readings.map(({ reading }) => reading?.pattern));
    expect(patterns.size).toBeGreaterThanOrEqual(20);
  });

  test('are read right in 99 of 100', () => {
    const printed = misses.map(({ entry, reading }) => [entry.name, entry.expected, reading]);
    expect(misses.length / names.length > 0.01 ? printed : []).toEqual([]);
  });

  test('are never read wrong with certainty', () => {
    const certain = misses.filter(({ reading }) => reading?.certainty === 'certain');
    expect(certain.map(({ entry, reading }) => [entry.name, entry.expected, reading])).toEqual([]);
  });

  test('that leave something open say in words what', () => {
    const open = readings.filter(({ reading }) => reading?.certainty === 'uncertain');
    expect(open.length).toBeGreaterThan(20);
    for (const { reading } of open) expect(reading?.doubt).toMatch(/\.$/);
  });
});
