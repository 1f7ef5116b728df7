import { frameRateOfTicks } from '../../../domain/time/FrameRate';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toNumber, toText } from '../es3/scriptValues';
import type { Clip, ProjectItem } from '../model/ProjectModel';
import { isClip, type Dom, type FootageReading } from './Dom';

/** Constants of `FootageInterpretation`. */
const constants = {
  ALPHACHANNEL_NONE: 0,
  ALPHACHANNEL_STRAIGHT: 1,
  ALPHACHANNEL_PREMULTIPLIED: 2,
  ALPHACHANNEL_IGNORE: 3,
  FIELD_TYPE_DEFAULT: -1,
  FIELD_TYPE_PROGRESSIVE: 0,
  FIELD_TYPE_UPPERFIRST: 1,
  FIELD_TYPE_LOWERFIRST: 2,
  VR_CONFORM_PROJECTION_NONE: 0,
  VR_CONFORM_PROJECTION_EQUIRECTANGULAR: 1,
  VR_LAYOUT_MONOSCOPIC: 0,
  VR_LAYOUT_STEREO_OVER_UNDER: 1,
  VR_LAYOUT_STEREO_SIDE_BY_SIDE: 2,
} as const;

/** Numbers of an interpretation, with the least and the greatest they can be. */
const numbers = {
  frameRate: [0.01, 1000],
  pixelAspectRatio: [0.01, 100],
  fieldType: [-1, 2],
  alphaUsage: [0, 3],
  vrConformProjectionType: [0, 1],
  vrLayoutType: [0, 2],
  vrHorizontalView: [0, 360],
  vrVerticalView: [0, 360],
} as const satisfies Partial<Record<keyof FootageReading, readonly [number, number]>>;

const flags = ['ignoreAlpha', 'invertAlpha', 'removePulldown'] as const;

/** `FootageInterpretation`: a copy that takes effect when it is given back. */
export function defineFootageInterpretation(dom: Dom): void {
  const names = Object.keys(numbers) as (keyof typeof numbers)[];
  dom.define('FootageInterpretation', {
    isValue: true,
    getters: {
      ...Object.fromEntries(
        [...names, ...flags].map((name) => [name, (reading: FootageReading) => reading[name]]),
      ),
      ...Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, () => value])),
    },
    setters: {
      ...Object.fromEntries(
        names.map((name) => [
          name,
          (reading: FootageReading, value: unknown) => {
            reading[name] = withinRange(toNumber(value), numbers[name]);
          },
        ]),
      ),
      ...Object.fromEntries(
        flags.map((name) => [
          name,
          (reading: FootageReading, value: unknown) => {
            reading[name] = Boolean(value);
          },
        ]),
      ),
    },
  });
}

function withinRange(value: number, [least, greatest]: readonly [number, number]): number {
  if (value < least || value > greatest) throw new ScriptError(scriptErrorTexts.illegalType);
  return value;
}

/** How an item's picture is read, and in which colours. */
export function interpretationReaders(dom: Dom) {
  return {
    getFootageInterpretation: (item: ProjectItem) =>
      isClip(item) && item.media.video
        ? dom.wrap('FootageInterpretation', readingOf(item, ownRateOf(item)))
        : 0,
    getColorSpace: (item: ProjectItem) => colorSpaceOf(dom, item, true),
    getOriginalColorSpace: (item: ProjectItem) => colorSpaceOf(dom, item, false),
    getEmbeddedLUTID: () => '',
    getInputLUTID: (item: ProjectItem) => (isClip(item) ? item.inputLutId : ''),
  };
}

/** Writers of the same. */
export function interpretationMutators(dom: Dom) {
  const yes = () => true;
  return {
    setFootageInterpretation: {
      run: (item: ProjectItem, [given]: readonly unknown[]) => {
        const reading = dom.demand('FootageInterpretation', given);
        if (!isClip(item) || !item.media.video) return false;
        const { frameRate, ...interpretation } = reading;
        const { pixelAspectRatio: before } = item.interpretation;
        setRate(item, frameRate);
        Object.assign(item.interpretation, interpretation);
        if (before === null && reading.pixelAspectRatio === 1) {
          item.interpretation.pixelAspectRatio = null;
        }
        return true;
      },
      pretend: yes,
    },
    setOverrideFrameRate: {
      run: (item: ProjectItem, [rate]: readonly unknown[]) => {
        const wanted = withinRange(toNumber(rate), numbers.frameRate);
        if (!isClip(item) || !item.media.video) return false;
        setRate(item, wanted);
        return true;
      },
      pretend: yes,
    },
    setOverridePixelAspectRatio: {
      run: (item: ProjectItem, [numerator, denominator]: readonly unknown[]) => {
        const ratio = toNumber(numerator) / toNumber(denominator);
        if (!isClip(item) || !item.media.video || !(ratio > 0 && ratio < 100)) return false;
        item.interpretation.pixelAspectRatio = ratio;
        return true;
      },
      pretend: yes,
    },
  };
}

/** Writers of an item's colours, and of how its placements are scaled. */
export function pictureMutators() {
  return {
    setOverrideColorSpace: {
      run: (item: ProjectItem, [name]: readonly unknown[]) => {
        const wanted = toText(name);
        if (isClip(item) && colorSpaces.includes(wanted)) item.colorSpace = wanted;
      },
      pretend: () => undefined,
    },
    setScaleToFrameSize: {
      run: (item: ProjectItem) => {
        if (isClip(item)) item.scalesToFrame = true;
        return 0;
      },
    },
  };
}

/** Colour spaces that can replace a medium's own (premiere-scripting-guide, ProjectItem). */
export const colorSpaces: readonly string[] = [
  'sRGB',
  'BT.601 (NTSC)',
  'BT.601 (PAL)',
  'BT.709',
  'BT.709 (Scene)',
  'BT.2020',
  'BT.2020 (Scene)',
  'BT.2100 PQ',
  'BT.2100 PQ (Scene)',
  'BT.2100 HLG',
  'BT.2100 HLG (Scene)',
  'DCDM XYZ',
];

function readingOf({ interpretation, rateOverride }: Clip, ownRate: number): FootageReading {
  const pixelAspectRatio = interpretation.pixelAspectRatio ?? 1;
  return { ...interpretation, pixelAspectRatio, frameRate: rateOverride ?? ownRate };
}

/** Frames a second of the medium itself, rounded as Premiere hands them out. */
function ownRateOf({ media }: Clip): number {
  if (!media.video) return 0;
  const rate = frameRateOfTicks(media.video.frameTicks);
  return Number((rate.numerator / rate.denominator).toFixed(6));
}

function setRate(item: Clip, rate: number): void {
  item.rateOverride = rate === ownRateOf(item) ? null : rate;
}

/** What Premiere names of a colour space; the curves go with the name. */
function colorSpaceOf(dom: Dom, item: ProjectItem, isReplaced: boolean): object | 0 {
  if (!isClip(item) || !item.media.video) return 0;
  const name = (isReplaced && item.colorSpace) || 'BT.709';
  return dom.realm.record({
    name,
    transferCharacteristic: name,
    primaries: name,
    matrixEquation: name,
  });
}
