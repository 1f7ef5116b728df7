import type { Cut, CutEvent, CutTrack } from '../../cut/Cut';

/** One clipitem to be written: an event, or one channel of it. */
export interface ClipItem {
  /** Unique in the document. */
  readonly id: string;
  readonly event: CutEvent;
  readonly kind: 'video' | 'audio';
  /** 0-based channel of the medium; null for picture, and for sound that names none. */
  readonly channel: number | null;
  /** 1-based among the written tracks of its kind. */
  readonly trackIndex: number;
  /** 1-based among the items of its track. */
  readonly clipIndex: number;
}

/** One track to be written: a picture track, or one channel of a sound track. */
export interface TrackLayout {
  readonly track: CutTrack;
  readonly kind: 'video' | 'audio';
  /** 0-based channel of the sound track that this written track is. */
  readonly explodedIndex: number;
  /** How many written tracks make the sound track. */
  readonly explodedCount: number;
  readonly items: readonly ClipItem[];
}

/** Where every clipitem of a document stands, and which belong together. */
export interface Layout {
  readonly video: readonly TrackLayout[];
  readonly audio: readonly TrackLayout[];
  /** The clipitems linked to one, itself included; empty when it stands alone. */
  readonly linksOf: (item: ClipItem) => readonly ClipItem[];
}

/**
 * Explodes sound tracks into one written track a channel, as Premiere does: a stereo event has a
 * clipitem in each of two tracks, a mono one on a stereo track has it in the first only.
 */
export function layOutClipItems(cut: Cut): Layout {
  const counter = { items: 0 };
  const video = cut.videoTracks.map((track, index) =>
    layOutTrack({ track, kind: 'video', explodedIndex: 0, explodedCount: 1 }, index + 1, counter),
  );
  const exploded = cut.audioTracks.flatMap(explode);
  const audio = exploded.map((shape, index) => layOutTrack(shape, index + 1, counter));
  const groups = groupLinks([...video, ...audio].flatMap(({ items }) => items));
  return { video, audio, linksOf: (item) => groups.get(linkKey(item)) ?? [] };
}

type TrackShape = Omit<TrackLayout, 'items'>;

function explode(track: CutTrack): readonly TrackShape[] {
  const count = Math.max(1, ...track.events.map(({ channels }) => channels.length));
  return Array.from({ length: count }, (_, explodedIndex) => ({
    track,
    kind: 'audio',
    explodedIndex,
    explodedCount: count,
  }));
}

function layOutTrack(
  shape: TrackShape,
  trackIndex: number,
  counter: { items: number },
): TrackLayout {
  const { track, kind, explodedIndex } = shape;
  const events = track.events.filter(
    ({ channels }) => explodedIndex === 0 || channels.length > explodedIndex,
  );
  const items = events.map((event, index): ClipItem => {
    counter.items += 1;
    const channel = event.channels[explodedIndex] ?? null;
    const id = `clipitem-${counter.items}`;
    return { id, event, kind, channel, trackIndex, clipIndex: index + 1 };
  });
  return { ...shape, items };
}

/** By link id, and the channels of one event by the event itself. */
function linkKey({ event }: ClipItem): string | CutEvent {
  return event.linkId ?? event;
}

function groupLinks(
  items: readonly ClipItem[],
): ReadonlyMap<string | CutEvent, readonly ClipItem[]> {
  const groups = new Map<string | CutEvent, ClipItem[]>();
  for (const item of items) {
    const group = groups.get(linkKey(item));
    if (group) group.push(item);
    else groups.set(linkKey(item), [item]);
  }
  return new Map([...groups].filter(([, group]) => group.length > 1));
}
