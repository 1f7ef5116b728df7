import type { JobContext } from '../../contract/JobContext';
import type { Ports } from '../../contract/Ports';
import type { StepPlan, StepReport } from '../../contract/StepReport';
import { planReport } from '../planReport';
import { reportLines } from '../Terminal';
import {
  exitStatusOf,
  withEngine,
  withProject,
  type CommandContext,
  type CommonOptions,
  type ExitStatus,
} from './Command';

/** A step's two faces: what it would do, and doing it. */
export interface Step {
  readonly preview: (ports: Ports, job: JobContext) => Promise<StepPlan>;
  readonly apply: (ports: Ports, job: JobContext) => Promise<StepReport<unknown>>;
}

/** Opens the project, runs one step on it or only plans it, prints the report. */
export async function runStep(
  context: CommandContext,
  options: CommonOptions & { readonly project: string },
  step: Step,
): Promise<ExitStatus> {
  const { terminal, signal } = context;
  return withEngine(context, (open) => {
    const use = { projectPath: options.project, open, isWritten: !options.dryRun };
    return withProject(context, use, async ({ premiere }) => {
      const ports = { premiere, engine: open.engine };
      const job = terminal.job(signal);
      const report = options.dryRun
        ? planReport(await step.preview(ports, job))
        : await step.apply(ports, job);
      terminal.result(report, reportLines(report));
      return exitStatusOf(report);
    });
  });
}
