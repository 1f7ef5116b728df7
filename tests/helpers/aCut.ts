import fc from 'fast-check';
import {
  markerColors,
  type Cut,
  type CutEvent,
  type CutMarker,
  type CutMedia,
  type CutTrack,
} from '../../src/domain/cut/Cut';
import { framesToTicks, toFrames, type FrameRate } from '../../src/domain/time/FrameRate';
import { samplesToTicks, toSamples } from '../../src/domain/time/Samples';
import { addTicks, subtractTicks, toTicks, type Ticks } from '../../src/domain/time/Ticks';

/** 23.976. */
const filmRate: FrameRate = { numerator: 24000, denominator: 1001 };
/** 25. */
const palRate: FrameRate = { numerator: 25, denominator: 1 };
/** 29.97. */
export const ntscRate: FrameRate = { numerator: 30000, denominator: 1001 };

/** Frames of a rate in ticks. */
export function frames(count: number, rate: FrameRate = palRate): Ticks {
  return framesToTicks(toFrames(count), rate);
}

/** Samples at 48 kHz in ticks. */
export function samples(count: number): Ticks {
  return samplesToTicks(toSamples(count), 48_000);
}

/** A camera file of 250 frames at 25 with stereo sound. */
export function aMedium(changes: Partial<CutMedia> = {}): CutMedia {
  return {
    id: 'media-1',
    name: 'A001C003_260412_R1AB.mov',
    path: '/Volumes/Day 1/A001/A001C003_260412_R1AB.mov',
    reel: 'A001',
    startTicks: frames(86_400),
    durationTicks: frames(250),
    video: { frameRate: palRate, width: 1920, height: 1080 },
    audio: { sampleRate: 48_000, channels: 2 },
    ...changes,
  };
}

/** Fifty frames of `media-1` from its frame 10, at the start of the sequence. */
export function anEvent(changes: Partial<CutEvent> = {}): CutEvent {
  const range = changes.range ?? { start: frames(0), end: frames(50) };
  const sourceIn = changes.sourceIn ?? frames(10);
  return {
    name: '24A-3_A',
    mediaId: 'media-1',
    range,
    sourceIn,
    sourceOut: addTicks(sourceIn, subtractTicks(range.end, range.start)),
    enabled: true,
    channels: [],
    linkId: null,
    ...changes,
  };
}

/** A track that is on. */
export function aTrack(name: string, ...events: readonly CutEvent[]): CutTrack {
  return { name, enabled: true, events };
}

/** A cut at 25 that starts at 01:00:00:00: one linked event of picture and sound. */
export function aCut(changes: Partial<Cut> = {}): Cut {
  const linked = { linkId: 'link-1' };
  return {
    name: 'Rough cut',
    frameRate: palRate,
    width: 1920,
    height: 1080,
    startTicks: frames(90_000),
    dropFrame: false,
    videoTracks: [aTrack('V1', anEvent(linked))],
    audioTracks: [aTrack('A1', anEvent({ ...linked, channels: [0, 1] }))],
    markers: [],
    media: [aMedium()],
    ...changes,
  };
}

const hostileNames = [
  `'); app.quit(); //"\u2028`,
  '🎬 24A-3 👩‍🎤',
  'a & b <c> ]]> "d" &amp;',
  'שלום ‎(RTL)‏',
  '  blanks  ',
  'tab\tline\nreturn\r\nend',
  'é (NFD: e\u0301) %41 #1 ?',
  '{{id}} ${x} __proto__',
  '',
];

/** Names as people and recorders write them, and as they should not. XML 1.0 can hold them all. */
const arbitraryName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileNames),
  fc.stringMatching(/^[A-Za-z0-9 _.-]{1,12}$/),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);

const arbitraryPath = fc.oneof(
  arbitraryName.map((name) => `/Volumes/Day 1/${name}x.mov`),
  arbitraryName.map((name) => `D:\\media\\${name.replace(/[\\/]/g, '')}x.mov`),
  arbitraryName.map((name) => `\\\\server\\share\\${name.replace(/[\\/]/g, '')}x.wav`),
  fc.constant(''),
);

