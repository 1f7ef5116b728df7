import { archiveProject, previewArchive } from '../../workflows/archiveProject';
import { buildRoughCut, previewRoughCut } from '../../workflows/buildRoughCut';
import { exportSequence, previewExport } from '../../workflows/exportSequence';
import { previewSync, syncSound } from '../../workflows/syncSound';
import type { CommandContext, CommonOptions, ExitStatus } from './Command';
import { runStep } from './runStep';

type ProjectOptions = CommonOptions & { readonly project: string };

/** `slateflow sync --project FILE` */
export function sync(context: CommandContext, options: ProjectOptions): Promise<ExitStatus> {
  return runStep(context, options, {
    preview: (ports, job) => previewSync({}, ports, job),
    apply: (ports, job) => syncSound({ expectedPlan: null }, ports, job),
  });
}

/** `slateflow roughcut --project FILE --script FILE [--log CSV] [--sequence NAME]` */
export function roughcut(
  context: CommandContext,
  options: ProjectOptions & {
    readonly script: string;
    readonly log?: string;
    readonly sequence: string;
  },
): Promise<ExitStatus> {
  const request = {
    scriptPath: options.script,
    logPath: options.log ?? null,
    sequenceName: options.sequence,
  };
  return runStep(context, options, {
    preview: (ports, job) => previewRoughCut(request, ports, job),
    apply: (ports, job) => buildRoughCut({ ...request, expectedPlan: null }, ports, job),
  });
}

/** `slateflow export --project FILE --sequence NAME --spec NAME|FILE… --out DIR` */
export function exportTo(
  context: CommandContext,
  options: ProjectOptions & {
    readonly sequence: string;
    readonly spec: readonly string[];
    readonly out: string;
    /** Seconds. */
    readonly stall: number;
  },
): Promise<ExitStatus> {
  const request = {
    sequenceName: options.sequence,
    specIds: options.spec,
    outputFolder: options.out,
    stallSeconds: options.stall,
  };
  return runStep(context, options, {
    preview: (ports, job) => previewExport(request, ports, job),
    apply: (ports, job) => exportSequence({ ...request, expectedPlan: null }, ports, job),
  });
}

/** `slateflow archive --project FILE --out DIR [--source DIR…] [--exports DIR]` */
export function archive(
  context: CommandContext,
  options: ProjectOptions & {
    readonly out: string;
    readonly title: string;
    readonly source: readonly string[];
    readonly exports?: string;
  },
): Promise<ExitStatus> {
  const request = {
    bundle: options.out,
    title: options.title,
    sources: options.source,
    exportsFolder: options.exports ?? null,
  };
  return runStep(context, options, {
    preview: (ports, job) => previewArchive(request, ports, job),
    apply: (ports, job) => archiveProject({ ...request, expectedPlan: null }, ports, job),
  });
}
