import { markerColors, type CutTrack } from '../../../src/domain/cut/Cut';
import type {
  ItemReading,
  MediaReading,
  SequenceReading,
  TrackItemReading,
} from '../../../src/domain/cut/SequenceReading';
import { sequenceToCut } from '../../../src/domain/cut/toCut';
import { formatOtio } from '../../../src/domain/interchange/otio/formatOtio';
import { parseOtio } from '../../../src/domain/interchange/otio/parseOtio';
import { formatXmeml } from '../../../src/domain/interchange/xmeml/formatXmeml';
import { parseXmeml } from '../../../src/domain/interchange/xmeml/parseXmeml';

const frame = 10_594_584_000n;
const frames = (count: number) => (BigInt(count) * frame).toString();

const aUse = (itemId: string, start: number, changes: Partial<TrackItemReading> = {}) => ({
  itemId,
  name: itemId,
  startTicks: frames(start),
  endTicks: frames(start + 24),
  inTicks: frames(10),
  outTicks: frames(34),
  enabled: true,
  ...changes,
});

const track = (name: string, ...items: readonly TrackItemReading[]) => ({ name, items });

const anItem = (id: string, changes: Partial<ItemReading> = {}): ItemReading => ({
  id,
  name: id,
  isSequence: false,
  mediaPath: `/media/${id}.mov`,
  startTicks: frames(86_400),
  durationTicks: frames(240),
  frameTicks: frame.toString(),
  audioClips: 1,
  ...changes,
});

const aSequence = (changes: Partial<SequenceReading> = {}): SequenceReading => ({
  name: 'Rough cut',
  frameTicks: frame.toString(),
  width: 1920,
  height: 1080,
  startTicks: frames(86_400),
  videoTracks: [],
  audioTracks: [],
  markers: [],
  ...changes,
});

const sound = (channels: number): MediaReading => ({
  startTicks: '5292000',
  durationTicks: frames(300),
  reel: 'SR001',
  video: null,
  audio: { sampleRate: 48_000, channels },
});

const camera = anItem('camera');
const recorder = anItem('recorder', {
  mediaPath: '/sound/24A-T03.WAV',
  frameTicks: '0',
  audioClips: 4,
});

