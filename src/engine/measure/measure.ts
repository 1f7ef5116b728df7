import { execa } from 'execa';
import type { JobContext } from '../../contract/JobContext';
import type { MediaFacts, MediaMeasurements } from '../../contract/MediaEngine';
import { UserFacingError } from '../../contract/UserFacingError';
import { parseTicks, ticksToSeconds } from '../../domain/time/Ticks';
import type { FfmpegPaths } from '../ffmpeg/findFfmpeg';
import { runFfprobe, type FfprobeReport } from '../ffmpeg/runFfprobe';
import { hashFile } from '../files/hashFiles';
import { probeFile, type ProbePorts } from '../probe/probeFile';
import { readAtoms } from '../probe/readAtoms';
import { isPicture } from '../probe/toMediaFacts';
import { countPackets } from './countPackets';
import { loudnessFilter, measureLoudness, type Loudness } from './measureLoudness';

/** What measuring works with. */
export interface MeasurePorts {
  readonly ffmpeg: FfmpegPaths;
  readonly probing: ProbePorts;
}

/** Measures one file for a delivery check. @throws UserFacingError `media-unreadable` */
export async function measure(
  { path }: { readonly path: string },
  { ffmpeg, probing }: MeasurePorts,
  job: JobContext,
): Promise<MediaMeasurements> {
  const { signal } = job;
  const probed = await probeFile(path, probing, signal);
  if (!probed.ok) throw new UserFacingError('media-unreadable', `“${path}”: ${probed.message}`);
  const report = await runFfprobe({ ffprobe: ffmpeg.ffprobe, path, signal });
  const xxh64 = await hashWithProgress(probed.media, job);
  return {
    media: probed.media,
    majorBrand: report.format.tags['major_brand'] ?? '',
    ...toColour(report),
    ...(await countFrames(probed.media, ffmpeg.ffprobe, signal)),
    moovBeforeMdat: await isIndexFirst(path),
    ...(await hear(report, probed.media, { ffmpeg, job })),
    xxh64,
    measuredWith: await nameTools(ffmpeg),
  };
}

function hashWithProgress({ path, sizeBytes }: MediaFacts, job: JobContext): Promise<string> {
  let done = 0;
  return hashFile(path, job.signal, (bytes) => {
    done += bytes;
    job.report({ done, total: sizeBytes, unit: 'bytes', subject: path });
  });
}

type Colour = Pick<
  MediaMeasurements,
  'sampleAspectRatio' | 'colorPrimaries' | 'colorTransfer' | 'colorMatrix' | 'colorRange'
>;

/** As tagged; empty is untagged, which is not the same as BT.709. */
function toColour({ streams }: FfprobeReport): Colour {
  const stream = streams.find(isPicture);
  if (!stream) return noColour;
  const shape = stream.sample_aspect_ratio;
  return {
    // No ratio at all means square.
    sampleAspectRatio: shape === '' || shape === '0:1' ? '1:1' : shape,
    colorPrimaries: stream.color_primaries,
    colorTransfer: stream.color_transfer,
    colorMatrix: stream.color_space,
    colorRange: stream.color_range,
  };
}

const noColour: Colour = {
  sampleAspectRatio: '',
  colorPrimaries: '',
  colorTransfer: '',
  colorMatrix: '',
  colorRange: '',
};

type FrameCount = Pick<MediaMeasurements, 'videoFrames' | 'constantFrameRate' | 'videoBitrate'>;

async function countFrames(
  media: MediaFacts,
  ffprobe: string,
  signal: AbortSignal,
): Promise<FrameCount> {
  if (!media.video) return { videoFrames: null, constantFrameRate: null, videoBitrate: null };
  const packets = await countPackets(ffprobe, media.path, signal);
  const seconds = ticksToSeconds(parseTicks(media.durationTicks));
  return {
    videoFrames: packets.frames,
    constantFrameRate: packets.constantFrameRate,
    videoBitrate: seconds > 0 ? Math.round((packets.bytes * 8) / seconds) : null,
  };
}

/** Whether a player can begin before the whole file is there; null where there is no such index. */
async function isIndexFirst(path: string): Promise<boolean | null> {
  const types = (await readAtoms(path)).map(({ type }) => type);
  const index = types.indexOf('moov');
  const samples = types.indexOf('mdat');
  return index < 0 || samples < 0 ? null : index < samples;
}

function hear(
  report: FfprobeReport,
  media: MediaFacts,
  { ffmpeg, job }: { readonly ffmpeg: FfmpegPaths; readonly job: JobContext },
): Promise<Loudness> {
  const streams = report.streams.filter(({ codec_type }) => codec_type === 'audio').length;
  if (streams === 0) return Promise.resolve({ integratedLufs: null, truePeakDbtp: null });
  const total = Math.ceil(ticksToSeconds(parseTicks(media.durationTicks)));
  return measureLoudness({
    ffmpeg: ffmpeg.ffmpeg,
    path: media.path,
    streams,
    onSeconds: (seconds) => {
      const done = Math.min(Math.floor(seconds), total);
      job.report({ done, total, unit: 'seconds', subject: media.path });
    },
    signal: job.signal,
  });
}

async function nameTools(ffmpeg: FfmpegPaths): Promise<string> {
  const { stdout } = await execa(ffmpeg.ffprobe, ['-version'], { stdin: 'ignore' });
  const [, version = 'unknown'] = /^ffprobe version (\S+)/.exec(stdout) ?? [];
  return `ffmpeg ${ffmpeg.version}, ffprobe ${version}, ${loudnessFilter}`;
}
