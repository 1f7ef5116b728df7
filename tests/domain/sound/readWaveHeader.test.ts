import type { BextChunk } from '../../../src/domain/sound/BextChunk';
import { formatWaveHeader, type WaveFile } from '../../../src/domain/sound/formatWaveHeader';
import type { IxmlChunk } from '../../../src/domain/sound/IxmlChunk';
import { toRecording } from '../../../src/domain/sound/Recording';
import { readWaveHeader } from '../../../src/domain/sound/readWaveHeader';

const bext: BextChunk = {
  description:
    'sSCENE=24A\r\nsTAKE=3\r\nsTAPE=SR001\r\nsTRK1=Boom\r\nsSPEED=029.970-DF\r\nsNOTE=plane',
  originator: 'Recorder',
  originatorReference: '',
  originationDate: '2026-04-12',
  originationTime: '09:41:07',
  timeReferenceSamples: 1_674_384_000n,
  version: 1,
  codingHistory: '',
};

const ixml: IxmlChunk = {
  version: '1.61',
  project: 'Slateflow',
  scene: '25',
  take: '1',
  tape: 'SR002',
  note: 'wild lines',
  circled: true,
  takeTypes: ['WILD_TRACK'],
  fileUid: '',
  ubits: '',
  fileSet: { familyUid: 'FAMILY1', index: 'B', totalFiles: 4 },
  speed: {
    note: '',
    timecodeRate: { numerator: 24000, denominator: 1001 },
    dropFrame: false,
    fileSampleRate: 48000,
    timestampSamples: 5n,
  },
  tracks: [{ channelIndex: 4, interleaveIndex: 2, name: 'Lav Jo', function: '' }],
};

const aWave = (changes: Partial<WaveFile> = {}): Uint8Array => {
  const file: WaveFile = {
    channels: 4,
    sampleRate: 48_000,
    bitsPerSample: 24,
    dataBytes: 4 * 3 * 100,
    bext,
    ixml,
    ...changes,
  };
  return Buffer.concat([formatWaveHeader(file), Buffer.alloc(file.dataBytes)]);
};

/** Counts what is read, as from a file. */
const open = (bytes: Uint8Array) => {
  const reads: number[] = [];
  const read = (offset: number, length: number) => {
    const part = bytes.subarray(offset, offset + length);
    reads.push(part.length);
    return Promise.resolve(part);
  };
  return { header: () => readWaveHeader(read, bytes.length), reads };
};

const readHeader = (bytes: Uint8Array) => open(bytes).header();

const chunk = (id: string, payload: Uint8Array, size = payload.length): Uint8Array => {
  const head = Buffer.alloc(8);
  head.write(id, 'latin1');
  head.writeUInt32LE(size, 4);
  return Buffer.concat([head, payload, Buffer.alloc(payload.length % 2)]);
};

const fmtOf = (wave: Uint8Array): Uint8Array => {
  const at = Buffer.from(wave).indexOf('fmt ', 0, 'latin1');
  return wave.subarray(at, at + 24);
};

