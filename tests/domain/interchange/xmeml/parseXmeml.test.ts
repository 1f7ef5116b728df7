import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CutEvent } from '../../../../src/domain/cut/Cut';
import { parseXmeml } from '../../../../src/domain/interchange/xmeml/parseXmeml';

const fixture = (name: string) =>
  readFileSync(path.join(__dirname, '../../../fixtures/interchange', name), 'utf8');

const frame = 8_467_200_000n;
const rate = '<rate><timebase>30</timebase><ntsc>FALSE</ntsc></rate>';
const file = (id: string) =>
  `<file id="${id}"><name>${id}.mov</name><pathurl>file:///C:/m/${id}%20x.mov</pathurl>${rate}<duration>900</duration></file>`;
const clip = (fields: string, attributes = '') => `<clipitem ${attributes}>${fields}</clipitem>`;
const document = (video: string, audio = '') =>
  `<?xml version="1.0"?><!DOCTYPE xmeml><xmeml version="5"><project><children><bin><children>
   <sequence><name>s</name>${rate}<media><video>${video}</video><audio>${audio}</audio></media></sequence>
   </children></bin></children></project></xmeml>`;
const times = (start: number, end: number, source: number) =>
  `<start>${start}</start><end>${end}</end><in>${source}</in><out>${source + (end - start)}</out>`;
const transition = (start: number, end: number, alignment: string) =>
  `<transitionitem><start>${start}</start><end>${end}</end><alignment>${alignment}</alignment>
   <effect><name>Cross Dissolve</name></effect></transitionitem>`;

const inFrames = (event: CutEvent | undefined) =>
  event &&
  [event.range.start, event.range.end, event.sourceIn].map((ticks) => Number(ticks / frame));
const codes = (text: string) => parseXmeml(text).findings.map(({ code }) => code);

