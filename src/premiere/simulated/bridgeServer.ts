import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { bridgeProtocol, bridgeRequestSchema, toTokenProtocol } from './bridgeMessages';

/** The loopback address: nothing else may connect. */
const loopback = '127.0.0.1';

/** Longest message: a reading of a large project passes, an endless one does not. */
const maxMessageBytes = 64 * 1024 * 1024;

/** What CEP gives when a script could not be run. */
const evalScriptError = 'EvalScript error.';

/** Whatever runs scripts as CEP does: a script in, what it evaluates to as text out. */
interface ScriptRunner {
  readonly evalScript: (script: string) => Promise<string>;
}

/** Who may connect. */
interface BridgeAccess {
  /** The session's token, URL-safe characters only. */
  readonly token: string;
  /** Origins of the pages that may connect, such as `http://127.0.0.1:4310`. */
  readonly allowedOrigins: readonly string[];
}

/** A bridge that is being served. */
export interface ServedBridge {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves a script runner to a page in the browser, over a WebSocket on the loopback address and a free
 * port. A connection is refused before it stands unless it brings the token, a permitted Origin,
 * and this server's own Host (a page elsewhere that renames itself to our address brings another).
 */
export async function serveBridge(
  runner: ScriptRunner,
  access: BridgeAccess,
): Promise<ServedBridge> {
  const server = createServer((_request, response) => response.writeHead(404).end());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, loopback, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const sockets = new WebSocketServer({
    server,
    maxPayload: maxMessageBytes,
    handleProtocols: () => bridgeProtocol,
    verifyClient: ({ req }: { req: IncomingMessage }) => isPermitted(req, access, port),
  });
  sockets.on('connection', (socket) => answer(socket, runner));
  return { port, close: () => closeAll(sockets, server) };
}

function isPermitted(request: IncomingMessage, access: BridgeAccess, port: number): boolean {
  const { origin, host } = request.headers;
  const hosts = [`${loopback}:${port}`, `localhost:${port}`];
  return (
    host !== undefined &&
    hosts.includes(host) &&
    origin !== undefined &&
    access.allowedOrigins.includes(origin) &&
    bringsToken(request, access.token)
  );
}

function bringsToken(request: IncomingMessage, token: string): boolean {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',');
  const expected = digest(toTokenProtocol(token));
  return offered.some((protocol) => timingSafeEqual(digest(protocol.trim()), expected));
}

/** Digests are of one length, so that comparing them takes the same time whatever is offered. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function answer(socket: WebSocket, runner: ScriptRunner): void {
  socket.on('message', (data: Buffer) => {
    const request = parseRequest(data);
    if (!request) {
      socket.close(1007, 'No script.');
      return;
    }
    const send = (result: string) => {
      if (socket.readyState === socket.OPEN) {
        socket.send(JSON.stringify({ id: request.id, result }));
      }
    };
    runner.evalScript(request.script).then(send, (fault: unknown) => {
      // A fault of the runner's own, not of the script: whoever waits is told, and it stays a fault.
      send(evalScriptError);
      throw fault;
    });
  });
}

function parseRequest(data: Buffer) {
  try {
    return bridgeRequestSchema.parse(JSON.parse(data.toString('utf8')));
  } catch {
    // Whatever it is, it is no message of ours: the connection is closed for it.
    return undefined;
  }
}

function closeAll(sockets: WebSocketServer, server: ReturnType<typeof createServer>) {
  for (const socket of sockets.clients) socket.terminate();
  sockets.close();
  return new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}
