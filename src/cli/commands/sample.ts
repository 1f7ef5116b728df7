import path from 'node:path';
import { withEngine, type CommandContext, type CommonOptions, type ExitStatus } from './Command';

/** `slateflow sample DIR`: a small shooting day; one that stands there already is left as it is. */
export async function sample(
  context: CommandContext,
  folder: string,
  options: CommonOptions,
): Promise<ExitStatus> {
  const { terminal, signal } = context;
  return withEngine(context, async ({ engine }) => {
    const dayPath = path.join(folder, 'day.json');
    const { files } = await engine.listSources({ sources: [folder] }, terminal.job(signal));
    const isThere = files.some((file) => file.path === dayPath);
    if (options.dryRun && !isThere) {
      terminal.result({ dayPath, alreadyThere: false }, [
        `A sample day would be made in ${folder}`,
      ]);
      return 0;
    }
    const day = isThere
      ? { dayPath, files: files.length, sizeBytes: sumBytes(files) }
      : await engine.makeSampleDay({ path: folder }, terminal.job(signal));
    const megabytes = (day.sizeBytes / 1e6).toFixed(0);
    const verb = isThere ? 'stands already' : 'was made';
    terminal.result({ ...day, alreadyThere: isThere }, [
      `The sample day ${verb}: ${day.files} files, ${megabytes} MB, described by ${day.dayPath}`,
    ]);
    return 0;
  });
}

function sumBytes(files: readonly { readonly sizeBytes: number }[]): number {
  return files.reduce((sum, file) => sum + file.sizeBytes, 0);
}
