import { formatTicks } from '../../../domain/time/Ticks';
import { toFlag, toNumber } from '../es3/scriptValues';
import { makingMutators } from '../extendscript/sequenceMaking';
import { readSettings, writeSettings } from '../extendscript/sequenceSettings';
import { timeMutators, timeReaders } from '../extendscript/sequenceTimes';
import { tellSelection } from '../extendscript/timelineEvents';
import { itemsOf } from '../model/editing';
import type { Sequence, TrackItem } from '../model/ProjectModel';
import { endOfTracks } from '../model/timeGrid';
import { defineUxpSettings } from './defineUxpSettings';
import type { Uxp } from './Uxp';

type Args = readonly unknown[];

/** `Sequence` and what it hands out: settings and selections. */
export function defineUxpSequence(uxp: Uxp): void {
  const { dom } = uxp;
  defineUxpSettings(uxp);
  defineSelection(uxp);
  const select = (sequence: Sequence, [given]: Args) =>
    setSelection(uxp, sequence, uxp.demand('TrackItemSelection', given).items);
  const { selectsAtOnce } = dom.session.behaviour;
  uxp.define('Sequence', {
    isStale: ({ isDeleted }) => isDeleted,
    projectOf: ({ item }) => dom.projectOf(item),
    getters: {
      guid: ({ id }) => uxp.wrap('Guid', { text: id }),
      name: ({ item }) => item?.name ?? '',
    },
    methods: selectsAtOnce ? { setSelection: select } : {},
    promises: { ...sequenceReaders(uxp), ...trackReaders(uxp) },
    changes: {
      ...(selectsAtOnce ? {} : { setSelection: { run: select } }),
      clearSelection: { run: (sequence) => setSelection(uxp, sequence, []) },
      setPlayerPosition: {
        run: (sequence, [time]) => {
          const ticks = formatTicks(uxp.ticks(time));
          return timeMutators(dom).setPlayerPosition.run(sequence, [ticks]) === 0;
        },
      },
      createSubsequence: {
        run: (sequence, args) => {
          const made = makingMutators(dom).createSubsequence.run(sequence, args);
          return uxp.wrapOr('Sequence', dom.target('Sequence', made));
        },
        pretend: () => null,
      },
    },
    actions: sequenceActions(uxp),
  });
}

function sequenceReaders(uxp: Uxp) {
  const { dom } = uxp;
  const times = timeReaders(dom);
  const asTime = (read: (sequence: Sequence) => object) => (sequence: Sequence) =>
    uxp.time(dom.demand('Time', read(sequence)).ticks);
  return {
    getInPoint: asTime(times.getInPointAsTime),
    getOutPoint: asTime(times.getOutPointAsTime),
    getPlayerPosition: asTime(times.getPlayerPosition),
    getEndTime: (sequence: Sequence) => uxp.time(endOfTracks(sequence)),
    getZeroPoint: ({ zeroPoint }: Sequence) => uxp.time(zeroPoint),
    getTimebase: ({ frameTicks }: Sequence) => formatTicks(frameTicks),
    getFrameSize: ({ width, height }: Sequence) => uxp.wrap('RectF', { width, height }),
    getProjectItem: ({ item }: Sequence) => uxp.wrapOr('ProjectItem', item),
    getSequenceVideoTimeDisplayFormat: ({ displayFormat }: Sequence) =>
      uxp.wrap('TimeDisplay', { type: displayFormat }),
    getSequenceAudioTimeDisplayFormat: ({ settings }: Sequence) =>
      uxp.wrap('TimeDisplay', { type: settings.audioDisplayFormat }),
    getSettings: (sequence: Sequence) =>
      uxp.wrap('SequenceSettings', dom.demand('SequenceSettings', readSettings(dom, sequence))),
    getSelection: (sequence: Sequence) =>
      uxp.wrap('TrackItemSelection', {
        items: itemsOf(sequence).filter(({ isSelected }) => isSelected),
      }),
    isDoneAnalyzingForVideoEffects: () => true,
  };
}

function trackReaders(uxp: Uxp) {
  return {
    getVideoTrackCount: ({ videoTracks }: Sequence) => videoTracks.length,
    getAudioTrackCount: ({ audioTracks }: Sequence) => audioTracks.length,
    getCaptionTrackCount: ({ captionTracks }: Sequence) => captionTracks.length,
    getVideoTrack: ({ videoTracks }: Sequence, [index]: Args) =>
      uxp.wrapOr('VideoTrack', videoTracks[toNumber(index)]),
    getAudioTrack: ({ audioTracks }: Sequence, [index]: Args) =>
      uxp.wrapOr('AudioTrack', audioTracks[toNumber(index)]),
  };
}

function sequenceActions(uxp: Uxp) {
  const { dom } = uxp;
  const times = timeMutators(dom);
  const marking =
    (end: 'setInPoint' | 'setOutPoint') =>
    (sequence: Sequence, [time]: Args) => {
      const ticks = uxp.ticks(time);
      return () => {
        times[end].run(sequence, [dom.time(ticks)]);
      };
    };
  return {
    createSetInPointAction: marking('setInPoint'),
    createSetOutPointAction: marking('setOutPoint'),
    createSetZeroPointAction: (sequence: Sequence, [time]: Args) => {
      const ticks = formatTicks(uxp.ticks(time));
      return () => {
        times.setZeroPoint.run(sequence, [ticks]);
      };
    },
    createCloneAction: (sequence: Sequence) => () => {
      makingMutators(dom).clone.run(sequence);
    },
    createSetSettingsAction: (sequence: Sequence, [given]: Args) => {
      const draft = uxp.demand('SequenceSettings', given);
      return () => {
        writeSettings(dom, sequence, dom.wrap('SequenceSettings', draft));
        // Only ExtendScript is known to fall over settings that are read again at once.
        dom.settingsWritten.delete(sequence);
      };
    },
  };
}

function setSelection(uxp: Uxp, sequence: Sequence, items: readonly TrackItem[]): boolean {
  for (const item of itemsOf(sequence)) item.isSelected = items.includes(item);
  tellSelection(uxp.dom, sequence);
  return true;
}

function defineSelection(uxp: Uxp): void {
  uxp.define('TrackItemSelection', {
    methods: {
      addItem: (selection, [given, skipsCheck]) => {
        const item = uxp.demandTrackItem(given);
        if (!toFlag(skipsCheck) && selection.items.includes(item)) return false;
        selection.items = [...selection.items, item];
        return true;
      },
      removeItem: (selection, [given]) => {
        const item = uxp.demandTrackItem(given);
        const isThere = selection.items.includes(item);
        selection.items = selection.items.filter((other) => other !== item);
        return isThere;
      },
    },
    promises: {
      getTrackItems: ({ items }) => uxp.realm.array(items.map((item) => wrapTrackItem(uxp, item))),
    },
    statics: {
      createEmptySelection: (_none, [callback]) => {
        uxp.realm.call(callback, [uxp.wrap('TrackItemSelection', { items: [] })]);
        return true;
      },
    },
  });
}

/** A track item in the class of its media. */
export function wrapTrackItem(uxp: Uxp, item: TrackItem): object {
  const isSound = item.track?.mediaType === 'Audio' || item.channels.length > 0;
  return uxp.wrap(isSound ? 'AudioClipTrackItem' : 'VideoClipTrackItem', item);
}
