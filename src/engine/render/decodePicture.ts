import type { RenderRequest } from '../../contract/MediaEngine';
import { UserFacingError } from '../../contract/UserFacingError';
import { framesToTicks, ticksToFrames } from '../../domain/time/FrameRate';
import { subtractTicks, ticksToSeconds } from '../../domain/time/Ticks';
import { decodeWithFfmpeg, type Decoding } from '../ffmpeg/decodeWithFfmpeg';
import { localFile } from '../ffmpeg/runFfprobe';
import type { InspectedMedium } from './inspectMedia';
import { blackFrame, type PictureFormat } from './pictureFormat';
import type { PictureRun } from './planPicture';

/** What every run of a picture is decoded with. */
export interface PicturePorts {
  readonly ffmpeg: string;
  readonly media: ReadonlyMap<string, InspectedMedium>;
  readonly request: RenderRequest;
  readonly format: PictureFormat;
  readonly signal: AbortSignal;
}

type Source = NonNullable<PictureRun['source']>;

/** Containers that count in milliseconds put a frame up to half of one off its place. */
const timestampSlackSeconds = 0.0006;

/**
 * The raw frames of all runs in order, exactly as many as each has.
 * @throws UserFacingError `media-unreadable` when a medium does not hold them
 */
export async function* decodePicture(
  runs: readonly PictureRun[],
  ports: PicturePorts,
): AsyncGenerator<Buffer, void, void> {
  const [first, ...later] = runs;
  let ahead = first && startRun(first, ports);
  try {
    while (ahead) {
      const current = ahead;
      // The next process starts while this one still decodes: starting takes as long as a shot.
      const next = later.shift();
      ahead = next && startRun(next, ports);
      yield* current.bytes();
      await current.close();
      ports.signal.throwIfAborted();
    }
  } finally {
    await ahead?.close();
  }
}

interface StartedRun {
  readonly bytes: () => AsyncGenerator<Buffer, void, void>;
  readonly close: () => Promise<void>;
}

function startRun({ frames, source }: PictureRun, ports: PicturePorts): StartedRun {
  if (!source) return { bytes: () => blackFrames(frames, ports), close: () => Promise.resolve() };
  const decoding = decodeWithFfmpeg({
    ffmpeg: ports.ffmpeg,
    arguments: toArguments(source, frames, ports),
    mediaPath: source.mediaPath,
    signal: ports.signal,
  });
  return { bytes: () => exactly(frames, { source, decoding, ports }), close: decoding.close };
}

async function* blackFrames(
  frames: number,
  { format, signal }: PicturePorts,
): AsyncGenerator<Buffer, void, void> {
  const black = blackFrame(format);
  for (let frame = 0; frame < frames; frame += 1) {
    signal.throwIfAborted();
    yield await Promise.resolve(black);
  }
}

interface DecodingRun {
  readonly source: Source;
  readonly decoding: Decoding;
  readonly ports: PicturePorts;
}

async function* exactly(
  frames: number,
  { source, decoding, ports }: DecodingRun,
): AsyncGenerator<Buffer, void, void> {
  let missing = frames * ports.format.frameBytes;
  try {
    for await (const bytes of decoding.bytes) {
      yield bytes;
      missing -= bytes.length;
    }
  } finally {
    await decoding.close();
  }
  if (missing !== 0) throw tooShort(source, missing, ports.format);
}

function tooShort(source: Source, missingBytes: number, format: PictureFormat): UserFacingError {
  const missing = Math.ceil(missingBytes / format.frameBytes);
  return new UserFacingError(
    'media-unreadable',
    `“${source.mediaPath}” ends ${missing} frames before its use in the sequence does. Check that its copy finished.`,
  );
}

function toArguments(source: Source, frames: number, ports: PicturePorts): readonly string[] {
  const picture = ports.media.get(source.mediaPath)?.picture;
  if (!picture) throw new Error(`“${source.mediaPath}” was not inspected.`);
  const first = ticksToFrames(source.inTicks, picture.rate);
  const frameStart = framesToTicks(first, picture.rate);
  const frameSeconds = picture.rate.denominator / picture.rate.numerator;
  // Half a frame early: the wanted frame is then the first one that is not too early, however
  // its time was rounded.
  const seek = Math.max(0, ticksToSeconds(frameStart) - frameSeconds / 2);
  const phase = ticksToSeconds(subtractTicks(source.inTicks, frameStart));
  return [
    ...(picture.isStill ? ['-loop', '1'] : []),
    ...(seek > 0 && !picture.isStill ? ['-ss', seek.toFixed(6)] : []),
    ...['-i', localFile(source.mediaPath), '-map', `0:${picture.stream}`],
    ...['-vf', [...toFrameGrid(phase, ports.request), ...toFrame(picture.matrix, ports)].join(',')],
    ...['-frames:v', String(frames), '-f', 'rawvideo', '-pix_fmt', ports.format.pixelFormat],
  ];
}

/**
 * Each frame of the file shows what the medium shows at its start: times are moved so that the run
 * starts at zero, and round up onto the file's frames.
 */
function toFrameGrid(phase: number, { format }: RenderRequest): readonly string[] {
  return [
    `setpts=PTS-STARTPTS-${(phase + timestampSlackSeconds).toFixed(9)}/TB`,
    `fps=fps=${format.frameRate}:start_time=0:round=up`,
    // The last frame of a medium at another rate may have to stand a little longer.
    'tpad=stop_mode=clone:stop=2',
  ];
}

/** The picture in the sequence's frame, and that in the file's, each whole with black around it. */
function toFrame(matrix: string, { request, format }: PicturePorts): readonly string[] {
  const { sequenceWidth, sequenceHeight } = request;
  const { width, height, pixelFormat } = format;
  const isSameShape = sequenceWidth * height === sequenceHeight * width;
  return [
    `scale=in_color_matrix=${matrix}:out_color_matrix=bt709:out_range=tv`,
    `format=${pixelFormat}`,
    'scale=iw*sar:ih',
    'setsar=1',
    ...(isSameShape ? [] : fit(sequenceWidth, sequenceHeight)),
    ...fit(width, height),
  ];
}

function fit(width: number, height: number): readonly string[] {
  return [
    `scale=${width}:${height}:force_original_aspect_ratio=decrease`,
    `pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2`,
    'setsar=1',
  ];
}
