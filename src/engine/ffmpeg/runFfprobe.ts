import { execa } from 'execa';
import { z } from 'zod';
import { UserFacingError } from '../../contract/UserFacingError';

const tags = z.record(z.string(), z.string()).default({});
const text = z.string().default('');
const count = z.number().default(0);

const streamSchema = z.object({
  index: z.number(),
  /** The container's own number of a track, `0x1`; empty where it has none. */
  id: text,
  codec_type: text,
  codec_name: text,
  profile: z.union([z.string(), z.number()]).default('').transform(String),
  width: count,
  height: count,
  pix_fmt: text,
  field_order: text,
  sample_aspect_ratio: text,
  color_primaries: text,
  color_transfer: text,
  color_space: text,
  color_range: text,
  r_frame_rate: text,
  avg_frame_rate: text,
  nb_frames: text,
  duration: text,
  bit_rate: text,
  sample_rate: text,
  channels: count,
  bits_per_sample: count,
  bits_per_raw_sample: text,
  disposition: z.record(z.string(), z.number()).default({}),
  side_data_list: z.array(z.object({ rotation: z.number().optional() })).default([]),
  tags,
});

/** A packet's times in its stream's time base; absent where the container gives none. */
const packetSchema = z.object({
  stream_index: z.number(),
  pts: z.number().optional(),
  dts: z.number().optional(),
});

const reportSchema = z.object({
  streams: z.array(streamSchema),
  format: z.object({ format_name: z.string(), duration: text, tags }),
  /** Those that were asked for. */
  packets: z.array(packetSchema).default([]),
});

/** ffprobe's report of a file: the fields we use, empty where it gave none. */
export type FfprobeReport = z.infer<typeof reportSchema>;

/** A stream of ffprobe's report. */
export type FfprobeStream = FfprobeReport['streams'][number];

/** What ffprobe is asked. */
export interface FfprobeRequest {
  readonly ffprobe: string;
  readonly path: string;
  /** How many packets of all streams to read from the beginning; none when absent. */
  readonly packets?: number;
  readonly signal: AbortSignal;
}

/** A damaged file can keep ffprobe reading for ever. */
const headerTimeoutMs = 60_000;

/**
 * Asks ffprobe once for format and streams, and for the first packets where they are wanted.
 * @throws UserFacingError `media-unreadable` when it makes nothing of the file
 */
export async function runFfprobe(request: FfprobeRequest): Promise<FfprobeReport> {
  const { ffprobe, path, packets = 0, signal } = request;
  const result = await execa(
    ffprobe,
    [
      ...['-v', 'error', '-show_format', '-show_streams', '-of', 'json'],
      ...(packets > 0 ? readPackets(packets) : []),
      ...['-i', localFile(path)],
    ],
    {
      cancelSignal: signal,
      killSignal: 'SIGKILL',
      reject: false,
      stdin: 'ignore',
      timeout: headerTimeoutMs,
    },
  );
  signal.throwIfAborted();
  const report = result.failed ? undefined : reportSchema.safeParse(JSON.parse(result.stdout));
  if (report?.success) return report.data;
  throw new UserFacingError('media-unreadable', `“${path}” is no media that ffprobe can read.`, {
    cause: report?.error ?? result.stderr,
  });
}

function readPackets(count: number): readonly string[] {
  return ['-show_entries', 'packet=stream_index,pts,dts', '-read_intervals', `%+#${count}`];
}

/** The first of these tags that any stream or the file itself bears; empty when none does. */
export function findTag(report: FfprobeReport, names: readonly string[]): string {
  const everyTags = [...report.streams.map(({ tags: own }) => own), report.format.tags];
  for (const name of names) {
    const found = everyTags.find((own) => own[name]);
    if (found?.[name]) return found[name];
  }
  return '';
}

/** A path as ffmpeg takes it: a name such as `http:x` or `-y.mov` is a file, never an address or option. */
export function localFile(path: string): string {
  return `file:${path}`;
}
