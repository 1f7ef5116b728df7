import type { ObjectGraph, PrprojObject } from './ObjectGraph';
import type { PremiereClip, PremiereSource } from './PremiereProject';
import {
  attributeOf,
  elementAt,
  elementsAt,
  flagAt,
  numberAt,
  textAt,
  ticksAt,
  type PrprojElement,
} from './PrprojElement';
import { readMarkers } from './readMarkers';
import { channelsAt } from './readMedia';

const kindsOfTags: Readonly<Record<string, PremiereClip['kind']>> = {
  VideoClip: 'video',
  AudioClip: 'audio',
};

/** A `VideoClip`, `AudioClip` or another kind of clip, such as captions. */
export function readClip(graph: ObjectGraph, { tag, element }: PrprojObject): PremiereClip {
  const core = coreOf(element);
  return {
    kind: kindsOfTags[tag] ?? 'other',
    inTicks: ticksAt(core, 'InPoint'),
    outTicks: ticksAt(core, 'OutPoint'),
    speed: speedOf(core),
    isReversed: flagAt(core, 'PlayBackwards'),
    hasTimeRemapping: elementAt(core, 'TimeRemapping') !== undefined,
    scalesToFrame: scalesToFrame(element),
    source: readSource(graph, core),
    markers: readMarkers(graph, core),
    channels:
      channelsAt(element) ?? elementsAt(element, 'SecondaryContents/SecondaryContentItem').length,
  };
}

/** Some kinds of clip hold a `DataClip` that holds the `Clip`. */
function coreOf(element: PrprojElement): PrprojElement | undefined {
  return elementAt(element, 'Clip') ?? elementAt(element, 'DataClip/Clip');
}

/** A speed of nothing, or one that is no number, is none. */
function speedOf(core: PrprojElement | undefined): number {
  return Math.abs(numberAt(core, 'PlaybackSpeed') ?? 1) || 1;
}

/** A policy today, a flag before 2017. */
function scalesToFrame(element: PrprojElement): boolean {
  return textAt(element, 'ScaleToFramePolicy') === '1' || flagAt(element, 'ScaleToFrameSize');
}

function readSource(graph: ObjectGraph, core: PrprojElement | undefined): PremiereSource | null {
  const source = graph.follow(core, 'Source');
  if (!source) return null;
  const { element } = source;
  const sequence = graph.follow(element, 'SequenceSource/Sequence');
  if (sequence) return { kind: 'sequence', sequence: sequence.id };
  const media = graph.follow(element, 'MediaSource/Media');
  if (!media) return null;
  const content = elementAt(element, 'MediaSource/Content');
  const proxy = elementAt(content, 'ProxyMedia');
  return {
    kind: 'media',
    media: media.id,
    proxy: (proxy && attributeOf(proxy, 'ObjectURef')) ?? null,
    durationTicks: ticksAt(element, 'OriginalDuration'),
    boundaries: boundariesOf(content),
  };
}

function boundariesOf(content: PrprojElement | undefined) {
  const start = ticksAt(content, 'StartBoundary');
  const end = ticksAt(content, 'EndBoundary');
  return start !== null && end !== null && end > start ? { start, end } : null;
}
