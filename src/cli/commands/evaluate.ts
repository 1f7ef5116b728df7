import path from 'node:path';
import { UserFacingError } from '../../contract/UserFacingError';
import type { OpenScripts, ScriptOutcome } from '../Implementations';
import type { Terminal } from '../Terminal';
import {
  toWriting,
  withEngine,
  type CommandContext,
  type CommonOptions,
  type ExitStatus,
} from './Command';

/** What `eval` is asked for. */
interface EvaluateOptions extends CommonOptions {
  readonly project: string;
  readonly host: 'extendscript' | 'uxp';
  /** Such as “26.3”. */
  readonly premiere?: string;
  readonly save?: boolean;
}

/**
 * `slateflow eval --project FILE SCRIPT.jsx [--host extendscript|uxp] [--premiere VERSION] [--save]`:
 * the script's completion value as JSON; a script for UXP may await, and return it. A script that
 * throws ends with 1, one that cannot be read with 2.
 */
export async function evaluate(
  context: CommandContext,
  scriptPath: string,
  options: EvaluateOptions,
): Promise<ExitStatus> {
  return withEngine(context, async (open) => {
    const writing = options.save ? toWriting(context) : null;
    const project = { projectPath: options.project, premiereVersion: options.premiere ?? null };
    const scripts = await context.implementations.openScripts(project, open, writing);
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
  const outcome = await scripts.evaluateFile(scriptPath, options.host);
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
