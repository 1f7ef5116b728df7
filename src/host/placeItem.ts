import type { Placement } from '../contract/host';
import { failure } from './failure';
import { readSound } from './itemSound';
import { allMedia, frameTicksOf } from './readItem';
import { textOf } from './hostValues';

/**
 * A microsecond: far less than a sample, far more than a double's error. Premiere rounds seconds
 * down to the frame, so marks given back without it would land a frame early.
 */
const insideSeconds = 0.000001;

/** In and out marks of an item, in seconds; null where none is set. */
interface Marks {
  readonly inSeconds: number | null;
  readonly outSeconds: number | null;
}

/** Places one use of an item, names it and switches its parts on and off. */
export function placeItem(sequence: Sequence, item: ProjectItem, placement: Placement): void {
  const marks = takeMarks(item);
  item.setInPoint(placement.inSeconds, allMedia);
  item.setOutPoint(placement.outSeconds, allMedia);
  const start = new Time();
  start.ticks = placement.startTicks;
  // A half that the item does not have still needs the number of a track that stands.
  sequence.overwriteClip(item, start, placement.videoTrack || 0, placement.audioTrack || 0);
  giveMarks(item, marks);
  settlePlaced(sequence, item, placement);
}

/**
 * An item is placed with all it has. Leaving a half out would mean overwriting what stands on
 * another track and then deleting it, so it is refused before anything changes.
 */
export function requireWhole(item: ProjectItem, placement: Placement): void {
  if (placement.audioTrack === null && readSound(item).clips > 0) {
    throw failure('bad-request', '“' + item.name + '” has sound, which needs a track.');
  }
  if (placement.videoTrack === null && frameTicksOf(item) !== '0') {
    throw failure('bad-request', '“' + item.name + '” has picture, which needs a track.');
  }
}

/** Reads an item's marks and clears them: an out point before the in point would be ignored. */
function takeMarks(item: ProjectItem): Marks {
  const markedIn = item.getInPoint(allMedia);
  const markedOut = item.getOutPoint(allMedia);
  item.clearInPoint();
  item.clearOutPoint();
  const isInSet = textOf(item.getInPoint(allMedia).ticks) !== textOf(markedIn.ticks);
  const isOutSet = textOf(item.getOutPoint(allMedia).ticks) !== textOf(markedOut.ticks);
  return {
    inSeconds: isInSet ? markedIn.seconds : null,
    outSeconds: isOutSet ? markedOut.seconds : null,
  };
}

function giveMarks(item: ProjectItem, marks: Marks): void {
  item.clearInPoint();
  item.clearOutPoint();
  if (marks.inSeconds !== null) item.setInPoint(marks.inSeconds + insideSeconds, allMedia);
  if (marks.outSeconds !== null) item.setOutPoint(marks.outSeconds + insideSeconds, allMedia);
}

/** What overwriting returns cannot be trusted: the placed parts are found by where they start. */
function settlePlaced(sequence: Sequence, item: ProjectItem, placement: Placement): void {
  const itemId = textOf(item.nodeId);
  if (placement.videoTrack !== null) {
    const picture = placedOn(sequence.videoTracks[placement.videoTrack], itemId, placement);
    settle(picture, placement.name, placement.videoEnabled);
  }
  if (placement.audioTrack === null) return;
  for (let index = 0; index < placement.audioEnabled.length; index += 1) {
    const track = sequence.audioTracks[placement.audioTrack + index];
    const sound = placedOn(track, itemId, placement);
    settle(sound, placement.name, placement.audioEnabled[index] === true);
  }
}

/** A part that did not land is left for the reading to tell. */
function settle(clip: TrackItem | undefined, name: string, isEnabled: boolean): void {
  if (clip === undefined) return;
  clip.name = name;
  clip.disabled = !isEnabled;
}

function placedOn(
  track: Track | undefined,
  itemId: string,
  placement: Placement,
): TrackItem | undefined {
  if (track === undefined) return undefined;
  for (let index = track.clips.numItems - 1; index >= 0; index -= 1) {
    const clip = track.clips[index];
    if (clip === undefined || textOf(clip.start.ticks) !== placement.startTicks) continue;
    if (textOf(clip.projectItem.nodeId) === itemId) return clip;
  }
  return undefined;
}
