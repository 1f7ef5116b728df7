import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { JobContext } from '../../contract/JobContext';
import type { RenderRequest } from '../../contract/MediaEngine';
import { UserFacingError } from '../../contract/UserFacingError';
import { ticksToSamples } from '../../domain/time/Samples';
import { parseTicks } from '../../domain/time/Ticks';
import type { FfmpegPaths } from '../ffmpeg/findFfmpeg';
import { partPathOf, placeFile, refuseExisting, sweepParts } from '../files/placeFile';
import { toFileError } from '../files/toFileError';
import { decodePicture } from './decodePicture';
import { encode } from './encode';
import { encoderArguments } from './encoderArguments';
import { inspectMedia, type InspectedMedium } from './inspectMedia';
import { mixSound } from './mixSound';
import { rateOf } from './pictureArguments';
import { pictureFormatOf } from './pictureFormat';
import { planPicture } from './planPicture';
import { planSound } from './planSound';

/** What rendering works with. */
export interface RenderPorts {
  readonly ffmpeg: FfmpegPaths;
}

/**
 * Renders a sequence: the sound is mixed to a file of its own, the picture is decoded run by run
 * into one encoder, so that neither memory nor open files grow with the number of events.
 * @throws UserFacingError `file-exists`, `media-unreadable`, `disk-full`, `bad-preset`
 */
export async function render(
  request: RenderRequest,
  { ffmpeg }: RenderPorts,
  job: JobContext,
): Promise<{ readonly outputPath: string }> {
  const outputPath = path.resolve(request.outputPath);
  const part = partPathOf(outputPath);
  const sound = request.format.audioChannels > 0 ? partPathOf(`${outputPath}.sound`) : null;
  try {
    await refuseExisting(outputPath);
    await sweepParts(outputPath);
    const media = await inspectMedia(request, ffmpeg.ffprobe, job.signal);
    const rendering = { request, media, ffmpeg: ffmpeg.ffmpeg, job };
    if (sound !== null) await renderSound(rendering, sound);
    if (request.format.videoCodec === 'none') await encodeSound(rendering, { sound, output: part });
    else await renderPicture(rendering, { sound, output: part });
    await placeFile(part, outputPath, { overwrite: false });
    return { outputPath };
  } catch (error) {
    throw toFileError(error, outputPath);
  } finally {
    await rm(part, { force: true });
    if (sound !== null) await rm(sound, { force: true });
  }
}

interface Rendering {
  readonly request: RenderRequest;
  readonly media: ReadonlyMap<string, InspectedMedium>;
  readonly ffmpeg: string;
  readonly job: JobContext;
}

async function renderSound(
  { request, media, ffmpeg, job }: Rendering,
  sound: string,
): Promise<void> {
  const { sampleRate, audioChannels: channels } = request.format;
  const shape = { sampleRate, channels };
  const runs = planSound(request.audioTracks, media, shape);
  const samples = ticksToSamples(parseTicks(request.durationTicks), sampleRate);
  await mixSound({ runs, shape, samples }, sound, { ffmpeg, sampleRate, signal: job.signal });
}

async function renderPicture(
  { request, media, ffmpeg, job }: Rendering,
  paths: { readonly sound: string | null; readonly output: string },
): Promise<void> {
  const duration = parseTicks(request.durationTicks);
  const runs = planPicture(request.videoTracks, duration, rateOf(request.format));
  const total = runs.reduce((sum, run) => sum + run.frames, 0);
  if (total === 0) throw new UserFacingError('nothing-to-do', 'The sequence is empty.');
  const { signal } = job;
  const format = pictureFormatOf(request.format);
  await encode({
    ffmpeg,
    arguments: encoderArguments(request, paths),
    frames: decodePicture(runs, { ffmpeg, media, request, format, signal }),
    expectedFrames: total,
    outputPath: request.outputPath,
    onFrames: (done) => {
      job.report({ done, total, unit: 'frames', subject: path.basename(request.outputPath) });
    },
    signal,
  });
}

/** A file of sound alone: the mix is all there is to encode. */
async function encodeSound(
  { request, ffmpeg, job }: Rendering,
  paths: { readonly sound: string | null; readonly output: string },
): Promise<void> {
  await encode({
    ffmpeg,
    arguments: encoderArguments(request, paths),
    frames: Readable.from([]),
    expectedFrames: 0,
    outputPath: request.outputPath,
    onFrames: () => undefined,
    signal: job.signal,
  });
}
