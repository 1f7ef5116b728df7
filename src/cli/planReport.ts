import type { ReportItem, StepPlan, StepReport } from '../contract/StepReport';
import { toStepReport } from '../workflows/stepReport';

/** A plan as a report in which nothing is done yet: what `--dry-run` prints. */
export function planReport(plan: StepPlan): StepReport<unknown> {
  const { columns, rows, findings, tables = [], fingerprint } = plan;
  const items = rows.map((row): ReportItem => {
    const code = row.action === 'blocked' ? 'blocked' : '';
    return { subject: row.subject, outcome: outcomes[row.action], code, message: row.reason };
  });
  const rest = { findings, result: { columns, rows, fingerprint } };
  return { ...toStepReport(plan.step, items, rest), tables, status: 'planned' };
}

const outcomes = {
  add: 'planned',
  change: 'planned',
  alreadyThere: 'alreadyThere',
  skip: 'skipped',
  blocked: 'failed',
} as const;
