import type { MediaEngine } from '../../contract/MediaEngine';
import type { JobContext } from '../../contract/JobContext';
import type { StepReport } from '../../contract/StepReport';
import { checkMedia } from '../../workflows/checkMedia';
import { verifyBundle } from '../../workflows/verifyBundle';
import { reportLines } from '../Terminal';
import {
  exitStatusOf,
  withEngine,
  withProject,
  type CommandContext,
  type CommonOptions,
  type ExitStatus,
} from './Command';

/** `slateflow probe PATH…`: what the engine knows of each media file. */
export function probe(context: CommandContext, paths: readonly string[]): Promise<ExitStatus> {
  const { terminal, signal } = context;
  return withEngine(context, async ({ engine }) => {
    const results = await engine.probe({ paths }, terminal.job(signal));
    const lines = results.map((result) =>
      result.ok
        ? `${result.path}: ${result.media.container}, starts ${result.media.startTimecode || 'without timecode'}`
        : `${result.path}: ${result.message}`,
    );
    terminal.result({ files: results }, lines);
    return results.every((result) => result.ok) ? 0 : 1;
  });
}

/** `slateflow verify DIR`: a backup or an archive against its manifests. */
export function verify(context: CommandContext, folder: string): Promise<ExitStatus> {
  return report(context, (engine, job) => verifyBundle({ path: folder }, { engine }, job));
}

/** `slateflow check MEDIA --spec NAME|FILE`: one file against one delivery specification. */
export function check(
  context: CommandContext,
  media: string,
  options: CommonOptions & { readonly spec: string },
): Promise<ExitStatus> {
  const request = { path: media, specId: options.spec };
  return report(context, (engine, job) => checkMedia(request, { engine }, job));
}

/** `slateflow project show FILE`: the project snapshot. */
export function showProject(context: CommandContext, file: string): Promise<ExitStatus> {
  return withEngine(context, (open) =>
    withProject(context, { projectPath: file, open, isWritten: false }, (project) => {
      const snapshot = project.snapshot();
      context.terminal.result(snapshot, [
        `${snapshot.name}: ${snapshot.bins.length} bins, ${snapshot.items.length} items, ${snapshot.sequences.length} sequences`,
        ...snapshot.items.map(
          (item) => `${item.binPath}/${item.name}${item.offline ? ' (offline)' : ''}`,
        ),
      ]);
      return Promise.resolve(0);
    }),
  );
}

function report(
  context: CommandContext,
  work: (engine: MediaEngine, job: JobContext) => Promise<StepReport<unknown>>,
): Promise<ExitStatus> {
  const { terminal, signal } = context;
  return withEngine(context, async ({ engine }) => {
    const finished = await work(engine, terminal.job(signal));
    terminal.result(finished, reportLines(finished));
    return exitStatusOf(finished);
  });
}
