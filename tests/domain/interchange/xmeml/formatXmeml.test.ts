import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { markerColors } from '../../../../src/domain/cut/Cut';
import { formatXmeml } from '../../../../src/domain/interchange/xmeml/formatXmeml';
import { parseXmeml } from '../../../../src/domain/interchange/xmeml/parseXmeml';
import { parseXml } from '../../../../src/domain/interchange/xml/parseXml';
import type { XmlElement } from '../../../../src/domain/interchange/xml/XmlElement';
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

const goldenPath = path.join(__dirname, '../../../golden/xmeml/roughCut.xml');

/** All elements of that name, in document order. */
const elements = (text: string, name: string): readonly XmlElement[] => {
  const visit = (element: XmlElement): readonly XmlElement[] => [
    ...(element.name === name ? [element] : []),
    ...element.children.flatMap(visit),
  ];
  const { root } = parseXml(text);
  return root ? visit(root) : [];
};

const fields = (element: XmlElement | undefined) =>
  Object.fromEntries(element?.children.map(({ name, text }) => [name, text]) ?? []);

const codes = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code);

describe('writing FCP7 XML', () => {
  test('writes the golden rough cut, and reads it', () => {
    const golden = readFileSync(goldenPath, 'utf8');
    expect(formatXmeml(aRoughCut())).toEqual({ text: golden, findings: [] });
    expect(parseXmeml(golden)).toEqual({ cut: aRoughCut(), findings: [] });
  });

  test('is read back as exactly the same cut', () => {
    fc.assert(
      fc.property(arbitraryCut, (cut) => {
        expect(parseXmeml(formatXmeml(cut).text)).toEqual({ cut, findings: [] });
      }),
      { numRuns: 150 },
    );
  });

  test('writes each file in full once, at its first use', () => {
    const files = elements(formatXmeml(aRoughCut()).text, 'file');
    const full = files.filter(({ children }) => children.length > 0);
    expect(full.map(({ attributes }) => attributes['id'])).toEqual(['media-1', 'media-2']);
    expect(files).toHaveLength(9);
  });

  test('writes a stereo event into two exploded tracks, and all channels of a recorder', () => {
    const { text } = formatXmeml(aRoughCut());
    const sources = elements(text, 'sourcetrack').map((source) => fields(source)['trackindex']);
    expect(sources).toEqual(['1', '2', '2', '1', '2', '3', '4']);
    const exploded = elements(text, 'track').map(
      ({ attributes }) =>
        `${attributes['premiereTrackType'] ?? 'picture'} ${attributes['currentExplodedTrackIndex'] ?? ''}`,
    );
    expect(exploded).toEqual([
      'picture ',
      'picture ',
      'Stereo 0',
      'Stereo 1',
      ...Array.from({ length: 5 }, () => 'Mono 0'),
    ]);
  });

  test('names every member of a link in each member, groupindex on sound alone', () => {
    const [first] = elements(formatXmeml(aCut()).text, 'clipitem');
    const links = first?.children.filter(({ name }) => name === 'link').map(fields);
    expect(links).toEqual([
      { linkclipref: 'clipitem-1', mediatype: 'video', trackindex: '1', clipindex: '1' },
      {
        linkclipref: 'clipitem-2',
        mediatype: 'audio',
        trackindex: '1',
        clipindex: '1',
        groupindex: '1',
      },
      {
        linkclipref: 'clipitem-3',
        mediatype: 'audio',
        trackindex: '2',
        clipindex: '1',
        groupindex: '1',
      },
    ]);
  });

  test('writes drop-frame timecode whose label and frame agree', () => {
    const cut = aCut({
      frameRate: ntscRate,
      dropFrame: true,
      startTicks: frames(107_892, ntscRate),
    });
    const timecodes = elements(formatXmeml(cut).text, 'timecode');
    expect(fields(timecodes[timecodes.length - 1])).toMatchObject({
      string: '01;00;00;00',
      frame: '107892',
      displayformat: 'DF',
    });
  });

  test('counts in and out in the sequence rate, and keeps sub-frame sound in ticks', () => {
    const sourceIn = samples(48_001);
    const sound = anEvent({ sourceIn, channels: [0] });
    const cut = aCut({ videoTracks: [], audioTracks: [aTrack('A1', sound)] });
    expect(fields(elements(formatXmeml(cut).text, 'clipitem')[0])).toMatchObject({
      in: '25',
      out: '75',
      pproTicksIn: sourceIn.toString(),
    });
  });

  test('writes Premiere’s colour numbers, none for green', () => {
    const markers = markerColors.map((color) => ({
      startTicks: frames(1),
      durationTicks: frames(0),
      name: color,
      comment: '',
      color,
    }));
    const { text } = formatXmeml(aCut({ markers }));
    const numbers = elements(text, 'marker').map((marker) => fields(marker)['pproColor']);
    expect(numbers).toEqual([
      undefined,
      '4281740498',
      '4289825711',
      '4280578025',
      '4281049552',
      '4294967295',
      '4294741314',
      '4292277273',
    ]);
  });

  test('keeps what stands between frames, and says that others will not', () => {
    const range = { start: offGrid(frames(3)), end: offGrid(frames(40)) };
    const marker = {
      startTicks: offGrid(frames(3)),
      durationTicks: offGrid(frames(1)),
      name: 'm',
      comment: '',
      color: 'red',
    } as const;
    const cut = aCut({
      videoTracks: [aTrack('V1', anEvent({ range, sourceIn: offGrid(frames(7)) }))],
      audioTracks: [],
      markers: [marker],
    });
    const { text, findings } = formatXmeml(cut);
    expect(parseXmeml(text).cut).toEqual(cut);
    expect(codes(findings)).toEqual(['xmeml-between-frames', 'xmeml-between-frames']);
  });

  test('keeps rates that the format cannot say, and says that others will not', () => {
    const rate = { numerator: 25, denominator: 2 };
    const video = { frameRate: rate, width: 640, height: 480 };
    const cut = aCut({
      media: [aMedium({ video, startTicks: frames(0), durationTicks: frames(3, rate) })],
    });
    const { text, findings } = formatXmeml(cut);
    expect(parseXmeml(text).cut).toEqual(cut);
    expect(codes(findings)).toEqual(['xmeml-rate-not-held']);
  });

  test('keeps a path that the URL alone would lose', () => {
    const cut = aCut({ media: [aMedium({ path: 'D:/mixed\\slashes.mov' })] });
    expect(parseXmeml(formatXmeml(cut).text).cut).toEqual(cut);
  });

  test('replaces characters that XML cannot hold, and names them', () => {
    const name = 'bell\u0007 half\uD83C';
    const { text, findings } = formatXmeml(aCut({ name }));
    expect(parseXmeml(text).cut?.name).toBe('bell\uFFFD half\uFFFD');
    expect(findings).toMatchObject([{ code: 'xmeml-character-replaced', subject: name }]);
  });
});
