import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formatOtio } from '../../../../src/domain/interchange/otio/formatOtio';
import { parseOtio } from '../../../../src/domain/interchange/otio/parseOtio';
import {
  aCut,
  aMedium,
  anEvent,
  arbitraryCut,
  aRoughCut,
  aTrack,
  frames,
  ntscRate,
  offGrid,
  samples,
} from '../../../helpers/aCut';

const goldenPath = path.join(__dirname, '../../../golden/otio/roughCut.otio');

interface Written {
  readonly OTIO_SCHEMA: string;
  readonly [field: string]: unknown;
}

/** Every object of the document that has a schema. */
const schemasIn = (text: string): readonly Written[] => {
  const found: Written[] = [];
  JSON.parse(text, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'OTIO_SCHEMA' in value) {
      found.push(value as Written);
    }
    return value;
  });
  return found;
};

const named = (text: string, schema: string) =>
  schemasIn(text).filter(({ OTIO_SCHEMA }) => OTIO_SCHEMA === schema);

describe('writing OTIO', () => {
  test('writes the golden rough cut, and reads it', () => {
    const golden = readFileSync(goldenPath, 'utf8');
    expect(formatOtio(aRoughCut())).toEqual({ text: golden, findings: [] });
    expect(parseOtio(golden)).toEqual({ cut: aRoughCut(), findings: [] });
  });

  test('is read back as exactly the same cut', () => {
    fc.assert(
      fc.property(arbitraryCut, (cut) => {
        expect(parseOtio(formatOtio(cut).text)).toEqual({ cut, findings: [] });
      }),
      { numRuns: 150 },
    );
  });

  test('keeps times that stand on no frame and no sample', () => {
    const range = { start: offGrid(frames(3)), end: offGrid(frames(40)) };
    const cut = aCut({
      videoTracks: [aTrack('V1', anEvent({ range, sourceIn: offGrid(frames(7)) }))],
      audioTracks: [],
      media: [aMedium({ startTicks: offGrid(frames(5)), durationTicks: offGrid(frames(99)) })],
    });
    expect(parseOtio(formatOtio(cut).text).cut).toEqual(cut);
  });

  test('keeps even half a surrogate pair and control characters', () => {
    const cut = aCut({ name: '\uD83C \u0000\u0007' });
    expect(parseOtio(formatOtio(cut).text).cut).toEqual(cut);
  });

  test('writes schema versions of the released library only', () => {
    const versions = new Set(
      schemasIn(formatOtio(aRoughCut()).text).map((each) => each.OTIO_SCHEMA),
    );
    expect([...versions].sort()).toEqual([
      'Clip.2',
      'ExternalReference.1',
      'Gap.1',
      'Marker.2',
      'RationalTime.1',
      'Stack.1',
      'TimeRange.1',
      'Timeline.1',
      'Track.1',
    ]);
  });

  test('writes rates and values with a decimal point', () => {
    const { text } = formatOtio(aCut());
    expect(text).toContain('"rate": 25.0');
    expect(text).not.toMatch(/"(rate|value)": -?\d+[,\n]/);
  });

  test('counts source ranges from zero, whatever the start timecode', () => {
    const { text } = formatOtio(aCut());
    const [clip] = named(text, 'Clip.2');
    expect(clip).toMatchObject({
      source_range: { start_time: { value: 10, rate: 25 }, duration: { value: 50, rate: 25 } },
    });
    const [reference] = named(text, 'ExternalReference.1');
    expect(reference).toMatchObject({ available_range: { start_time: { value: 0 } } });
  });

  test('writes sub-frame sound points in samples', () => {
    const sound = anEvent({ sourceIn: samples(48_001), channels: [0, 1] });
    const { text } = formatOtio(aCut({ videoTracks: [], audioTracks: [aTrack('A1', sound)] }));
    expect(named(text, 'Clip.2')[0]).toMatchObject({
      source_range: { start_time: { value: 48_001, rate: 48_000 } },
    });
  });

  test('gives the length its own rate where frames are no whole samples', () => {
    const range = { start: frames(0, ntscRate), end: frames(1, ntscRate) };
    const sound = anEvent({ range, sourceIn: samples(7), channels: [0, 1] });
    const { text } = formatOtio(
      aCut({ frameRate: ntscRate, videoTracks: [], audioTracks: [aTrack('A1', sound)] }),
    );
    expect(named(text, 'Clip.2')[0]).toMatchObject({
      source_range: {
        start_time: { value: 7, rate: 48_000 },
        duration: { value: 1, rate: 30_000 / 1001 },
      },
    });
  });

  test('gives every clip a link id of its own unless it is linked', () => {
    const ids = named(formatOtio(aRoughCut()).text, 'Clip.2').map(
      (clip) =>
        (clip['metadata'] as { PremierePro_OTIO: { LinkID: string } }).PremierePro_OTIO.LinkID,
    );
    expect(ids).toEqual(['1', '2', '1', '3', '4', '4', '4', '4']);
  });

  test('says MissingReference for an event without media', () => {
    const { text } = formatOtio(aCut({ media: [aMedium({ path: '' })] }));
    expect(named(text, 'MissingReference.1')).toHaveLength(2);
  });
});
