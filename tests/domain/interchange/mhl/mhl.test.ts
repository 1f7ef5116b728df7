import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { createXXHash64 } from 'hash-wasm';
import { formatC4, parseC4 } from '../../../../src/domain/interchange/mhl/c4';
import { hashFolders } from '../../../../src/domain/interchange/mhl/folderHashes';
import { formatManifest } from '../../../../src/domain/interchange/mhl/formatManifest';
import { toIgnoreRules } from '../../../../src/domain/interchange/mhl/ignoreRules';
import { formatChain, parseChain } from '../../../../src/domain/interchange/mhl/MhlChain';
import { formatDigest, parseDigest } from '../../../../src/domain/interchange/mhl/MhlHash';
import { toExpectedHashes } from '../../../../src/domain/interchange/mhl/MhlHistory';
import {
  defaultIgnorePatterns,
  formatManifestName,
} from '../../../../src/domain/interchange/mhl/MhlManifest';
import { parseManifest } from '../../../../src/domain/interchange/mhl/parseManifest';
import { aHash, aManifest, anyRecord, aRecord } from '../../../helpers/mhlBuilders';

const fixtures = path.join(__dirname, '../../../fixtures/ascmhl');
const readFixture = (file: string) => readFileSync(path.join(fixtures, file), 'utf8');
const card = 'scenario_03/file_server/A002R2EC/ascmhl';

describe('C4', () => {
  test('is base 58 of SHA-512, 90 characters, as the reference writes it', () => {
    const manifest = readFileSync(
      path.join(fixtures, card, '0001_A002R2EC_2020-01-16_091500Z.mhl'),
    );
    expect(formatC4(createHash('sha512').update(manifest).digest())).toBe(
      'c43qQABrjeiU3kteaNFtgwufQRLKxgMJEZfNSj6LcZ8fKwB568U8As9eScRsnb64NfqiAYzjNUXs81tAxPB77PUThb',
    );
  });

  test('keeps every 64 bytes through its text, leading zeros too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
        expect(parseC4(formatC4(bytes))).toEqual(bytes);
      }),
    );
    expect(formatC4(new Uint8Array(64))).toBe(`c4${'1'.repeat(88)}`);
    expect(parseC4(`c4${'z'.repeat(88)}`)).toBeUndefined();
    expect(parseC4(`c4${'0'.repeat(88)}`)).toBeUndefined();
  });
});

describe('a digest', () => {
  test('keeps its bytes through its text in every format, and refuses another length', () => {
    expect(
      formatDigest('xxh64', parseDigest('xxh64', '00a1b2c3d4e5f607') ?? new Uint8Array()),
    ).toBe('00a1b2c3d4e5f607');
    expect(parseDigest('md5', '00a1b2c3d4e5f607')).toBeUndefined();
    expect(parseDigest('xxh64', '00a1b2c3d4e5f60g')).toBeUndefined();
  });
});

