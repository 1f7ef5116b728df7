import type { StepReport } from '../contract/StepReport';
import type { DayReport } from './runShootingDay';

const style = `body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#222}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}th,td{text-align:left;padding:.25rem .6rem;border-bottom:1px solid #ddd;vertical-align:top;overflow-wrap:anywhere}
.failed,.error{color:#a00}.warning{color:#850}.numbers{font-weight:600}`;

/** A day's report as one HTML page that needs nothing beside it. */
export function formatDayReport(report: DayReport): string {
  const title = escapeHtml(report.title);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head>
<body><h1>${title}</h1>
${report.steps.map(formatStep).join('\n')}
</body></html>
`;
}

function formatStep(step: StepReport<unknown>): string {
  const { planned, done, alreadyThere, failed, skipped } = step.counts;
  const items = step.items.map(
    (item) => [item.outcome, item.subject, item.message, item.outcome] as const,
  );
  const findings = step.findings.map(
    (finding) => [finding.severity, finding.subject, finding.message, finding.severity] as const,
  );
  return `<h2>${escapeHtml(step.step)}: ${escapeHtml(step.status)}</h2>
<p class="numbers">${planned} planned = ${done} done + ${alreadyThere} already there + ${failed} failed; ${skipped} skipped</p>
${formatTable(['Outcome', 'Subject', 'Message'], items)}
${findings.length === 0 ? '' : formatTable(['Severity', 'Finding about', 'What'], findings)}`;
}

type Row = readonly [string, string, string, string];

function formatTable(headings: readonly string[], rows: readonly Row[]): string {
  const head = headings.map((heading) => `<th>${heading}</th>`).join('');
  const body = rows
    .map(([first, second, third, rowClass]) => {
      const cells = [first, second, third].map((cell) => `<td>${escapeHtml(cell)}</td>`).join('');
      return `<tr class="${escapeHtml(rowClass)}">${cells}</tr>`;
    })
    .join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
