import type { JobContext } from '../contract/JobContext';
import type { MediaMeasurements } from '../contract/MediaEngine';
import type { Ports } from '../contract/Ports';
import type { Finding, ReportItem, StepReport } from '../contract/StepReport';
import { UserFacingError } from '../contract/UserFacingError';
import { judgeMedia, type RuleResult } from '../domain/spec/judgeMedia';
import type { ExpectedSequence } from '../domain/spec/rulesOf';
import { parseFrameRate, toFrames } from '../domain/time/FrameRate';
import { parseTicks } from '../domain/time/Ticks';
import { readDeliverySpec } from './readDeliverySpec';
import { toStepReport } from './stepReport';

/** What a check measured, rule by rule. */
export interface CheckResult {
  readonly path: string;
  readonly spec: string;
  readonly rules: readonly RuleResult[];
  readonly measuredWith: string;
}

/** Checks one file against one delivery specification. The file's own length and rate count as meant. */
export async function checkMedia(
  request: { readonly path: string; readonly specId: string },
  ports: Pick<Ports, 'engine'>,
  job: JobContext,
): Promise<StepReport<CheckResult>> {
  const spec = await readDeliverySpec(request.specId, ports);
  const measured = await ports.engine.measure({ path: request.path }, job);
  const rules = judgeMedia(spec, ownLength(measured), measured);
  const { measuredWith } = measured;
  return toStepReport('check', rules.map(toItem), {
    findings: rules.flatMap((rule) => toFinding(rule, request.path)),
    result: { path: request.path, spec: spec.id, rules, measuredWith },
  });
}

/** A rule of advice that is not kept: a finding, never a failure. */
export function toFinding(rule: RuleResult, path: string): readonly Finding[] {
  if (rule.state === 'pass' || rule.severity === 'reject') return [];
  const severity = rule.severity === 'warn' && rule.state === 'fail' ? 'warning' : 'info';
  return [{ code: `advice-${rule.selector}`, severity, subject: path, message: explainRule(rule) }];
}

/** A rule's result in words. */
export function explainRule(rule: RuleResult): string {
  if (rule.state === 'pass') return `${rule.title}: ${rule.measured}.`;
  if (rule.state === 'notMeasurable') return `${rule.title} could not be measured. ${rule.reason}`;
  return `${rule.title} is ${rule.measured}; ${rule.expected} is asked for (${rule.source}).`;
}

function toItem(rule: RuleResult): ReportItem {
  const subject = rule.title;
  const message = explainRule(rule);
  if (rule.state === 'pass') return { subject, outcome: 'done', code: '', message };
  if (rule.severity !== 'reject') return { subject, outcome: 'skipped', code: 'advice', message };
  const code = rule.state === 'fail' ? 'not-to-specification' : 'not-measurable';
  return { subject, outcome: 'failed', code, message };
}

function ownLength({ media, videoFrames }: MediaMeasurements): ExpectedSequence {
  const frameRate = parseFrameRate(media.video?.frameRate ?? '');
  if (frameRate && videoFrames !== null) {
    const durationTicks = parseTicks(media.durationTicks);
    return { frameRate, frames: toFrames(videoFrames), durationTicks };
  }
  throw new UserFacingError(
    'media-unreadable',
    `“${media.path}” holds no picture that can be counted, so it cannot be checked.`,
  );
}
