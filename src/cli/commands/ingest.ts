import type { JobContext } from '../../contract/JobContext';
import type { Ports } from '../../contract/Ports';
import { ingestMedia, previewIngest, type IngestRequest } from '../../workflows/ingestMedia';
import { watchIngest, type WatchedLook } from '../../workflows/watchIngest';
import { planReport } from '../planReport';
import { reportLines, type Terminal } from '../Terminal';
import {
  withEngine,
  withProject,
  type CommandContext,
  type CommonOptions,
  type ExitStatus,
} from './Command';
import { runStep } from './runStep';

/** What `ingest` takes beside its sources. */
export interface IngestOptions extends CommonOptions {
  readonly project: string;
  readonly preset: string;
  readonly log: readonly string[];
  /** Folder for copies at a constant frame rate. */
  readonly constantRate?: string;
  readonly watch?: boolean;
  /** Seconds from one look to the next. */
  readonly every: number;
}

/** `slateflow ingest SOURCE… --project FILE [--preset NAME|FILE] [--log FILE…] [--watch]` */
export function ingest(
  context: CommandContext,
  sources: readonly string[],
  options: IngestOptions,
): Promise<ExitStatus> {
  const request: IngestRequest = {
    sources,
    presetId: options.preset,
    presetText: null,
    logPaths: options.log,
    ...(options.constantRate === undefined ? {} : { constantRateFolder: options.constantRate }),
  };
  if (options.watch) return watch(context, request, options);
  return runStep(context, options, {
    preview: (ports, job) => previewIngest(request, ports, job),
    apply: (ports, job) => ingestMedia({ ...request, expectedPlan: null }, ports, job),
  });
}

/** Watches until it is interrupted; every look is told as it is taken, a line of JSON each if asked. */
function watch(
  context: CommandContext,
  request: IngestRequest,
  { project, every }: IngestOptions,
): Promise<ExitStatus> {
  const { terminal, signal } = context;
  return withEngine(context, (open) =>
    withProject(context, { projectPath: project, open, isWritten: true }, ({ premiere }) => {
      const ports: Ports = { premiere, engine: open.engine };
      const job: JobContext = terminal.job(signal);
      const onLook = (look: WatchedLook) => tell(look, terminal);
      return watchIngest({ ...request, onLook, everyMs: every * 1000 }, ports, job);
    }),
  );
}

function tell(look: WatchedLook, terminal: Terminal): void {
  if (look.kind === 'problem') {
    terminal.failure(look.error.message);
    return;
  }
  const report = look.kind === 'planned' ? planReport(look.plan) : look.report;
  terminal.line(report, reportLines(report));
}
