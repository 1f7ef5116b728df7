import type { Finding } from '../finding/Finding';
import { frameRateOfTicks } from '../time/FrameRate';
import { parseTicks, toTicks } from '../time/Ticks';
import { markerColors, type Cut, type CutEvent, type CutMedia, type CutTrack } from './Cut';
import type {
  ItemReading,
  MediaReading,
  SequenceReading,
  TrackItemReading,
  TrackReading,
} from './SequenceReading';
import { describeMedium, toCutMedia, type MediumSource } from './toCutMedia';
import { toPlacements, type PlacedItem, type Placement } from './toPlacements';

/** A sequence as a cut, and what of it a cut cannot say. */
export interface SequenceCut {
  readonly cut: Cut;
  readonly findings: readonly Finding[];
}

/** What is known of an event beyond the reading of its track item. */
interface EventContext {
  readonly medium: CutMedia;
  readonly channels: readonly number[];
  readonly linkId: string | null;
}

/**
 * A sequence as read from a host, as a cut. `facts` are what probing said, by media path. Channels
 * follow Premiere's own layout: one channel makes one mono item, two make one stereo item, more
 * make as many mono items on tracks that follow each other.
 */
export function sequenceToCut(
  sequence: SequenceReading,
  items: readonly ItemReading[],
  facts: ReadonlyMap<string, MediaReading> = new Map(),
): SequenceCut {
  const sources = toSources(sequence, items, facts);
  const media = new Map([...sources].map(([itemId, source]) => [itemId, toCutMedia(source)]));
  const placements = toPlacements(
    sequence.videoTracks.map(withLength),
    sequence.audioTracks.map(withLength),
    (itemId) => audioItemsOf(media.get(itemId)),
  );
  const contexts = toContexts(placements, media);
  const toTracks = (tracks: readonly TrackReading[]) =>
    tracks.map((track) => toCutTrack(track, contexts));
  const cut: Cut = {
    name: sequence.name,
    frameRate: frameRateOfTicks(parseTicks(sequence.frameTicks)),
    width: sequence.width,
    height: sequence.height,
    startTicks: parseTicks(sequence.startTicks),
    dropFrame: sequence.dropFrame ?? false,
    videoTracks: toTracks(sequence.videoTracks),
    audioTracks: toTracks(sequence.audioTracks),
    markers: toMarkers(sequence),
    media: [...new Map([...media.values()].map((medium) => [medium.id, medium])).values()],
  };
  return { cut, findings: describeAll([...sources.values()], sequence, placements) };
}

/** Track items by project item, in order of first use: pictures first, from the bottom. */
function toSources(
  sequence: SequenceReading,
  items: readonly ItemReading[],
  facts: ReadonlyMap<string, MediaReading>,
): ReadonlyMap<string, MediumSource> {
  const known = new Map(items.map((item) => [item.id, item]));
  const ids = new Map<string, string>();
  const sources = new Map<string, MediumSource>();
  for (const use of allItems(sequence)) {
    if (sources.has(use.itemId) || !hasLength(use)) continue;
    const item = known.get(use.itemId) ?? unknownItem(use);
    const key = item.mediaPath || `item ${item.id}`;
    const id = ids.get(key) ?? `media-${ids.size + 1}`;
    ids.set(key, id);
    sources.set(use.itemId, { id, item, facts: facts.get(item.mediaPath), sequence });
  }
  return sources;
}

function allItems({ videoTracks, audioTracks }: SequenceReading): readonly TrackItemReading[] {
  return [...videoTracks, ...audioTracks].flatMap(({ items }) => items);
}

function unknownItem(use: TrackItemReading): ItemReading {
  return {
    id: use.itemId,
    name: use.name,
    isSequence: false,
    mediaPath: '',
    startTicks: '0',
    durationTicks: use.outTicks,
    frameTicks: '0',
    audioClips: 1,
  };
}

/** How many audio items one placement of a medium makes. */
function audioItemsOf(medium: CutMedia | undefined): number {
  const channels = medium?.audio?.channels ?? 0;
  return channels <= 2 ? Math.min(channels, 1) : channels;
}

