import path from 'node:path';
import { existsSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { daySteps } from '../workflows/runShootingDay';
import type { CommandContext, CommonOptions, ExitStatus } from './commands/Command';
import { day } from './commands/day';
import { evaluate } from './commands/evaluate';
import { check, probe, showProject, verify } from './commands/inspect';
import { ingest } from './commands/ingest';
import { interchange } from './commands/interchange';
import {
  listPresets,
  presetKinds,
  presetSchema,
  showPreset,
  validatePresets,
} from './commands/presets';
import { sample } from './commands/sample';
import { start } from './commands/start';
import { archive, exportTo, roughcut, sync } from './commands/steps';
import type { Implementations } from './Implementations';
import { Terminal } from './Terminal';

/** What a program is made from, and where it says how it ended. */
export interface ProgramOptions {
  readonly implementations: Implementations;
  readonly signal: AbortSignal;
  readonly finish: (status: ExitStatus) => void;
}

/** Media Encoder may have other people's work before ours. */
const stall = [
  '--stall <seconds>',
  'how long an export may stand still before it counts as failed, four times its wait to begin',
  Number,
  120,
] as const;

type Run = (context: CommandContext, ...values: never[]) => Promise<ExitStatus>;

/** The command line of `slateflow`: every command, its arguments and options. */
export function createProgram(options: ProgramOptions): Command {
  const program = new Command('slateflow')
    .description('The assistant editor: from camera cards to archive, on the simulated Premiere.')
    .exitOverride()
    .showHelpAfterError();
  const run = (command: Run) => toAction(options, command);
  addSessionCommands(program, run);
  addScriptCommand(program, run);
  addMediaCommands(program, run);
  addIngestCommand(program, run);
  addStepCommands(program, run);
  addPresetCommands(program, run);
  return program;
}

type Wrap = (command: Run) => (...values: unknown[]) => Promise<void>;

function addSessionCommands(program: Command, run: Wrap): void {
  common(program.command('start'))
    .description('engine, simulated Premiere and the panel in a browser')
    .option('--port <number>', 'port of the panel; a free one when absent', Number, 0)
    .option('--project <file>', 'project to open or make', absolute, absolute('Slateflow.prproj'))
    .option('--day <file>', 'day.json that fills the inputs', absolute)
    .option('--out <folder>', 'folder for exports and archive', absolute)
    .action(
      run((context, given: StartOptions) =>
        start(context, {
          projectPath: given.project,
          port: given.port,
          dayPath: given.day ?? null,
          outFolder: given.out ?? null,
        }),
      ),
    );
  changing(program.command('sample'))
    .description('writes a small shooting day with cards, recorder, script and log')
    .argument('<folder>', 'an empty folder, or one to be made', absolute)
    .action(run(sample));
  changing(program.command('day'))
    .description('every step unattended, in order')
    .argument('<day>', 'the day.json', absolute)
    .requiredOption('--out <folder>', 'where project, exports, archive and reports go', absolute)
    .addOption(new Option('--step <name...>', 'only these steps').choices(daySteps))
    .option(...stall)
    .action(run(day));
  program
    .command('project')
    .description('the project as data')
    .addCommand(
      common(new Command('show'))
        .argument('<file>', 'a project file', absolute)
        .action(run((context, file: string) => showProject(context, file))),
    );
}

function addScriptCommand(program: Command, run: Wrap): void {
  common(program.command('eval'))
    .description('runs a script in the simulated Premiere and prints what it evaluates to')
    .argument('<script>', 'the script file', absolute)
    .requiredOption('--project <file>', 'the project; begun empty when it is not there', absolute)
    .addOption(
      new Option('--host <host>', 'what runs the script')
        .choices(['extendscript', 'uxp'])
        .default('extendscript'),
    )
    .option('--premiere <version>', 'the version of Premiere that is imitated', premiereVersion)
    .option('--save', 'keeps what the script changes')
    .action(run(evaluate));
}

function addMediaCommands(program: Command, run: Wrap): void {
  common(program.command('probe'))
    .description('what the engine knows of each media file')
    .argument('<path...>', 'media files', absoluteList)
    .action(run((context, paths: string[]) => probe(context, paths)));
  common(program.command('verify'))
    .description('a backup or an archive against its manifests')
    .argument('<folder>', 'the bundle', absolute)
    .action(run((context, folder: string) => verify(context, folder)));
  common(program.command('check'))
    .description('one file against one delivery specification')
    .argument('<media>', 'the file', absolute)
    .requiredOption('--spec <name or file>', 'delivery specification', nameOrFile)
    .action(run(check));
}

function addIngestCommand(program: Command, run: Wrap): void {
  step(program.command('ingest'))
    .description('media into bins by scene, take and camera')
    .argument('<source...>', 'cards and folders', absoluteList)
    .option('--preset <name or file>', 'bin preset', nameOrFile, 'scene-take')
    .option('--log <file...>', 'logs and reports: supervisor, camera, sound, ALE', absoluteList, [])
    .option(
      '--constant-rate <folder>',
      'copies at a constant frame rate, where it varies',
      absolute,
    )
    .option('--watch', 'go on looking for new cards and clips until interrupted')
    .option('--every <seconds>', 'from one look to the next', Number, 5)
    .action(run(ingest));
}

function addStepCommands(program: Command, run: Wrap): void {
  step(program.command('sync'))
    .description('dual-system sound to picture, by timecode')
    .action(run(sync));
  step(program.command('roughcut'))
    .description('a sequence in script order')
    .requiredOption('--script <csv>', 'the script', absolute)
    .option('--log <csv>', "script supervisor's log", absolute)
    .option('--sequence <name>', 'name of the sequence', 'Rough cut')
    .action(run(roughcut));
  step(program.command('export'))
    .description('preflight, render, check')
    .requiredOption('--sequence <name>', 'the sequence')
    .requiredOption('--spec <name or file...>', 'delivery specifications', nameOrFileList)
    .requiredOption('--out <folder>', 'where the files go', absolute)
    .option(...stall)
    .action(run(exportTo));
  step(program.command('interchange'))
    .description('a sequence for others')
    .requiredOption('--sequence <name>', 'the sequence')
    .requiredOption('--format <format>', 'otio or xmeml')
    .requiredOption('--out <file>', 'the file to write', absolute)
    .action(run(interchange));
  step(program.command('archive'))
    .description('the archive bundle, verified')
    .requiredOption('--out <folder>', 'the bundle', absolute)
    .option('--title <text>', 'what the bundle is called', 'Archive')
    .option('--source <folder...>', 'cards to keep whole, with their sidecars', absoluteList, [])
    .option('--exports <folder>', 'finished exports to keep', absolute)
    .action(run(archive));
}

function addPresetCommands(program: Command, run: Wrap): void {
  const presets = program.command('presets').description('bin and delivery presets');
  const kind = () =>
    new Option('--kind <kind>', 'which presets').choices(presetKinds).default('bins');
  common(presets.command('list')).description('those that are shipped').action(run(listPresets));
  common(presets.command('show'))
    .description('a shipped one, as the file it would be')
    .argument('<name>')
    .action(run(showPreset));
  common(presets.command('validate'))
    .description('whether files can be used as presets')
    .argument('<file...>', 'preset files', absoluteList)
    .addOption(kind())
    .action(run(validatePresets));
  common(presets.command('schema'))
    .description('the JSON Schema of preset files')
    .addOption(kind())
    .action(run(presetSchema));
}

interface StartOptions {
  readonly port: number;
  readonly project: string;
  readonly day?: string;
  readonly out?: string;
}

function common(command: Command): Command {
  return command
    .option('--json', 'one JSON document on standard output')
    .option('--quiet', 'no progress');
}

function step(command: Command): Command {
  return changing(command).requiredOption('--project <file>', 'the project', absolute);
}

function changing(command: Command): Command {
  return common(command).option('--dry-run', 'the plan, nothing applied');
}

/** Commander's action arguments are the command's own, then its options, then the command. */
function toAction(program: ProgramOptions, command: Run): (...values: unknown[]) => Promise<void> {
  return async (...values) => {
    const given = values.slice(0, -1);
    const output = given[given.length - 1] as CommonOptions;
    const terminal = new Terminal(output, { out: process.stdout, err: process.stderr });
    const { implementations, signal } = program;
    const context: CommandContext = { implementations, terminal, signal };
    program.finish(await command(context, ...(given as never[])));
  };
}

/** A number such as “26.3”. */
function premiereVersion(value: string): string {
  if (/^\d+(\.\d+){0,2}$/.test(value)) return value;
  throw new InvalidArgumentError('A version is a number such as 26.3.');
}

function absolute(value: string): string {
  return path.resolve(value);
}

function absoluteList(value: string, before: readonly string[] = []): string[] {
  return [...before, absolute(value)];
}

/** Shipped things go by name; a file of that name comes first. */
function nameOrFile(value: string): string {
  return existsSync(value) ? absolute(value) : value;
}

function nameOrFileList(value: string, before: readonly string[] = []): string[] {
  return [...before, nameOrFile(value)];
}
