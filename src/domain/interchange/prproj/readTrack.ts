import type { ObjectGraph, PrprojObject } from './ObjectGraph';
import type { PremiereTrack, PremiereTrackItem, PremiereTransition } from './PremiereProject';
import {
  attributeOf,
  elementAt,
  elementsAt,
  flagAt,
  numberAt,
  textAt,
  timeAt,
  type PrprojElement,
} from './PrprojElement';
import { readClip } from './readClip';
import { readEffects } from './readEffects';

/** Where the mute of a sound track stands: on its fader, not on the track. */
const faderParameters = 'AudioComponent/Component/Params/Param';

/** A `VideoClipTrack` or `AudioClipTrack`; `links` names the link of an item by the item's id. */
export function readTrack(
  graph: ObjectGraph,
  { element }: PrprojObject,
  links: ReadonlyMap<string, string>,
): PremiereTrack {
  const track = elementAt(element, 'ClipTrack/Track');
  const targeted = textAt(track, 'Node/Properties/MZ.TrackTargeted');
  return {
    name: textAt(track, 'Name') ?? '',
    isMuted: flagAt(track, 'IsMuted') || isFaderMuted(graph, element),
    isLocked: flagAt(track, 'IsLocked'),
    isSyncLocked: textAt(track, 'IsSyncLocked') !== 'false',
    isTargeted: targeted === undefined || targeted === '1' || targeted === 'true',
    items: graph
      .followEach(element, 'ClipTrack/ClipItems/TrackItems/TrackItem')
      .flatMap((item) => readTrackItem(graph, item, links)),
    transitions: graph
      .followEach(element, 'ClipTrack/TransitionItems/TrackItems/TrackItem')
      .map(readTransition),
  };
}

function readTrackItem(
  graph: ObjectGraph,
  object: PrprojObject,
  links: ReadonlyMap<string, string>,
): readonly PremiereTrackItem[] {
  const { id, element } = object;
  const item = elementAt(element, 'ClipTrackItem');
  const startTicks = timeAt(item, 'TrackItem/Start');
  const endTicks = timeAt(item, 'TrackItem/End');
  if (endTicks <= startTicks) {
    graph.remarks.add(`A ${object.tag} has no length or is not understood: it is left out.`);
    return [];
  }
  noteWhatIsNotRead(graph, element);
  return [
    {
      id,
      startTicks,
      endTicks,
      isDisabled: flagAt(item, 'IsMuted'),
      ...readUse(graph, graph.follow(item, 'SubClip')?.element),
      link: links.get(id) ?? null,
      effects: readEffects(graph, item),
    },
  ];
}

/** The `SubClip` that says what of which master clip an item plays. */
function readUse(graph: ObjectGraph, use: PrprojElement | undefined) {
  const clip = graph.follow(use, 'Clip');
  return {
    name: textAt(use, 'Name') ?? '',
    masterClip: graph.follow(use, 'MasterClip')?.id ?? '',
    clip: clip ? readClip(graph, clip) : null,
    channelGroup: numberAt(use, 'OrigChGrp') ?? 0,
  };
}

function noteWhatIsNotRead(graph: ObjectGraph, element: PrprojElement): void {
  if (elementAt(element, 'SelectionComponents')) {
    graph.remarks.add('A mask on a whole clip is kept but not used.');
  }
}

/** `Alignment` is how much of it lies before the cut; both ends bear a clip on a cut. */
function readTransition({ element }: PrprojObject): PremiereTransition {
  const item = elementAt(element, 'TransitionTrackItem');
  return {
    name: textAt(item, 'DisplayName') ?? '',
    matchName: textAt(item, 'MatchName') ?? '',
    startTicks: timeAt(item, 'TrackItem/Start'),
    endTicks: timeAt(item, 'TrackItem/End'),
    beforeTicks: timeAt(item, 'Alignment'),
    hasOutgoing: flagAt(item, 'HasOutgoingClip'),
    hasIncoming: flagAt(item, 'HasIncomingClip'),
  };
}

function isFaderMuted(graph: ObjectGraph, element: PrprojElement): boolean {
  const chain = graph.follow(element, 'AudioTrack/ComponentOwner/Components');
  const components = graph.followEach(chain?.element, 'ComponentChain/Components/Component');
  const parameters = components.flatMap((component) =>
    graph.followEach(component.element, faderParameters),
  );
  const mute = parameters.find((parameter) => textAt(parameter.element, 'Name') === 'Mute');
  const start = textAt(mute?.element, 'StartKeyframe');
  if (start === undefined) return flagAt(mute?.element, 'CurrentValue');
  return start.split(',')[1] === 'true';
}

/** The link of each track item of a sequence, by the item's id. */
export function readLinks(graph: ObjectGraph, sequence: PrprojElement): Map<string, string> {
  const path = 'PersistentGroupContainer/LinkContainer/Links/Link';
  const links = new Map<string, string>();
  for (const link of graph.followEach(sequence, path)) {
    for (const item of elementsAt(link.element, 'TrackItemGroup/TrackItems/TrackItem')) {
      const id = attributeOf(item, 'ObjectRef') ?? attributeOf(item, 'ObjectURef');
      if (id !== undefined) links.set(id, link.id);
    }
  }
  return links;
}
