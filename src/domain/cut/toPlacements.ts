import type { TrackItemReading, TrackReading } from './SequenceReading';

/** A track item with the place it was read at. */
export interface PlacedItem {
  readonly kind: 'video' | 'audio';
  /** 0-based among the tracks of its kind. */
  readonly track: number;
  readonly item: TrackItemReading;
}

/** The track items that one placing of a project item made. */
export interface Placement {
  readonly parts: readonly PlacedItem[];
  /** How many audio items a whole placement has; fewer means that some were deleted. */
  readonly audioClips: number;
}

/**
 * Puts the picture and sound items of one placing together: same project item, same start. Where
 * an item was placed twice at the same time, the lowest tracks belong together. In order of their
 * first parts, pictures from the bottom first.
 */
export function toPlacements(
  videoTracks: readonly TrackReading[],
  audioTracks: readonly TrackReading[],
  audioClipsOf: (itemId: string) => number,
): readonly Placement[] {
  const placed = [...placeAll('video', videoTracks), ...placeAll('audio', audioTracks)];
  const groups = new Map<string, PlacedItem[]>();
  for (const part of placed) {
    const key = `${part.item.startTicks} ${part.item.itemId}`;
    const group = groups.get(key);
    if (group) group.push(part);
    else groups.set(key, [part]);
  }
  const order = new Map(placed.map((part, index) => [part, index]));
  const orderOf = ({ parts: [first] }: Placement) => (first && order.get(first)) ?? 0;
  return [...groups.values()]
    .flatMap((group) => splitGroup(group, audioClipsOf(group[0]?.item.itemId ?? '')))
    .sort((left, right) => orderOf(left) - orderOf(right));
}

function placeAll(kind: PlacedItem['kind'], tracks: readonly TrackReading[]): PlacedItem[] {
  return tracks.flatMap(({ items }, track) => items.map((item) => ({ kind, track, item })));
}

function splitGroup(group: readonly PlacedItem[], audioClips: number): readonly Placement[] {
  const pictures = group.filter(({ kind }) => kind === 'video');
  const sounds = group.filter(({ kind }) => kind === 'audio');
  const soundsEach = Math.max(audioClips, 1);
  const count = Math.max(pictures.length, Math.ceil(sounds.length / soundsEach));
  return Array.from({ length: count }, (_, index) => ({
    audioClips,
    parts: [
      ...pictures.slice(index, index + 1),
      ...sounds.slice(index * soundsEach, (index + 1) * soundsEach),
    ],
  }));
}
