import { formatTicks } from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toList, toNumber, toText } from '../es3/scriptValues';
import { itemsOf } from '../model/editing';
import { setLink } from '../model/links';
import { placeItem } from '../model/placing';
import type { Sequence } from '../model/ProjectModel';
import { workingColorSpaces } from '../model/sequences';
import { endOfTracks } from '../model/timeGrid';
import type { Dom } from './Dom';
import { exportNow } from './exporting';
import { sequenceExports } from './interchangeExports';
import { graphicMutators } from './sequenceGraphics';
import { captionFormats, captionMutators, makingMutators } from './sequenceMaking';
import { colorSpaceOf, defineSettings, readSettings, writeSettings } from './sequenceSettings';
import { timeMutators, timeReaders } from './sequenceTimes';
import { placingTime } from './timeArguments';
import { editTracks, tellSelection } from './timelineEvents';

/** `Sequence` and its settings. */
export function defineSequence(dom: Dom): void {
  defineSettings(dom);
  dom.define('Sequence', {
    isStale: ({ isDeleted }) => isDeleted,
    getters: getters(dom),
    setters: setters(dom),
    methods: {
      ...timeReaders(dom),
      getSelection: (sequence) =>
        dom.wrapAll(
          'TrackItem',
          itemsOf(sequence).filter(({ isSelected }) => isSelected),
        ),
      getSettings: (sequence) => readSettings(dom, sequence),
      isDoneAnalyzingForVideoEffects: () => true,
      getExportFileExtension: (_sequence, [preset]) => exportNow.extensionOf(toText(preset)),
    },
    mutators: {
      ...placing(dom),
      ...timeMutators(dom),
      ...selecting(dom),
      ...keeping(dom),
      ...makingMutators(dom),
      ...captionMutators(dom),
      ...graphicMutators(dom),
      ...sequenceExports(dom),
      exportAsMediaDirect: {
        run: (sequence, args) => exportNow.run(dom, sequence, args),
        pretend: () => 'No Error',
      },
    },
    construct: () => {
      throw new ScriptError(scriptErrorTexts.illegalType);
    },
    staticGetters: dom.session.behaviour.hasCaptionTracks
      ? Object.fromEntries(Object.entries(captionFormats).map(([name, code]) => [name, () => code]))
      : {},
  });
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
    audioDisplayFormat: ({ settings }: Sequence) => settings.audioDisplayFormat,
    workingColorSpace: ({ settings }: Sequence) => settings.workingColorSpace,
    workingColorSpaceList: () => dom.realm.array(workingColorSpaces),
    sequenceSettings: (sequence: Sequence) => readSettings(dom, sequence),
    zeroPoint: ({ zeroPoint }: Sequence) => formatTicks(zeroPoint),
    end: (sequence: Sequence) => formatTicks(endOfTracks(sequence)),
    videoTracks: ({ videoTracks }: Sequence) => dom.wrap('TrackCollection', videoTracks),
    audioTracks: ({ audioTracks }: Sequence) => dom.wrap('TrackCollection', audioTracks),
    markers: ({ markers, frameTicks }: Sequence) =>
      dom.wrap('MarkerCollection', { markers, unit: frameTicks }),
    projectItem: ({ item }: Sequence) => (item ? dom.wrap('ProjectItem', item) : null),
  };
}

function setters(dom: Dom) {
  return {
    name: ({ item }: Sequence, value: unknown) => {
      if (item) item.name = toText(value);
    },
    videoDisplayFormat: (sequence: Sequence, value: unknown) => {
      sequence.displayFormat = toNumber(value);
    },
    audioDisplayFormat: ({ settings }: Sequence, value: unknown) => {
      settings.audioDisplayFormat = toNumber(value);
    },
    workingColorSpace: ({ settings }: Sequence, value: unknown) => {
      settings.workingColorSpace = colorSpaceOf(value) ?? settings.workingColorSpace;
    },
    sequenceSettings: (sequence: Sequence, value: unknown) => {
      writeSettings(dom, sequence, value);
    },
  };
}

function keeping(dom: Dom) {
  return {
    setSettings: {
      run: (sequence: Sequence, [settings]: readonly unknown[]) =>
        writeSettings(dom, sequence, settings),
      pretend: () => true,
    },
    attachCustomProperty: {
      run: (sequence: Sequence, [id, value]: readonly unknown[]) => {
        sequence.customProperties.set(toText(id), toText(value));
        return true;
      },
      pretend: () => true,
    },
    // Nothing is analysed: no cuts and no markers come of it.
    performSceneEditDetectionOnSelection: { run: () => true, pretend: () => true },
    performCutDetectionOnSelection: { run: () => true, pretend: () => true },
  };
}

function placing(dom: Dom) {
  const place = (mode: 'overwrite' | 'insert') => ({
    run: (sequence: Sequence, args: readonly unknown[]) => {
      if (args.length < 4) throw new ScriptError(scriptErrorTexts.notEnough);
      const request = {
        item: dom.placeable(args[0]),
        startTicks: placingTime(dom, args[1], sequence),
        videoTrack: toNumber(args[2]),
        audioTrack: toNumber(args[3]),
        mode,
      };
      const [first] = editTracks(dom, sequence, () =>
        placeItem(sequence, request, dom.session.ids),
      );
      return mode === 'insert' && first ? dom.wrap('TrackItem', first) : true;
    },
    pretend: () => true,
  });
  return { overwriteClip: place('overwrite'), insertClip: place('insert') };
}

function selecting(dom: Dom) {
  const link = (isLinked: boolean) => ({
    run: (sequence: Sequence) => {
      const selected = itemsOf(sequence).filter(({ isSelected }) => isSelected);
      if (isLinked && selected.length < 2) return true;
      const linkId = isLinked ? dom.session.ids.guid() : null;
      for (const item of selected) setLink(item, linkId);
      return true;
    },
    pretend: () => true,
  });
  return {
    linkSelection: link(true),
    unlinkSelection: link(false),
    setSelection: {
      run: (sequence: Sequence, [items]: readonly unknown[]) => {
        const chosen = items === undefined ? [] : toList(items);
        const targets = new Set(chosen.map((item) => dom.demand('TrackItem', item)));
        for (const item of itemsOf(sequence)) item.isSelected = targets.has(item);
        tellSelection(dom, sequence);
      },
      pretend: () => undefined,
    },
  };
}
