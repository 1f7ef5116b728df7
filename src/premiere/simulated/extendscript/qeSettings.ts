import { toFlag, toNumber, toText } from '../es3/scriptValues';
import type { TrackItem } from '../model/ProjectModel';
import type { QeStretch } from './Dom';

type Args = readonly unknown[];

/** What is kept of an item for QE alone: setter, and the name it is read by. */
const kept: Readonly<Record<string, string>> = {
  setAntiAliasQuality: 'antiAliasQuality',
  setBorderWidth: 'borderWidth',
  setEndPercent: 'endPercent',
  setFrameBlend: 'frameBlend',
  setMulticam: 'multicamEnabled',
  setScaleToFrameSize: 'scaleToFrameSize',
  setStartPercent: 'startPercent',
  setSwitchSources: 'switchSources',
  setTimeInterpolationType: 'timeInterpolationType',
};

/** Readers of those, with what QE tells of speed; numbers all, and 0 for what is no clip. */
export function settingReaders() {
  const names = [...Object.values(kept), 'borderColor', 'staticClipGain'];
  const read =
    (of: (item: TrackItem) => number) =>
    ({ item }: QeStretch) =>
      item ? of(item) : 0;
  return {
    ...Object.fromEntries(
      names.map((name) => [name, read(({ qeSettings }) => qeSettings.get(name) ?? 0)]),
    ),
    speed: read(({ speed }) => speed),
    reversed: read(({ isReversed }) => Number(isReversed)),
    reverse: read(({ isReversed }) => Number(isReversed)),
  };
}

/** Setters that move nothing; on a gap or a transition they answer false. */
export function settings() {
  const set = (write: (item: TrackItem, args: Args) => void) => ({
    run: ({ item }: QeStretch, args: Args) => {
      if (item) write(item, args);
      return item !== null;
    },
    pretend: () => true,
  });
  return {
    ...Object.fromEntries(
      Object.entries(kept).map(([setter, name]) => [
        setter,
        set(({ qeSettings }, [value]) => qeSettings.set(name, toNumber(value))),
      ]),
    ),
    setBorderColor: set(({ qeSettings }, parts) => {
      const [red, green, blue] = [parts[0], parts[1], parts[2]].map(toNumber);
      qeSettings.set('borderColor', ((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0));
    }),
    setReverse: set((item, [value]) => {
      item.isReversed = toFlag(value);
    }),
    setName: set((item, [name]) => {
      item.name = toText(name);
    }),
    // Where a transition's own border stands in the panel: nothing else reads it.
    setStartPosition: set(() => undefined),
    setEndPosition: set(() => undefined),
  };
}
