import { open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Cut } from '../../src/domain/cut/Cut';
import type { ParsedCut } from '../../src/domain/interchange/CutText';
import { formatOtio } from '../../src/domain/interchange/otio/formatOtio';
import { parseOtio } from '../../src/domain/interchange/otio/parseOtio';
import { formatXmeml } from '../../src/domain/interchange/xmeml/formatXmeml';
import { parseXmeml } from '../../src/domain/interchange/xmeml/parseXmeml';
import { toRecording } from '../../src/domain/sound/Recording';
import { readWaveHeader, type WaveHeader } from '../../src/domain/sound/readWaveHeader';

/** Files that nobody on the project wrote; its README says where each is from and what it holds. */
const data = process.env['SLATEFLOW_FIELD_DATA'] ?? path.join(__dirname, '../../../shared/data');

const listFiles = async (folder: string, extension: RegExp): Promise<readonly string[]> => {
  const entries = await readdir(path.join(data, folder), { recursive: true });
  return entries
    .filter((name) => extension.test(name))
    .map((name) => path.join(data, folder, name));
};

/** An error that names the folder, when there is none to test with. */
beforeAll(async () => {
  const isThere = await stat(data).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isThere) throw new Error(`The field data is not at ${data}; set SLATEFLOW_FIELD_DATA.`);
});

const parseFile = async (file: string, parse: (text: string) => ParsedCut): Promise<ParsedCut> =>
  parse(await readFile(path.join(data, file), 'utf8'));

const countEvents = (tracks: Cut['videoTracks'] = []) => tracks.map(({ events }) => events.length);

/** Clips per track, pictures and sound. */
const shapeOf = ({ cut }: ParsedCut) => [
  countEvents(cut?.videoTracks),
  countEvents(cut?.audioTracks),
];

const readWave = async (file: string): Promise<WaveHeader> => {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    return await readWaveHeader(async (offset, length) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    }, size);
  } finally {
    await handle.close();
  }
};

describe('timelines of others', () => {
  test.each([
    ['otio', /\.otio$/, parseOtio, 11],
    ['xmeml', /\.xml$/, parseXmeml, 9],
  ] as const)(
    'every file in %s is read, or refused with one clear reason',
    async (folder, extension, parse, count) => {
      const files = await listFiles(folder, extension);
      expect(files.length).toBeGreaterThanOrEqual(count);
      for (const file of files) {
        const { cut, findings } = parse(await readFile(file, 'utf8'));
        if (!cut) expect(findings).toMatchObject([{ severity: 'error' }]);
        for (const event of [...(cut?.videoTracks ?? []), ...(cut?.audioTracks ?? [])].flatMap(
          ({ events }) => events,
        )) {
          expect(event.range.end).toBeGreaterThan(event.range.start);
          expect(event.sourceOut - event.sourceIn).toBe(event.range.end - event.range.start);
          expect(cut?.media.map(({ id }) => id)).toContain(event.mediaId);
        }
      }
    },
  );

  test.each([
    ['otio', /\.otio$/, parseOtio],
    ['xmeml', /\.xml$/, parseXmeml],
  ] as const)(
    'every cut in %s is written in both formats and read back the same',
    async (folder, extension, parse) => {
      for (const file of await listFiles(folder, extension)) {
        const { cut } = parse(await readFile(file, 'utf8'));
        if (!cut) continue;
        expect(parseOtio(formatOtio(cut).text).cut).toEqual(cut);
        expect(parseXmeml(formatXmeml(cut).text).cut).toEqual(cut);
      }
    },
  );

  test.each([
    [
      'xmeml/premiere_example.xml',
      [
        [1, 4, 1, 2],
        [2, 2, 1, 2],
      ],
    ],
    [
      'xmeml/premiere_enable_property.xml',
      [
        [4, 1, 1],
        [4, 1, 0],
      ],
    ],
    [
      'xmeml/premiere_generators.xml',
      [
        [6, 0, 0],
        [2, 0, 0, 0],
      ],
    ],
    ['xmeml/Mark P XML.xml', [[1], [1, 1, 0, 0]]],
    [
      'xmeml/blue_frame_5_to_25.xml',
      [
        [1, 0, 0],
        [0, 0, 0],
      ],
    ],
    ['xmeml/hiero_xml_export.xml', [[2], []]],
    ['xmeml/anima_test_v001.xml', [[3], []]],
    ['xmeml/sample_just_track.xml', [[], []]],
  ])('%s has the clips that its README row counts', async (file, shape) => {
    expect(shapeOf(await parseFile(file, parseXmeml))).toEqual(shape);
  });

  test.each([
    ['otio/simple_cut.otio', [[4], []]],
    ['otio/multitrack.otio', [[3, 1, 1], []]],
    ['otio/transition_test.otio', [[3], []]],
    ['otio/enabled.otio', [[2, 1], []]],
    [
      'otio/premiere_example.otio',
      [
        [1, 4, 1, 2],
        [2, 2, 1, 2],
      ],
    ],
    ['otio/toucan_Markers.otio', [[2], []]],
  ])('%s has the clips that its README row counts', async (file, shape) => {
    expect(shapeOf(await parseFile(file, parseOtio))).toEqual(shape);
  });

  test('transitions, disabled clips and markers are counted as the README counts them', async () => {
    const example = await parseFile('xmeml/premiere_example.xml', parseXmeml);
    const told = example.findings.filter(({ code }) => code === 'xmeml-transition-left-out');
    expect(told).toHaveLength(2);
    expect(example.cut?.markers).toHaveLength(3);
    const { cut } = await parseFile('xmeml/premiere_enable_property.xml', parseXmeml);
    const tracks = [...(cut?.videoTracks ?? []), ...(cut?.audioTracks ?? [])];
    const off = tracks.flatMap(({ events }) => events).filter(({ enabled }) => !enabled);
    expect(off).toHaveLength(4);
    expect(tracks.filter(({ enabled }) => !enabled)).toHaveLength(1);
  });
});

