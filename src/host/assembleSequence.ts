import type { AssembledSequence, AssembleSequenceRequest, MarkerToAdd } from '../contract/host';
import { ensureTracks } from './ensureTracks';
import { failure } from './failure';
import { findProject, findSequence } from './findProject';
import { placeItem, requireWhole } from './placeItem';
import { itemIdOf } from './readSequence';
import { findBin, findItem } from './findItem';
import { textOf } from './hostValues';

/** Builds a sequence, or goes on with one, exactly as the request lists. */
export function assembleSequence(request: AssembleSequenceRequest): AssembledSequence {
  const project = findProject(request.projectPath);
  for (let index = 0; index < request.placements.length; index += 1) {
    const placement = request.placements[index];
    if (placement !== undefined) requireWhole(findItem(project, placement.itemId), placement);
  }
  const sequence =
    request.sequenceId === null
      ? createSequence(project, request)
      : findSequence(project, request.sequenceId);
  ensureTracks(project, sequence, request);
  for (let index = 0; index < request.placements.length; index += 1) {
    const placement = request.placements[index];
    if (placement !== undefined) {
      placeItem(sequence, findItem(project, placement.itemId), placement);
    }
  }
  addMarkers(sequence, request.markers);
  return { sequenceId: textOf(sequence.sequenceID), itemId: itemIdOf(sequence) };
}

/** An empty sequence with the raster and rate of one item: made from it, then cleared. */
function createSequence(project: Project, request: AssembleSequenceRequest): Sequence {
  const settingsItem = findItem(project, request.settingsItemId);
  const bin = findBin(project, request.binId);
  const sequence = project.createNewSequenceFromClips(request.name, [settingsItem], bin) as
    Sequence | 0 | null | undefined;
  if (!sequence) {
    throw failure('sequence-not-created', 'Premiere did not make “' + request.name + '”.');
  }
  clearTracks(sequence.videoTracks);
  clearTracks(sequence.audioTracks);
  sequence.setZeroPoint(request.startTicks);
  return sequence;
}

/** From the last item to the first: indexes shift as items go. */
function clearTracks(tracks: TrackCollection): void {
  for (let trackIndex = 0; trackIndex < tracks.numTracks; trackIndex += 1) {
    const track = tracks[trackIndex];
    if (track === undefined) continue;
    for (let index = track.clips.numItems - 1; index >= 0; index -= 1) {
      const clip = track.clips[index];
      if (clip !== undefined) clip.remove(false, false);
    }
  }
}

function addMarkers(sequence: Sequence, markers: readonly MarkerToAdd[]): void {
  for (let index = 0; index < markers.length; index += 1) {
    const wanted = markers[index];
    if (wanted === undefined) continue;
    const marker = sequence.markers.createMarker(wanted.startSeconds);
    marker.name = wanted.name;
    marker.comments = wanted.comment;
    // Read as Time, written as seconds.
    marker.end = wanted.endSeconds as unknown as Time;
    marker.setColorByIndex(wanted.color);
  }
}
