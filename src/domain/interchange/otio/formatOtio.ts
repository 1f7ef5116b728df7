import type { Cut, CutEvent, CutMarker, CutMedia, CutTrack } from '../../cut/Cut';
import { formatFrameRate, type FrameRate } from '../../time/FrameRate';
import { formatTicks, subtractTicks, zeroTicks, type Ticks } from '../../time/Ticks';
import type { FormattedCut } from '../CutText';
import { formatMediaUrl } from '../mediaUrl';
import { formatOtioJson } from './formatOtioJson';
import { otioMarkerColors } from './otioMarkerColor';
import { notesKey, type ClipNotes, type MediaNotes, type TimelineNotes } from './otioNotes';
import { toOtioTimeRange, toRationalTime } from './RationalTime';

const sampleRate: FrameRate = { numerator: 48_000, denominator: 1 };

/** What clips are made from, apart from their events. */
interface Context {
  readonly cut: Cut;
  readonly media: ReadonlyMap<string, CutMedia>;
  /** Premiere's `LinkID`: a string of its own for every clip that is linked to no other. */
  readonly linkIds: ReadonlyMap<CutEvent, string>;
}

/**
 * A cut as an OTIO timeline: schema versions of the released library, source ranges from zero,
 * Premiere's vocabulary under `PremierePro_OTIO`, and under `slateflow` what OTIO has no place for.
 */
export function formatOtio(cut: Cut): FormattedCut {
  const context = {
    cut,
    media: new Map(cut.media.map((medium) => [medium.id, medium])),
    linkIds: numberLinks(cut),
  };
  const timeline = {
    OTIO_SCHEMA: 'Timeline.1',
    metadata: {
      PremierePro_OTIO: { MetadataVersion: '1.0' },
      [notesKey]: noteTimeline(cut),
    },
    name: cut.name,
    global_start_time: toRationalTime(cut.startTicks, [cut.frameRate, sampleRate]),
    tracks: formatStack(context),
  };
  return { text: `${formatOtioJson(timeline)}\n`, findings: [] };
}

function noteTimeline(cut: Cut): TimelineNotes {
  return {
    frameRate: formatFrameRate(cut.frameRate),
    width: cut.width,
    height: cut.height,
    dropFrame: cut.dropFrame,
  };
}

function formatStack(context: Context): unknown {
  const { cut } = context;
  return {
    OTIO_SCHEMA: 'Stack.1',
    metadata: {
      PremierePro_OTIO: {
        VideoFrameRate: cut.frameRate.numerator / cut.frameRate.denominator,
        AudioFrameRate: sampleRate.numerator,
        VideoResolution: { width: cut.width, height: cut.height },
        PixelAspectRatio: { numerator: 1, denominator: 1 },
      },
    },
    name: cut.name,
    source_range: null,
    effects: [],
    markers: cut.markers.map((marker) => formatMarker(marker, cut.frameRate)),
    enabled: true,
    children: [
      ...cut.videoTracks.map((track) => formatTrack(track, 'Video', context)),
      ...cut.audioTracks.map((track) => formatTrack(track, 'Audio', context)),
    ],
  };
}

function formatMarker(marker: CutMarker, frameRate: FrameRate): unknown {
  return {
    OTIO_SCHEMA: 'Marker.2',
    metadata: {},
    name: marker.name,
    color: otioMarkerColors[marker.color],
    marked_range: toOtioTimeRange(marker.startTicks, marker.durationTicks, [frameRate, sampleRate]),
    comment: marker.comment,
  };
}

function formatTrack(track: CutTrack, kind: 'Video' | 'Audio', context: Context): unknown {
  const channels = Math.max(1, ...track.events.map((event) => event.channels.length));
  const audioChannels = { ChannelType: channelType(channels), NumberOfChannels: channels };
  return {
    OTIO_SCHEMA: 'Track.1',
    metadata: kind === 'Audio' ? { PremierePro_OTIO: { AudioChannels: audioChannels } } : {},
    name: track.name,
    source_range: null,
    effects: [],
    markers: [],
    enabled: track.enabled,
    children: formatEvents(track.events, context),
    kind,
  };
}

function formatEvents(events: readonly CutEvent[], context: Context): readonly unknown[] {
  const children: unknown[] = [];
  let position = zeroTicks;
  for (const event of events) {
    if (event.range.start > position) {
      children.push(formatGap(subtractTicks(event.range.start, position), context.cut.frameRate));
    }
    children.push(formatClip(event, context));
    position = event.range.end;
  }
  return children;
}

