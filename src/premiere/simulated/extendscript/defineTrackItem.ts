import { subtractTicks, toTicks, type Ticks } from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag, toText } from '../es3/scriptValues';
import { linkedItems, moveItem, removeItem, setEnd, setStart } from '../model/editing';
import type { TrackItem } from '../model/ProjectModel';
import { siblingsOf } from '../model/tracks';
import { effectsOf } from './effects';
import type { Dom } from './Dom';

/** `TrackItem`: its times are copies; a removed one reads as undefined and refuses every call. */
export function defineTrackItem(dom: Dom): void {
  dom.define('TrackItem', {
    isStale: ({ track }) => track === null,
    getters: getters(dom),
    setters: setters(dom),
    methods: {
      isSelected: ({ isSelected }) => isSelected,
      isMGT: () => false,
      isAdjustmentLayer: () => false,
      isSpeedReversed: () => false,
      getSpeed: () => 1,
      getMGTComponent: () => null,
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
  return {
    nodeId: ({ nodeId }: TrackItem) => nodeId,
    name: ({ name }: TrackItem) => name,
    start: ({ startTicks }: TrackItem) => dom.time(startTicks),
    end: ({ endTicks }: TrackItem) => dom.time(endTicks),
    inPoint: ({ inTicks }: TrackItem) => dom.time(inTicks),
    outPoint: ({ outTicks }: TrackItem) => dom.time(outTicks),
    duration: ({ startTicks, endTicks }: TrackItem) =>
      dom.time(subtractTicks(endTicks, startTicks)),
    disabled: ({ isDisabled }: TrackItem) => isDisabled,
    projectItem: ({ item }: TrackItem) => dom.wrap('ProjectItem', item),
    mediaType: ({ track }: TrackItem) => track?.mediaType,
    type: ({ track }: TrackItem) => (track?.mediaType === 'Video' ? 1 : 2),
    matchName: () => '',
    parentTrackIndex: ({ track }: TrackItem) => (track ? siblingsOf(track).indexOf(track) : -1),
    components: (item: TrackItem) => dom.wrap('ComponentCollection', effectsOf(item)),
  };
}

function mutators(dom: Dom) {
  return {
    remove: {
      run: (item: TrackItem, [ripple]: readonly unknown[]) => {
        removeItem(item, toFlag(ripple) && dom.session.behaviour.ripples);
        return 0;
      },
    },
    move: {
      run: (item: TrackItem, [time]: readonly unknown[]) => {
        const unit = item.track?.sequence.frameTicks ?? toTicks(1n);
        moveItem(item, dom.ticksOf(time, unit, false), dom.session.ids);
        return 0;
      },
    },
    setSelected: {
      run: (item: TrackItem, [selected]: readonly unknown[]) => {
        item.isSelected = toFlag(selected);
        return 0;
      },
    },
  };
}

function setters(dom: Dom) {
  const timeOf = (value: unknown): Ticks => {
    const time = dom.target('Time', value);
    if (!time) throw new ScriptError(scriptErrorTexts.illegalType);
    return time.ticks;
  };
  return {
    name: (item: TrackItem, value: unknown) => {
      item.name = toText(value);
    },
    disabled: (item: TrackItem, value: unknown) => {
      item.isDisabled = toFlag(value);
    },
    end: (item: TrackItem, value: unknown) => {
      const end = timeOf(value);
      if (end <= item.startTicks) throw new ScriptError('Cannot set property end');
      setEnd(item, end);
    },
    start: (item: TrackItem, value: unknown) => {
      if (!setStart(item, timeOf(value))) throw new ScriptError('Cannot set property start');
    },
    // The source range changes and the edges stay where they are (lmcp#126).
    inPoint: (item: TrackItem, value: unknown) => {
      item.inTicks = timeOf(value);
    },
    outPoint: (item: TrackItem, value: unknown) => {
      item.outTicks = timeOf(value);
    },
  };
}