describe('a manifest', () => {
  test('of the reference is read whole', () => {
    const name = '0002_A002R2EC_2020-01-17_143000Z.mhl';
    const { manifest, findings } = parseManifest(readFixture(`${card}/${name}`), name);
    expect(findings).toEqual([]);
    expect(manifest).toMatchObject({
      creationDate: '2020-01-17T14:30:00+00:00',
      hostName: 'myHost.local',
      tool: { name: 'ascmhl.py', version: '0.3 alpha' },
      process: 'in-place',
      ignorePatterns: ['.DS_Store', 'ascmhl', 'ascmhl/'],
    });
    expect(manifest?.files.map((file) => file.path)).toEqual([
      'Clips/A002C006_141024_R2EC.mov',
      'Clips/A002C007_141024_R2EC.mov',
      'Sidecar.txt',
    ]);
    expect(manifest?.files[0]?.hashes.map(({ format, action }) => [format, action])).toEqual([
      ['md5', 'verified'],
      ['xxh64', 'verified'],
    ]);
    expect(manifest?.folders[0]?.content[0]?.digest).toBe('202a2d71b56b080d9b089c1f4f29a4ba');
  });

  test('of the schema examples is read with authors, failed hashes and references', () => {
    const { manifest } = parseManifest(readFixture('0001_TEST01_2019-10-11_155603.mhl'), 'x');
    expect(manifest?.authors.map(({ name }) => name)).toEqual(['Liz Foo', 'Ben Zed']);
    expect(manifest?.files[2]?.hashes[0]?.action).toBe('failed');
    expect(manifest?.folders[0]?.path).toBe('Clips');
    expect(manifest?.references).toHaveLength(2);
  });

  test('says after writing and reading what it said before', () => {
    fc.assert(
      fc.property(fc.array(anyRecord(), { maxLength: 6 }), fc.string(), (files, comment) => {
        const manifest = aManifest({ files, comment: comment.replace(/[^\u0020-\u00ff]/g, '') });
        const { text, findings } = formatManifest(manifest);
        expect(findings).toEqual([]);
        expect(parseManifest(text, 'x')).toEqual({ manifest, findings: [] });
      }),
    );
  });

  test('keeps names with blanks at the ends, entities and line breaks', () => {
    const names = [' a b .mov ', 'a&b<c>"d\'.mov', 'line\nbreak\r\t.mov', 'é e\u0301 日本 🎬.mov'];
    const files = names.map((name) => aRecord({ path: name }));
    const { text } = formatManifest(aManifest({ files }));
    expect(parseManifest(text, 'x').manifest?.files.map((file) => file.path)).toEqual(names);
  });

  test('refuses a name that XML cannot hold, and names the character', () => {
    const files = [aRecord({ path: 'Clips/bell\u0007.mov' })];
    const { text, findings } = formatManifest(aManifest({ files }));
    expect(text).not.toContain('<hash>');
    expect(findings).toMatchObject([
      { code: 'name-not-holdable', severity: 'error', subject: 'Clips/bell\u0007.mov' },
    ]);
    expect(findings[0]?.message).toContain('U+0007');
  });

  test('that is cut off or of another version is a finding, not an exception', () => {
    const whole = formatManifest(aManifest({})).text;
    expect(parseManifest(whole.slice(0, 300), 'x')).toMatchObject({
      manifest: null,
      findings: [{ code: 'manifest-unreadable', severity: 'error' }],
    });
    expect(parseManifest(whole.replace('2.0', '1.0'), 'x').manifest).toBeNull();
    expect(parseManifest('', 'x').manifest).toBeNull();
  });

  test('names no file outside its folder', () => {
    const text = formatManifest(aManifest({})).text.replace('>Clips/A.mov<', '>../../etc/passwd<');
    const { manifest, findings } = parseManifest(text, 'x');
    expect(manifest?.files).toEqual([]);
    expect(findings[0]?.message).toContain('../../etc/passwd');
  });

  test('holds thousands of names with entities', () => {
    const files = Array.from({ length: 3000 }, (_, index) =>
      aRecord({ path: `R&D <${index}>.mov` }),
    );
    const { text } = formatManifest(aManifest({ files }));
    expect(parseManifest(text, 'x').manifest?.files).toHaveLength(3000);
  });

  test('is named by generation, folder and start in UTC', () => {
    const started = new Date('2026-04-12T09:30:05.678Z');
    expect(formatManifestName(12, 'A001', started)).toBe('0012_A001_2026-04-12_093005Z.mhl');
  });
});

