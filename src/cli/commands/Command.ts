import type { StepReport } from '../../contract/StepReport';
import type { Implementations, OpenEngine, OpenPremiere, Writing } from '../Implementations';
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

/** Which project is opened with which engine, and whether it is to be written. */
export interface ProjectUse {
  readonly projectPath: string;
  readonly open: OpenEngine;
  readonly isWritten: boolean;
}

/** Opens a project for one command and closes it whatever happens. */
export async function withProject(
  context: CommandContext,
  { projectPath, open, isWritten }: ProjectUse,
  work: (project: OpenPremiere) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  const writing = isWritten ? toWriting(context) : null;
  const project = await context.implementations.openPremiere(projectPath, open, writing);
  try {
    return await work(project);
  } finally {
    project.close();
  }
}

/** How a command waits for a project that it is to write. */
export function toWriting({ signal, terminal }: CommandContext): Writing {
  return { signal, note: (line) => terminal.note(line) };
}

/** 1 as soon as anything failed. */
export function exitStatusOf(report: StepReport<unknown>): ExitStatus {
  return report.counts.failed > 0 ? 1 : 0;
}
