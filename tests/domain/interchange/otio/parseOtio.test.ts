import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseOtio } from '../../../../src/domain/interchange/otio/parseOtio';

const fixture = (name: string) =>
  readFileSync(path.join(__dirname, '../../../fixtures/interchange', name), 'utf8');

const time = (value: unknown, rate: unknown = 25) => ({
  OTIO_SCHEMA: 'RationalTime.1',
  rate,
  value,
});
const range = (start: number, duration: number, rate = 25) => ({
  OTIO_SCHEMA: 'TimeRange.1',
  start_time: time(start, rate),
  duration: time(duration, rate),
});
const aClip = (fields: Record<string, unknown> = {}) => ({
  OTIO_SCHEMA: 'Clip.2',
  name: 'c',
  source_range: range(10, 50),
  ...fields,
});
const file = (fields: Record<string, unknown> = {}) => ({
  media_references: {
    DEFAULT_MEDIA: {
      OTIO_SCHEMA: 'ExternalReference.1',
      target_url: 'file:///a/b%20c.mov',
      ...fields,
    },
  },
  active_media_reference_key: 'DEFAULT_MEDIA',
});
const aTimeline = (children: readonly unknown[], kind = 'Video') => ({
  OTIO_SCHEMA: 'Timeline.1',
  name: 't',
  tracks: {
    OTIO_SCHEMA: 'Stack.1',
    children: [{ OTIO_SCHEMA: 'Track.1', name: 'T', kind, children }],
  },
});
const parse = (document: unknown) => parseOtio(JSON.stringify(document));
const frame = 10_160_640_000n;

describe('reading OTIO', () => {
  test('reads whole-number rates and Clip.1', () => {
    const { cut } = parseOtio(fixture('simple_cut.otio'));
    expect(cut?.frameRate).toEqual({ numerator: 24, denominator: 1 });
    expect(cut?.videoTracks.map(({ events }) => events.length)).toEqual([4]);
    expect(cut?.media.map((medium) => medium.path)).toEqual([
      '/folder/titles.mov',
      '/folder/wind-up.mov',
      '/folder/punchline.mov',
      '/folder/credits.mov',
    ]);
  });

  test('keeps the markers of the timeline and names those that stand elsewhere', () => {
    const { cut, findings } = parseOtio(fixture('toucan_Markers.otio'));
    expect(cut?.markers).toMatchObject([{ name: 'Stack Marker', color: 'green' }]);
    expect(findings.filter(({ code }) => code === 'otio-marker-left-out')).toHaveLength(6);
  });

  test('takes ranges that count from the start timecode back to zero', () => {
    const { cut } = parse(
      aTimeline([
        aClip({
          source_range: range(90_010, 50),
          ...file({ available_range: range(90_000, 100) }),
        }),
      ]),
    );
    expect(cut?.videoTracks[0]?.events[0]?.sourceIn).toBe(frame * 10n);
    expect(cut?.media[0]).toMatchObject({ path: '/a/b c.mov', startTicks: frame * 90_000n });
  });

  test('takes ranges that count from zero beside a start timecode as they are', () => {
    const { cut } = parse(aTimeline([aClip(file({ available_range: range(90_000, 100) }))]));
    expect(cut?.videoTracks[0]?.events[0]?.sourceIn).toBe(frame * 10n);
  });

  test.each([
    [23.976, 24000, 1001],
    [23.98, 24000, 1001],
    [24000 / 1001, 24000, 1001],
    [29.97, 30000, 1001],
    [59.94, 60000, 1001],
    [12.5, 25, 2],
  ])('knows the exact rate that %d stands for', (rate, numerator, denominator) => {
    const { cut } = parse(aTimeline([aClip({ source_range: range(0, 10, rate) })]));
    expect(cut?.frameRate).toEqual({ numerator, denominator });
  });

  test('links what shares a link id of Premiere, and nothing that is alone with its own', () => {
    const linked = (id: string) => aClip({ metadata: { PremierePro_OTIO: { LinkID: id } } });
    const { cut } = parse(aTimeline([linked('7'), linked('9'), linked('7')]));
    expect(cut?.videoTracks[0]?.events.map(({ linkId }) => linkId)).toEqual([
      'link-1',
      null,
      'link-1',
    ]);
  });

  test('counts a file once, and every clip without one for itself', () => {
    const { cut } = parse(
      aTimeline([aClip(file()), aClip({ name: 'x' }), aClip(file()), aClip({ name: 'y' })]),
    );
    expect(cut?.media.map(({ name }) => name)).toEqual(['b c.mov', 'x', 'y']);
  });

  test('does not believe our notes once another program has relinked the clip', () => {
    const notes = { path: '/a/old.mov', reel: null, startTicks: '0', video: null, audio: null };
    const { cut } = parse(aTimeline([aClip(file({ metadata: { slateflow: notes } }))]));
    expect(cut?.media[0]?.path).toBe('/a/b c.mov');
  });

  test('leaves out transitions, effects and nesting in words, and keeps the time they take', () => {
    const { cut, findings } = parse(
      aTimeline([
        aClip({ effects: [{ OTIO_SCHEMA: 'LinearTimeWarp.1', time_scalar: 2 }] }),
        { OTIO_SCHEMA: 'Transition.1', name: 'Dissolve', in_offset: time(5), out_offset: time(5) },
        {
          OTIO_SCHEMA: 'Stack.1',
          name: 'nest',
          children: [{ OTIO_SCHEMA: 'Track.1', children: [aClip(), aClip()] }],
        },
        aClip({ source_range: null }),
        { OTIO_SCHEMA: 'Invention.9', name: 'new', source_range: range(0, 3) },
        aClip(),
      ]),
    );
    expect(findings.map(({ code }) => code).filter((code) => !code.endsWith('assumed'))).toEqual([
      'otio-effect-left-out',
      'otio-transition-left-out',
      'otio-nested-left-out',
      'otio-item-without-length',
      'otio-unknown-item',
    ]);
    const starts = cut?.videoTracks[0]?.events.map((event) => event.range.start / frame);
    expect(starts).toEqual([0n, 50n, 150n, 153n]);
  });

  test('reads the first timeline of a collection', () => {
    const timelines = [aTimeline([]), aTimeline([])];
    const { cut, findings } = parse({
      OTIO_SCHEMA: 'SerializableCollection.1',
      children: timelines,
    });
    expect(cut?.name).toBe('t');
    expect(findings.map(({ code }) => code)).toContain('otio-timeline-left-out');
  });

  test.each([
    ['no JSON', 'xmeml'],
    ['NaN', '{"OTIO_SCHEMA":"Timeline.1","global_start_time":NaN}'],
    ['a broken-off file', '{"OTIO_SCHEMA":"Timeline.1",'],
    ['a lone clip', '{"OTIO_SCHEMA":"Clip.2"}'],
    ['a list', '[]'],
  ])('refuses %s with one clear reason', (_what, text) => {
    const { cut, findings } = parseOtio(text);
    expect(cut).toBeNull();
    expect(findings).toMatchObject([{ code: 'otio-unreadable', severity: 'error' }]);
  });

  test('never throws on JSON of any shape', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (item, fields) => {
        parse(
          aTimeline([
            item,
            aClip({ source_range: fields, metadata: item, media_references: item }),
          ]),
        );
      }),
    );
  });
});
