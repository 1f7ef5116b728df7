import { subtractTicks, toTicks, zeroTicks } from '../../../domain/time/Ticks';
import type { TimeRange } from '../../../domain/time/TimeRange';
import type { Ids } from './Ids';
import { TailLinks } from './links';
import type { Sequence, Track, TrackItem } from './ProjectModel';
import { makeSequence } from './sequences';
import { endOfTracks } from './timeGrid';
import { addTrack, clearSpan, copyOf, putOnTrack, shiftFrom } from './tracks';

/** A copy of a sequence, named “… Copy”, standing in no project yet. */
export function cloneSequence(sequence: Sequence, ids: Ids): Sequence {
  return copyAs(`${sequence.item?.name ?? ''} Copy`, sequence, ids);
}

/**
 * A copy of one stretch of a sequence, on the tracks that `takes` lets through, beginning at 0.
 * Tracks that are not taken are not there.
 */
export function subsequenceOf(
  sequence: Sequence,
  range: TimeRange & { readonly name: string; readonly takes: (track: Track) => boolean },
  ids: Ids,
): Sequence {
  const { start, end, name, takes } = range;
  const copy = copyAs(name, sequence, ids);
  copy.markers.length = 0;
  const links = new TailLinks(ids);
  const after = { start: end, end: toTicks(endOfTracks(copy) + 1n) };
  for (const [tracks, originals] of [
    [copy.videoTracks, sequence.videoTracks],
    [copy.audioTracks, sequence.audioTracks],
  ] as const) {
    const taken = tracks.filter((_track, index) => takes(originals[index] as Track));
    tracks.splice(0, tracks.length, ...taken);
    for (const track of taken) {
      if (after.end > end) clearSpan(track, after, links);
      if (start > 0n) clearSpan(track, { start: zeroTicks, end: start }, links);
      shiftFrom(track, 0, subtractTicks(zeroTicks, start));
    }
  }
  links.settle(copy);
  return copy;
}

/** A copy in a raster of another shape, as large as fits into the original's (premiere-hosts C4). */
export function reframedCopy(
  sequence: Sequence,
  to: { readonly numerator: number; readonly denominator: number; readonly name: string },
  ids: Ids,
): Sequence {
  const { numerator, denominator, name } = to;
  const copy = copyAs(name, sequence, ids);
  const isNarrower = numerator * sequence.height < denominator * sequence.width;
  if (isNarrower) copy.width = evenly((sequence.height * numerator) / denominator);
  else copy.height = evenly((sequence.width * denominator) / numerator);
  return copy;
}

function evenly(size: number): number {
  return 2 * Math.round(size / 2);
}

function copyAs(name: string, sequence: Sequence, ids: Ids): Sequence {
  const copy = makeSequence(name, sequence, ids);
  copy.zeroPoint = sequence.zeroPoint;
  copy.playhead = sequence.playhead;
  Object.assign(copy.marks, sequence.marks);
  Object.assign(copy.workArea, sequence.workArea);
  for (const [id, value] of sequence.customProperties) copy.customProperties.set(id, value);
  copy.captionTracks.push(...sequence.captionTracks);
  const links = new TailLinks(ids);
  for (const track of [...sequence.videoTracks, ...sequence.audioTracks]) {
    copyTrack(track, { into: copy, links });
  }
  copy.markers.push(...sequence.markers.map((marker) => ({ ...marker, guid: ids.guid() })));
  return copy;
}

function copyTrack(
  track: Track,
  { into, links }: { readonly into: Sequence; readonly links: TailLinks },
): void {
  const copy = addTrack(into, track.mediaType);
  const { name, isMuted, isLocked, isTargeted, isSyncLocked } = track;
  Object.assign(copy, { name, isMuted, isLocked, isTargeted, isSyncLocked });
  const copies = new Map<TrackItem | null, TrackItem>();
  for (const item of track.items) {
    const use = copyOf(item, links.ids);
    use.linkId = links.of(use.linkId);
    putOnTrack(use, copy);
    copies.set(item, use);
  }
  copy.transitions = track.transitions.map((transition) => ({
    ...transition,
    nodeId: links.ids.nodeId(),
    from: copies.get(transition.from) ?? null,
    to: copies.get(transition.to) ?? null,
  }));
}