describe('a sequence as a cut', () => {
  test('joins picture and sound of one placing by a link, and counts from the first frame', () => {
    const { cut, findings } = sequenceToCut(
      aSequence({
        videoTracks: [track('V1', aUse('camera', 0), aUse('camera', 24))],
        audioTracks: [track('A1', aUse('camera', 0), aUse('camera', 24))],
      }),
      [camera],
      new Map([[camera.mediaPath, { ...sound(2), startTicks: frames(100) }]]),
    );
    const [picture] = cut.videoTracks[0]?.events ?? [];
    const [first, second] = cut.audioTracks[0]?.events ?? [];
    expect(picture).toMatchObject({ linkId: 'link-1', channels: [], sourceIn: frame * 10n });
    expect(first).toMatchObject({ linkId: 'link-1', channels: [0, 1] });
    expect(second).toMatchObject({
      linkId: 'link-2',
      range: { start: frame * 24n, end: frame * 48n },
    });
    expect(cut).toMatchObject({
      frameRate: { numerator: 24000, denominator: 1001 },
      dropFrame: false,
    });
    expect(findings).toEqual([]);
  });

  test('gives each mono item of a polyphonic file its channel, linked to each other only', () => {
    const { cut } = sequenceToCut(
      aSequence({
        videoTracks: [track('V1', aUse('camera', 0))],
        audioTracks: [
          track('A1'),
          ...['A2', 'A3', 'A4', 'A5'].map((name) => track(name, aUse('recorder', 0))),
        ],
      }),
      [camera, recorder],
      new Map([[recorder.mediaPath, sound(4)]]),
    );
    const events = cut.audioTracks.flatMap((each) => each.events);
    expect(events.map(({ channels }) => channels)).toEqual([[0], [1], [2], [3]]);
    expect(new Set(events.map(({ linkId }) => linkId))).toEqual(new Set(['link-1']));
    expect(cut.videoTracks[0]?.events[0]?.linkId).toBeNull();
    expect(cut.media).toMatchObject([
      { name: 'camera.mov', video: { width: 1920 } },
      { name: '24A-T03.WAV', reel: 'SR001', video: null, audio: { channels: 4 } },
    ]);
  });

  test('tells channels by the tracks where one of the items was deleted, and says so', () => {
    const { cut, findings } = sequenceToCut(
      aSequence({
        audioTracks: [
          track('A1', aUse('recorder', 0)),
          track('A2'),
          track('A3', aUse('recorder', 0)),
        ],
      }),
      [recorder],
      new Map([[recorder.mediaPath, sound(4)]]),
    );
    expect(cut.audioTracks.flatMap(({ events }) => events.map(({ channels }) => channels))).toEqual(
      [[0], [2]],
    );
    expect(findings.map(({ code }) => code)).toEqual(['cut-channels-uncertain']);
  });

  test('keeps a mono file on one channel', () => {
    const { cut } = sequenceToCut(
      aSequence({ audioTracks: [track('A1', aUse('recorder', 0))] }),
      [recorder],
      new Map([[recorder.mediaPath, sound(1)]]),
    );
    expect(cut.audioTracks[0]?.events[0]).toMatchObject({ channels: [0], linkId: null });
  });

  test('lists a medium once though two items stand for it', () => {
    const twin = anItem('twin', { mediaPath: camera.mediaPath });
    const { cut } = sequenceToCut(
      aSequence({ videoTracks: [track('V1', aUse('camera', 0), aUse('twin', 24))] }),
      [camera, twin],
    );
    expect(cut.media).toHaveLength(1);
    expect(cut.videoTracks[0]?.events.map(({ mediaId }) => mediaId)).toEqual([
      'media-1',
      'media-1',
    ]);
  });

  test('keeps disabled items, track names, empty tracks and marker colours', () => {
    const markers = markerColors.map((_, color) => ({
      startTicks: frames(color),
      durationTicks: '0',
      name: 'm',
      comment: 'c',
      color,
    }));
    const { cut } = sequenceToCut(
      aSequence({
        videoTracks: [track('V1', aUse('camera', 0, { enabled: false })), track('Titles')],
        markers: [
          ...markers,
          { startTicks: '0', durationTicks: '0', name: '', comment: '', color: 99 },
        ],
      }),
      [camera],
    );
    expect(cut.videoTracks.map(({ name }) => name)).toEqual(['V1', 'Titles']);
    expect(cut.videoTracks[0]?.events[0]?.enabled).toBe(false);
    expect(cut.markers.map(({ color }) => color)).toEqual([...markerColors, 'green']);
  });

  test('says what a cut cannot hold, and never drops it silently', () => {
    const nested = anItem('nested', { isSequence: true, mediaPath: '' });
    const { cut, findings } = sequenceToCut(
      aSequence({
        videoTracks: [
          track(
            'V1',
            aUse('nested', 0),
            aUse('gone', 24),
            aUse('camera', 48, { outTicks: frames(58) }),
            aUse('camera', 72, { endTicks: frames(72) }),
          ),
        ],
      }),
      [nested, camera],
    );
    expect(findings.map(({ code, subject }) => `${code} ${subject}`)).toEqual([
      'cut-nested-sequence nested',
      'cut-item-without-media gone',
      'cut-media-not-probed camera',
      'cut-speed-not-kept camera',
      'cut-event-without-length camera',
    ]);
    expect(cut.videoTracks[0]?.events).toHaveLength(3);
    for (const { range, sourceIn, sourceOut } of cut.videoTracks[0]?.events ?? []) {
      expect(sourceOut - sourceIn).toBe(range.end - range.start);
    }
  });

  test('counts links in the order of the tracks, so that formats read back the same numbers', () => {
    const { cut } = sequenceToCut(
      aSequence({
        videoTracks: [
          track(
            'V1',
            aUse('camera', 0),
            aUse('gone', 24, { endTicks: frames(24) }),
            aUse('camera', 48),
          ),
          track('V2', aUse('camera', 0)),
        ],
        audioTracks: [
          track('A1', aUse('camera', 0), aUse('camera', 48)),
          track('A2', aUse('camera', 0)),
        ],
      }),
      [camera],
      new Map([
        [
          camera.mediaPath,
          { ...sound(2), video: { frameRate: '24000/1001', width: 1920, height: 1080 } },
        ],
      ]),
    );
    const linksOf = ({ events }: CutTrack) => events.map(({ linkId }) => linkId);
    expect(cut.videoTracks.map(linksOf)).toEqual([['link-1', 'link-2'], ['link-3']]);
    expect(cut.audioTracks.map(linksOf)).toEqual([['link-1', 'link-2'], ['link-3']]);
    expect(parseXmeml(formatXmeml(cut).text)).toEqual({ cut, findings: [] });
    expect(parseOtio(formatOtio(cut).text)).toEqual({ cut, findings: [] });
  });
});
