import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import type { JobContext } from '../../contract/JobContext';
import type { ConstantRateRequest } from '../../contract/MediaEngine';
import { UserFacingError } from '../../contract/UserFacingError';
import type { FfmpegPaths } from '../ffmpeg/findFfmpeg';
import { partPathOf, placeFile, sweepParts } from '../files/placeFile';
import { toFileError } from '../files/toFileError';

/**
 * Makes a copy of a medium whose frames all last equally long: ProRes 422 LT with its sound as PCM,
 * frames repeated or left out where the original's last too long or too short, so that every moment
 * stays at its time. A copy that stands already is left as it is; the original is only read.
 * @throws UserFacingError `media-unreadable`, `disk-full`, `file-not-found`
 */
export async function makeConstantRate(
  request: ConstantRateRequest,
  { ffmpeg }: { readonly ffmpeg: FfmpegPaths },
  { signal }: JobContext,
): Promise<{ readonly path: string }> {
  const target = path.resolve(request.target);
  if (await isThere(target)) return { path: target };
  const part = partPathOf(target);
  try {
    await mkdir(path.dirname(target), { recursive: true });
    await sweepParts(target);
    const { failed, stderr } = await execa(ffmpeg.ffmpeg, encodingOf(request, part), {
      cancelSignal: signal,
      killSignal: 'SIGKILL',
      reject: false,
      stdin: 'ignore',
    });
    signal.throwIfAborted();
    judge(request, { failed, stderr });
    await placeFile(part, target, { overwrite: false });
    return { path: target };
  } catch (error) {
    throw toFileError(error, target);
  } finally {
    await rm(part, { force: true });
  }
}

function encodingOf({ source, frameRate }: ConstantRateRequest, part: string): readonly string[] {
  return [
    ...['-v', 'error', '-nostdin', '-xerror', '-i', source],
    ...['-map', '0:v:0', '-map', '0:a?', '-map_metadata', '0'],
    ...['-vf', `fps=${frameRate}`, '-r', frameRate],
    ...['-c:v', 'prores_ks', '-profile:v', 'lt', '-pix_fmt', 'yuv422p10le', '-c:a', 'pcm_s24le'],
    ...['-f', 'mov', '-y', part],
  ];
}

function judge(
  { source, target }: ConstantRateRequest,
  { failed, stderr }: { readonly failed: boolean; readonly stderr: string },
): void {
  if (/No space left on device|Disk quota exceeded/.test(stderr)) {
    const message = `“${target}” could not be made: its volume is full.`;
    throw new UserFacingError('disk-full', message, { cause: stderr });
  }
  if (!failed) return;
  const message = `“${source}” could not be decoded to its end, so no copy at a constant rate was made. Check the file.`;
  throw new UserFacingError('media-unreadable', message, { cause: stderr });
}

async function isThere(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
