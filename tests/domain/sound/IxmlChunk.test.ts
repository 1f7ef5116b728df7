import fc from 'fast-check';
import { formatIxml, parseIxml, type IxmlChunk } from '../../../src/domain/sound/IxmlChunk';

const anIxml = (changes: Partial<IxmlChunk> = {}): IxmlChunk => ({
  version: '1.61',
  project: 'Slateflow',
  scene: '24A',
  take: '3',
  tape: 'SR001',
  note: '',
  circled: true,
  takeTypes: [],
  fileUid: 'UID1',
  ubits: '26041200',
  fileSet: { familyUid: 'FAMILY1', index: 'A', totalFiles: 2 },
  speed: {
    note: '',
    timecodeRate: { numerator: 24000, denominator: 1001 },
    dropFrame: false,
    fileSampleRate: 48000,
    timestampSamples: 2n ** 33n + 7n,
  },
  tracks: [
    { channelIndex: 1, interleaveIndex: 1, name: 'MixL', function: 'MIX' },
    { channelIndex: 3, interleaveIndex: 2, name: 'Boom', function: '' },
  ],
  ...changes,
});

describe('iXML', () => {
  test('reads back what it wrote', () => {
    const ixml = anIxml({ takeTypes: ['WILD_TRACK', 'PICKUP'] });
    expect(parseIxml(formatIxml(ixml))).toEqual({ ixml, findings: [] });
  });

  test('keeps any text that XML can hold', () => {
    const texts = fc.string({ unit: 'grapheme' }).map((text) => text.trim());
    fc.assert(
      fc.property(texts, texts, (scene, note) => {
        const ixml = anIxml({ scene, note });
        expect(parseIxml(formatIxml(ixml)).ixml).toEqual(ixml);
      }),
    );
  });

  test('knows a wild track by the older flag too', () => {
    const text = '<BWFXML><WILD_TRACK>TRUE</WILD_TRACK><NO_GOOD>FALSE</NO_GOOD></BWFXML>';
    expect(parseIxml(text).ixml?.takeTypes).toEqual(['WILD_TRACK']);
  });

  test('leaves empty what is missing', () => {
    expect(parseIxml('<BWFXML></BWFXML>')).toEqual({
      ixml: {
        version: '',
        project: '',
        scene: '',
        take: '',
        tape: '',
        note: '',
        circled: false,
        takeTypes: [],
        fileUid: '',
        ubits: '',
        fileSet: null,
        speed: null,
        tracks: [],
      },
      findings: [],
    });
  });

  test('puts tracks in the order of the channels', () => {
    const track = (interleave: number, name: string) =>
      `<TRACK><CHANNEL_INDEX>9</CHANNEL_INDEX><INTERLEAVE_INDEX>${interleave}</INTERLEAVE_INDEX><NAME>${name}</NAME></TRACK>`;
    const text = `<BWFXML><TRACK_LIST>${track(2, 'Lav')}${track(1, 'Boom')}</TRACK_LIST></BWFXML>`;
    expect(parseIxml(text).ixml?.tracks.map(({ name }) => name)).toEqual(['Boom', 'Lav']);
  });

  test('keeps what it can of a document that breaks off, and says so', () => {
    const { ixml, findings } = parseIxml('<BWFXML><SCENE>24A</SCENE><TAKE>3</TAKE><TRACK_LI');
    expect(findings.map(({ code }) => code)).toEqual(['ixml-damaged']);
    expect(ixml === null || ixml.scene === '24A').toBe(true);
  });

  test.each(['', 'no xml', '<OTHER/>', '<__proto__>x</__proto__>', '\u0000\u0000'])(
    'refuses %j in words',
    (text) => {
      const { ixml, findings } = parseIxml(text);
      expect(ixml).toBeNull();
      expect(findings).toHaveLength(1);
    },
  );

  test('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseIxml(`<BWFXML>${text}`)));
  });
});