function toContexts(
  placements: readonly Placement[],
  media: ReadonlyMap<string, CutMedia>,
): ReadonlyMap<TrackItemReading, EventContext> {
  const contexts = new Map<TrackItemReading, EventContext>();
  let links = 0;
  for (const placement of placements) {
    const isLinked = placement.parts.length > 1;
    if (isLinked) links += 1;
    for (const part of placement.parts) {
      const medium = media.get(part.item.itemId);
      if (!medium) continue;
      const channels = channelsOf(part, placement, medium);
      contexts.set(part.item, { medium, channels, linkId: isLinked ? `link-${links}` : null });
    }
  }
  return contexts;
}

function channelsOf(
  part: PlacedItem,
  { parts, audioClips }: Placement,
  medium: CutMedia,
): readonly number[] {
  if (part.kind === 'video') return [];
  if (audioClips <= 1) return medium.audio?.channels === 2 ? [0, 1] : [0];
  const sounds = parts.filter(({ kind }) => kind === 'audio');
  if (sounds.length === audioClips) return [sounds.indexOf(part)];
  const firstTrack = sounds[0]?.track ?? part.track;
  return [Math.min(part.track - firstTrack, audioClips - 1)];
}

function toCutTrack(
  track: TrackReading,
  contexts: ReadonlyMap<TrackItemReading, EventContext>,
): CutTrack {
  const events = track.items.flatMap((item) => {
    const context = contexts.get(item);
    return context ? [toCutEvent(item, context)] : [];
  });
  const sorted = [...events].sort((left, right) => (left.range.start < right.range.start ? -1 : 1));
  return { name: track.name, enabled: true, events: sorted };
}

function toCutEvent(item: TrackItemReading, context: EventContext): CutEvent {
  const range = { start: parseTicks(item.startTicks), end: parseTicks(item.endTicks) };
  const sourceIn = parseTicks(item.inTicks);
  return {
    name: item.name,
    mediaId: context.medium.id,
    range,
    sourceIn,
    sourceOut: toTicks(sourceIn + range.end - range.start),
    enabled: item.enabled ?? true,
    channels: context.channels,
    linkId: context.linkId,
  };
}

function toMarkers(sequence: SequenceReading): Cut['markers'] {
  return sequence.markers.map((marker) => ({
    startTicks: parseTicks(marker.startTicks),
    durationTicks: parseTicks(marker.durationTicks),
    name: marker.name,
    comment: marker.comment,
    color: markerColors[marker.color] ?? 'green',
  }));
}

function withLength(track: TrackReading): TrackReading {
  return { ...track, items: track.items.filter(hasLength) };
}

function hasLength(item: TrackItemReading): boolean {
  return parseTicks(item.endTicks) > parseTicks(item.startTicks);
}

function describeAll(
  sources: readonly MediumSource[],
  sequence: SequenceReading,
  placements: readonly Placement[],
): readonly Finding[] {
  return [
    ...sources.flatMap(describeMedium),
    ...allItems(sequence).flatMap(describeUse),
    ...placements.flatMap(describePlacement),
  ];
}

function describeUse(item: TrackItemReading): readonly Finding[] {
  if (!hasLength(item)) {
    return [
      describe(
        item,
        'cut-event-without-length',
        'This item ends where it starts and was left out.',
      ),
    ];
  }
  const shown = parseTicks(item.endTicks) - parseTicks(item.startTicks);
  if (parseTicks(item.outTicks) - parseTicks(item.inTicks) === shown) return [];
  return [
    describe(
      item,
      'cut-speed-not-kept',
      'This item does not run at 100 %; it goes out at normal speed from its in point.',
    ),
  ];
}

function describePlacement({ parts, audioClips }: Placement): readonly Finding[] {
  const sounds = parts.filter(({ kind }) => kind === 'audio');
  const [first] = sounds;
  if (!first || sounds.length >= audioClips) return [];
  const message = `Only ${sounds.length} of its ${audioClips} audio items are there; their channels are told by their tracks.`;
  return [describe(first.item, 'cut-channels-uncertain', message)];
}

function describe(item: TrackItemReading, code: string, message: string): Finding {
  return { code, severity: 'warning', subject: item.name, message };
}
