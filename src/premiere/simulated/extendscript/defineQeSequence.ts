import { ticksPerSecond, zeroTicks, type Ticks } from '../../../domain/time/Ticks';
import { toFlag, toNumber, toText } from '../es3/scriptValues';
import { itemsOf } from '../model/editing';
import { setLink } from '../model/links';
import { endOfTracks } from '../model/timeGrid';
import type { Sequence, Track } from '../model/ProjectModel';
import { addTrack, removeTrack } from '../model/tracks';
import type { Dom } from './Dom';
import { exportNow } from './exporting';
import { frameExports } from './qeFrames';
import { cutting } from './qeCutting';
import { placeOfText } from './qeTimes';
import { editTracks } from './timelineEvents';

type Args = readonly unknown[];

const quiet = [
  'deletePreviewFiles',
  'flushCache',
  'renderAll',
  'renderAudio',
  'renderPreview',
  'setAudioDisplayFormat',
  'setPreviewFrameSize',
  'setPreviewPresetPath',
];
/** Ways of exporting that only QE has: they take no order here. */
const refused = ['createExportJob', 'exportToAME'];
const bars = ['getEmptyBarTimes', 'getGreenBarTimes', 'getRedBarTimes', 'getYellowBarTimes'];

/** A sequence as QE sees it: the active one, or one by its number. */
export function defineQeSequence(dom: Dom): void {
  const trackAt = (tracks: readonly Track[], index: unknown) => {
    const track = tracks[toNumber(index)];
    return track ? dom.wrap('QETrack', track) : undefined;
  };
  dom.define('QESequence', {
    isStale: ({ isDeleted }) => isDeleted,
    getters: getters(dom),
    methods: {
      ...Object.fromEntries(quiet.map((name) => [name, () => true])),
      ...Object.fromEntries(refused.map((name) => [name, () => false])),
      exportDirect: (sequence, args) => exportNow.run(dom, sequence, args) === 'No Error',
      ...Object.fromEntries(bars.map((name) => [name, () => dom.realm.array([])])),
      getVideoTrackAt: ({ videoTracks }, [index]) => trackAt(videoTracks, index),
      getAudioTrackAt: ({ audioTracks }, [index]) => trackAt(audioTracks, index),
      isOpen: ({ isOpen }) => isOpen,
      getExportFileExtension: (_sequence, [preset]) => exportNow.extensionOf(toText(preset)),
      getExportComplete: () => true,
      ...frameExports(dom),
    },
    mutators: {
      ...tracks(dom),
      ...flags(),
      ...times(),
      ...showing(dom),
      ...cutting(dom),
      ...(dom.session.behaviour.hasQeUnlink ? { unlinkSelection } : {}),
    },
  });
}

function getters(dom: Dom) {
  const time = (read: (sequence: Sequence) => Ticks) => (sequence: Sequence) =>
    dom.wrap('QETime', { ticks: read(sequence), sequence });
  const setting =
    (name: keyof Sequence['settings']) =>
    ({ settings }: Sequence) =>
      settings[name];
  return {
    name: ({ item }: Sequence) => item?.name ?? '',
    guid: ({ id }: Sequence) => id,
    numVideoTracks: ({ videoTracks }: Sequence) => videoTracks.length,
    numAudioTracks: ({ audioTracks }: Sequence) => audioTracks.length,
    CTI: time(({ playhead }) => playhead),
    inPoint: time(({ marks }) => marks.in ?? zeroTicks),
    outPoint: time((sequence) => sequence.marks.out ?? endOfTracks(sequence)),
    workInPoint: time(({ workArea }) => workArea.in ?? zeroTicks),
    workOutPoint: time((sequence) => sequence.workArea.out ?? endOfTracks(sequence)),
    player: (sequence: Sequence) => dom.wrap('QEPlayer', { sequence, session: dom.session }),
    multicam: (sequence: Sequence) => dom.wrap('QEMulticam', sequence),
    videoFrameRate: ({ frameTicks }: Sequence) => Number(ticksPerSecond) / Number(frameTicks),
    videoFrameSize: ({ width, height }: Sequence) => dom.realm.array([width, height]),
    previewFrameSize: ({ settings, width, height }: Sequence) =>
      dom.realm.array([settings.previewFrameWidth || width, settings.previewFrameHeight || height]),
    videoDisplayFormat: ({ displayFormat }: Sequence) => displayFormat,
    audioFrameRate: ({ sampleRate }: Sequence) => sampleRate,
    audioDisplayFormat: setting('audioDisplayFormat'),
    editingMode: setting('editingMode'),
    fieldType: setting('fieldType'),
    previewPresetPath: setting('previewFileFormat'),
    useMaxBitDepth: setting('maximumBitDepth'),
    useMaxRenderQuality: setting('maximumRenderQuality'),
    previewPresetCodec: () => 0,
    presetList: () => dom.realm.array([]),
    par: () => 1,
  };
}

