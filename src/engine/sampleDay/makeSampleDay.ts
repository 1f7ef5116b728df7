import { execa, ExecaError } from 'execa';
import { mkdir, readdir, rename, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { JobContext } from '../../contract/JobContext';
import type { SampleDay } from '../../contract/MediaEngine';
import { UserFacingError } from '../../contract/UserFacingError';
import {
  listSampleFiles,
  listSampleFolders,
  type ClipFile,
  type WholeFile,
} from './listSampleFiles';
import { fontFolder, toPictureArguments } from './pictureArguments';
import { planSampleDay } from './planSampleDay';

/** What making the sample needs: the path of an ffmpeg with libx264 and drawtext, and its job. */
interface SamplePorts {
  readonly ffmpeg: { readonly ffmpeg: string };
  readonly job: JobContext;
}

/** Everything is made in here and moved out when it is whole. */
const makingFolder = '.slateflow-making';

/** The end of the day: its files bear this time, as files of a card bear that of their recording. */
const wrappedAt = new Date('2026-04-12T18:00:00Z');

/** Two processes of one thread each keep two cores busy. */
const makersAtOnce = 2;

/**
 * Makes the sample shooting day in a folder that is new or empty: cards of two cameras, a recorder
 * card, script, log, `day.json` and the sample's own `truth.json`. The same day each time. Nothing
 * stands under its final name until all is made; what a killed run left is cleared away.
 * @throws UserFacingError `file-exists` when something lies in the folder, `disk-full`,
 * `ffmpeg-missing` when the ffmpeg cannot make the pictures
 */
export async function makeSampleDay(
  request: { readonly path: string },
  { ffmpeg, job }: SamplePorts,
): Promise<SampleDay> {
  const folder = path.resolve(request.path);
  await refuseOccupied(folder);
  const madeFolder = await mkdir(folder, { recursive: true });
  const making = path.join(folder, makingFolder);
  await rm(making, { recursive: true, force: true });
  try {
    const files = await makeFiles(making, { ffmpeg, job });
    for (const file of files) await utimes(path.join(making, file), wrappedAt, wrappedAt);
    await moveOut(making, folder);
    const sizes = await Promise.all(files.map((file) => stat(path.join(folder, file))));
    const sizeBytes = sizes.reduce((sum, { size }) => sum + size, 0);
    return { dayPath: path.join(folder, 'day.json'), sizeBytes, files: files.length };
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    if (madeFolder !== undefined) await rmdir(folder);
    throw toReason(error, job.signal);
  }
}

async function refuseOccupied(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (!found) return;
  const entries = found.isDirectory() ? await readdir(folder) : [path.basename(folder)];
  const [first] = entries.filter((entry) => entry !== makingFolder);
  if (first === undefined) return;
  throw new UserFacingError(
    'file-exists',
    `“${folder}” is not empty: “${first}” lies there. Name a folder that is new or empty for the sample day.`,
  );
}

/** Makes all files in the given folder and returns their relative paths. */
async function makeFiles(folder: string, { ffmpeg, job }: SamplePorts): Promise<readonly string[]> {
  const takes = planSampleDay();
  for (const each of listSampleFolders(takes)) {
    await mkdir(path.join(folder, each), { recursive: true });
  }
  const files = listSampleFiles(takes);
  const paths = files.flatMap(pathsOf);
  let done = 0;
  await eachAtOnce(files, job.signal, async (file, signal) => {
    job.checkpoint();
    await (file.kind === 'clip'
      ? makeClip(file, { folder, ffmpeg: ffmpeg.ffmpeg, signal })
      : writeWhole(file, folder));
    done += pathsOf(file).length;
    job.report({ done, total: paths.length, unit: 'files', subject: file.path });
  });
  return paths;
}

/** Works through the list a few at a time; the first failure ends the others' processes as well. */
async function eachAtOnce<Item>(
  items: readonly Item[],
  signal: AbortSignal,
  work: (item: Item, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const failure = new AbortController();
  const either = AbortSignal.any([signal, failure.signal]);
  const queue = items.values();
  const maker = async (): Promise<void> => {
    for (const item of queue) {
      either.throwIfAborted();
      try {
        await work(item, either);
      } catch (error) {
        failure.abort(error);
        throw error;
      }
    }
  };
  await Promise.allSettled(Array.from({ length: makersAtOnce }, maker));
  either.throwIfAborted();
}

async function makeClip(
  file: ClipFile,
  to: { readonly folder: string; readonly ffmpeg: string; readonly signal: AbortSignal },
): Promise<void> {
  const absolute = (relative: string | null) => relative && path.join(to.folder, relative);
  const outputs = {
    clip: path.join(to.folder, file.path),
    thumbnail: absolute(file.thumbnail),
    proxy: absolute(file.proxy),
  };
  await execa(to.ffmpeg, toPictureArguments(file.take, file.clip, outputs), {
    cwd: fontFolder(),
    input: file.formatSound(),
    cancelSignal: to.signal,
  });
}

async function writeWhole(file: WholeFile, folder: string): Promise<void> {
  const target = path.join(folder, file.path);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, file.format());
}

function pathsOf(file: ClipFile | WholeFile): readonly string[] {
  if (file.kind === 'whole') return [file.path];
  return [file.path, file.thumbnail, file.proxy].filter((each) => each !== null);
}

/** `day.json` last: where it stands, the day is whole. */
async function moveOut(making: string, folder: string): Promise<void> {
  const entries = await readdir(making);
  for (const entry of [...entries.filter((each) => each !== 'day.json'), 'day.json']) {
    await rename(path.join(making, entry), path.join(folder, entry));
  }
  await rmdir(making);
}

/** A cancelled job ends with its signal's reason, whatever the killed process said. */
function toReason(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  const isFull = (error as NodeJS.ErrnoException).code === 'ENOSPC';
  const output = error instanceof ExecaError ? String(error.stderr) : '';
  if (isFull || /No space left/i.test(output)) {
    const words = 'The disk is full. The sample day needs 60 MB.';
    return new UserFacingError('disk-full', words, { cause: error });
  }
  if (/No such filter|Unknown encoder/i.test(output)) {
    const words =
      'This ffmpeg cannot make the sample’s pictures: it lacks drawtext or libx264. Use another build, or the one that is installed with Slateflow.';
    return new UserFacingError('ffmpeg-missing', words, { cause: error });
  }
  return error;
}
