import type { DeliveryRule, RuleSelector, RuleValue } from './DeliveryRule';
import type { DeliverySpec } from './DeliverySpec';
import { readSelector, type MeasuredMedia } from './MeasuredMedia';
import { rulesOf, type ExpectedSequence } from './rulesOf';

/** How a file stands to one rule. */
export interface RuleResult {
  readonly selector: RuleSelector;
  /** The selector in words. */
  readonly title: string;
  /** Unknown is never a pass. */
  readonly state: 'pass' | 'fail' | 'notMeasurable';
  readonly severity: DeliveryRule['severity'];
  readonly expected: string;
  /** As measured; empty when it could not be. */
  readonly measured: string;
  /** Why it could not be measured; empty otherwise. */
  readonly reason: string;
  readonly source: string;
}

const titles: Readonly<Record<RuleSelector, string>> = {
  'container.brand': 'Container',
  'video.codec': 'Picture codec',
  'video.profile': 'Picture profile',
  'video.width': 'Picture width',
  'video.height': 'Picture height',
  'video.sampleAspectRatio': 'Pixel aspect ratio',
  'video.frameRate': 'Frame rate',
  'video.constantFrameRate': 'Constant frame rate',
  'video.frames': 'Number of frames',
  'video.scan': 'Scan',
  'video.pixelFormat': 'Pixel format',
  'video.colorPrimaries': 'Colour primaries',
  'video.colorTransfer': 'Colour transfer',
  'video.colorMatrix': 'Colour matrix',
  'video.colorRange': 'Colour range',
  'video.bitrateKbps': 'Picture bit rate (kbit/s)',
  'audio.codec': 'Sound codec',
  'audio.sampleRate': 'Sample rate (Hz)',
  'audio.channels': 'Sound channels',
  'file.moovBeforeMdat': 'Index before the media (fast start)',
  'loudness.integratedLufs': 'Loudness (LUFS)',
  'loudness.truePeakDbtp': 'True peak (dBTP)',
};

/** Judges a rendered file by every rule of its specification and against its sequence. */
export function judgeMedia(
  spec: DeliverySpec,
  expected: ExpectedSequence,
  measured: MeasuredMedia,
): readonly RuleResult[] {
  return rulesOf(spec, expected).map((rule) => judgeRule(rule, measured));
}

/** Whether a file may be called verified: every rule that a recipient rejects by is passed. */
export function isAccepted(results: readonly RuleResult[]): boolean {
  return results.every(({ severity, state }) => severity !== 'reject' || state === 'pass');
}

function judgeRule(rule: DeliveryRule, media: MeasuredMedia): RuleResult {
  const { selector, severity, source } = rule;
  const shared = { selector, title: titles[selector], severity, source };
  const expected = formatExpected(rule);
  const found = readSelector(selector, media);
  if (!found.ok) {
    return { ...shared, state: 'notMeasurable', expected, measured: '', reason: found.reason };
  }
  const state = keeps(rule, found.value) ? 'pass' : 'fail';
  return { ...shared, state, expected, measured: formatValue(found.value), reason: '' };
}

function keeps(rule: DeliveryRule, found: RuleValue): boolean {
  if (rule.operator === 'equals') return found === rule.value;
  if (rule.operator === 'oneOf') return rule.value.includes(found);
  return typeof found === 'number' && keepsLimit(rule, found);
}

function keepsLimit(
  rule: Extract<DeliveryRule, { operator: 'atMost' | 'atLeast' | 'within' }>,
  found: number,
): boolean {
  switch (rule.operator) {
    case 'atMost':
      return found <= rule.value;
    case 'atLeast':
      return found >= rule.value;
    case 'within':
      return Math.abs(found - rule.value) <= rule.tolerance;
  }
}

function formatExpected(rule: DeliveryRule): string {
  switch (rule.operator) {
    case 'equals':
      return formatValue(rule.value);
    case 'oneOf':
      return rule.value.map(formatValue).join(' or ');
    case 'atMost':
      return `at most ${rule.value}`;
    case 'atLeast':
      return `at least ${rule.value}`;
    case 'within':
      return `${rule.value} ± ${rule.tolerance}`;
  }
}

function formatValue(value: RuleValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
