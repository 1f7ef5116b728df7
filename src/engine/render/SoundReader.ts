import { decodeWithFfmpeg } from '../ffmpeg/decodeWithFfmpeg';
import { localFile } from '../ffmpeg/runFfprobe';
import type { SoundRun } from './planSound';

/** Reads a run's sound from its in point on. */
export interface SoundReader {
  /** The next samples, interleaved in the stream's channels; silence where the medium has ended. */
  read(samples: number): Promise<Float32Array>;
  /** Ends the reading, finished or not. */
  close(): Promise<void>;
}

/** What sound is read with. */
export interface SoundReaderPorts {
  readonly ffmpeg: string;
  /** Hertz of the file that is rendered. */
  readonly sampleRate: number;
  readonly signal: AbortSignal;
}

const bytesPerSample = 4;
/** Codecs such as AAC need to hear a little before they sound right. */
const prerollSeconds = 1;

/** Starts reading a run. @throws UserFacingError `media-unreadable` from `read` */
export function openSoundReader(run: SoundRun, ports: SoundReaderPorts): SoundReader {
  // A whole second is a whole sample at every rate, so that the seek is exact.
  const seek = Math.max(0, Math.floor(run.inSample / ports.sampleRate) - prerollSeconds);
  const skip = run.inSample - seek * ports.sampleRate;
  const length = run.endSample - run.startSample;
  const decoded = decodeWithFfmpeg({
    ffmpeg: ports.ffmpeg,
    arguments: toArguments(run, { seek, samples: skip + length, sampleRate: ports.sampleRate }),
    mediaPath: run.mediaPath,
    signal: ports.signal,
  });
  const take = takeBytes(decoded.bytes);
  let toSkip = skip;
  return {
    read: async (samples) => {
      const bytesPerFrame = bytesPerSample * run.streamChannels;
      if (toSkip > 0) await take(toSkip * bytesPerFrame);
      toSkip = 0;
      const bytes = await take(samples * bytesPerFrame);
      return new Float32Array(bytes.buffer, bytes.byteOffset, samples * run.streamChannels);
    },
    close: () => decoded.close(),
  };
}

function toArguments(
  run: SoundRun,
  span: { readonly seek: number; readonly samples: number; readonly sampleRate: number },
): readonly string[] {
  return [
    ...(span.seek > 0 ? ['-ss', String(span.seek)] : []),
    ...['-i', localFile(run.mediaPath), '-map', `0:a:${run.stream}`],
    // Streams that start late in their file, or skip, keep their place.
    ...['-af', `aresample=${span.sampleRate}:async=1:first_pts=0:min_hard_comp=0.1`],
    ...['-t', (span.samples / span.sampleRate + 0.1).toFixed(6)],
    ...['-ac', String(run.streamChannels), '-f', 'f32le', '-c:a', 'pcm_f32le'],
  ];
}

/** Cuts a stream into pieces of any wanted size; zeros after its end. */
function takeBytes(
  chunks: AsyncGenerator<Buffer, void, void>,
): (bytes: number) => Promise<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0);
  return async (bytes) => {
    const piece = new Uint8Array(bytes);
    let filled = 0;
    while (filled < bytes) {
      if (rest.length === 0) {
        const next = await chunks.next();
        if (next.done) break;
        rest = next.value;
      }
      const part = rest.subarray(0, bytes - filled);
      piece.set(part, filled);
      filled += part.length;
      rest = rest.subarray(part.length);
    }
    return piece;
  };
}
