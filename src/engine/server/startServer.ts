import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { TRPCError } from '@trpc/server';
import { applyWSSHandler, type CreateWSSContextFnOptions } from '@trpc/server/adapters/ws';
import { WebSocketServer } from 'ws';
import type { EngineLog } from '../log/EngineLog';
import {
  admissionRules,
  isHostAdmitted,
  isOriginAdmitted,
  isTokenRight,
  type AdmissionRules,
} from './admission';
import type { EngineRouter } from './router';
import { servePanel } from './servePanel';

/** How the engine listens. */
export interface ServerSettings {
  /** 0 takes a free one. */
  readonly port: number;
  readonly token: string;
  /** Folder of the panel's page; null serves none. */
  readonly panelDir: string | null;
  /** Origins beside our own that may connect, such as `file://`. */
  readonly extraOrigins: readonly string[];
  readonly log: EngineLog;
}

/** A listening engine. */
export interface RunningServer {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
}

/** A catalogue of texts or a sequence of thousands of events fits; more is no request of ours. */
const largestMessageBytes = 64 * 1024 * 1024;
/** A connection that has not shown its token by then is closed. */
const tokenWaitMs = 5000;

/** Listens on the loopback address alone; connections must bring Host, Origin and token. */
export async function startServer(
  router: EngineRouter,
  settings: ServerSettings,
): Promise<RunningServer> {
  const server = createServer();
  await listen(server, settings.port);
  const { port } = server.address() as AddressInfo;
  const rules = admissionRules(port, settings.extraOrigins);
  server.on('request', (request, response) => answer(request, response, { rules, settings }));
  const sockets = acceptSockets(server, { router, rules, settings });
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate();
        sockets.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

interface Admission {
  readonly rules: AdmissionRules;
  readonly settings: ServerSettings;
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { rules, settings }: Admission,
): void {
  const { panelDir, log } = settings;
  if (!isHostAdmitted(request.headers.host, rules)) refuse(response, 403);
  else if (request.method !== 'GET') refuse(response, 405);
  else if (request.url === '/health') answerHealth(response);
  else if (panelDir === null) refuse(response, 404);
  else {
    servePanel(panelDir, request, response).catch((error: unknown) => {
      log.error('panel', error);
      response.destroy();
    });
  }
}

function answerHealth(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ status: 'ok' }));
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}

function acceptSockets(
  server: Server,
  { router, rules, settings }: Admission & { readonly router: EngineRouter },
): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessageBytes });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { host, origin } = request.headers;
    if (!isHostAdmitted(host, rules) || !isOriginAdmitted(origin, rules)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      sockets.emit('connection', client, request);
    });
  });
  applyWSSHandler({
    wss: sockets,
    router,
    createContext: admitByToken(sockets, settings),
    onError: ({ error, path }) => {
      if (error.code === 'UNAUTHORIZED') settings.log.note('connection', 'Refused: wrong token.');
      else if (path === undefined) settings.log.error('connection', error);
    },
  });
  return sockets;
}

/** The token comes in the first message, so that it stands in no address, log or history. */
function admitByToken(sockets: WebSocketServer, { token }: ServerSettings) {
  const waiting = new WeakMap<object, NodeJS.Timeout>();
  sockets.on('connection', (client) => {
    const giveUp = setTimeout(() => client.terminate(), tokenWaitMs);
    waiting.set(client, giveUp);
    client.once('close', () => clearTimeout(giveUp));
    // A frame that is too large or malformed: `ws` has closed the connection by now.
    client.on('error', () => client.terminate());
  });
  return ({ res, info }: CreateWSSContextFnOptions): object => {
    if (!isTokenRight(info.connectionParams?.['token'], token)) {
      throw new TRPCError({ code: 'UNAUTHORIZED', message: 'The token is wrong or missing.' });
    }
    clearTimeout(waiting.get(res));
    return {};
  };
}
