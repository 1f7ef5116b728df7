import type { CutEvent } from '../../cut/Cut';
import type { Finding } from '../../finding/Finding';
import { ticksToFrames, type FrameRate } from '../../time/FrameRate';
import { addTicks, subtractTicks } from '../../time/Ticks';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/XmlElement';
import { readChannel, readClipItemTimes } from './readClipItem';
import { readTransition, type Transition } from './readTransition';
import { readXmemlMedium, type XmemlMedium } from './readXmemlMedium';

/** A clipitem as read, its medium and links not yet given their ids. */
export interface XmemlEvent {
  readonly event: Omit<CutEvent, 'mediaId' | 'linkId'>;
  readonly medium: XmemlMedium;
  /** Ids of the clipitems that the event was made from. */
  readonly clipIds: readonly string[];
  /** Ids of the clipitems that it is linked to. */
  readonly linkedIds: readonly string[];
  readonly findings: readonly Finding[];
}

/** A written track: a picture track, or one channel of a sound track. */
export interface XmemlTrack {
  /** Undefined where the document names none. */
  readonly name: string | undefined;
  readonly enabled: boolean;
  /** 0-based channel of the sound track that this is. */
  readonly explodedIndex: number;
  readonly explodedCount: number;
  readonly events: readonly XmemlEvent[];
  readonly findings: readonly Finding[];
}

/** What the tracks of a sequence are read with. */
export interface TrackContext {
  readonly kind: 'video' | 'audio';
  readonly frameRate: FrameRate;
  readonly width: number;
  readonly height: number;
  readonly files: ReadonlyMap<string, XmlElement>;
}

const itemNames = new Set(['clipitem', 'generatoritem', 'transitionitem']);

/** Reads a track: its items with the transitions beside them. */
export function readXmemlTrack(track: XmlElement, context: TrackContext): XmemlTrack {
  const items = track.children.filter(({ name }) => itemNames.has(name));
  const transitions = items.map((item) =>
    item.name === 'transitionitem' ? readTransition(item, context.frameRate) : undefined,
  );
  const read = items.flatMap((item, index) => {
    if (transitions[index]) return [];
    const neighbours = { before: transitions[index - 1], after: transitions[index + 1] };
    return [{ item, event: readItem(item, neighbours, context) }];
  });
  const attribute = (name: string) => Number(track.attributes[name] ?? Number.NaN);
  return {
    name: readTrackName(track),
    enabled: isTrue(textOf(track, 'enabled')),
    explodedIndex: attribute('currentExplodedTrackIndex') || 0,
    explodedCount: attribute('totalExplodedTrackCount') || 1,
    events: read.flatMap(({ event }) => event ?? []),
    findings: [
      ...transitions.flatMap((each) => (each ? [describeTransition(each, context.frameRate)] : [])),
      ...read.flatMap(({ item, event }) => (event ? [] : [describeLengthless(item)])),
    ],
  };
}

function readTrackName(track: XmlElement): string | undefined {
  return track.attributes['MZ.TrackName'] ?? (textOf(track, 'name')?.trim() || undefined);
}

function readItem(
  item: XmlElement,
  neighbours: { readonly before: Transition | undefined; readonly after: Transition | undefined },
  context: TrackContext,
): XmemlEvent | undefined {
  const { kind, frameRate, files } = context;
  const times = readClipItemTimes(item, { kind, sequenceRate: frameRate, ...neighbours });
  if (!times) return undefined;
  const { range, sourceIn, isRetimed } = times;
  const name = textOf(item, 'name') ?? '';
  const medium = readXmemlMedium(item, files, { ...context, name });
  const channel = kind === 'audio' ? readChannel(item) : undefined;
  return {
    medium,
    clipIds: [item.attributes['id'] ?? ''].filter((id) => id !== ''),
    linkedIds: childrenOf(item, 'link').flatMap(
      (link) => textOf(link, 'linkclipref')?.trim() ?? [],
    ),
    findings: describeItem(item, medium, isRetimed),
    event: {
      name,
      range,
      sourceIn,
      sourceOut: addTicks(sourceIn, subtractTicks(range.end, range.start)),
      enabled: isTrue(textOf(item, 'enabled')),
      channels: channel === undefined ? [] : [channel],
    },
  };
}

/** On where nothing is said. */
function isTrue(text: string | undefined): boolean {
  return text === undefined || text.trim().toUpperCase() !== 'FALSE';
}

function describeItem(
  item: XmlElement,
  { absence }: XmemlMedium,
  isRetimed: boolean,
): readonly Finding[] {
  const describe = describer(textOf(item, 'name') ?? item.name);
  const effects = childrenOf(item, 'filter').map((filter) => childOf(filter, 'effect'));
  const remapped = effects.some((effect) => textOf(effect, 'effectid')?.trim() === 'timeremap');
  const others = effects.filter((effect) => textOf(effect, 'effectid')?.trim() !== 'timeremap');
  const markers = childrenOf(item, 'marker').length;
  const speedMessage =
    'It does not run at 100 %; the cut has it at normal speed from its in point.';
  return [
    ...(absence ? [describe(...absence)] : []),
    ...(remapped || isRetimed ? [describe('xmeml-speed-not-kept', speedMessage)] : []),
    ...others.map((effect) => describe('xmeml-filter-left-out', describeFilter(effect))),
    ...(markers > 0
      ? [describe('xmeml-clip-marker-left-out', `${markers} markers on the clip were left out.`)]
      : []),
  ];
}

function describeFilter(effect: XmlElement | undefined): string {
  return `The filter “${textOf(effect, 'name')?.trim() || 'unnamed'}” was left out: a cut holds none.`;
}

function describeTransition({ name, cut }: Transition, rate: FrameRate): Finding {
  const message = `The transition at frame ${ticksToFrames(cut, rate)} was left out; the clips meet at its cut.`;
  return describer(name)('xmeml-transition-left-out', message);
}

function describeLengthless(item: XmlElement): Finding {
  const message = 'This item has no place or no length and was left out.';
  return describer(textOf(item, 'name') ?? item.name)('xmeml-item-without-length', message);
}

function describer(subject: string): (code: string, message: string) => Finding {
  return (code, message) => ({ code, severity: 'warning', subject, message });
}