describe('reading FCP7 XML', () => {
  test('reads a Premiere export: folded pairs, links, markers, transitions told', () => {
    const { cut, findings } = parseXmeml(fixture('premiere_example.xml'));
    expect(cut?.videoTracks.map(({ events }) => events.length)).toEqual([1, 4, 1, 2]);
    expect(cut?.audioTracks.map(({ events }) => events.length)).toEqual([2, 2, 1, 2]);
    expect(cut?.audioTracks[0]?.events[0]).toMatchObject({ channels: [0, 1], linkId: 'link-2' });
    expect(cut?.videoTracks[1]?.events[0]?.linkId).toBe('link-2');
    expect(cut?.markers.map(({ name }) => name)).toEqual(['My MArker 1', 'dsf', '']);
    expect(cut?.media[0]?.path).toBe('D:\\media\\sc01_sh010_anim.mov');
    const told = findings.map(({ code }) => code);
    expect(told.filter((code) => code === 'xmeml-transition-left-out')).toHaveLength(2);
    expect(told.filter((code) => code === 'xmeml-nested-sequence')).toHaveLength(2);
    expect(told).toContain('xmeml-generated-media');
  });

  test('trusts the ticks where Premiere stretches the first channel beside a transition', () => {
    const { cut } = parseXmeml(fixture('premiere_example.xml'));
    const [before, after] = cut?.audioTracks[3]?.events ?? [];
    expect([before, after].map(inFrames)).toEqual([
      [956, 1164, 34],
      [1164, 1246, 18],
    ]);
    expect(cut?.videoTracks[3]?.events.map(inFrames)).toEqual([
      [956, 1164, 34],
      [1164, 1246, 18],
    ]);
  });

  test('reads what is switched off, and track names', () => {
    const { cut } = parseXmeml(fixture('premiere_enable_property.xml'));
    expect(cut?.videoTracks.map(({ name, enabled }) => [name, enabled])).toEqual([
      ['base', true],
      ['overlay_1', true],
      ['disabled_track', false],
    ]);
    expect(cut?.audioTracks.map(({ name }) => name)).toEqual(['audio_with_disabled', 'A2', 'A3']);
    const events = [...(cut?.videoTracks ?? []), ...(cut?.audioTracks ?? [])].flatMap(
      (track) => track.events,
    );
    expect(events.filter(({ enabled }) => !enabled)).toHaveLength(4);
  });

  test('survives a reference before the definition, and inherits the rate', () => {
    const text = document(
      `<track>${clip(`<name>a</name>${times(0, 10, 5)}<file id="f"/>`)}${clip(`<name>b</name>${times(10, 20, 0)}${file('f')}`)}</track>`,
    );
    const { cut, findings } = parseXmeml(text);
    expect(cut?.media).toMatchObject([
      { id: 'f', path: 'C:\\m\\f x.mov', durationTicks: frame * 900n },
    ]);
    expect(inFrames(cut?.videoTracks[0]?.events[0])).toEqual([0, 10, 5]);
    expect(findings.map(({ code }) => code)).toEqual(['xmeml-raster-assumed']);
  });

  test('counts in and out in the item’s own rate', () => {
    const half = '<rate><timebase>15</timebase><ntsc>FALSE</ntsc></rate>';
    const item = `<name>a</name>${half}<start>0</start><end>100</end><in>10</in><out>60</out>${file('f')}`;
    const { cut, findings } = parseXmeml(document(`<track>${clip(item)}</track>`));
    expect(inFrames(cut?.videoTracks[0]?.events[0])).toEqual([0, 100, 20]);
    expect(findings.map(({ code }) => code)).not.toContain('xmeml-speed-not-kept');
  });

  test.each([
    ['center', [0, 50, 0], [50, 90, 105]],
    ['start', [0, 45, 0], [45, 90, 100]],
    ['end', [0, 55, 0], [55, 90, 110]],
  ])('lets clips meet at the cut of a %s transition', (alignment, left, right) => {
    const video = `<track>
      ${clip(`<name>a</name><start>0</start><end>-1</end><in>0</in><out>55</out>${file('f')}`)}
      ${transition(45, 55, alignment)}
      ${clip(`<name>b</name><start>-1</start><end>90</end><in>100</in><out>145</out>${file('g')}`)}
      </track>`;
    const { cut } = parseXmeml(document(video));
    expect(cut?.videoTracks[0]?.events.map(inFrames)).toEqual([left, right]);
    expect(codes(document(video))).toContain('xmeml-transition-left-out');
  });

  test('keeps unfolded tracks of other programs apart, with their channels', () => {
    const item = (channel: number) =>
      clip(
        `<name>a</name>${times(0, 10, 0)}<file id="f"/><sourcetrack><trackindex>${channel}</trackindex></sourcetrack>`,
      );
    const { cut } = parseXmeml(document('', `<track>${item(1)}</track><track>${item(2)}</track>`));
    expect(cut?.audioTracks.map(({ events }) => events[0]?.channels)).toEqual([[0], [1]]);
  });

  test('links nothing by an id that several clips bear', () => {
    const item = (start: number) =>
      clip(
        `<name>a</name>${times(start, start + 10, 0)}<file id="f"/><link><linkclipref>x</linkclipref></link>`,
        'id="x"',
      );
    const { cut } = parseXmeml(document(`<track>${item(0)}${item(10)}</track>`));
    expect(cut?.videoTracks[0]?.events.map(({ linkId }) => linkId)).toEqual([null, null]);
  });

  test('says in words what a cut does not hold', () => {
    const effect = (id: string) =>
      `<filter><effect><name>${id}</name><effectid>${id}</effectid></effect></filter>`;
    const video = `<track>
      ${clip(`<name>fast</name>${times(0, 10, 0)}${file('f')}${effect('timeremap')}${effect('blur')}<marker><name>m</name></marker>`)}
      ${clip(`<name>stretched</name><start>10</start><end>20</end><in>0</in><out>40</out><file id="f"/>`)}
      ${clip(`<name>lost</name><start>-1</start><end>40</end><in>0</in><out>4</out><file id="f"/>`)}
      ${clip(`<name>undefined</name>${times(40, 50, 0)}<file id="nowhere"/>`)}
      <generatoritem><name>Matte</name>${times(50, 60, 0)}<effect><name>Color</name></effect></generatoritem>
      </track>`;
    expect(codes(document(video))).toEqual([
      'xmeml-raster-assumed',
      'xmeml-item-without-length',
      'xmeml-speed-not-kept',
      'xmeml-filter-left-out',
      'xmeml-clip-marker-left-out',
      'xmeml-speed-not-kept',
      'xmeml-file-undefined',
      'xmeml-generated-media',
    ]);
  });

  test('reads markers with the nearest of Premiere’s colours', () => {
    const marker =
      '<marker><name>m</name><in>5</in><out>9</out><pproColor>4281740499</pproColor></marker>';
    const text = document('').replace('</media>', `</media>${marker}`);
    expect(parseXmeml(text).cut?.markers).toEqual([
      { name: 'm', comment: '', startTicks: frame * 5n, durationTicks: frame * 4n, color: 'red' },
    ]);
  });

  test.each([
    ['a broken-off file', fixture('premiere_example.xml').slice(0, 20_000)],
    ['other XML', '<fcpxml version="1.9"/>'],
    ['a document without a sequence', '<xmeml version="4"><bin/></xmeml>'],
    ['no XML', '{"OTIO_SCHEMA": "Timeline.1"}'],
    ['nothing', ''],
  ])('refuses %s with one clear reason', (_what, text) => {
    const { cut, findings } = parseXmeml(text);
    expect(cut).toBeNull();
    expect(findings).toMatchObject([{ code: 'xmeml-unreadable', severity: 'error' }]);
  });

  test('never throws on damaged text', () => {
    const whole = fixture('premiere_enable_property.xml');
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(200), (start, length) => {
        parseXmeml(whole.slice(0, start) + whole.slice(start + length));
      }),
      { numRuns: 40 },
    );
  });
});
