import { exportInterchange } from '../../workflows/exportInterchange';
import { UserFacingError } from '../../contract/UserFacingError';
import {
  withEngine,
  withProject,
  type CommandContext,
  type CommonOptions,
  type ExitStatus,
} from './Command';

/** `slateflow interchange --project FILE --sequence NAME --format otio|xmeml --out FILE` */
export function interchange(
  context: CommandContext,
  options: CommonOptions & {
    readonly project: string;
    readonly sequence: string;
    readonly format: string;
    readonly out: string;
  },
): Promise<ExitStatus> {
  const { terminal, signal } = context;
  const format = toFormat(options.format);
  return withEngine(context, (open) => {
    const use = { projectPath: options.project, open, isWritten: false };
    return withProject(context, use, async ({ premiere }) => {
      const request = {
        sequenceName: options.sequence,
        format,
        path: options.out,
        dryRun: options.dryRun ?? false,
      };
      const ports = { premiere, engine: open.engine };
      const written = await exportInterchange(request, ports, terminal.job(signal));
      const findings = written.findings.map(({ severity, message }) => `  ${severity}: ${message}`);
      const verb = options.dryRun ? 'would be' : 'was';
      terminal.result(written, [
        `“${options.sequence}” ${verb} written to ${options.out}`,
        ...findings,
      ]);
      return 0;
    });
  });
}

function toFormat(name: string): 'otio' | 'xmeml' {
  if (name === 'otio' || name === 'xmeml') return name;
  throw new UserFacingError(
    'bad-arguments',
    `“${name}” cannot be written. The formats are otio and xmeml.`,
  );
}
