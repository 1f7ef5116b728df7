import type { ObjectGraph, PrprojObject } from './ObjectGraph';
import type { PremiereChannel, PremiereEffect, PremiereMasterClip } from './PremiereProject';
import { childNamesOf, flagAt, numberAt, textAt, type PrprojElement } from './PrprojElement';
import { readClip } from './readClip';
import { readChain } from './readEffects';

/** A `MasterClip` with its logging, its clips and how its sound is laid out. */
export function readMasterClip(
  graph: ObjectGraph,
  { id, element }: PrprojObject,
): PremiereMasterClip {
  const properties = 'Node/Properties';
  return {
    id,
    name: textAt(element, 'Name') ?? '',
    isAdjustmentLayer: flagAt(element, 'IsAdjustmentLayer'),
    isMulticam: flagAt(element, `${properties}/Source.Monitor.Multicam.Enabled`),
    logging: textsOf(graph.follow(element, 'LoggingInfo')?.element),
    clips: graph.followEach(element, 'Clips/Clip').map((clip) => readClip(graph, clip)),
    effects: readSourceEffects(graph, element),
    channelGroups: readChannelGroups(graph, element),
  };
}

function textsOf(element: PrprojElement | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    childNamesOf(element).map((name) => [name, textAt(element, name) ?? '']),
  );
}

function readChannelGroups(graph: ObjectGraph, element: PrprojElement) {
  const groups = graph.follow(element, 'AudioClipChannelGroups');
  const group = graph.followEach(groups?.element, 'ClipChannelVectors/ClipChannelVectorItem');
  return group.map((channels) =>
    graph.followEach(channels.element, 'ClipChannels/ClipChannelItem').map(readChannel),
  );
}

function readChannel({ element }: PrprojObject): PremiereChannel {
  return {
    clip: numberAt(element, 'SourceClipIndex') ?? 0,
    channel: numberAt(element, 'mSourceChannelIndex') ?? 0,
  };
}

function readSourceEffects(graph: ObjectGraph, element: PrprojElement): readonly PremiereEffect[] {
  const chains = graph.followEach(element, 'AudioComponentChains/AudioComponentChain');
  return [graph.follow(element, 'VideoComponentChain'), ...chains].flatMap((chain) =>
    readChain(graph, chain),
  );
}
