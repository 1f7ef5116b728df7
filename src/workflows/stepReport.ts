import type { Finding, ReportItem, StepCounts, StepReport } from '../contract/StepReport';

/**
 * A step's report from what became of each thing. The four numbers are counted here and nowhere
 * else: planned = done + alreadyThere + failed, skipped beside them.
 */
export function toStepReport<Result>(
  step: StepReport['step'],
  items: readonly ReportItem[],
  rest: { readonly findings: readonly Finding[]; readonly result: Result },
): StepReport<Result> {
  const counts = countOutcomes(items);
  return { step, status: statusOf(counts), counts, items, ...rest };
}

function countOutcomes(items: readonly ReportItem[]): StepCounts {
  const count = (outcome: ReportItem['outcome']) =>
    items.filter((item) => item.outcome === outcome).length;
  const done = count('done');
  const alreadyThere = count('alreadyThere');
  const failed = count('failed');
  const planned = count('planned') + done + alreadyThere + failed;
  return { planned, done, alreadyThere, failed, skipped: count('skipped') };
}

function statusOf({ done, alreadyThere, failed }: StepCounts): StepReport['status'] {
  if (failed === 0) return 'done';
  return done + alreadyThere > 0 ? 'partial' : 'failed';
}