function formatGap(duration: Ticks, frameRate: FrameRate): unknown {
  return {
    OTIO_SCHEMA: 'Gap.1',
    metadata: {},
    name: '',
    source_range: toOtioTimeRange(zeroTicks, duration, [frameRate, sampleRate]),
    effects: [],
    markers: [],
    enabled: true,
  };
}

function formatClip(event: CutEvent, context: Context): unknown {
  const medium = context.media.get(event.mediaId);
  const duration = subtractTicks(event.range.end, event.range.start);
  return {
    OTIO_SCHEMA: 'Clip.2',
    metadata: {
      PremierePro_OTIO: describeForPremiere(event, medium, context),
      [notesKey]: noteClip(event),
    },
    name: event.name,
    source_range: toOtioTimeRange(event.sourceIn, duration, ratesOf(event, medium, context.cut)),
    effects: [],
    markers: [],
    enabled: event.enabled,
    media_references: { DEFAULT_MEDIA: formatReference(medium) },
    active_media_reference_key: 'DEFAULT_MEDIA',
  };
}

/** Picture in frames of the sequence or of the medium; sound in frames where it stands on them. */
function ratesOf(event: CutEvent, medium: CutMedia | undefined, cut: Cut): readonly FrameRate[] {
  const mediaRate = medium?.video?.frameRate;
  const mediaSamples = medium?.audio?.sampleRate;
  return [
    cut.frameRate,
    ...(mediaRate && event.channels.length === 0 ? [mediaRate] : []),
    ...(mediaSamples ? [{ numerator: mediaSamples, denominator: 1 }] : []),
    sampleRate,
  ];
}

function noteClip(event: CutEvent): ClipNotes {
  return { mediaId: event.mediaId, linkId: event.linkId, channels: [...event.channels] };
}

/** Mono items of a polyphonic file are its channel groups, counted as Premiere counts them. */
function describeForPremiere(
  event: CutEvent,
  medium: CutMedia | undefined,
  context: Context,
): Readonly<Record<string, unknown>> {
  const { channels } = event;
  const isGroup = channels.length === 1 && (medium?.audio?.channels ?? 0) > 2;
  const audio = {
    ChannelType: channelType(channels.length),
    SecondaryAssignments: channels.map((channel) => ({ SecondaryChannelIndex: channel })),
  };
  return {
    LinkID: context.linkIds.get(event) ?? '',
    OriginalChannelGroupIndex: isGroup ? channels[0] : 0,
    SourceClipIndex: 0,
    ...(channels.length > 0 ? { AudioChannels: audio } : {}),
  };
}

function channelType(channels: number): 'Mono' | 'Stereo' {
  return channels === 2 ? 'Stereo' : 'Mono';
}

function formatReference(medium: CutMedia | undefined): unknown {
  const head = {
    metadata: medium ? { [notesKey]: noteMedium(medium) } : {},
    name: medium?.name ?? '',
  };
  const tail = {
    available_range: medium ? availableRange(medium) : null,
    available_image_bounds: null,
  };
  if (!medium?.path) return { OTIO_SCHEMA: 'MissingReference.1', ...head, ...tail };
  const target_url = formatMediaUrl(medium.path, 'otio');
  return { OTIO_SCHEMA: 'ExternalReference.1', ...head, ...tail, target_url };
}

function availableRange(medium: CutMedia): unknown {
  const samples = { numerator: medium.audio?.sampleRate ?? sampleRate.numerator, denominator: 1 };
  const rates = medium.video ? [medium.video.frameRate, samples] : [samples];
  return toOtioTimeRange(zeroTicks, medium.durationTicks, rates);
}

function noteMedium(medium: CutMedia): MediaNotes {
  const { video, audio } = medium;
  return {
    path: medium.path,
    reel: medium.reel,
    startTicks: formatTicks(medium.startTicks),
    video: video ? { ...video, frameRate: formatFrameRate(video.frameRate) } : null,
    audio,
  };
}

function numberLinks(cut: Cut): ReadonlyMap<CutEvent, string> {
  const numbers = new Map<string, string>();
  const linkIds = new Map<CutEvent, string>();
  let count = 0;
  for (const event of [...cut.videoTracks, ...cut.audioTracks].flatMap(({ events }) => events)) {
    const known = event.linkId === null ? undefined : numbers.get(event.linkId);
    const number = known ?? String((count += 1));
    if (event.linkId !== null) numbers.set(event.linkId, number);
    linkIds.set(event, number);
  }
  return linkIds;
}
