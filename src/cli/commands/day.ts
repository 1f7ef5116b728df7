import path from 'node:path';
import type { MediaEngine } from '../../contract/MediaEngine';
import type { StepName } from '../../contract/StepReport';
import { UserFacingError } from '../../contract/UserFacingError';
import { formatDayReport } from '../../workflows/formatDayReport';
import {
  bundleOf,
  daySteps,
  exportsFolderOf,
  previewShootingDay,
  readShootingDay,
  runShootingDay,
  type DayReport,
} from '../../workflows/runShootingDay';
import { planReport } from '../planReport';
import { reportLines } from '../Terminal';
import {
  withEngine,
  withProject,
  type CommandContext,
  type CommonOptions,
  type ExitStatus,
} from './Command';

interface DayOptions extends CommonOptions {
  readonly out: string;
  readonly step?: readonly string[];
  /** Seconds. */
  readonly stall: number;
}

/** `slateflow day DAY.json --out DIR [--step NAME…]`: every step unattended, in order. */
export async function day(
  context: CommandContext,
  dayPath: string,
  options: DayOptions,
): Promise<ExitStatus> {
  const { terminal, signal } = context;
  const steps = toSteps(options.step ?? daySteps);
  return withEngine(context, async (open) => {
    const shootingDay = await readShootingDay(dayPath, open.engine);
    const projectPath = path.join(options.out, `${safeFileName(shootingDay.title)}.prproj`);
    await open.engine.makeFolder({ path: options.out });
    const use = { projectPath, open, isWritten: !options.dryRun };
    return withProject(context, use, async ({ premiere }) => {
      const ports = { premiere, engine: open.engine };
      const { out: outFolder, stall: stallSeconds } = options;
      const request = { day: shootingDay, outFolder, steps, stallSeconds };
      const job = terminal.job(signal);
      if (options.dryRun) {
        const plans = (await previewShootingDay(request, ports, job)).map(planReport);
        terminal.result({ title: shootingDay.title, steps: plans }, plans.flatMap(reportLines));
        return 0;
      }
      const report = await runShootingDay(request, ports, job);
      const summary = summarise(options.out, projectPath, report);
      await writeReports(options.out, report, open.engine);
      const lines = [...report.steps.flatMap(reportLines), '', ...summary];
      terminal.result({ ...report, projectPath, summary }, lines);
      return report.steps.some((step) => step.counts.failed > 0) ? 1 : 0;
    });
  });
}

function toSteps(names: readonly string[]): StepName[] {
  return names.map((name) => {
    const step = daySteps.find((known) => known === name);
    if (step !== undefined) return step;
    const known = daySteps.join(', ');
    throw new UserFacingError(
      'bad-arguments',
      `There is no step “${name}”. The steps are ${known}.`,
    );
  });
}

/** A title as a file name: separators and what Windows refuses become blanks. */
function safeFileName(title: string): string {
  return title.replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ').replace(/^[. ]+|[. ]+$/g, '') || 'Project';
}

async function writeReports(folder: string, report: DayReport, engine: MediaEngine): Promise<void> {
  const json = JSON.stringify(report, null, 2);
  const write = (name: string, text: string) =>
    engine.writeText({ path: path.join(folder, name), text, overwrite: true });
  await write('report.json', json);
  await write('report.html', formatDayReport(report));
}

function summarise(out: string, projectPath: string, report: DayReport): string[] {
  const isWhole = report.steps.every((step) => step.counts.failed === 0);
  const made = report.steps.reduce((sum, step) => sum + step.counts.done, 0);
  const verdict = isWhole ? 'is done' : 'is done with failures, which the report lists';
  const changes = made === 0 ? 'Nothing was left to do: all of it was already there.' : '';
  return [
    `“${report.title}” ${verdict}. ${changes}`.trim(),
    `  The project:                            ${projectPath}`,
    ...report.steps.flatMap(({ step, counts }) => {
      const place = places[step as StepName];
      // Nothing is called checked or verified of which a part is not.
      return place && counts.failed === 0 ? [`  ${place.what.padEnd(38)}  ${place.of(out)}`] : [];
    }),
    `  What was done and found, step by step:  ${path.join(out, 'report.html')}`,
  ];
}

/** What a step leaves beside the project, once all of it succeeded. */
const places: Partial<
  Record<StepName, { readonly what: string; readonly of: (out: string) => string }>
> = {
  export: { what: 'The checked exports:', of: exportsFolderOf },
  archive: { what: 'The verified archive bundle:', of: bundleOf },
};
