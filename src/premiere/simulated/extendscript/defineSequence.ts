import {
  formatTicks,
  ticksToSeconds,
  toTicks,
  zeroTicks,
  type Ticks,
} from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toNumber, toText } from '../es3/scriptValues';
import { itemsOf } from '../model/editing';
import { placeItem } from '../model/placing';
import type { Sequence } from '../model/ProjectModel';
import { endOfItem } from '../model/timeGrid';
import { cloneSequence } from '../model/cloneSequence';
import { binOf } from '../model/bins';
import { addSequence } from '../model/sequences';
import { exactTicks, type Dom } from './Dom';
import { exportNow } from './exporting';
import { readSettings, writeSettings } from './sequenceSettings';

/** What Premiere says for an in or out point that is not set. */
const notSet = -400_000;

/** `Sequence`. */
export function defineSequence(dom: Dom): void {
  dom.define('Sequence', {
    getters: getters(dom),
    setters: {
      name: ({ item }, value) => {
        if (item) item.name = toText(value);
      },
    },
    methods: {
      ...inOutReaders(dom),
      getPlayerPosition: ({ playhead }) => dom.time(playhead),
      getSelection: (sequence) =>
        dom.wrapAll(
          'TrackItem',
          itemsOf(sequence).filter(({ isSelected }) => isSelected),
        ),
      getSettings: (sequence) => readSettings(dom, sequence),
      isDoneAnalyzingForVideoEffects: () => true,
      isWorkAreaEnabled: () => false,
      getExportFileExtension: (_sequence, [preset]) => exportNow.extensionOf(toText(preset)),
      exportAsMediaDirect: (sequence, args) => exportNow.run(dom, sequence, args),
    },
    mutators: {
      ...placing(dom),
      ...moving(dom),
      ...linking(dom),
      ...keeping(dom),
    },
  });
}

function keeping(dom: Dom) {
  return {
    setSettings: {
      run: (sequence: Sequence, [settings]: readonly unknown[]) =>
        writeSettings(dom, sequence, settings),
      pretend: () => true,
    },
    clone: {
      run: (sequence: Sequence) => {
        const project = dom.projectOf(sequence.item);
        const bin = binOf(sequence.item, project);
        addSequence(project, cloneSequence(sequence, dom.session.ids), bin);
        return true;
      },
      pretend: () => true,
    },
    close: {
      run: (sequence: Sequence) => {
        sequence.isOpen = false;
        return true;
      },
      pretend: () => true,
    },
  };
}

function getters(dom: Dom) {
  return {
    name: ({ item }: Sequence) => item?.name ?? '',
    sequenceID: ({ id }: Sequence) => id,
    id: (sequence: Sequence) => dom.projectOf(sequence.item).sequences.indexOf(sequence),
    timebase: ({ frameTicks }: Sequence) => formatTicks(frameTicks),
    frameSizeHorizontal: ({ width }: Sequence) => width,
    frameSizeVertical: ({ height }: Sequence) => height,
    videoDisplayFormat: ({ displayFormat }: Sequence) => displayFormat,
    audioDisplayFormat: () => 200,
    zeroPoint: ({ zeroPoint }: Sequence) => formatTicks(zeroPoint),
    end: ({ item }: Sequence) => formatTicks(item ? endOfItem(item) : zeroTicks),
    videoTracks: ({ videoTracks }: Sequence) => dom.wrap('TrackCollection', videoTracks),
    audioTracks: ({ audioTracks }: Sequence) => dom.wrap('TrackCollection', audioTracks),
    markers: ({ markers, frameTicks }: Sequence) =>
      dom.wrap('MarkerCollection', { markers, unit: frameTicks }),
    projectItem: ({ item }: Sequence) => (item ? dom.wrap('ProjectItem', item) : null),
  };
}

function inOutReaders(dom: Dom) {
  const asSeconds = (ticks: Ticks | null) =>
    String(ticks === null ? notSet : ticksToSeconds(ticks));
  const asTime = (ticks: Ticks | null) => dom.time(ticks ?? exactTicks(notSet));
  return {
    getInPoint: ({ marks }: Sequence) => asSeconds(marks.in),
    getOutPoint: ({ marks }: Sequence) => asSeconds(marks.out),
    getInPointAsTime: ({ marks }: Sequence) => asTime(marks.in),
    getOutPointAsTime: ({ marks }: Sequence) => asTime(marks.out),
    getWorkAreaInPointAsTime: () => dom.time(zeroTicks),
    getWorkAreaOutPointAsTime: ({ item }: Sequence) => dom.time(item ? endOfItem(item) : zeroTicks),
  };
}

function placing(dom: Dom) {
  const place = (mode: 'overwrite' | 'insert') => ({
    run: (sequence: Sequence, args: readonly unknown[]) => {
      if (args.length < 4) throw new ScriptError(scriptErrorTexts.notEnough);
      const request = {
        item: dom.placeable(args[0]),
        startTicks: dom.ticksOf(args[1], sequence.frameTicks),
        videoTrack: toNumber(args[2]),
        audioTrack: toNumber(args[3]),
        mode,
      };
      placeItem(sequence, request, dom.session.ids);
      return true;
    },
    pretend: () => true,
  });
  return { overwriteClip: place('overwrite'), insertClip: place('insert') };
}

function moving(dom: Dom) {
  const mark = (end: 'in' | 'out') => ({
    run: (sequence: Sequence, [time]: readonly unknown[]) => {
      sequence.marks[end] = dom.ticksOf(time, sequence.frameTicks, false);
      return 0;
    },
  });
  const ticksText = (value: unknown) => {
    // A number has been refused since 2020.
    if (typeof value !== 'string') throw new ScriptError(scriptErrorTexts.illegalType);
    return dom.ticksOf(value, toTicks(1n));
  };
  return {
    setInPoint: mark('in'),
    setOutPoint: mark('out'),
    setPlayerPosition: {
      run: (sequence: Sequence, [ticks]: readonly unknown[]) => {
        sequence.playhead = ticksText(ticks);
        return 0;
      },
    },
    setZeroPoint: {
      run: (sequence: Sequence, [ticks]: readonly unknown[]) => {
        sequence.zeroPoint = ticksText(ticks);
        return 0;
      },
    },
  };
}

function linking(dom: Dom) {
  const link = (isLinked: boolean) => ({
    run: (sequence: Sequence) => {
      const linkId = isLinked ? dom.session.ids.nodeId() : null;
      for (const item of itemsOf(sequence)) if (item.isSelected) item.linkId = linkId;
      return true;
    },
    pretend: () => true,
  });
  return { linkSelection: link(true), unlinkSelection: link(false) };
}
