import { toTicks } from '../../../domain/time/Ticks';
import type { TimeRange } from '../../../domain/time/TimeRange';
import type { Ids } from '../model/Ids';
import { placeItem } from '../model/placing';
import type { Clip, Sequence } from '../model/ProjectModel';
import { formatOfItem, growTracks, makeSequence } from '../model/sequences';
import { startTimeOf } from '../model/timeGrid';

/** A sequence of nothing but a clip, in no project: what the encoder renders for a project item. */
export function sequenceOfClip(clip: Clip, span: TimeRange, ids: Ids): Sequence {
  const sequence = makeSequence(clip.name, formatOfItem(clip), ids);
  growTracks(sequence, 1, Math.max(1, clip.audioClips.length));
  const marked: Clip = { ...clip, marks: { in: span.start, out: span.end }, audioMarks: null };
  const request = { item: marked, startTicks: toTicks(0n), videoTrack: 0, audioTrack: 0 };
  placeItem(sequence, { ...request, mode: 'overwrite' }, ids);
  sequence.zeroPoint = toTicks(startTimeOf(clip) + span.start);
  return sequence;
}
