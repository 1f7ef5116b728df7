import { toTicks, type Ticks } from '../../../domain/time/Ticks';
import type { Ids } from './Ids';
import type { Sequence, Track, TrackItem } from './ProjectModel';

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
    isMuted: false,
    isLocked: false,
    isTargeted: true,
  };
  sequence.nextTrackId += 1;
  tracks.splice(Math.max(0, Math.min(index, tracks.length)), 0, track);
  return track;
}

/** The tracks a track stands among. */
export function siblingsOf(track: Track): readonly Track[] {
  return track.mediaType === 'Video' ? track.sequence.videoTracks : track.sequence.audioTracks;
}

/** A track's own name, or its place as Premiere shows it: “Video 1”. */
export function trackNameOf(track: Track): string {
  return track.name || `${track.mediaType} ${siblingsOf(track).indexOf(track) + 1}`;
}

/** Puts an item on a track, in order of time. The place must be clear. */
export function putOnTrack(item: TrackItem, track: Track): void {
  let index = track.items.length;
  while (index > 0 && startsAfter(track.items[index - 1], item.startTicks)) index -= 1;
  track.items.splice(index, 0, item);
  item.track = track;
}

/** Takes an item off its track; it is stale from then on. */
export function takeOffTrack(item: TrackItem): void {
  const index = item.track?.items.indexOf(item) ?? -1;
  if (index >= 0) item.track?.items.splice(index, 1);
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
export function clearSpan(track: Track, span: { start: Ticks; end: Ticks }, ids: Ids): void {
  for (const item of [...track.items]) {
    if (item.endTicks <= span.start || item.startTicks >= span.end) continue;
    const tail = item.endTicks > span.end ? copyOf(item, ids) : null;
    if (item.startTicks >= span.start) takeOffTrack(item);
    else trimEnd(item, span.start);
    if (!tail) continue;
    trimStart(tail, span.end);
    putOnTrack(tail, track);
  }
}

/** Opens a gap at a time: what spans it is split, what comes later moves. */
export function openGap(track: Track, gap: { at: Ticks; length: Ticks }, ids: Ids): void {
  for (const item of [...track.items]) {
    if (item.endTicks <= gap.at) continue;
    if (item.startTicks < gap.at) {
      const tail = copyOf(item, ids);
      trimEnd(item, gap.at);
      trimStart(tail, gap.at);
      shiftItem(tail, gap.length);
      putOnTrack(tail, track);
    } else shiftItem(item, gap.length);
  }
  track.items.sort((left, right) => (left.startTicks < right.startTicks ? -1 : 1));
}

/** Moves an item in time without looking at its neighbours. */
export function shiftItem(item: TrackItem, by: Ticks): void {
  item.startTicks = toTicks(item.startTicks + by);
  item.endTicks = toTicks(item.endTicks + by);
}

function trimEnd(item: TrackItem, end: Ticks): void {
  item.outTicks = toTicks(item.outTicks - (item.endTicks - end));
  item.endTicks = end;
}

function trimStart(item: TrackItem, start: Ticks): void {
  item.inTicks = toTicks(item.inTicks + (start - item.startTicks));
  item.startTicks = start;
}

/** The same use once more, standing nowhere, with settings of its own. */
export function copyOf(item: TrackItem, ids: Ids): TrackItem {
  return {
    ...item,
    nodeId: ids.nodeId(),
    track: null,
    parameters: new Map(
      [...item.parameters].map(([key, state]) => [
        key,
        { ...state, keys: state.keys.map((keyframe) => ({ ...keyframe })) },
      ]),
    ),
  };
}

function startsAfter(item: TrackItem | undefined, ticks: Ticks): boolean {
  return item !== undefined && item.startTicks > ticks;
}
