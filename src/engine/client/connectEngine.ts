import { createTRPCClient, createWSClient, TRPCClientError, wsLink } from '@trpc/client';
import type { JobContext } from '../../contract/JobContext';
import type { MediaEngine } from '../../contract/MediaEngine';
import { UserFacingError, type UserFacingErrorCode } from '../../contract/UserFacingError';
import type { JobKind, JobRequest } from '../jobs/JobRequest';
import type { EngineRouter } from '../server/router';
import { watchJob, type EngineCalls } from './watchJob';

/** Where the engine listens and what it asks for. */
export interface EngineAddress {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  readonly token: string;
  /** Node 20 has no WebSocket of its own: the `ws` package's. Pages leave it out. */
  readonly WebSocket?: unknown;
}

/** An engine at the other end of a connection. */
export interface ConnectedEngine extends MediaEngine {
  /** Ends the connection; jobs go on unless they are cancelled first. */
  close(): void;
}

/**
 * Connects to a running engine. When the connection is lost, everything that waits on it fails
 * with `engine-unreachable`, and so does every later call.
 * @throws UserFacingError `engine-unreachable`
 */
export async function connectEngine(target: EngineAddress): Promise<ConnectedEngine> {
  const connection = openConnection(target);
  const { calls, whileConnected } = connection;
  await whileConnected(calls.hello.query());
  const job =
    <Kind extends JobKind>(kind: Kind) =>
    (input: Parameters<MediaEngine[Kind]>[0], context: JobContext) =>
      // Kind and input belong together by the signature; the union cannot say so.
      whileConnected(watchJob(calls, { kind, input } as JobRequest, context)) as ReturnType<
        MediaEngine[Kind]
      >;
  return {
    listSources: job('listSources'),
    probe: job('probe'),
    readText: (request) => whileConnected(calls.readText.query(request)),
    writeText: (request) => whileConnected(calls.writeText.mutate(request)),
    makeFolder: (request) => whileConnected(calls.makeFolder.mutate(request)),
    readTexts: job('readTexts'),
    hashFiles: job('hashFiles'),
    measure: job('measure'),
    render: job('render'),
    makeConstantRate: job('makeConstantRate'),
    writeArchive: job('writeArchive'),
    verifyBundle: job('verifyBundle'),
    makeSampleDay: job('makeSampleDay'),
    close: connection.close,
  };
}

interface Connection {
  readonly calls: EngineCalls;
  /** Fails when the connection is lost first, and puts the engine's failures into our words. */
  readonly whileConnected: <Value>(answer: Promise<Value>) => Promise<Value>;
  readonly close: () => void;
}

function openConnection({ address, token, WebSocket }: EngineAddress): Connection {
  let lose: (reason: Error) => void = ignore;
  const lost = new Promise<never>((_, reject) => {
    lose = reject;
  });
  // Losing a connection that nothing waits on is no failure of its own.
  lost.catch(ignore);
  const leave = (reason: Error) => {
    lose(reason);
    client.close().catch(ignore);
  };
  const client = createWSClient({
    url: address.replace(/^http/, 'ws'),
    connectionParams: { token },
    // Only the few members that pages and `ws` share are used.
    ...(WebSocket === undefined ? {} : { WebSocket: WebSocket as typeof globalThis.WebSocket }),
    onClose: () => leave(unreachable('The connection to Slateflow’s engine was lost.')),
    onError: () => leave(unreachable('Slateflow’s engine could not be reached.')),
  });
  return {
    calls: createTRPCClient<EngineRouter>({ links: [wsLink<EngineRouter>({ client })] }),
    whileConnected: (answer) =>
      Promise.race([answer, lost]).catch(async (error: unknown) => {
        throw await toOurError(error, lost);
      }),
    close: () => leave(unreachable('The connection to Slateflow’s engine was closed.')),
  };
}

function ignore(): void {
  // Nothing to do: whoever waits has been told.
}

function unreachable(words: string): UserFacingError {
  return new UserFacingError('engine-unreachable', `${words} Start Slateflow again and go on.`);
}

/** A failure that the engine told of, or the loss of the connection behind one it did not. */
async function toOurError(error: unknown, lost: Promise<never>): Promise<unknown> {
  if (!(error instanceof TRPCClientError)) return error;
  const data = error.data as
    { readonly code: string; readonly userCode: UserFacingErrorCode | null } | undefined;
  if (data?.userCode) return new UserFacingError(data.userCode, error.message, { cause: error });
  // The refusal of a token may arrive before the connection is closed for it.
  if (data?.code === 'UNAUTHORIZED') return unreachable('Slateflow’s engine refused the token.');
  if (data) return new Error(error.message, { cause: error });
  // Not told by the engine: the socket is closing, and says so next.
  return lost.catch((reason: unknown) => reason);
}
