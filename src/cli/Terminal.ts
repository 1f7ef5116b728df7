import type { JobContext, Progress } from '../contract/JobContext';
import type { ReportItem, StepReport } from '../contract/StepReport';

/** The options that every command takes. */
export interface OutputOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Where a command writes: one result to standard output, progress to standard error. */
export class Terminal {
  private lastProgressMs = 0;

  constructor(
    private readonly options: OutputOptions,
    private readonly streams: {
      readonly out: NodeJS.WritableStream;
      readonly err: NodeJS.WritableStream;
    },
  ) {}

  /** The command's one result: a JSON document, or lines of words. */
  result(document: unknown, lines: readonly string[]): void {
    const text = this.options.json ? JSON.stringify(document, null, 2) : lines.join('\n');
    this.streams.out.write(`${text}\n`);
  }

  /** One of several results: a line of JSON, or lines of words. */
  line(document: unknown, lines: readonly string[]): void {
    this.streams.out.write(`${this.options.json ? JSON.stringify(document) : lines.join('\n')}\n`);
  }

  /** A remark beside the result; silent with `--quiet`. */
  note(line: string): void {
    if (!this.options.quiet) this.streams.err.write(`${line}\n`);
  }

  /** A sentence on why a command failed; never silent. */
  failure(sentence: string): void {
    this.streams.err.write(`${sentence}\n`);
  }

  /** A job under `signal` whose progress is shown twice a second. */
  job(signal: AbortSignal): JobContext {
    const report = (progress: Progress) => {
      const isLast = progress.done === progress.total;
      const now = Date.now();
      if (!isLast && now - this.lastProgressMs < 500) return;
      this.lastProgressMs = now;
      this.note(`  ${formatProgress(progress)}`);
    };
    return { signal, report, checkpoint: () => signal.throwIfAborted() };
  }
}

/** A report in words: the numbers, then what failed and why, then the findings. */
export function reportLines(report: StepReport<unknown>): string[] {
  const { planned, done, alreadyThere, failed, skipped } = report.counts;
  const isPlan = report.status === 'planned';
  const numbers = isPlan
    ? `${planned} planned, ${alreadyThere} of them already there, ${skipped} skipped`
    : `${planned} planned = ${done} done + ${alreadyThere} already there + ${failed} failed, ${skipped} skipped`;
  const failures = report.items.filter((item) => item.outcome === 'failed').map(itemLine);
  const findings = report.findings.map(
    (finding) =>
      `  ${finding.severity}: ${printable(finding.subject)}: ${printable(finding.message)}`,
  );
  return [`${report.step}: ${report.status}. ${numbers}.`, ...failures, ...findings];
}

function itemLine(item: ReportItem): string {
  return `  failed: ${printable(item.subject)}: ${printable(item.message)}`;
}

function formatProgress({ done, total, unit, subject }: Progress): string {
  return `${done} of ${total} ${unit}${subject ? ` · ${printable(subject)}` : ''}`;
}

/** Text from files shown so that no control character reaches the terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\uFFFD');
}
