import type { HostMarker, HostSequence, HostTrack, HostTrackItem } from '../contract/host';
import { numberOf, textOf } from './hostValues';
import { isTimeUp, type TimeLimit } from './timeLimit';

/** The id of a sequence's own project item; empty when it has none. */
export function itemIdOf(sequence: Sequence): string {
  const item = sequence.projectItem as ProjectItem | null | undefined;
  return item ? textOf(item.nodeId) : '';
}

/** As much of a sequence as there was time for. */
interface SequencePart {
  readonly sequence: HostSequence;
  /** How many of its track items are read by now, track by track, the picture first. */
  readonly trackItems: number;
  readonly isWhole: boolean;
}

/** How far the reading of a sequence's tracks has come. */
interface TrackReading {
  readonly limit: TimeLimit;
  /** Track items on the tracks that were gone through. */
  before: number;
  /** The next one to read, counted over all tracks. */
  next: number;
  isCut: boolean;
}

/** Reads a sequence from one of its track items on; its markers when all of them are read. */
export function readSequence(sequence: Sequence, from: number, limit: TimeLimit): SequencePart {
  const reading: TrackReading = { limit: limit, before: 0, next: from, isCut: false };
  const videoTracks = readTracks(sequence.videoTracks, reading);
  const audioTracks = readTracks(sequence.audioTracks, reading);
  return {
    sequence: {
      id: textOf(sequence.sequenceID),
      itemId: itemIdOf(sequence),
      name: textOf(sequence.name),
      frameTicks: textOf(sequence.timebase),
      width: numberOf(sequence.frameSizeHorizontal),
      height: numberOf(sequence.frameSizeVertical),
      startTicks: textOf(sequence.zeroPoint),
      videoTracks: videoTracks,
      audioTracks: audioTracks,
      markers: reading.isCut ? [] : readMarkers(sequence.markers),
    },
    trackItems: reading.next,
    isWhole: !reading.isCut,
  };
}

/** How many items stand on all tracks of a sequence. */
export function countTrackItems(sequence: Sequence): number {
  return countOn(sequence.videoTracks) + countOn(sequence.audioTracks);
}

function countOn(tracks: TrackCollection): number {
  let items = 0;
  for (let index = 0; index < tracks.numTracks; index += 1) {
    const track = tracks[index];
    if (track !== undefined) items += track.clips.numItems;
  }
  return items;
}

function readTracks(tracks: TrackCollection, reading: TrackReading): HostTrack[] {
  const read: HostTrack[] = [];
  const count = tracks.numTracks;
  for (let index = 0; index < count; index += 1) {
    const track = tracks[index];
    if (track === undefined) continue;
    read.push({ name: textOf(track.name), items: readTrackItems(track.clips, reading) });
  }
  return read;
}

function readTrackItems(clips: TrackItemCollection, reading: TrackReading): HostTrackItem[] {
  const read: HostTrackItem[] = [];
  const count = clips.numItems;
  for (let index = reading.next - reading.before; index < count; index += 1) {
    reading.isCut = reading.isCut || isTimeUp(reading.limit);
    if (reading.isCut) break;
    const clip = clips[index];
    if (clip !== undefined) read.push(readTrackItem(clip));
    reading.next += 1;
  }
  reading.before += count;
  return read;
}

function readTrackItem(clip: TrackItem): HostTrackItem {
  const item = clip.projectItem as ProjectItem | null | undefined;
  const disabled = clip.disabled as boolean | undefined;
  return {
    itemId: item ? textOf(item.nodeId) : '',
    name: textOf(clip.name),
    startTicks: textOf(clip.start.ticks),
    endTicks: textOf(clip.end.ticks),
    inTicks: textOf(clip.inPoint.ticks),
    outTicks: textOf(clip.outPoint.ticks),
    enabled: disabled === undefined ? null : !disabled,
  };
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
