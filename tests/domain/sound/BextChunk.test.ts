import fc from 'fast-check';
import { formatBext, parseBext, type BextChunk } from '../../../src/domain/sound/BextChunk';

const aBext = (changes: Partial<BextChunk> = {}): BextChunk => ({
  description: 'sSCENE=24A\r\nsTAKE=3',
  originator: 'Recorder',
  originatorReference: 'XX123',
  originationDate: '2026-04-12',
  originationTime: '09:41:07',
  timeReferenceSamples: 2_190_940_753n,
  version: 1,
  codingHistory: 'A=PCM,F=48000,W=24,M=stereo,T=4 Ch',
  ...changes,
});

describe('bext', () => {
  test('reads back what it wrote, with time references past 2^53', () => {
    const bext = aBext({ timeReferenceSamples: 2n ** 63n + 5n });
    expect(parseBext(formatBext(bext))).toEqual({ bext, findings: [] });
  });

  test('keeps any text of one line that fits its field', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.bigInt(0n, 2n ** 64n - 1n),
        (text, timeReferenceSamples) => {
          const description = text.replace(/\0/g, '').trim();
          const bext = aBext({ description, timeReferenceSamples });
          expect(parseBext(formatBext(bext)).bext).toEqual(bext);
        },
      ),
    );
  });

  test('has its fields at the places of EBU Tech 3285', () => {
    const bytes = formatBext(aBext());
    const ascii = (from: number, to: number) =>
      Buffer.from(bytes.subarray(from, to)).toString('latin1');
    expect(ascii(0, 10)).toBe('sSCENE=24A');
    expect(ascii(256, 264)).toBe('Recorder');
    expect(ascii(320, 338)).toBe('2026-04-1209:41:07');
    expect(Buffer.from(bytes).readBigUInt64LE(338)).toBe(2_190_940_753n);
    expect(ascii(602, 607)).toBe('A=PCM');
  });

  test('cuts a long text at its field, never inside a character', () => {
    const { bext } = parseBext(formatBext(aBext({ originator: `${'x'.repeat(31)}é` })));
    expect(bext?.originator).toBe('x'.repeat(31));
    expect(bext?.originatorReference).toBe('XX123');
  });

  test('claims no loudness in version 2', () => {
    expect(Buffer.from(formatBext(aBext({ version: 2 }))).readInt16LE(412)).toBe(0x7fff);
  });

  test('reads Latin text and dates with other separators', () => {
    const bytes = formatBext(aBext({ originationDate: '2026_04_12', originationTime: '09.41.07' }));
    bytes.set([0x43, 0x61, 0x66, 0xe9, 0], 0);
    const { bext } = parseBext(bytes);
    expect(bext).toMatchObject({
      description: 'Café',
      originationDate: '2026-04-12',
      originationTime: '09:41:07',
    });
  });

  test('says so when the chunk ends before the time reference', () => {
    const { bext, findings } = parseBext(formatBext(aBext()).subarray(0, 340));
    expect(bext).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(['bext-too-short']);
  });
});
