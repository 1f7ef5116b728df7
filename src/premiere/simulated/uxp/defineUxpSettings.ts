import { toFlag, toNumber, toText } from '../es3/scriptValues';
import type { SettingsDraft } from '../extendscript/Dom';
import type { SequenceSettings } from '../model/ProjectModel';
import type { Uxp } from './Uxp';

type Args = readonly unknown[];

/** Settings that are read and written as they are, by the model's names. */
const plain = {
  AudioChannelCount: 'audioChannelCount',
  AudioChannelType: 'audioChannelType',
  CompositeInLinearColor: 'compositeLinearColor',
  EditingMode: 'editingMode',
  MaximumBitDepth: 'maximumBitDepth',
  MaxRenderQuality: 'maximumRenderQuality',
  PreviewCodec: 'previewCodec',
  PreviewFileFormat: 'previewFileFormat',
  VideoFieldType: 'fieldType',
  VideoPixelAspectRatio: 'pixelAspectRatio',
} as const satisfies Record<string, keyof SequenceSettings>;

/** Settings that can only be read. */
const readOnly: readonly string[] = ['AudioChannelCount', 'AudioChannelType'];

/** `SequenceSettings`: a copy, until an action gives it back; `RectF` and `TimeDisplay` with it. */
export function defineUxpSettings(uxp: Uxp): void {
  defineValues(uxp);
  const written = Object.keys(plain).filter((name) => !readOnly.includes(name));
  uxp.define('SequenceSettings', {
    methods: {
      getVideoFrameRate: ({ frameTicks }) => uxp.wrap('FrameRate', { ticks: frameTicks }),
      setVideoFrameRate: (draft, [rate]) => {
        draft.frameTicks = uxp.demand('FrameRate', rate).ticks;
        return true;
      },
    },
    promises: {
      ...Object.fromEntries(
        Object.entries(plain).map(([name, key]) => [
          `get${name}`,
          ({ settings }: SettingsDraft) => settings[key],
        ]),
      ),
      ...Object.fromEntries(
        written.map((name) => [
          `set${name}`,
          (draft: SettingsDraft, [value]: Args) => setPlain(draft, name, value),
        ]),
      ),
      ...measures(uxp),
    },
  });
}

function setPlain({ settings }: SettingsDraft, name: string, value: unknown): boolean {
  const key = plain[name as keyof typeof plain];
  const now = settings[key];
  const read = typeof now === 'string' ? toText : typeof now === 'number' ? toNumber : toFlag;
  Object.assign(settings, { [key]: read(value) });
  return true;
}

function measures(uxp: Uxp) {
  return {
    getVideoFrameRect: ({ width, height }: SettingsDraft) => uxp.wrap('RectF', { width, height }),
    setVideoFrameRect: (draft: SettingsDraft, [rect]: Args) => {
      Object.assign(draft, uxp.demand('RectF', rect));
      return true;
    },
    getAudioSampleRate: ({ sampleTicks }: SettingsDraft) =>
      uxp.wrap('FrameRate', { ticks: sampleTicks }),
    setAudioSampleRate: (draft: SettingsDraft, [rate]: Args) => {
      draft.sampleTicks = uxp.demand('FrameRate', rate).ticks;
      return true;
    },
    getVideoDisplayFormat: ({ displayFormat }: SettingsDraft) =>
      uxp.wrap('TimeDisplay', { type: displayFormat }),
    setVideoDisplayFormat: (draft: SettingsDraft, [format]: Args) => {
      draft.displayFormat = uxp.demand('TimeDisplay', format).type;
      return true;
    },
  };
}

function defineValues(uxp: Uxp): void {
  const size = (value: unknown) => (value === undefined ? 0 : toNumber(value));
  uxp.define('RectF', {
    isValue: true,
    construct: ([width, height]) => ({ width: size(width), height: size(height) }),
    getters: { width: ({ width }) => width, height: ({ height }) => height },
    setters: {
      width: (rect, value) => {
        rect.width = toNumber(value);
      },
      height: (rect, value) => {
        rect.height = toNumber(value);
      },
    },
  });
  uxp.define('TimeDisplay', {
    isValue: true,
    getters: { type: ({ type }) => type },
    setters: {
      type: (display, value) => {
        display.type = toNumber(value);
      },
    },
  });
}
