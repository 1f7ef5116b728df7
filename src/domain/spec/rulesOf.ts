import {
  formatFrameRate,
  parseFrameRate,
  sameFrameRate,
  ticksToNearestFrame,
  type FrameRate,
  type Frames,
} from '../time/FrameRate';
import type { Ticks } from '../time/Ticks';
import type { DeliveryRule, RuleSelector, RuleValue } from './DeliveryRule';
import type { DeliverySpec } from './DeliverySpec';

/** The sequence that was exported. */
export interface ExpectedSequence {
  readonly frames: Frames;
  readonly durationTicks: Ticks;
  readonly frameRate: FrameRate;
}

/** Brands that files of a container carry (ISO/IEC 14496-12; QuickTime's is `qt  `). */
const brands: Readonly<Record<DeliverySpec['container'], readonly string[]>> = {
  mov: ['qt'],
  mp4: ['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V'],
};

/** How ffprobe names the profiles. */
const profileNames: Readonly<Record<DeliverySpec['video']['profile'], readonly string[]>> = {
  baseline: ['Baseline', 'Constrained Baseline'],
  main: ['Main'],
  high: ['High'],
  proxy: ['Proxy'],
  lt: ['LT'],
  standard: ['Standard'],
  hq: ['HQ'],
};

/** Every rule a file is judged by: those that follow from the format, the advice, the preset's own. */
export function rulesOf(spec: DeliverySpec, expected: ExpectedSequence): readonly DeliveryRule[] {
  const written = new Set(spec.rules.map(({ selector }) => selector));
  const derived = [...formatRules(spec), ...timeRules(spec, expected), ...loudnessRules(spec)];
  // What a preset says itself of a selector stands in place of what follows from the format.
  return [...derived.filter(({ selector }) => !written.has(selector)), ...spec.rules];
}

function formatRules(spec: DeliverySpec): readonly DeliveryRule[] {
  const { container, video, audio, source } = spec;
  const { primaries, transfer, matrix, range } = video.colour;
  const reject = (selector: RuleSelector, value: RuleValue): DeliveryRule => ({
    selector,
    operator: 'equals',
    value,
    severity: 'reject',
    source,
  });
  const warn = (selector: RuleSelector, value: RuleValue): DeliveryRule => ({
    ...reject(selector, value),
    severity: 'warn',
  });
  const oneOf = (selector: RuleSelector, value: readonly string[]): DeliveryRule => ({
    selector,
    operator: 'oneOf',
    value: [...value],
    severity: 'reject',
    source,
  });
  return [
    oneOf('container.brand', brands[container]),
    reject('video.codec', video.codec),
    oneOf('video.profile', profileNames[video.profile]),
    reject('video.width', video.width),
    reject('video.height', video.height),
    reject('video.sampleAspectRatio', '1:1'),
    reject('video.pixelFormat', video.pixelFormat),
    warn('video.scan', 'progressive'),
    warn('video.colorPrimaries', primaries),
    warn('video.colorTransfer', transfer),
    warn('video.colorMatrix', matrix),
    ...(range === null ? [] : [warn('video.colorRange', range)]),
    reject('audio.codec', audio.codec),
    reject('audio.sampleRate', audio.sampleRate),
    reject('audio.channels', audio.channels),
  ];
}

function timeRules(
  { video, source }: DeliverySpec,
  expected: ExpectedSequence,
): readonly DeliveryRule[] {
  const rate = video.frameRate === 'source' ? expected.frameRate : parseFrameRate(video.frameRate);
  if (!rate) throw new RangeError(`“${video.frameRate}” is not a frame rate.`);
  const isSameRate = sameFrameRate(rate, expected.frameRate);
  const shared = { severity: 'reject', source } as const;
  return [
    { ...shared, selector: 'video.frameRate', operator: 'equals', value: formatFrameRate(rate) },
    { ...shared, selector: 'video.constantFrameRate', operator: 'equals', value: true },
    isSameRate
      ? { ...shared, selector: 'video.frames', operator: 'equals', value: expected.frames }
      : {
          ...shared,
          selector: 'video.frames',
          operator: 'within',
          value: ticksToNearestFrame(expected.durationTicks, rate),
          // A rate conversion may show its last frame or not.
          tolerance: 1,
        },
  ];
}

function loudnessRules({ loudness }: DeliverySpec): readonly DeliveryRule[] {
  if (!loudness) return [];
  const { source } = loudness;
  return [
    {
      selector: 'loudness.integratedLufs',
      operator: 'within',
      value: loudness.integratedLufs,
      tolerance: loudness.toleranceLu,
      severity: 'warn',
      source,
    },
    {
      selector: 'loudness.truePeakDbtp',
      operator: 'atMost',
      value: loudness.maximumTruePeakDbtp,
      severity: 'warn',
      source,
    },
  ];
}
