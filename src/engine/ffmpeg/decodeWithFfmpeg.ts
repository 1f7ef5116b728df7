import { execa } from 'execa';
import { UserFacingError } from '../../contract/UserFacingError';

/** What is to be decoded. */
export interface DecodeRequest {
  readonly ffmpeg: string;
  /** Everything from the seek to the output's format; the output itself is a pipe. */
  readonly arguments: readonly string[];
  /** For the failure's words. */
  readonly mediaPath: string;
  readonly signal: AbortSignal;
}

/** A medium on its way out of ffmpeg. */
export interface Decoding {
  /**
   * Raw bytes, as asked for.
   * @throws UserFacingError `media-unreadable`
   */
  readonly bytes: AsyncGenerator<Buffer, void, void>;
  /** Ends the process, whether it has finished or not. */
  readonly close: () => Promise<void>;
}

/** Starts decoding at once; the process waits with a few frames until they are asked for. */
export function decodeWithFfmpeg(request: DecodeRequest): Decoding {
  const child = execa(
    request.ffmpeg,
    ['-v', 'error', '-nostdin', '-threads', '2', ...request.arguments, 'pipe:1'],
    {
      cancelSignal: request.signal,
      killSignal: 'SIGKILL',
      reject: false,
      stdin: 'ignore',
      buffer: { stdout: false, stderr: true },
    },
  );
  const chunks = child.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  // Asked for at once: what nobody reads is thrown away.
  const first = chunks.next();
  first.catch(() => undefined);
  return {
    bytes: readBytes({ first, chunks, child }, request),
    close: async () => {
      child.kill('SIGKILL');
      // Bytes that wait to be read would keep it from ending.
      child.stdout.destroy();
      await child;
    },
  };
}

interface Reading {
  readonly first: Promise<IteratorResult<Buffer, undefined>>;
  readonly chunks: AsyncIterator<Buffer, undefined>;
  readonly child: PromiseLike<{ readonly failed: boolean; readonly stderr: string }>;
}

async function* readBytes(
  { first, chunks, child }: Reading,
  { mediaPath, signal }: DecodeRequest,
): AsyncGenerator<Buffer, void, void> {
  for (let chunk = await first; !chunk.done; chunk = await chunks.next()) yield chunk.value;
  const { failed, stderr } = await child;
  signal.throwIfAborted();
  if (!failed) return;
  throw new UserFacingError('media-unreadable', `“${mediaPath}” could not be decoded.`, {
    cause: stderr,
  });
}
