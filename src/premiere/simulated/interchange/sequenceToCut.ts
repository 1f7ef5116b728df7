import { markerColors, type Cut, type CutEvent, type CutMedia } from '../../../domain/cut/Cut';
import { frameRateOfTicks } from '../../../domain/time/FrameRate';
import { subtractTicks, toTicks, zeroTicks } from '../../../domain/time/Ticks';
import type { Marker, PlaceableItem, Sequence, Track, TrackItem } from '../model/ProjectModel';
import { isDropFrame } from '../model/sequences';
import { endOfItem, startTimeOf } from '../model/timeGrid';
import { trackNameOf } from '../model/tracks';

/** Hands out one id for each medium of a document, however many cuts use it. */
export class CutMediaIds {
  private readonly ids = new Map<unknown, string>();

  /** The id of what an item shows: items of one medium share it, each sequence has its own. */
  of(item: PlaceableItem): string {
    const key = item.kind === 'clip' ? item.media : item.sequence;
    const id = this.ids.get(key) ?? `media-${this.ids.size + 1}`;
    this.ids.set(key, id);
    return id;
  }
}

/**
 * A sequence as a cut. Effects, transitions and speeds are nothing a cut holds; a nested sequence
 * goes as one event without a file.
 */
export function sequenceToCut(sequence: Sequence, ids: CutMediaIds): Cut {
  const toTracks = (tracks: readonly Track[]) =>
    tracks.map((track) => ({
      name: trackNameOf(track),
      enabled: !track.isMuted,
      events: track.items.map((item) => toEvent(item, ids)),
    }));
  return {
    name: sequence.item?.name ?? '',
    frameRate: frameRateOfTicks(sequence.frameTicks),
    width: sequence.width,
    height: sequence.height,
    startTicks: sequence.zeroPoint,
    dropFrame: isDropFrame(sequence),
    videoTracks: toTracks(sequence.videoTracks),
    audioTracks: toTracks(sequence.audioTracks),
    markers: sequence.markers.map(toMarker),
    media: mediaOf(sequence, ids),
  };
}

function mediaOf(sequence: Sequence, ids: CutMediaIds): readonly CutMedia[] {
  const media = new Map<string, CutMedia>();
  for (const { items } of [...sequence.videoTracks, ...sequence.audioTracks]) {
    for (const { item } of items) {
      const id = ids.of(item);
      if (!media.has(id)) media.set(id, toMedium(item, id));
    }
  }
  return [...media.values()];
}

function toMedium(item: PlaceableItem, id: string): CutMedia {
  const nested = { name: item.name, path: '', reel: null, startTicks: zeroTicks };
  if (item.kind === 'sequence') {
    const { frameTicks, width, height, sampleRate } = item.sequence;
    return {
      id,
      ...nested,
      durationTicks: endOfItem(item),
      video: { frameRate: frameRateOfTicks(frameTicks), width, height },
      audio: { sampleRate, channels: 2 },
    };
  }
  const { media } = item;
  const { video, audio } = media;
  return {
    id,
    name: media.path.replace(/^.*[\\/]/, '') || item.name,
    path: media.path,
    reel: media.facts.reel || null,
    startTicks: startTimeOf(item),
    durationTicks: media.durationTicks,
    video: video && {
      frameRate: frameRateOfTicks(video.frameTicks),
      width: video.width,
      height: video.height,
    },
    audio,
  };
}

function toEvent(item: TrackItem, ids: CutMediaIds): CutEvent {
  const { name, startTicks, endTicks, inTicks, isDisabled, channels, linkId } = item;
  return {
    name,
    mediaId: ids.of(item.item),
    range: { start: startTicks, end: endTicks },
    sourceIn: inTicks,
    sourceOut: toTicks(inTicks + endTicks - startTicks),
    enabled: !isDisabled,
    channels,
    linkId,
  };
}

function toMarker({ startTicks, endTicks, name, comments, color }: Marker): Cut['markers'][number] {
  return {
    startTicks,
    durationTicks: subtractTicks(endTicks, startTicks),
    name,
    comment: comments,
    color: markerColors[color] ?? 'green',
  };
}