function arbitraryMedium(index: number): fc.Arbitrary<CutMedia> {
  const rate = fc.constantFrom(filmRate, palRate, ntscRate);
  return fc
    .record({
      name: arbitraryName,
      path: arbitraryPath,
      reel: fc.option(arbitraryName.map((name) => `${name}R`)),
      rate,
      length: fc.integer({ min: 500, max: 100_000 }),
      startFrame: fc.integer({ min: 0, max: 2_000_000 }),
      startSample: fc.integer({ min: 0, max: 86_400 * 48_000 - 1 }),
      kind: fc.constantFrom('both', 'picture', 'sound'),
      channels: fc.integer({ min: 1, max: 8 }),
      sampleRate: fc.constantFrom(48_000, 44_100, 96_000),
    })
    .map((drawn) => {
      const isSound = drawn.kind === 'sound';
      return {
        id: `media-${index}`,
        name: drawn.name,
        path: drawn.path,
        reel: drawn.reel,
        startTicks: isSound ? samples(drawn.startSample) : frames(drawn.startFrame, drawn.rate),
        durationTicks: isSound
          ? samplesToTicks(toSamples(drawn.length * 999), drawn.sampleRate)
          : frames(drawn.length, drawn.rate),
        video: isSound ? null : { frameRate: drawn.rate, width: 4096, height: 2160 },
        audio:
          drawn.kind === 'picture'
            ? null
            : { sampleRate: drawn.sampleRate, channels: drawn.channels },
      };
    });
}

interface TrackShape {
  readonly media: readonly CutMedia[];
  readonly rate: FrameRate;
  readonly kind: 'video' | 'audio';
}

function arbitraryTrack({ media, rate, kind }: TrackShape): fc.Arbitrary<CutTrack> {
  const usable = media.filter((medium) => medium[kind] !== null);
  const drawn = fc.record({
    name: arbitraryName,
    gap: fc.integer({ min: 0, max: 3 }),
    length: fc.integer({ min: 1, max: 200 }),
    medium: fc.nat(),
    inFrame: fc.nat(200),
    inSample: fc.nat(480_000),
    enabled: fc.boolean(),
    channel: fc.nat(),
    link: fc.option(fc.nat(3)),
  });
  const events = fc.array(drawn, { maxLength: usable.length === 0 ? 0 : 6 });
  return fc.record({ name: arbitraryName, enabled: fc.boolean(), events }).map((track) => {
    let position = 0;
    const placed = track.events.map((each): CutEvent => {
      const start = position + each.gap * 7;
      position = start + each.length;
      const medium = usable[each.medium % usable.length] ?? aMedium();
      return anEvent({
        name: each.name,
        mediaId: medium.id,
        range: { start: frames(start, rate), end: frames(position, rate) },
        sourceIn: kind === 'video' ? frames(each.inFrame, rate) : samples(each.inSample),
        enabled: each.enabled,
        channels: kind === 'video' ? [] : channelsOf(medium, each.channel),
        linkId: each.link === null ? null : `link-${each.link}`,
      });
    });
    return { name: track.name, enabled: track.enabled, events: placed };
  });
}

/** As Premiere lays channels out: stereo together, more of them one by one. */
function channelsOf(medium: CutMedia, draw: number): readonly number[] {
  const channels = medium.audio?.channels ?? 1;
  return channels === 2 ? [0, 1] : [draw % channels];
}

function arbitraryMarker(rate: FrameRate): fc.Arbitrary<CutMarker> {
  return fc.record({
    startTicks: fc.nat(10_000).map((count) => frames(count, rate)),
    durationTicks: fc.nat(100).map((count) => frames(count, rate)),
    name: arbitraryName,
    comment: arbitraryName,
    color: fc.constantFrom(...markerColors),
  });
}

/** Cuts at 23.976, 25 and 29.97 with everything that a cut can say, ids counted in order of use. */
export const arbitraryCut: fc.Arbitrary<Cut> = fc
  .record({
    rate: fc.constantFrom(filmRate, palRate, ntscRate),
    media: fc
      .integer({ min: 1, max: 4 })
      .chain((count) =>
        fc.tuple(...Array.from({ length: count }, (_, index) => arbitraryMedium(index + 1))),
      ),
  })
  .chain(({ rate, media }) =>
    fc.record({
      name: arbitraryName,
      frameRate: fc.constant(rate),
      width: fc.integer({ min: 2, max: 8192 }),
      height: fc.integer({ min: 2, max: 4320 }),
      startTicks: fc.nat(2_000_000).map((count) => frames(count, rate)),
      dropFrame: rate === ntscRate ? fc.boolean() : fc.constant(false),
      videoTracks: fc.array(arbitraryTrack({ media, rate, kind: 'video' }), { maxLength: 3 }),
      audioTracks: fc.array(arbitraryTrack({ media, rate, kind: 'audio' }), { maxLength: 3 }),
      markers: fc.array(arbitraryMarker(rate), { maxLength: 3 }),
      media: fc.constant(media),
    }),
  )
  .map(countIds);

