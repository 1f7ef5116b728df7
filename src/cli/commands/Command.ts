import type { StepReport } from '../../contract/StepReport';
import type { Implementations, OpenEngine } from '../Implementations';
import type { OutputOptions, Terminal } from '../Terminal';

/** What every command is given beside its own arguments. */
export interface CommandContext {
  readonly implementations: Implementations;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** The options that every command takes, as commander hands them over. */
export interface CommonOptions extends OutputOptions {
  readonly dryRun?: boolean;
}

/** How a command ended: 0 all well, 1 finished with failures that the report lists. */
export type ExitStatus = 0 | 1;

/** Starts the engine for one command and stops it whatever happens. */
export async function withEngine(
  { implementations }: CommandContext,
  work: (open: OpenEngine) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  const open = await implementations.openEngine();
  try {
    return await work(open);
  } finally {
    await open.stop();
  }
}

/** 1 as soon as anything failed. */
export function exitStatusOf(report: StepReport<unknown>): ExitStatus {
  return report.counts.failed > 0 ? 1 : 0;
}