describe('broadcast waves of others', () => {
  test.each([
    ['A101_1.WAV', '1', ['MKH516 A', 'Boom'], 2_190_940_753n],
    ['A101_1_1.WAV', '1', ['MKH516 A'], 2_190_940_753n],
    ['A101_1_2.WAV', '1', ['Boom'], 2_190_940_753n],
    ['A101_2.WAV', '2', ['MKH516 A', 'Boom'], 2_191_180_996n],
    ['A101_3.WAV', '3', ['MKH516 A', 'Boom'], 2_191_661_476n],
    ['A101_4.WAV', '4', ['MKH516 A', 'Boom'], 2_191_709_524n],
    ['PT A101_4.A1.wav', '4', ['MKH516 A', 'Boom'], 2_191_709_524n],
  ])(
    '%s tells its take, tracks and time of day',
    async (name, take, trackNames, timeReferenceSamples) => {
      const header = await readWave(path.join(data, 'audio/sounddevices', name));
      expect(header).toMatchObject({
        sampleRate: 48_000,
        bits: 24,
        truncated: false,
        findings: [],
      });
      expect(toRecording(header)).toEqual({
        scene: 'A101',
        take,
        circled: false,
        wildTrack: false,
        soundRoll: '18Y12M31',
        note: '',
        timeReferenceSamples,
        timecodeRate: { numerator: 24000, denominator: 1001 },
        dropFrame: false,
        originationDate: '2018-12-31',
        trackNames,
        familyUid: expect.stringMatching(/^USSDVGR\d+$/) as string,
        fileSetIndex: expect.stringMatching(/^[A\d]$/) as string,
        filesInSet: expect.any(Number) as number,
      });
    },
  );

  test('every wave file is read whole, or told to be something else', async () => {
    const files = await listFiles('audio', /\.wav$/i);
    expect(files.length).toBeGreaterThanOrEqual(18);
    for (const file of files) {
      const header = await readWave(file);
      expect(header).toMatchObject({ format: 'RIFF', encoding: 'pcm', truncated: false });
      expect(header.dataBytes % header.blockAlign).toBe(0);
    }
  });
});
