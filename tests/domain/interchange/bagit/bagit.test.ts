import fc from 'fast-check';
import {
  bagInfoValue,
  formatBagInfo,
  formatPayloadOxum,
  parseBagInfo,
  parsePayloadOxum,
} from '../../../../src/domain/interchange/bagit/BagInfo';
import {
  formatBagManifest,
  parseBagManifest,
} from '../../../../src/domain/interchange/bagit/BagManifest';
import {
  formatBagDeclaration,
  isBagDeclaration,
} from '../../../../src/domain/interchange/bagit/tagFiles';

const digest = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

describe('a bag manifest', () => {
  test('says after writing and reading what it said before, whatever the names', () => {
    const path = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((name) => name.split('/').every((step) => !['', '.', '..'].includes(step)))
      .filter((name) => !name.includes('\0'))
      .map((name) => `data/${name}`);
    fc.assert(
      fc.property(fc.uniqueArray(path), (paths) => {
        const entries = paths.map((each) => ({ path: each, digest }));
        const { entries: read, findings } = parseBagManifest(formatBagManifest(entries), 'x');
        expect(findings).toEqual([]);
        expect(new Set(read.map((entry) => entry.path))).toEqual(new Set(paths));
      }),
    );
  });

  test('encodes CR, LF and percent, and nothing else', () => {
    const entries = [{ path: 'data/50% é\r\n.mov', digest }];
    expect(formatBagManifest(entries)).toBe(`${digest}  data/50%25 é%0D%0A.mov\n`);
  });

  test('of other tools is read: capitals, stars, tabs, CRLF, byte order mark', () => {
    const text = `\uFEFF${digest.toUpperCase()} *data/a b.mov\r\n${digest}\t./data/%c.mov\r\n`;
    expect(parseBagManifest(text, 'x')).toEqual({
      entries: [
        { path: 'data/a b.mov', digest },
        { path: 'data/%c.mov', digest },
      ],
      findings: [],
    });
  });

  test('names rows that are none, come twice or lead out of the bag', () => {
    const text = `${digest}  data/a\nrubbish\n${digest}  data/a\n${digest}  data/../../b\n`;
    const { entries, findings } = parseBagManifest(text, 'manifest-sha256.txt');
    expect(entries).toHaveLength(1);
    expect(findings.map(({ message }) => message)).toEqual([
      'Row 2 of “manifest-sha256.txt” is no digest with a path.',
      'Row 3 of “manifest-sha256.txt” comes twice.',
      'Row 4 of “manifest-sha256.txt” is no digest with a path.',
    ]);
  });
});

describe('bag-info.txt', () => {
  test('says after writing and reading what it said before', () => {
    const entries = [
      { label: 'Payload-Oxum', value: formatPayloadOxum({ sizeBytes: 123456, files: 78 }) },
      { label: 'External-Description', value: 'Day 3: cards “A001”, 50 %' },
    ];
    const read = parseBagInfo(formatBagInfo(entries));
    expect(read).toEqual({ entries, findings: [] });
    expect(parsePayloadOxum(bagInfoValue(read.entries, 'payload-oxum') ?? '')).toEqual({
      sizeBytes: 123456,
      files: 78,
    });
  });

  test('joins folded lines and names rows without a label', () => {
    const { entries, findings } = parseBagInfo('Contact-Name : A\r\n  B\r\nnothing\r\n');
    expect(entries).toEqual([{ label: 'Contact-Name', value: 'A B' }]);
    expect(findings).toMatchObject([{ code: 'bag-info-row-unreadable' }]);
  });

  test('keeps a line break in a title from starting a line of its own', () => {
    const text = formatBagInfo([{ label: 'Title', value: 'one\nPayload-Oxum: 0.0' }]);
    expect(parseBagInfo(text).entries).toEqual([
      { label: 'Title', value: 'one Payload-Oxum: 0.0' },
    ]);
  });
});

test('a declaration is known by version and encoding', () => {
  expect(isBagDeclaration(formatBagDeclaration())).toBe(true);
  expect(isBagDeclaration(formatBagDeclaration().replaceAll('\n', '\r\n'))).toBe(true);
  expect(isBagDeclaration('BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8')).toBe(true);
  expect(isBagDeclaration('BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8')).toBe(false);
  expect(isBagDeclaration('BagIt-Version: 1.0')).toBe(false);
});
