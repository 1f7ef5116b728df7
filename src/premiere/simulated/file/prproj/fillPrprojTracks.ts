import { randomUUID } from 'node:crypto';
import type {
  PremiereTrack,
  PremiereTransition,
} from '../../../../domain/interchange/prproj/PremiereProject';
import { addTicks, subtractTicks, type Ticks } from '../../../../domain/time/Ticks';
import type { Sequence, Track, TrackItem, Transition } from '../../model/ProjectModel';
import { addTrack, putOnTrack, trackNameOf } from '../../model/tracks';
import type { PrprojReading } from './PrprojReading';
import { toPrprojMarkers } from './toPrprojMarkers';
import { toPrprojTrackItem } from './toPrprojTrackItem';

/** Gives each sequence of the project its tracks, with all that stands on them, and its markers. */
export function fillPrprojSequences(reading: PrprojReading): void {
  for (const written of reading.source.sequences.values()) {
    const sequence = reading.sequences.get(written.id);
    if (!sequence) continue;
    sequence.markers.push(...toPrprojMarkers(written.markers, reading));
    const filling = { reading, sequence, links: new Map<string, string>() };
    for (const track of written.videoTracks) fillTrack('Video', track, filling);
    for (const track of written.audioTracks) fillTrack('Audio', track, filling);
  }
}

interface Filling {
  readonly reading: PrprojReading;
  readonly sequence: Sequence;
  /** Link in the file → link here: those of the file count within it alone. */
  readonly links: Map<string, string>;
}

function fillTrack(mediaType: Track['mediaType'], source: PremiereTrack, filling: Filling): void {
  const { reading, sequence, links } = filling;
  const track = addTrack(sequence, mediaType);
  const { name, isMuted, isLocked, isTargeted, isSyncLocked } = source;
  Object.assign(track, { name, isMuted, isLocked, isTargeted, isSyncLocked });
  for (const written of source.items) {
    const link = written.link === null ? null : (links.get(written.link) ?? randomUUID());
    if (written.link !== null && link !== null) links.set(written.link, link);
    const item = toPrprojTrackItem({ written, mediaType, link }, reading);
    if (item) putOnTrack(item, track);
  }
  noteOverlaps(track, reading);
  const edges = edgesOf(track);
  track.transitions = source.transitions.flatMap((transition) =>
    toTransition(transition, edges, reading),
  );
}

function noteOverlaps(track: Track, { remarks }: PrprojReading): void {
  track.items.forEach((item, index) => {
    const next = track.items[index + 1];
    if (next && next.startTicks < item.endTicks) {
      remarks.add(`Items overlap on ${trackNameOf(track)} of “${nameOf(track.sequence)}”.`);
    }
  });
}

function nameOf({ item, id }: Sequence): string {
  return item?.name ?? id;
}

/** The items of a track by the time at which they end, and begin. */
interface Edges {
  readonly ending: ReadonlyMap<bigint, TrackItem>;
  readonly beginning: ReadonlyMap<bigint, TrackItem>;
}

function edgesOf({ items }: Track): Edges {
  return {
    ending: new Map(items.map((item) => [item.endTicks, item])),
    beginning: new Map(items.map((item) => [item.startTicks, item])),
  };
}

/** A transition hangs on what ends and what begins where it says the cut is. */
function toTransition(
  written: PremiereTransition,
  edges: Edges,
  { session, remarks }: PrprojReading,
): readonly Transition[] {
  const { startTicks, endTicks, beforeTicks, matchName } = written;
  const cut = addTicks(startTicks, beforeTicks);
  const length = subtractTicks(endTicks, startTicks);
  const { from, to } = sidesOf(written, cut, edges);
  if ((!from && !to) || length <= 0n) {
    remarks.add(`The transition “${written.name || matchName}” hangs on no item: it is left out.`);
    return [];
  }
  return [
    {
      nodeId: session.ids.nodeId(),
      matchName,
      from,
      to,
      beforeTicks,
      afterTicks: subtractTicks(endTicks, cut),
      alignment: Number(beforeTicks) / Number(length),
    },
  ];
}

function sidesOf({ hasOutgoing, hasIncoming }: PremiereTransition, cut: Ticks, edges: Edges) {
  return {
    from: (hasOutgoing && edges.ending.get(cut)) || null,
    to: (hasIncoming && edges.beginning.get(cut)) || null,
  };
}