function tracks(dom: Dom) {
  return {
    addTracks: {
      run: (sequence: Sequence, args: Args) => addTracks(dom, sequence, args),
      pretend: () => true,
    },
    removeVideoTrack: removing(dom, ({ videoTracks }) => videoTracks),
    removeAudioTrack: removing(dom, ({ audioTracks }) => audioTracks),
    removeEmptyVideoTracks: removingEmpty(dom, ({ videoTracks }) => videoTracks),
    removeEmptyAudioTracks: removingEmpty(dom, ({ audioTracks }) => audioTracks),
    removeTracks: {
      run: (sequence: Sequence, [video, audio]: Args) => {
        for (const [from, index] of [
          [sequence.videoTracks, video],
          [sequence.audioTracks, audio],
        ] as const) {
          const track = index === undefined ? undefined : from[toNumber(index)];
          if (track) editTracks(dom, sequence, () => removeTrack(track));
        }
        return true;
      },
      pretend: () => true,
    },
  };
}

/** Without arguments one track of each kind; without an index above those that stand. */
function addTracks(dom: Dom, sequence: Sequence, args: Args): boolean {
  const count = (value: unknown) => (value === undefined ? 1 : toNumber(value));
  const goesToBottom = dom.session.behaviour.addsTracks === 'bottom';
  const place = (value: unknown) =>
    goesToBottom ? 0 : value === undefined ? undefined : toNumber(value);
  for (let added = 0; added < count(args[0]); added += 1) {
    addTrack(sequence, 'Video', place(args[1]));
  }
  for (let added = 0; added < count(args[2]); added += 1) {
    addTrack(sequence, 'Audio', place(args[4]));
  }
  return true;
}

function removing(dom: Dom, tracksOf: (sequence: Sequence) => readonly Track[]) {
  return {
    run: (sequence: Sequence, [index]: Args) => {
      const track = tracksOf(sequence)[toNumber(index)];
      if (track) editTracks(dom, sequence, () => removeTrack(track));
      return true;
    },
    pretend: () => true,
  };
}

function removingEmpty(dom: Dom, tracksOf: (sequence: Sequence) => readonly Track[]) {
  return {
    run: (sequence: Sequence) => {
      const empty = tracksOf(sequence).filter(({ items }) => items.length === 0);
      editTracks(dom, sequence, () => empty.forEach(removeTrack));
      return true;
    },
    pretend: () => true,
  };
}

/** One flag of every track at once. */
function flags() {
  const setting = (flag: 'isLocked' | 'isMuted' | 'isSyncLocked') => ({
    run: ({ videoTracks, audioTracks }: Sequence, [value = true]: Args) => {
      for (const track of [...videoTracks, ...audioTracks]) track[flag] = toFlag(value);
      return true;
    },
    pretend: () => true,
  });
  return {
    lockTracks: setting('isLocked'),
    muteTracks: setting('isMuted'),
    syncLockTracks: setting('isSyncLocked'),
  };
}

/** Marks and playhead: labels of the display format, ticks in text, or seconds. */
function times() {
  const set = (write: (sequence: Sequence, ticks: Ticks, second: Ticks) => void) => ({
    run: (sequence: Sequence, [first, second = first]: Args) => {
      write(sequence, placeOfText(sequence, first), placeOfText(sequence, second));
      return true;
    },
    pretend: () => true,
  });
  return {
    setCTI: set((sequence, ticks) => {
      sequence.playhead = ticks;
    }),
    setInPoint: set(({ marks }, ticks) => {
      marks.in = ticks;
    }),
    setOutPoint: set(({ marks }, ticks) => {
      marks.out = ticks;
    }),
    setInOutPoints: set(({ marks }, start, end) => {
      Object.assign(marks, { in: start, out: end });
    }),
    setWorkInPoint: set(({ workArea }, ticks) => {
      workArea.in = ticks;
    }),
    setWorkOutPoint: set(({ workArea }, ticks) => {
      workArea.out = ticks;
    }),
    setWorkInOutPoints: set(({ workArea }, start, end) => {
      Object.assign(workArea, { in: start, out: end });
    }),
  };
}

/** Until 25; from 26 on the public DOM alone unlinks. */
const unlinkSelection = {
  run: (sequence: Sequence) => {
    for (const item of itemsOf(sequence)) if (item.isSelected) setLink(item, null);
    return true;
  },
  pretend: () => true,
};

function showing(dom: Dom) {
  const set = (write: (sequence: Sequence, value: unknown) => void) => ({
    run: (sequence: Sequence, [value]: Args) => {
      write(sequence, value);
      return true;
    },
    pretend: () => true,
  });
  return {
    makeCurrent: set((sequence) => {
      sequence.isOpen = true;
      dom.projectOf(sequence.item).activeSequence = sequence;
    }),
    close: set((sequence) => {
      sequence.isOpen = false;
    }),
    setVideoDisplayFormat: set((sequence, format) => {
      sequence.displayFormat = toNumber(format);
    }),
    setUseMaxBitDepth: set(({ settings }, value) => {
      settings.maximumBitDepth = toFlag(value);
    }),
    setUseMaxRenderQuality: set(({ settings }, value) => {
      settings.maximumRenderQuality = toFlag(value);
    }),
  };
}
