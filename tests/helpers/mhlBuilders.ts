import fc from 'fast-check';
import { isHoldable } from '../../src/domain/interchange/xml/formatXml';
import { isPathWithin } from '../../src/domain/interchange/mhl/isPathWithin';
import type { MhlFileRecord, MhlManifest } from '../../src/domain/interchange/mhl/MhlManifest';

const hashDate = '2026-04-12T09:30:05+00:00';

/** The hash of a record. */
export const aHash = {
  format: 'xxh128',
  digest: '0123456789abcdef0123456789abcdef',
  action: 'original',
  hashDate,
} as const;

/** A file's record; everything can be set otherwise. */
export function aRecord(changes: Partial<MhlFileRecord>): MhlFileRecord {
  return {
    path: 'Clips/A.mov',
    sizeBytes: 5,
    modified: hashDate,
    hashes: [aHash],
    previousPath: '',
    ...changes,
  };
}

/** A manifest of one file; everything can be set otherwise. */
export function aManifest(changes: Partial<MhlManifest>): MhlManifest {
  return {
    creationDate: hashDate,
    hostName: 'cart-1',
    tool: { name: 'Slateflow', version: '0.1.0' },
    authors: [],
    location: '',
    comment: '',
    process: 'transfer',
    root: null,
    ignorePatterns: ['.DS_Store', 'ascmhl', 'ascmhl/'],
    files: [aRecord({})],
    folders: [],
    references: [],
    ...changes,
  };
}

/** Any record whose name XML can hold. */
export function anyRecord(): fc.Arbitrary<MhlFileRecord> {
  return fc.record({
    path: fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((path) => isPathWithin(path) && isHoldable(path)),
    sizeBytes: fc.option(fc.nat()),
    modified: fc.constantFrom('', hashDate),
    hashes: fc.constant([
      { format: 'md5', digest: 'd41d8cd98f00b204e9800998ecf8427e', action: 'verified', hashDate },
      { format: 'xxh64', digest: '0ea03b369a463d9d', action: 'original', hashDate: '' },
    ] as const),
    previousPath: fc.constantFrom('', 'before/name.mov'),
  });
}
