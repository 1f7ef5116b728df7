import { ticksPerSecond, toTicks, type Ticks } from '../../../domain/time/Ticks';
import type { Getter, Setter } from '../es3/HostClass';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toFlag, toNumber, toText } from '../es3/scriptValues';
import { itemsOf } from '../model/editing';
import { keepToFrames } from '../model/placing';
import type { Sequence, SequenceSettings } from '../model/ProjectModel';
import { displayFormatOf, workingColorSpaces } from '../model/sequences';
import type { Dom, SettingsDraft } from './Dom';
import { editTracks } from './timelineEvents';

/** `SequenceSettings`; rates are durations in Time objects, which are copies. */
export function defineSettings(dom: Dom): void {
  const members = [timeMembers(dom), sizeMembers(), plainMembers(), colorMembers(dom)];
  dom.define('SequenceSettings', {
    isValue: true,
    getters: Object.assign({}, ...members.map(({ getters }) => getters)) as Getters,
    setters: Object.assign({}, ...members.map(({ setters }) => setters)) as Setters,
  });
}

type Getters = Record<string, Getter<SettingsDraft>>;
type Setters = Record<string, Setter<SettingsDraft>>;

interface Members {
  readonly getters: Getters;
  readonly setters: Setters;
}

function timeMembers(dom: Dom): Members {
  const duration = (value: unknown): Ticks => {
    const { ticks } = dom.demand('Time', value);
    if (ticks <= 0n) throw new ScriptError(scriptErrorTexts.illegalType);
    return ticks;
  };
  return {
    getters: {
      videoFrameRate: ({ frameTicks }) => dom.time(frameTicks),
      audioSampleRate: ({ sampleTicks }) => dom.time(sampleTicks),
    },
    setters: {
      videoFrameRate: (draft, value) => {
        draft.frameTicks = duration(value);
      },
      audioSampleRate: (draft, value) => {
        draft.sampleTicks = duration(value);
      },
    },
  };
}

function sizeMembers(): Members {
  return {
    getters: {
      videoFrameWidth: ({ width }) => width,
      videoFrameHeight: ({ height }) => height,
      videoDisplayFormat: ({ displayFormat }) => displayFormat,
      previewFrameWidth: ({ settings, width }) => settings.previewFrameWidth || width,
      previewFrameHeight: ({ settings, height }) => settings.previewFrameHeight || height,
    },
    setters: {
      videoFrameWidth: (draft, value) => {
        draft.width = sizeOf(value);
      },
      videoFrameHeight: (draft, value) => {
        draft.height = sizeOf(value);
      },
      videoDisplayFormat: (draft, value) => {
        draft.displayFormat = toNumber(value);
      },
      previewFrameWidth: ({ settings }, value) => {
        settings.previewFrameWidth = sizeOf(value);
      },
      previewFrameHeight: ({ settings }, value) => {
        settings.previewFrameHeight = sizeOf(value);
      },
    },
  };
}

/** Members that are read and written as they are, by what they are called in the model. */
const plain = {
  editingMode: 'editingMode',
  videoFieldType: 'fieldType',
  audioChannelType: 'audioChannelType',
  audioChannelCount: 'audioChannelCount',
  audioDisplayFormat: 'audioDisplayFormat',
  compositeLinearColor: 'compositeLinearColor',
  maximumBitDepth: 'maximumBitDepth',
  maximumRenderQuality: 'maximumRenderQuality',
  previewCodec: 'previewCodec',
  // So the typings spell it.
  previewCode: 'previewCodec',
  previewFileFormat: 'previewFileFormat',
  vrProjection: 'vrProjection',
  vrLayout: 'vrLayout',
  vrHorzCapturedView: 'vrHorzCapturedView',
  vrVertCapturedView: 'vrVertCapturedView',
} as const satisfies Record<string, keyof SequenceSettings>;

function plainMembers(): Members {
  const members: Members = { getters: {}, setters: {} };
  for (const [name, key] of Object.entries(plain)) {
    members.getters[name] = ({ settings }) => settings[key];
    members.setters[name] = ({ settings }, value) => {
      Object.assign(settings, { [key]: likewise(settings[key], value) });
    };
  }
  return members;
}

/** A script's value, of the kind that stands there. */
function likewise(now: string | number | boolean, value: unknown): string | number | boolean {
  if (typeof now === 'string') return toText(value);
  return typeof now === 'number' ? toNumber(value) : toFlag(value);
}

function colorMembers(dom: Dom): Members {
  return {
    getters: {
      workingColorSpace: ({ settings }) => settings.workingColorSpace,
      workingColorSpaceList: () => dom.realm.array(workingColorSpaces),
      videoPixelAspectRatio: ({ settings }) => settings.pixelAspectRatio,
    },
    setters: {
      workingColorSpace: ({ settings }, value) => {
        settings.workingColorSpace = colorSpaceOf(value) ?? settings.workingColorSpace;
      },
      videoPixelAspectRatio: ({ settings }, value) => {
        const ratio = toText(value);
        if (!dom.session.behaviour.setsPixelAspect || !/^\d+:\d+$/.test(ratio)) {
          throw new ScriptError('Cannot set property videoPixelAspectRatio');
        }
        settings.pixelAspectRatio = ratio;
      },
    },
  };
}

/** A colour space of the list; undefined for any other text. */
export function colorSpaceOf(value: unknown): string | undefined {
  const name = toText(value);
  return workingColorSpaces.includes(name) ? name : undefined;
}

/** A sequence's settings in an object of the script's own. */
export function readSettings(dom: Dom, sequence: Sequence): object {
  if (dom.settingsWritten.has(sequence)) {
    // Reading back in the same script brought Premiere down (hmcp#51).
    dom.realm.crash();
    return dom.realm.record({});
  }
  const { frameTicks, width, height, displayFormat, sampleRate, settings } = sequence;
  return dom.wrap('SequenceSettings', {
    frameTicks,
    width,
    height,
    displayFormat,
    sampleTicks: toTicks(ticksPerSecond / BigInt(sampleRate)),
    settings: { ...settings },
  });
}

/** Takes settings back. A rate where a duration is expected is taken as it comes (lmcp#37). */
export function writeSettings(dom: Dom, sequence: Sequence, value: unknown): boolean {
  if (value === undefined) throw new ScriptError(scriptErrorTexts.notEnough);
  const draft = dom.demand('SequenceSettings', value);
  Object.assign(sequence.settings, draft.settings);
  sequence.sampleRate = Math.max(1, Number(ticksPerSecond / draft.sampleTicks));
  if (dom.session.behaviour.setsFrameSize) {
    sequence.width = draft.width;
    sequence.height = draft.height;
  }
  const isOther = draft.frameTicks !== sequence.frameTicks;
  const keepsFormat = draft.displayFormat === sequence.displayFormat;
  sequence.displayFormat =
    isOther && keepsFormat ? displayFormatOf(draft.frameTicks) : draft.displayFormat;
  sequence.frameTicks = draft.frameTicks;
  if (isOther && itemsOf(sequence).length > 0) {
    editTracks(dom, sequence, () => {
      keepToFrames(sequence);
    });
  }
  dom.settingsWritten.add(sequence);
  return true;
}

function sizeOf(value: unknown): number {
  const size = Math.round(toNumber(value));
  if (size <= 0) throw new ScriptError(scriptErrorTexts.illegalType);
  return size;
}
