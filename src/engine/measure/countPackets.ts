import { execa } from 'execa';
import { UserFacingError } from '../../contract/UserFacingError';
import { localFile } from '../ffmpeg/runFfprobe';

/** What the packets of a picture stream tell: the header may say anything. */
export interface PacketCount {
  readonly frames: number;
  /** Whether every frame lasts as long as the next; null when packets carry no times. */
  readonly constantFrameRate: boolean | null;
  readonly bytes: number;
}

/**
 * Reads every packet of the first picture stream, without decoding.
 * @throws UserFacingError `media-unreadable`
 */
export async function countPackets(
  ffprobe: string,
  path: string,
  signal: AbortSignal,
): Promise<PacketCount> {
  const asked = ['-select_streams', 'v:0', '-show_entries', 'packet=pts,size', '-of', 'csv=p=0'];
  const result = await execa(ffprobe, ['-v', 'error', ...asked, '-i', localFile(path)], {
    cancelSignal: signal,
    killSignal: 'SIGKILL',
    reject: false,
    stdin: 'ignore',
    lines: true,
  });
  signal.throwIfAborted();
  if (result.failed) {
    throw new UserFacingError('media-unreadable', `“${path}” could not be read to its end.`, {
      cause: result.stderr.join('\n'),
    });
  }
  const packets = result.stdout.filter((line) => line !== '').map((line) => line.split(','));
  return {
    frames: packets.length,
    constantFrameRate: isConstant(packets.map(([pts = '']) => Number(pts))),
    bytes: packets.reduce((sum, [, size = '0']) => sum + Number(size), 0),
  };
}

/** Times in the stream's own clock, in coding order. A clock too coarse for the rate may waver by one. */
function isConstant(times: readonly number[]): boolean | null {
  if (times.length === 0 || times.some((time) => Number.isNaN(time))) return null;
  const shown = [...times].sort((left, right) => left - right);
  const lengths = shown.slice(1).map((time, index) => time - (shown[index] ?? 0));
  const [shortest, longest] = minMax(lengths);
  return longest - shortest <= 1;
}

function minMax(values: readonly number[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [values[0] ?? 0, values[0] ?? 0],
  );
}
