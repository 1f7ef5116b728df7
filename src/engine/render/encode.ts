import { pipeline } from 'node:stream/promises';
import { execa } from 'execa';
import { UserFacingError } from '../../contract/UserFacingError';

/** One encoding pass. */
export interface Encoding {
  readonly ffmpeg: string;
  readonly arguments: readonly string[];
  /** Raw frames, in order. */
  readonly frames: AsyncIterable<Buffer>;
  readonly expectedFrames: number;
  /** The file as its user knows it, for words. */
  readonly outputPath: string;
  readonly onFrames: (done: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Feeds frames to the encoder and waits until the file is written.
 * @throws UserFacingError `disk-full`, and whatever the frames throw
 */
export async function encode(encoding: Encoding): Promise<void> {
  const child = execa(encoding.ffmpeg, encoding.arguments, {
    cancelSignal: encoding.signal,
    killSignal: 'SIGKILL',
    reject: false,
    stdin: 'pipe',
    buffer: { stdout: false, stderr: true },
  });
  const frames = readProgress(child.stdout, encoding.onFrames);
  try {
    await pipeline(encoding.frames, child.stdin);
  } catch (error) {
    if (!isBrokenPipe(error)) {
      child.kill('SIGKILL');
      await child;
      encoding.signal.throwIfAborted();
      throw error;
    }
  }
  const result = await child;
  encoding.signal.throwIfAborted();
  judge(encoding, { failed: result.failed, stderr: result.stderr, frames: await frames });
}

/** The encoder has ended before the frames did: why is what it says itself. */
function isBrokenPipe(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'].includes(code);
}

/** Reads ffmpeg's `frame=N` lines; answers with the last of them. */
async function readProgress(
  stdout: AsyncIterable<Buffer>,
  onFrames: (done: number) => void,
): Promise<number> {
  let frames = 0;
  let rest = '';
  for await (const bytes of stdout) {
    const lines = (rest + bytes.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [, count] = /^frame=\s*(\d+)/.exec(line) ?? [];
      if (count !== undefined) frames = Number(count);
    }
    onFrames(frames);
  }
  return frames;
}

interface Outcome {
  readonly failed: boolean;
  readonly stderr: string;
  readonly frames: number;
}

/** Older builds end with 0 although the trailer could not be written. */
function judge({ outputPath, expectedFrames }: Encoding, outcome: Outcome): void {
  if (/No space left on device|Disk quota exceeded/.test(outcome.stderr)) {
    const message = `“${outputPath}” could not be rendered: its volume is full.`;
    throw new UserFacingError('disk-full', message, { cause: outcome.stderr });
  }
  const isWritten = !outcome.failed && !/Error writing trailer/.test(outcome.stderr);
  if (isWritten && outcome.frames === expectedFrames) return;
  throw new Error(
    `ffmpeg encoded ${outcome.frames} of ${expectedFrames} frames of “${outputPath}”.`,
    { cause: outcome.stderr },
  );
}