describe('a chain', () => {
  test('says after writing and reading what it said before', () => {
    const text = readFixture(`${card}/ascmhl_chain.xml`);
    const { generations, findings } = parseChain(text, 'x');
    expect(findings).toEqual([]);
    expect(generations).toHaveLength(2);
    expect(parseChain(formatChain(generations ?? []), 'x').generations).toEqual(generations);
  });

  test('with a gap, a bad digest or a path out of its folder is damaged', () => {
    const text = readFixture(`${card}/ascmhl_chain.xml`);
    const damages = [
      text.replace('sequencenr="2"', 'sequencenr="3"'),
      text.replace('c43q', 'c430'),
      text.replace('<path>0001', '<path>../0001'),
      text.replace('DIRECTORY', 'DIRECTORIES'),
    ];
    for (const damaged of damages) {
      expect(parseChain(damaged, 'x').findings[0]).toMatchObject({
        code: 'chain-damaged',
        severity: 'error',
      });
    }
  });
});

describe('folder hashes', () => {
  const files = [
    { path: 'Clips/A002C006_141024_R2EC.mov', digest: '0ea03b369a463d9d' },
    { path: 'Clips/A002C007_141024_R2EC.mov', digest: '7680e5f98f4a80fd' },
    { path: 'Sidecar.txt', digest: '3ab5a4166b9bde44' },
  ];

  test('are those of the reference', async () => {
    const hash = await createXXHash64();
    const folders = hashFolders({ format: 'xxh64', files, folders: ['Clips'] }, (bytes) =>
      hash.init().update(bytes).digest('binary'),
    );
    expect(folders.get('Clips')).toEqual({
      content: '4c226b42e27d7af3',
      structure: '906faa843d591a9f',
    });
    expect(folders.get('')).toEqual({ content: '8d02114c32e28cbe', structure: 'f557f8ca8e5a88ef' });
  });

  test('of an empty folder are the hash of nothing, and change the structure above', () => {
    const hash = (bytes: Uint8Array) => createHash('md5').update(bytes).digest();
    const folders = hashFolders({ format: 'md5', files: [], folders: ['a/b'] }, hash);
    const nothing = 'd41d8cd98f00b204e9800998ecf8427e';
    expect(folders.get('a/b')).toEqual({ content: nothing, structure: nothing });
    expect(folders.get('')?.structure).not.toBe(nothing);
  });
});

describe('ignore rules', () => {
  test('leave out Finder files and histories, and nothing else', () => {
    const isIgnored = toIgnoreRules(defaultIgnorePatterns);
    expect(isIgnored('Clips/.DS_Store', false)).toBe(true);
    expect(isIgnored('sub/ascmhl/0001.mhl', false)).toBe(true);
    expect(isIgnored('Clips/ascmhl.mov', false)).toBe(false);
    expect(isIgnored('Clips/DS_Store', false)).toBe(false);
  });

  test('follow the syntax of .gitignore', () => {
    const isIgnored = toIgnoreRules([
      '*.tmp',
      '!keep.tmp',
      '/tmp',
      'a/**/z',
      'x?[0-9].txt',
      '[z-a]',
    ]);
    expect(isIgnored('deep/file.tmp', false)).toBe(true);
    expect(isIgnored('deep/keep.tmp', false)).toBe(false);
    expect(isIgnored('tmp/inside.mov', false)).toBe(true);
    expect(isIgnored('deep/tmp', false)).toBe(false);
    expect(isIgnored('a/b/c/z', false)).toBe(true);
    expect(isIgnored('a/z', false)).toBe(true);
    expect(isIgnored('xy7.txt', false)).toBe(true);
    expect(isIgnored('xy.txt', false)).toBe(false);
  });
});

describe('the digests a file is judged by', () => {
  test('are the first of each format that did not fail, and follow a renaming', () => {
    const first = aManifest({ files: [aRecord({ path: 'Clips/A.mov' })] });
    const failed = { ...aHash, digest: '0'.repeat(32), action: 'failed' } as const;
    const renamed = { path: 'Clips/B.mov', previousPath: 'Clips/A.mov', hashes: [failed] };
    const second = aManifest({ files: [aRecord(renamed)] });
    const expected = toExpectedHashes([first, second]);
    expect([...expected.keys()]).toEqual(['Clips/B.mov']);
    expect(expected.get('Clips/B.mov')?.get('xxh128')).toBe(aHash.digest);
  });
});
