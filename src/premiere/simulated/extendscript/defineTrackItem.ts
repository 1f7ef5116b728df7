import { subtractTicks, toTicks, type Ticks } from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag, toText } from '../es3/scriptValues';
import {
  linkedItems,
  moveItem,
  removeItem,
  replaceSource,
  setEnd,
  setIn,
  setOut,
  setStart,
} from '../model/editing';
import type { TrackItem } from '../model/ProjectModel';
import { isOnTrack, siblingsOf } from '../model/tracks';
import { effectsOf, graphicOf } from './effects';
import type { Dom } from './Dom';
import { editTracks, tellSelection } from './timelineEvents';

/** `TrackItem`: its times are copies; a removed one reads as undefined and refuses every call. */
export function defineTrackItem(dom: Dom): void {
  dom.define('TrackItem', {
    isStale: (item) => !isOnTrack(item) || item.track?.sequence.isDeleted === true,
    getters: getters(dom),
    setters: { ...setters(dom), ...timeSetters(dom) },
    methods: {
      isSelected: ({ isSelected }) => isSelected,
      isMGT: ({ graphic }) => graphic !== null,
      isAdjustmentLayer: ({ item }) => item.kind === 'clip' && item.media.kind === 'adjustment',
      isSpeedReversed: ({ isReversed }) => isReversed,
      getSpeed: ({ speed }) => speed,
      getColorSpace: ({ item, track }) =>
        (item.kind === 'clip' && item.colorSpace) || track?.sequence.settings.workingColorSpace,
      getMGTComponent: (item) => {
        const graphic = graphicOf(item, dom.session);
        return graphic ? dom.wrap('Component', graphic) : null;
      },
      getMatchName: () => '',
      getLinkedItems: (item) => {
        const linked = linkedItems(item);
        return linked.length === 0 ? 0 : dom.wrap('TrackItemCollection', linked);
      },
    },
    mutators: mutators(dom),
  });
}

function getters(dom: Dom) {
  const { hasMoveAndDisabled, hasParentTrackIndex } = dom.session.behaviour;
  return {
    nodeId: ({ nodeId }: TrackItem) => nodeId,
    name: ({ name }: TrackItem) => name,
    start: ({ startTicks }: TrackItem) => dom.time(startTicks),
    end: ({ endTicks }: TrackItem) => dom.time(endTicks),
    inPoint: ({ inTicks }: TrackItem) => dom.time(inTicks),
    outPoint: ({ outTicks }: TrackItem) => dom.time(outTicks),
    duration: ({ startTicks, endTicks }: TrackItem) =>
      dom.time(subtractTicks(endTicks, startTicks)),
    projectItem: ({ item }: TrackItem) => dom.wrap('ProjectItem', item),
    mediaType: ({ track }: TrackItem) => track?.mediaType,
    type: ({ track }: TrackItem) => (track?.mediaType === 'Video' ? 1 : 2),
    matchName: () => '',
    components: (item: TrackItem) => dom.wrap('ComponentCollection', effectsOf(item, dom.session)),
    ...(hasMoveAndDisabled ? { disabled: ({ isDisabled }: TrackItem) => isDisabled } : {}),
    ...(hasParentTrackIndex ? { parentTrackIndex: trackIndexOf } : {}),
  };
}

function trackIndexOf({ track }: TrackItem): number {
  return track ? siblingsOf(track).indexOf(track) : -1;
}

function mutators(dom: Dom) {
  const { ripples, hasMoveAndDisabled, removesLinkedHalves } = dom.session.behaviour;
  const remove = {
    run: (item: TrackItem, [ripple, alignsToVideo]: readonly unknown[]) => {
      if (!removesLinkedHalves && linkedItems(item).length > 0) return 0;
      editTracks(dom, item.track?.sequence, () => {
        removeItem(item, toFlag(ripple) && ripples, toFlag(alignsToVideo));
      });
      return 0;
    },
  };
  const setSelected = {
    run: (item: TrackItem, [selected]: readonly unknown[]) => {
      item.isSelected = toFlag(selected);
      tellSelection(dom, item.track?.sequence);
      return 0;
    },
  };
  return { remove, setSelected, ...(hasMoveAndDisabled ? { move: moving(dom) } : {}) };
}

/** `move`: by so much, in seconds or as a Time. */
function moving(dom: Dom) {
  return {
    run: (item: TrackItem, [time]: readonly unknown[]) => {
      const unit = item.track?.sequence.frameTicks ?? toTicks(1n);
      const by = dom.ticksOf(time, unit, false);
      editTracks(dom, item.track?.sequence, () => {
        moveItem(item, by, dom.session.ids);
      });
      return 0;
    },
  };
}

function setters(dom: Dom) {
  return {
    name: (item: TrackItem, value: unknown) => {
      item.name = toText(value);
    },
    // A source that does not fit the track is refused without a word.
    projectItem: (item: TrackItem, value: unknown) => {
      replaceSource(item, dom.placeable(value));
    },
    disabled: (item: TrackItem, value: unknown) => {
      item.isDisabled = toFlag(value);
    },
  };
}

function timeSetters(dom: Dom) {
  const { trimsByInOut } = dom.session.behaviour;
  const setter =
    (name: string, set: (item: TrackItem, ticks: Ticks) => boolean) =>
    (item: TrackItem, value: unknown) => {
      const time = dom.target('Time', value);
      if (!time) throw new ScriptError(scriptErrorTexts.illegalType);
      const isSet = editTracks(dom, item.track?.sequence, () => set(item, time.ticks));
      if (!isSet) throw new ScriptError(`Cannot set property ${name}`);
    };
  return {
    // Graphics keep their length, and nobody is told (premiere-hosts C5).
    end: setter('end', (item, end) => item.graphic !== null || setEnd(item, end)),
    start: setter('start', setStart),
    inPoint: setter('inPoint', (item, ticks) => setIn(item, ticks, trimsByInOut)),
    outPoint: setter('outPoint', (item, ticks) => setOut(item, ticks, trimsByInOut)),
  };
}
