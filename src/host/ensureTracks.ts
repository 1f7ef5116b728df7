import type { AssembleSequenceRequest } from '../contract/host';
import { failure } from './failure';
import { textOf } from './hostValues';

/** How many items stand on each track, bottom first. */
interface Occupancy {
  readonly video: readonly number[];
  readonly audio: readonly number[];
}

/** The quality-engineering DOM's number for a standard audio track, which takes mono and stereo. */
const standardTrack = 1;

/**
 * Sees to it that a sequence has enough tracks. Only the unsupported QE DOM can add any, it works
 * on the active sequence alone, and it has been seen to report success without adding, or to add
 * below the tracks that stand: so what stands afterwards is checked.
 */
export function ensureTracks(
  project: Project,
  sequence: Sequence,
  request: AssembleSequenceRequest,
): void {
  const videoMissing = request.videoTracks - sequence.videoTracks.numTracks;
  const audioMissing = request.audioTracks - sequence.audioTracks.numTracks;
  if (videoMissing <= 0 && audioMissing <= 0) return;
  const before = occupancy(sequence);
  addTracks(activeSequence(project, sequence), sequence, {
    video: videoMissing > 0 ? videoMissing : 0,
    audio: audioMissing > 0 ? audioMissing : 0,
  });
  const hasEnough =
    sequence.videoTracks.numTracks >= request.videoTracks &&
    sequence.audioTracks.numTracks >= request.audioTracks;
  if (!hasEnough) {
    throw failure('tracks-not-added', 'Premiere did not add the tracks that the sequence needs.');
  }
  if (!startsWith(occupancy(sequence), before)) {
    throw failure('tracks-not-added', 'Premiere added tracks below those that stood.');
  }
}

function addTracks(
  target: QESequence,
  sequence: Sequence,
  missing: { readonly video: number; readonly audio: number },
): void {
  target.addTracks(
    missing.video,
    sequence.videoTracks.numTracks,
    missing.audio,
    standardTrack,
    sequence.audioTracks.numTracks,
    0,
    standardTrack,
    0,
  );
}

/** Our sequence, made the active one, in the QE DOM. */
function activeSequence(project: Project, sequence: Sequence): QESequence {
  const sequenceId = textOf(sequence.sequenceID);
  bringToFront(project);
  project.openSequence(sequenceId);
  app.enableQE();
  const active = typeof qe === 'undefined' ? undefined : qe.project.getActiveSequence();
  if (!active || textOf(active.guid) !== sequenceId) {
    throw failure('tracks-not-added', 'Premiere did not bring the sequence to the front.');
  }
  return active;
}

/** The QE DOM knows the project in front alone, and somebody may have gone to another one. */
function bringToFront(project: Project): void {
  const path = textOf(project.path);
  const front = app.project as Project | null | undefined;
  if (!front || textOf(front.path) !== path) app.openDocument(path, true, true, true);
}

function occupancy(sequence: Sequence): Occupancy {
  return { video: countItems(sequence.videoTracks), audio: countItems(sequence.audioTracks) };
}

function countItems(tracks: TrackCollection): number[] {
  const counts: number[] = [];
  for (let index = 0; index < tracks.numTracks; index += 1) {
    const track = tracks[index];
    counts.push(track === undefined ? 0 : track.clips.numItems);
  }
  return counts;
}

function startsWith(after: Occupancy, before: Occupancy): boolean {
  return agrees(after.video, before.video) && agrees(after.audio, before.audio);
}

function agrees(after: readonly number[], before: readonly number[]): boolean {
  for (let index = 0; index < before.length; index += 1) {
    if (after[index] !== before[index]) return false;
  }
  return true;
}
