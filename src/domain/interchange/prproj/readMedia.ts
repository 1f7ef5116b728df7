import { zeroTicks, type Ticks } from '../../time/Ticks';
import { fourCharacterCode } from './fourCharacterCode';
import type { ObjectGraph, PrprojObject } from './ObjectGraph';
import type { PremiereAudioStream, PremiereMedia, PremiereVideoStream } from './PremiereProject';
import {
  elementAt,
  flagAt,
  numberAt,
  sizeAt,
  textAt,
  ticksAt,
  unitAt,
  type PrprojElement,
} from './PrprojElement';

/** Channels by the code that versions before CC wrote: mono, stereo, 5.1. */
const channelsOfTypes: readonly number[] = [1, 2, 6];

/** One `Media` object. Digits alone for a path are the code of something Premiere makes itself. */
export function readMedia(graph: ObjectGraph, { id, element }: PrprojObject): PremiereMedia {
  const written = textAt(element, 'FilePath') || textAt(element, 'ActualMediaFilePath') || '';
  const isGenerated = /^\d+$/.test(written);
  return {
    id,
    path: isGenerated ? '' : written,
    relativePath: textAt(element, 'RelativePath') ?? '',
    generator: isGenerated ? fourCharacterCode(written) : '',
    title: textAt(element, 'Title') ?? '',
    offlineReason: numberAt(element, 'OfflineReason') ?? 0,
    isProxy: flagAt(element, 'IsProxy'),
    startTicks: startOf(element),
    video: readVideoStream(graph.follow(element, 'VideoStream')),
    audio: readAudioStream(graph.follow(element, 'AudioStream')),
  };
}

function startOf(element: PrprojElement): Ticks {
  const alternate = flagAt(element, 'UseAlternateStart')
    ? ticksAt(element, 'AlternateStart')
    : null;
  return alternate ?? ticksAt(element, 'Start') ?? zeroTicks;
}

function readVideoStream(stream: PrprojObject | undefined): PremiereVideoStream | null {
  if (!stream) return null;
  const { element } = stream;
  const isOverridden = flagAt(element, 'IsFrameRateOverridden');
  return {
    frameTicks: unitAt(element, 'FrameRate'),
    // The missing letter is Premiere's.
    frameTicksOverride: isOverridden ? unitAt(element, 'OveriddenFrameRate') : null,
    ...sizeAt(element, 'FrameRect'),
    durationTicks: ticksAt(element, 'Duration'),
    isStill: flagAt(element, 'IsStill'),
    codec: fourCharacterCode(textAt(element, 'CodecType') ?? ''),
  };
}

function readAudioStream(stream: PrprojObject | undefined): PremiereAudioStream | null {
  if (!stream) return null;
  const { element } = stream;
  return {
    sampleTicks: unitAt(element, 'FrameRate'),
    channels: channelsAt(element) ?? 1,
    durationTicks: ticksAt(element, 'Duration'),
  };
}

/** Channels that an element's layout lists; undefined when it lists none. */
export function channelsAt(element: PrprojElement): number | undefined {
  const layout = textAt(element, 'AudioChannelLayout') ?? '';
  const listed = layout.split('"channellabel"').length - 1;
  if (listed > 0) return listed;
  return elementAt(element, 'ChannelType')
    ? channelsOfTypes[numberAt(element, 'ChannelType') ?? 0]
    : undefined;
}
