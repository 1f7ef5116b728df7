import path from 'node:path';
import { UserFacingError } from '../../contract/UserFacingError';
import type { OpenScripts, ScriptOutcome } from '../Implementations';
import type { Terminal } from '../Terminal';
import { withEngine, type CommandContext, type CommonOptions, type ExitStatus } from './Command';

/** What `eval` is asked for. */
interface EvaluateOptions extends CommonOptions {
  readonly project: string;
  readonly host: 'extendscript' | 'uxp';
  readonly save?: boolean;
}

/**
 * `slateflow eval --project FILE SCRIPT.jsx [--host extendscript|uxp] [--save]`: the script's
 * completion value as JSON. A script that throws ends with 1, one that cannot be read with 2.
 */
export async function evaluate(
  context: CommandContext,
  scriptPath: string,
  options: EvaluateOptions,
): Promise<ExitStatus> {
  if (options.host === 'uxp') {
    throw new UserFacingError(
      'bad-arguments',
      'Scripts for UXP cannot be run yet: leave “--host uxp” out to run ExtendScript.',
    );
  }
  return withEngine(context, async (open) => {
    const scripts = context.implementations.openScripts(options.project, open);
    try {
      return await run({ scripts, scriptPath, options, terminal: context.terminal });
    } finally {
      scripts.close();
    }
  });
}

interface Evaluation {
  readonly scripts: OpenScripts;
  readonly scriptPath: string;
  readonly options: EvaluateOptions;
  readonly terminal: Terminal;
}

async function run(evaluation: Evaluation): Promise<ExitStatus> {
  const { scripts, scriptPath, options, terminal } = evaluation;
  for (const line of scripts.unread) terminal.note(line);
  const outcome = await scripts.evaluateFile(scriptPath);
  for (const text of scripts.log) terminal.note(text);
  for (const text of scripts.shown()) terminal.note(`alert: ${text}`);
  if (!outcome.ok) return fail(evaluation, outcome);
  if (options.save === true) scripts.save();
  terminal.result(outcome.value, [JSON.stringify(outcome.value, null, 2)]);
  return 0;
}

/** A script that failed has its changes dropped. */
function fail(
  { scriptPath, options, terminal }: Evaluation,
  outcome: Extract<ScriptOutcome, { ok: false }>,
): ExitStatus {
  const { message, line, isRefused } = outcome;
  const fileName = outcome.fileName || scriptPath;
  const place = `${path.basename(fileName)}${line > 0 ? `, line ${line}` : ''}`;
  if (isRefused) {
    throw new UserFacingError('bad-arguments', `The script cannot be read: ${message} (${place}).`);
  }
  const sentence = `The script threw “${message}” (${place}).`;
  if (options.json) terminal.result({ error: { message, fileName, line } }, []);
  terminal.failure(sentence);
  return 1;
}
