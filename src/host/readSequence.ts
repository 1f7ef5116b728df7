import type { HostMarker, HostSequence, HostTrack, HostTrackItem } from '../contract/host';
import { numberOf, textOf } from './hostValues';

/** Every sequence of a project with its tracks, track items and markers. */
export function readSequences(project: Project): HostSequence[] {
  const read: HostSequence[] = [];
  const sequences = project.sequences;
  const count = sequences.numSequences;
  for (let index = 0; index < count; index += 1) {
    const sequence = sequences[index];
    if (sequence !== undefined) read.push(readSequence(sequence));
  }
  return read;
}

/** The id of a sequence's own project item; empty when it has none. */
export function itemIdOf(sequence: Sequence): string {
  const item = sequence.projectItem as ProjectItem | null | undefined;
  return item ? textOf(item.nodeId) : '';
}

function readSequence(sequence: Sequence): HostSequence {
  return {
    id: textOf(sequence.sequenceID),
    itemId: itemIdOf(sequence),
    name: textOf(sequence.name),
    frameTicks: textOf(sequence.timebase),
    width: numberOf(sequence.frameSizeHorizontal),
    height: numberOf(sequence.frameSizeVertical),
    startTicks: textOf(sequence.zeroPoint),
    videoTracks: readTracks(sequence.videoTracks),
    audioTracks: readTracks(sequence.audioTracks),
    markers: readMarkers(sequence.markers),
  };
}

function readTracks(tracks: TrackCollection): HostTrack[] {
  const read: HostTrack[] = [];
  const count = tracks.numTracks;
  for (let index = 0; index < count; index += 1) {
    const track = tracks[index];
    if (track === undefined) continue;
    read.push({ name: textOf(track.name), items: readTrackItems(track.clips) });
  }
  return read;
}

function readTrackItems(clips: TrackItemCollection): HostTrackItem[] {
  const read: HostTrackItem[] = [];
  const count = clips.numItems;
  for (let index = 0; index < count; index += 1) {
    const clip = clips[index];
    if (clip === undefined) continue;
    const item = clip.projectItem as ProjectItem | null | undefined;
    read.push({
      itemId: item ? textOf(item.nodeId) : '',
      name: textOf(clip.name),
      startTicks: textOf(clip.start.ticks),
      endTicks: textOf(clip.end.ticks),
      inTicks: textOf(clip.inPoint.ticks),
      outTicks: textOf(clip.outPoint.ticks),
      enabled: !clip.disabled,
    });
  }
  return read;
}

/** Markers cannot be indexed, only walked. */
function readMarkers(markers: MarkerCollection): HostMarker[] {
  const read: HostMarker[] = [];
  let marker = markers.getFirstMarker() as Marker | null | undefined;
  while (marker) {
    const startTicks = textOf(marker.start.ticks);
    read.push({
      startTicks: startTicks,
      durationTicks: spanOf(startTicks, textOf(marker.end.ticks)),
      name: textOf(marker.name),
      comment: textOf(marker.comments),
      type: textOf(marker.type),
      color: numberOf(marker.getColorByIndex()),
    });
    marker = markers.getNextMarker(marker);
  }
  return read;
}

/** A marker tells start and end alone. Exact: sequence times stay below 2^53 ticks (9.8 hours). */
function spanOf(startTicks: string, endTicks: string): string {
  return textOf(numberOf(endTicks) - numberOf(startTicks));
}
