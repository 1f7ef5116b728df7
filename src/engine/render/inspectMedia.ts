import type { RenderRequest } from '../../contract/MediaEngine';
import { UserFacingError } from '../../contract/UserFacingError';
import { parseFrameRate, type FrameRate } from '../../domain/time/FrameRate';
import { runFfprobe } from '../ffmpeg/runFfprobe';
import { isPicture, toMediaFacts } from '../probe/toMediaFacts';

/** What the renderer needs to know of a medium. */
export interface InspectedMedium {
  /** Null when it has no picture. */
  readonly picture: {
    /** Index among all streams. */
    readonly stream: number;
    readonly rate: FrameRate;
    /** As scale's `in_color_matrix` takes it. */
    readonly matrix: string;
    /** One picture that lasts as long as it is used. */
    readonly isStill: boolean;
  } | null;
  /** Channels of each sound stream, in file order. */
  readonly soundStreams: readonly number[];
}

/** Matrices by ffprobe's names; untagged pictures are taken for HD, as editors do. */
const matrices: Readonly<Record<string, string>> = {
  bt470bg: 'bt601',
  smpte170m: 'smpte170m',
  smpte240m: 'smpte240m',
};

/** ffprobe's names of what reads a picture of its own: `png_pipe`, `image2`. */
const stillReaders = /^(\w+_pipe|image2)$/;

/**
 * Looks at every medium of a sequence before anything is rendered.
 * @throws UserFacingError `media-unreadable` naming the first that is missing or cannot be read
 */
export async function inspectMedia(
  { videoTracks, audioTracks }: Pick<RenderRequest, 'videoTracks' | 'audioTracks'>,
  ffprobe: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, InspectedMedium>> {
  const pictures = new Set(videoTracks.flat().map(({ mediaPath }) => mediaPath));
  const paths = new Set([...pictures, ...audioTracks.flat().map(({ mediaPath }) => mediaPath)]);
  const media = new Map<string, InspectedMedium>();
  for (const path of paths) {
    const medium = await inspect(path, ffprobe, signal);
    if (pictures.has(path) && !medium.picture) {
      throw new UserFacingError('media-unreadable', `“${path}” has no picture to render.`);
    }
    media.set(path, medium);
  }
  return media;
}

async function inspect(
  path: string,
  ffprobe: string,
  signal: AbortSignal,
): Promise<InspectedMedium> {
  const report = await runFfprobe({ ffprobe, path, signal });
  const facts = toMediaFacts({ path, sizeBytes: 0, modifiedMs: 0 }, report, null);
  const rate = facts?.video ? parseFrameRate(facts.video.frameRate) : undefined;
  const stream = report.streams.find(isPicture);
  const isStill = stillReaders.test(report.format.format_name);
  const matrix = matrices[stream?.color_space ?? ''] ?? 'bt709';
  return {
    picture: stream && rate ? { stream: stream.index, rate, matrix, isStill } : null,
    soundStreams: report.streams
      .filter((each) => each.codec_type === 'audio')
      .map(({ channels }) => channels),
  };
}
