import type { Ticks } from '../../../domain/time/Ticks';
import type { TimeRange } from '../../../domain/time/TimeRange';
import type { Ids } from './Ids';
import { forgetLink, noteLink, type TailLinks } from './links';
import { insertAt, removeAt } from './orderedLists';
import type { Sequence, Track, TrackItem } from './ProjectModel';
import { dropTransitionsOf, passTailTransition } from './transitions';
import { cutToSource, shiftItem, trimEnd, trimStart } from './trimming';

/** Adds an empty track at a place; a place past the end is the end. */
export function addTrack(
  sequence: Sequence,
  mediaType: Track['mediaType'],
  index = Number.MAX_SAFE_INTEGER,
): Track {
  const tracks = mediaType === 'Video' ? sequence.videoTracks : sequence.audioTracks;
  const track: Track = {
    id: sequence.nextTrackId,
    mediaType,
    sequence,
    name: '',
    items: [],
    transitions: [],
    isMuted: false,
    isLocked: false,
    isTargeted: true,
    isSyncLocked: true,
  };
  sequence.nextTrackId += 1;
  tracks.splice(Math.max(0, Math.min(index, tracks.length)), 0, track);
  return track;
}

/** The tracks a track stands among. */
export function siblingsOf(track: Track): readonly Track[] {
  return track.mediaType === 'Video' ? track.sequence.videoTracks : track.sequence.audioTracks;
}

/** What a track without a name of its own is called, by language and kind. */
const trackWords: Readonly<Record<string, Readonly<Record<Track['mediaType'], string>>>> = {
  en: { Video: 'Video', Audio: 'Audio' },
  de: { Video: 'Video', Audio: 'Audio' },
  es: { Video: 'Vídeo', Audio: 'Audio' },
  ja: { Video: 'ビデオ', Audio: 'オーディオ' },
};

/** A track's own name, or its place as Premiere shows it in a language: “Video 1”. */
export function trackNameOf(track: Track, language = 'en'): string {
  if (track.name) return track.name;
  const word = (trackWords[language] ?? trackWords['en'])?.[track.mediaType] ?? track.mediaType;
  return `${word} ${siblingsOf(track).indexOf(track) + 1}`;
}

/** Whether an item still stands on a track of its sequence. */
export function isOnTrack({ track }: TrackItem): boolean {
  return track !== null && siblingsOf(track).includes(track);
}

/** Index of the first item of a track that ends after a time: by halves, since none overlap. */
export function firstEndingAfter({ items }: Track, ticks: Ticks): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item && item.endTicks <= ticks) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An item's place on its track; -1 when it stands on none. */
function placeOf(item: TrackItem): number {
  if (!item.track) return -1;
  const index = firstEndingAfter(item.track, item.startTicks);
  return item.track.items[index] === item ? index : item.track.items.indexOf(item);
}

/** The next item of a track, or the one before. */
export function neighbourOf(item: TrackItem, step: 1 | -1): TrackItem | undefined {
  return item.track?.items[placeOf(item) + step];
}

/** Puts an item on a track, in order of time. The place must be clear. */
export function putOnTrack(item: TrackItem, track: Track): void {
  insertAt(track.items, firstEndingAfter(track, item.startTicks), item);
  item.track = track;
  noteLink(item, track.sequence);
  track.sequence.journal?.push({ item, track, isPut: true });
}

/** Takes an item off its track; it is stale from then on. */
export function takeOffTrack(item: TrackItem): void {
  const { track } = item;
  if (!track) return;
  const index = placeOf(item);
  if (index >= 0) removeAt(track.items, index);
  if (track.transitions.length > 0) dropTransitionsOf(item, track);
  forgetLink(item, track.sequence);
  track.sequence.journal?.push({ item, track, isPut: false });
  item.track = null;
}

/**
 * Clears a span of a track: what lies in it goes, what reaches into it is trimmed, what spans it
 * becomes two.
 *
 * ```
 * track    [aaaa][bbbbbbbb][cccc]
 * span        [=====)
 * after    [aa]      [bbbb][cccc]
 * ```
 */
export function clearSpan(track: Track, span: TimeRange, links: TailLinks): void {
  cutThrough(track, span.start, links);
  for (;;) {
    const item = track.items[firstEndingAfter(track, span.start)];
    if (!item || item.startTicks >= span.end) return;
    const isLeft = cutToSource(item, track.sequence.frameTicks) && item.endTicks > span.end;
    if (!isLeft) {
      takeOffTrack(item);
      continue;
    }
    trimStart(item, span.end);
    track.transitions = track.transitions.filter(({ to }) => to !== item);
  }
}

/** Opens a gap at a time: what spans it is split, what comes later moves. */
export function openGap(
  track: Track,
  gap: { readonly at: Ticks; readonly length: Ticks },
  links: TailLinks,
): void {
  cutThrough(track, gap.at, links);
  shiftFrom(track, firstEndingAfter(track, gap.at), gap.length);
}

function cutThrough(track: Track, at: Ticks, links: TailLinks): void {
  const item = track.items[firstEndingAfter(track, at)];
  if (item && item.startTicks < at) splitOff(item, at, links);
}

/** Moves every item of a track from a place on. */
export function shiftFrom({ items }: Track, index: number, by: Ticks): void {
  for (let at = index; at < items.length; at += 1) {
    const item = items[at];
    if (item) shiftItem(item, by);
  }
}

/** Cuts an item in two at a time within it; the tail is another item. */
export function splitOff(item: TrackItem, at: Ticks, links: TailLinks): void {
  const { track } = item;
  if (!track) return;
  if (!cutToSource(item, track.sequence.frameTicks)) {
    takeOffTrack(item);
    return;
  }
  if (item.endTicks <= at) return;
  const tail = copyOf(item, links.ids);
  tail.linkId = links.of(item.linkId);
  trimEnd(item, at);
  trimStart(tail, at);
  if (track.transitions.length > 0) passTailTransition(item, tail, track);
  putOnTrack(tail, track);
}

/** The same use once more, standing nowhere, with settings of its own. */
export function copyOf(item: TrackItem, ids: Ids): TrackItem {
  return {
    ...item,
    nodeId: ids.nodeId(),
    track: null,
    effects: [...item.effects],
    qeSettings: new Map(item.qeSettings),
    parameters: new Map(
      [...item.parameters].map(([key, state]) => [
        key,
        { ...state, keys: state.keys.map((keyframe) => ({ ...keyframe })) },
      ]),
    ),
  };
}

/** Takes a whole track away; its items are stale from then on. */
export function removeTrack(track: Track): void {
  const tracks = siblingsOf(track) as Track[];
  const index = tracks.indexOf(track);
  if (index < 0) return;
  for (const item of [...track.items]) takeOffTrack(item);
  tracks.splice(index, 1);
}
