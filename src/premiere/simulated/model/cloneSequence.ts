import type { Ids } from './Ids';
import type { Sequence, Track } from './ProjectModel';
import { makeSequence } from './sequences';
import { addTrack, copyOf, putOnTrack } from './tracks';

/** A copy of a sequence, named “… Copy”, standing in no project yet. */
export function cloneSequence(sequence: Sequence, ids: Ids): Sequence {
  const copy = makeSequence(`${sequence.item?.name ?? ''} Copy`, sequence, ids);
  copy.zeroPoint = sequence.zeroPoint;
  copy.displayFormat = sequence.displayFormat;
  const links = new Map<string, string>();
  const linkOf = (linkId: string) => {
    const link = links.get(linkId) ?? ids.nodeId();
    links.set(linkId, link);
    return link;
  };
  for (const track of [...sequence.videoTracks, ...sequence.audioTracks]) {
    const target = copyTrack(track, copy);
    for (const item of track.items) {
      const use = copyOf(item, ids);
      if (use.linkId !== null) use.linkId = linkOf(use.linkId);
      putOnTrack(use, target);
    }
  }
  copy.markers.push(...sequence.markers.map((marker) => ({ ...marker, guid: ids.guid() })));
  return copy;
}

function copyTrack(track: Track, into: Sequence): Track {
  const copy = addTrack(into, track.mediaType);
  const { name, isMuted, isLocked, isTargeted } = track;
  return Object.assign(copy, { name, isMuted, isLocked, isTargeted });
}
