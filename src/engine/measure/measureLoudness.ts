import { execa } from 'execa';
import { UserFacingError } from '../../contract/UserFacingError';
import { localFile } from '../ffmpeg/runFfprobe';

/** What is to be measured. */
export interface LoudnessRequest {
  readonly ffmpeg: string;
  readonly path: string;
  /** Sound streams of the file; they are taken together, in their order. */
  readonly streams: number;
  /** Seconds of sound that have been measured. */
  readonly onSeconds: (done: number) => void;
  readonly signal: AbortSignal;
}

/** Programme loudness (ITU-R BS.1770, EBU R 128); null for silence and for less than 0.4 s. */
export interface Loudness {
  readonly integratedLufs: number | null;
  readonly truePeakDbtp: number | null;
}

/** The meter and its settings, to be got again. */
export const loudnessFilter = 'ebur128=peak=true:framelog=verbose';

/** What the meter shows when nothing reached its absolute gate. */
const absoluteGateLufs = -70;

/** Decodes all sound once through ffmpeg's meter. @throws UserFacingError `media-unreadable` */
export async function measureLoudness(request: LoudnessRequest): Promise<Loudness> {
  const { ffmpeg, path, signal } = request;
  const child = execa(ffmpeg, toArguments(request), {
    cancelSignal: signal,
    killSignal: 'SIGKILL',
    reject: false,
    stdin: 'ignore',
    buffer: { stdout: false, stderr: true },
  });
  for await (const line of child.iterable()) {
    const [, microseconds] = /^out_time_ms=(\d+)/.exec(line) ?? [];
    if (microseconds !== undefined) request.onSeconds(Number(microseconds) / 1e6);
  }
  const result = await child;
  signal.throwIfAborted();
  if (result.failed) {
    throw new UserFacingError('media-unreadable', `The sound of “${path}” could not be decoded.`, {
      cause: result.stderr,
    });
  }
  return parseSummary(result.stderr);
}

function toArguments({ path, streams }: LoudnessRequest): readonly string[] {
  const inputs = Array.from({ length: streams }, (_, stream) => `[0:a:${stream}]`).join('');
  const merge = streams > 1 ? `amerge=inputs=${streams},` : '';
  return [
    ...['-hide_banner', '-nostats', '-nostdin', '-v', 'info', '-progress', 'pipe:1'],
    ...['-i', localFile(path), '-filter_complex', `${inputs}${merge}${loudnessFilter}[measured]`],
    ...['-map', '[measured]', '-f', 'null', '-'],
  ];
}

/** The meter's last block: `I: -23.0 LUFS` and, under “True peak”, `Peak: -1.2 dBFS`. */
function parseSummary(text: string): Loudness {
  const summary = text.slice(text.lastIndexOf('Summary:'));
  const number = (pattern: RegExp) => {
    const value = Number(pattern.exec(summary)?.[1] ?? 'none');
    return Number.isFinite(value) ? value : null;
  };
  const integrated = number(/\bI:\s+(-?[\d.]+) LUFS/);
  return {
    integratedLufs: integrated !== null && integrated > absoluteGateLufs ? integrated : null,
    truePeakDbtp: number(/\bPeak:\s+(-?[\d.]+) dBFS/),
  };
}
