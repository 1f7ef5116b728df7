import path from 'node:path';
import type {
  ProjectSnapshot,
  SnapshotItem,
  SnapshotMarker,
  SnapshotSequence,
  SnapshotTrack,
} from '../../../contract/ProjectSnapshot';
import { metadataColumns } from '../../../domain/ingest/itemMetadata';
import { formatFrameRate, frameRateOfTicks } from '../../../domain/time/FrameRate';
import { formatTicks, subtractTicks } from '../../../domain/time/Ticks';
import { binPathOf, itemsBelow } from '../model/bins';
import type {
  Clip,
  EncoderJobRecord,
  Marker,
  Project,
  Sequence,
  Track,
} from '../model/ProjectModel';
import { inPointOf, outPointOf, startTimeOf } from '../model/timeGrid';
import { trackNameOf } from '../model/tracks';
import { transitionsOf } from '../model/transitions';

/** The project as `slateflow project show` prints it. Sequences stand under `sequences` alone. */
export function toSnapshot(project: Project, jobs: readonly EncoderJobRecord[]): ProjectSnapshot {
  const below = itemsBelow(project.root);
  return {
    name: path.basename(project.path, path.extname(project.path)),
    path: project.path,
    bins: below.flatMap((item) =>
      'children' in item ? [{ id: item.nodeId, path: binPathOf(item) }] : [],
    ),
    items: below.flatMap((item) => (item.kind === 'clip' ? [toItem(item)] : [])),
    sequences: project.sequences.map(toSequence),
    encoderJobs: jobs.map((job) => ({
      id: job.id,
      sequence: job.sequenceName,
      outputPath: job.outputPath,
      preset: job.presetPath,
      status: job.status,
    })),
  };
}

function toItem(item: Clip): SnapshotItem {
  const column = (key: 'scene' | 'shot' | 'take' | 'camera' | 'logNote' | 'good') =>
    item.metadata.get(metadataColumns[key]) ?? '';
  return {
    id: item.nodeId,
    name: item.name,
    binPath: binPathOf(item.parent),
    mediaPath: item.media.path,
    offline: !item.media.isOnline,
    label: item.label,
    startTicks: formatTicks(startTimeOf(item)),
    durationTicks: formatTicks(subtractTicks(item.range.end, item.range.start)),
    inTicks: formatTicks(inPointOf(item)),
    outTicks: formatTicks(outPointOf(item)),
    frameRate: item.media.video
      ? formatFrameRate(frameRateOfTicks(item.media.video.frameTicks))
      : '',
    metadata: {
      scene: column('scene'),
      shot: column('shot'),
      take: column('take'),
      camera: column('camera'),
      good: column('good') === 'True',
      logNote: column('logNote'),
    },
  };
}

function toSequence(sequence: Sequence): SnapshotSequence {
  return {
    id: sequence.id,
    name: sequence.item?.name ?? '',
    binPath: binPathOf(sequence.item?.parent ?? null),
    frameRate: formatFrameRate(frameRateOfTicks(sequence.frameTicks)),
    width: sequence.width,
    height: sequence.height,
    startTicks: formatTicks(sequence.zeroPoint),
    videoTracks: sequence.videoTracks.map(toTrack),
    audioTracks: sequence.audioTracks.map(toTrack),
    markers: sequence.markers.map(toMarker),
  };
}

function toTrack(track: Track): SnapshotTrack {
  const transitions = transitionsOf(track);
  return {
    name: trackNameOf(track),
    clips: track.items.map((item) => ({
      itemId: item.item.nodeId,
      name: item.name,
      startTicks: formatTicks(item.startTicks),
      endTicks: formatTicks(item.endTicks),
      inTicks: formatTicks(item.inTicks),
      outTicks: formatTicks(item.outTicks),
      enabled: !item.isDisabled,
      effects: item.effects.map(({ matchName }) => matchName),
      transitionIn: transitions.find(({ to }) => to === item)?.matchName ?? null,
      transitionOut: transitions.find(({ from }) => from === item)?.matchName ?? null,
    })),
  };
}

function toMarker(marker: Marker): SnapshotMarker {
  return {
    startTicks: formatTicks(marker.startTicks),
    durationTicks: formatTicks(subtractTicks(marker.endTicks, marker.startTicks)),
    name: marker.name,
    comment: marker.comments,
    type: marker.type,
    color: marker.color,
  };
}