describe('wave header', () => {
  test('reads back a polyphonic broadcast wave as written', async () => {
    const header = await readHeader(aWave());
    expect(header).toMatchObject({
      format: 'RIFF',
      encoding: 'pcm',
      channels: 4,
      sampleRate: 48_000,
      bits: 24,
      blockAlign: 12,
      dataBytes: 1200,
      bext,
      ixml,
      findings: [],
      truncated: false,
    });
  });

  test('counts the whole file in the RIFF size', () => {
    const wave = Buffer.from(aWave());
    expect(wave.readUInt32LE(4)).toBe(wave.length - 8);
  });

  test('reads headers alone, not the sound', async () => {
    const { header, reads } = open(aWave({ dataBytes: 3_000_000 }));
    await header();
    expect(reads.reduce((sum, length) => sum + length, 0)).toBeLessThan(5000);
  });

  test('finds iXML that stands after the sound', async () => {
    const plain = aWave({ ixml: null });
    const text = '<BWFXML><SCENE>31</SCENE></BWFXML>';
    const header = await readHeader(Buffer.concat([plain, chunk('iXML', Buffer.from(text))]));
    expect(header.ixml?.scene).toBe('31');
  });

  test('reads iXML in UTF-16', async () => {
    const text = Buffer.from('\uFEFF<BWFXML><SCENE>Café</SCENE></BWFXML>', 'utf16le');
    const header = await readHeader(Buffer.concat([aWave({ ixml: null }), chunk('iXML', text)]));
    expect(header.ixml?.scene).toBe('Café');
  });

  test('takes the size of the sound of RF64 from ds64', async () => {
    const wave = aWave({ bext: null, ixml: null });
    const ds64 = Buffer.alloc(28);
    ds64.writeBigUInt64LE(40n, 8);
    const sound = chunk('data', Buffer.alloc(40), 0xffffffff);
    const rf64 = Buffer.concat([
      Buffer.from('RF64\xff\xff\xff\xffWAVE', 'latin1'),
      chunk('ds64', ds64),
      fmtOf(wave),
      sound,
    ]);
    expect(await readHeader(rf64)).toMatchObject({
      format: 'RF64',
      dataBytes: 40,
      truncated: false,
    });
  });

  test('says how much sound a broken copy lacks', async () => {
    const header = await readHeader(aWave().subarray(0, -100));
    expect(header).toMatchObject({ dataBytes: 1100, truncated: true });
    expect(header.findings).toMatchObject([
      { code: 'wave-truncated', message: 'The last 100 bytes of the sound are missing.' },
    ]);
  });

  test.each([0, 0xffffffff])(
    'takes sound of unset size %i to the end of the file',
    async (size) => {
      const wave = Buffer.from(aWave());
      wave.writeUInt32LE(size, wave.length - 1200 - 4);
      const header = await readHeader(wave);
      expect(header).toMatchObject({ dataBytes: 1200, truncated: true });
      expect(header.findings.map(({ code }) => code)).toEqual(['wave-not-closed']);
    },
  );

  test('says in words what is no wave file, and what has no sound', async () => {
    expect(await readHeader(Buffer.from('nothing of the kind'))).toMatchObject({
      format: null,
      findings: [{ code: 'wave-not-a-wave-file' }],
    });
    expect(await readHeader(aWave().subarray(0, 700))).toMatchObject({
      truncated: true,
      findings: [
        { code: 'wave-without-format' },
        { code: 'wave-without-sound' },
        { code: 'ixml-damaged' },
      ],
    });
  });

  test('refuses to write more than RIFF can count', () => {
    const file = {
      channels: 8,
      sampleRate: 48_000,
      bitsPerSample: 24,
      dataBytes: 2 ** 32,
      bext,
      ixml,
    } as const;
    expect(() => formatWaveHeader(file)).toThrow(RangeError);
  });
});

describe('recording', () => {
  test('believes iXML before the lines of bext', async () => {
    expect(toRecording(await readHeader(aWave()))).toEqual({
      scene: '25',
      take: '1',
      circled: true,
      wildTrack: true,
      soundRoll: 'SR002',
      note: 'wild lines',
      timeReferenceSamples: 1_674_384_000n,
      timecodeRate: { numerator: 24000, denominator: 1001 },
      dropFrame: false,
      originationDate: '2026-04-12',
      trackNames: ['Boom', 'Lav Jo', '', ''],
      familyUid: 'FAMILY1',
      fileSetIndex: 'B',
      filesInSet: 4,
    });
  });

  test('falls back on the lines of bext', async () => {
    expect(toRecording(await readHeader(aWave({ ixml: null, channels: 1 })))).toMatchObject({
      scene: '24A',
      take: '3',
      circled: false,
      soundRoll: 'SR001',
      note: 'plane',
      timecodeRate: { numerator: 30000, denominator: 1001 },
      dropFrame: true,
      trackNames: ['Boom'],
      familyUid: '',
      fileSetIndex: '',
      filesInSet: 0,
    });
  });

  test('knows nothing of a bare wave file', async () => {
    const header = await readHeader(aWave({ bext: null, ixml: null, channels: 2 }));
    expect(toRecording(header)).toMatchObject({
      scene: '',
      timeReferenceSamples: null,
      timecodeRate: null,
      trackNames: ['', ''],
    });
  });
});
