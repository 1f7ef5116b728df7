import path from 'node:path';
import { execa } from 'execa';
import { UserFacingError } from '../../contract/UserFacingError';
import { isExecutable, makeExecutable } from './makeExecutable';

/** The two programs, and ffmpeg's version in its own words. */
export interface FfmpegPaths {
  readonly ffmpeg: string;
  readonly ffprobe: string;
  readonly version: string;
}

/** Filters and encoders without which the engine cannot do its work. */
const neededFilters = 'aresample drawtext ebur128 fps pad scale setparams setpts tpad'.split(' ');
const neededEncoders = ['libx264', 'prores_ks', 'aac', 'pcm_s24le'];

/**
 * Finds ffmpeg and ffprobe: those of SLATEFLOW_FFMPEG and SLATEFLOW_FFPROBE, else those on the
 * PATH when they can all we need, else those that came with the installation.
 * @throws UserFacingError `ffmpeg-missing`
 */
export async function findFfmpeg(environment: NodeJS.ProcessEnv): Promise<FfmpegPaths> {
  const onPath: Pair = [findOnPath(environment, 'ffmpeg'), findOnPath(environment, 'ffprobe')];
  const packaged: Pair = [
    await packagedProgram(() => import('@ffmpeg-installer/ffmpeg')),
    await packagedProgram(() => import('@ffprobe-installer/ffprobe')),
  ];
  const { SLATEFLOW_FFMPEG: ffmpeg, SLATEFLOW_FFPROBE: ffprobe } = environment;
  if (ffmpeg !== undefined || ffprobe !== undefined) {
    const others = onPath.map((program, index) => program ?? packaged[index]);
    const given = await tryPair([ffmpeg ?? others[0], ffprobe ?? others[1]]);
    if (given) return given;
    throw missing('SLATEFLOW_FFMPEG and SLATEFLOW_FFPROBE name no ffmpeg that can be used');
  }
  const found = (await tryPair(onPath)) ?? (await tryPair(packaged));
  if (!found) throw missing('No ffmpeg that can be used was found');
  return found;
}

/** ffmpeg and ffprobe, as far as they are there. */
type Pair = readonly [ffmpeg: string | undefined, ffprobe: string | undefined];

function missing(reason: string): UserFacingError {
  return new UserFacingError(
    'ffmpeg-missing',
    `${reason}: install ffmpeg and ffprobe and put them on the PATH, or name them in SLATEFLOW_FFMPEG and SLATEFLOW_FFPROBE.`,
  );
}

/** Where a package keeps its program; undefined where it has none for this system. */
async function packagedProgram(
  load: () => Promise<{ readonly path: string }>,
): Promise<string | undefined> {
  try {
    const { path: program } = await load();
    makeExecutable(program);
    return program;
  } catch (error) {
    // The packages throw plain texts where they know no such system.
    if (typeof error === 'string' || isAbsence(error)) return undefined;
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['MODULE_NOT_FOUND', 'ENOENT', 'EACCES', 'EPERM', 'EROFS'].includes(code);
}

function findOnPath(environment: NodeJS.ProcessEnv, program: string): string | undefined {
  const file = process.platform === 'win32' ? `${program}.exe` : program;
  const folders = (environment['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder));
  return folders.map((folder) => path.join(folder, file)).find(isExecutable);
}

async function tryPair([ffmpeg, ffprobe]: Pair): Promise<FfmpegPaths | undefined> {
  if (!ffmpeg || !ffprobe) return undefined;
  const [version, filters, encoders, probed] = await Promise.all([
    output(ffmpeg, '-version'),
    output(ffmpeg, '-filters'),
    output(ffmpeg, '-encoders'),
    output(ffprobe, '-version'),
  ]);
  const [, words] = /^ffmpeg version (\S+)/.exec(version) ?? [];
  const isAble = lists(filters, neededFilters) && lists(encoders, neededEncoders);
  const isPair = words !== undefined && probed.startsWith('ffprobe version');
  return isAble && isPair ? { ffmpeg, ffprobe, version: words } : undefined;
}

/** Whether ffmpeg's table of filters or encoders has a row for each name. */
function lists(table: string, names: readonly string[]): boolean {
  return names.every((name) => new RegExp(`^\\s*\\S+\\s+${name}\\s`, 'm').test(table));
}

/** What a program prints; empty when it cannot be run (another system's build, a broken file). */
async function output(program: string, flag: string): Promise<string> {
  const result = await execa(program, ['-hide_banner', flag], { reject: false, stdin: 'ignore' });
  return result.failed ? '' : result.stdout;
}