/** Media and links get their numbers in order of first use, pictures first; the unused go. */
function countIds(cut: Cut): Cut {
  const events = [...cut.videoTracks, ...cut.audioTracks].flatMap((track) => track.events);
  const links = events.flatMap(({ linkId }) => linkId ?? []);
  const shared = links.filter((link) => links.indexOf(link) !== links.lastIndexOf(link));
  const mediaNumber = numbersOf(events.map(({ mediaId }) => mediaId));
  const linkNumber = numbersOf(shared);
  const recount = (track: CutTrack): CutTrack => ({
    ...track,
    events: track.events.map((event) => {
      const link = event.linkId === null ? undefined : linkNumber.get(event.linkId);
      return {
        ...event,
        mediaId: `media-${mediaNumber.get(event.mediaId) ?? 0}`,
        linkId: link === undefined ? null : `link-${link}`,
      };
    }),
  });
  return {
    ...cut,
    videoTracks: cut.videoTracks.map(recount),
    audioTracks: cut.audioTracks.map(recount),
    media: [...mediaNumber].flatMap(([id, number]) => {
      const medium = cut.media.find((each) => each.id === id);
      return medium ? [{ ...medium, id: `media-${number}` }] : [];
    }),
  };
}

function numbersOf(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(ids)].map((id, index) => [id, index + 1]));
}

/** Half a tick past: a time that stands on no frame and no sample. */
export function offGrid(ticks: Ticks): Ticks {
  return toTicks(ticks + 1n);
}

/**
 * A rough cut at 23.976: camera picture with its stereo scratch, a recorder's four channels at
 * sub-frame points, a marked gap for a missing take, something switched off, a name that bites.
 */
export function aRoughCut(): Cut {
  const rate = filmRate;
  const span = (start: number, end: number) => ({
    start: frames(start, rate),
    end: frames(end, rate),
  });
  const camera = aMedium({
    startTicks: frames(3 * 3600 * 24, rate),
    durationTicks: frames(480, rate),
    video: { frameRate: rate, width: 1920, height: 1080 },
  });
  const recorder = aMedium({
    id: 'media-2',
    name: '24A-T03.WAV',
    path: 'D:\\Sound\\SR001\\24A #3 & 50%.WAV',
    reel: 'SR001',
    startTicks: samples(518_400_123),
    durationTicks: samples(1_000_001),
    video: null,
    audio: { sampleRate: 48_000, channels: 4 },
  });
  const picture = { range: span(0, 48), sourceIn: frames(24, rate), linkId: 'link-1' };
  const bite = `'); app.quit(); //"\u2028 🎬 <&>`;
  const late = { name: bite, range: span(96, 120), sourceIn: frames(100, rate) };
  const channel = (index: number) =>
    anEvent({
      name: '24A-3',
      mediaId: 'media-2',
      range: span(0, 48),
      sourceIn: samples(48_123),
      channels: [index],
      linkId: 'link-2',
    });
  return aCut({
    name: 'Rough cut “Day 1”',
    frameRate: rate,
    startTicks: frames(86_400, rate),
    videoTracks: [aTrack('V1', anEvent(picture), anEvent({ ...late, enabled: false })), aTrack('')],
    audioTracks: [
      aTrack('A1', anEvent({ ...picture, channels: [0, 1] }), anEvent({ ...late, channels: [1] })),
      ...[0, 1, 2, 3].map((index) => aTrack(`Boom & Lav ${index + 1}`, channel(index))),
      { ...aTrack('Muted'), enabled: false },
    ],
    markers: [
      {
        startTicks: frames(48, rate),
        durationTicks: frames(48, rate),
        name: 'Missing 25B take 2',
        comment: 'The log lists it, nobody shot it.',
        color: 'red',
      },
      {
        startTicks: frames(0, rate),
        durationTicks: frames(0, rate),
        name: '',
        comment: '',
        color: 'green',
      },
    ],
    media: [camera, recorder],
  });
}
