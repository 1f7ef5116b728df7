import type { ObjectGraph, PrprojObject } from './ObjectGraph';
import type { PremiereSequence, PremiereSequenceSettings, PremiereTrack } from './PremiereProject';
import {
  elementAt,
  elementsAt,
  flagAt,
  numberAt,
  sizeAt,
  textAt,
  ticksAt,
  timeAt,
  unitAt,
  type PrprojElement,
} from './PrprojElement';
import { readMarkers } from './readMarkers';
import { readLinks, readTrack } from './readTrack';

/** A `Sequence`. Its groups of tracks are told by their tags: they come in any order. */
export function readSequence(graph: ObjectGraph, object: PrprojObject): PremiereSequence {
  const { id, element } = object;
  const groups = graph.followEachIn(element, 'TrackGroups/TrackGroup', 'Second');
  const video = groups.find(({ tag }) => tag === 'VideoTrackGroup');
  const audio = groups.find(({ tag }) => tag === 'AudioTrackGroup');
  noteOtherGroups(graph, object, groups);
  const links = readLinks(graph, element);
  const properties = elementAt(element, 'Node/Properties');
  return {
    id,
    name: textAt(element, 'Name') ?? '',
    frameTicks: unitAt(video?.element, 'TrackGroup/FrameRate'),
    ...sizeAt(video?.element, 'FrameRect'),
    sampleTicks: unitAt(audio?.element, 'TrackGroup/FrameRate'),
    displayFormat: numberAt(properties, 'MZ.Sequence.VideoTimeDisplayFormat'),
    zeroPoint: timeAt(properties, 'MZ.ZeroPoint'),
    playhead: timeAt(properties, 'MZ.EditLine'),
    settings: readSettings(properties, video?.element, audio?.element),
    inTicks: ticksAt(properties, 'MZ.InPoint'),
    outTicks: ticksAt(properties, 'MZ.OutPoint'),
    isMergedClip: flagAt(properties, 'BE.Sequence.IsMergedClip'),
    markers: readMarkers(graph, element),
    videoTracks: readTracks(graph, video, links),
    audioTracks: readTracks(graph, audio, links),
  };
}

function readSettings(
  properties: PrprojElement | undefined,
  video: PrprojElement | undefined,
  audio: PrprojElement | undefined,
): PremiereSequenceSettings {
  const own = 'MZ.Sequence';
  return {
    editingMode: textAt(properties, `${own}.EditingModeGUID`),
    pixelAspectRatio: textAt(video, 'PixelAspectRatio'),
    fieldType: numberAt(video, 'FieldType'),
    compositesLinear: textAt(video, 'AllowLinearCompositing') !== 'false',
    audioChannels: numberAt(audio, 'NumAdaptiveChannels'),
    audioDisplayFormat: numberAt(properties, `${own}.AudioTimeDisplayFormat`),
    previewPreset: textAt(properties, `${own}.PreviewRenderingPresetPath`),
    previewWidth: numberAt(properties, `${own}.PreviewFrameSizeWidth`),
    previewHeight: numberAt(properties, `${own}.PreviewFrameSizeHeight`),
    usesMaximumBitDepth: flagAt(properties, `${own}.PreviewUseMaxBitDepth`),
    usesMaximumQuality: flagAt(properties, `${own}.PreviewUseMaxRenderQuality`),
    workInTicks: ticksAt(properties, 'MZ.WorkInPoint'),
    workOutTicks: ticksAt(properties, 'MZ.WorkOutPoint'),
  };
}

function readTracks(
  graph: ObjectGraph,
  group: PrprojObject | undefined,
  links: ReadonlyMap<string, string>,
): readonly PremiereTrack[] {
  return graph.followEach(group?.element, 'TrackGroup/Tracks/Track').flatMap((track) => {
    if (elementAt(track.element, 'ClipTrack')) return [readTrack(graph, track, links)];
    graph.remarks.add(`A track is a ${track.tag}, which is kept but not shown.`);
    return [];
  });
}

function noteOtherGroups(
  graph: ObjectGraph,
  { element }: PrprojObject,
  groups: readonly PrprojObject[],
): void {
  const name = textAt(element, 'Name') ?? '';
  for (const { tag, element: group } of groups) {
    if (tag === 'VideoTrackGroup' || tag === 'AudioTrackGroup') continue;
    const tracks = elementsAt(group, 'TrackGroup/Tracks/Track').length;
    if (tracks > 0) {
      graph.remarks.add(
        `Sequence “${name}” has ${tracks} tracks of captions or data (${tag}): they are kept but not shown.`,
      );
    }
  }
}
