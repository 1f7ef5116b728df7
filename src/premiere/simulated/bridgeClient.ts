import { UserFacingError } from '../../contract/UserFacingError';
import type { CepBridge } from '../cep/CepBridge';
import { bridgeAnswerSchema, bridgeProtocol, toTokenProtocol } from './bridgeMessages';

/** What CEP gives when a script could not be run; a connection that broke is no better. */
const evalScriptError = 'EvalScript error.';

/** Opens a socket; a test may bring its own. */
export type OpenSocket = (url: string, protocols: string[]) => WebSocket;

/**
 * The simulated Premiere's `__adobe_cep__`, from a page in the browser.
 *
 * @param url such as `ws://127.0.0.1:4310`
 * @throws UserFacingError `host-unreachable` when nobody listens or the connection is refused
 */
export function connectBridge(
  url: string,
  token: string,
  openSocket: OpenSocket = (address, protocols) => new WebSocket(address, protocols),
): Promise<CepBridge> {
  const socket = openSocket(url, [bridgeProtocol, toTokenProtocol(token)]);
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(overSocket(socket)));
    socket.addEventListener('error', () => reject(unreachable()));
    socket.addEventListener('close', () => reject(unreachable()));
  });
}

function overSocket(socket: WebSocket): CepBridge {
  const waiting = new Map<number, (result: string) => void>();
  let nextId = 1;
  socket.addEventListener('message', (event: MessageEvent<string>) => {
    const { id, result } = bridgeAnswerSchema.parse(JSON.parse(event.data));
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  socket.addEventListener('close', () => {
    for (const callback of waiting.values()) callback(evalScriptError);
    waiting.clear();
  });
  return {
    evalScript(script, callback) {
      if (socket.readyState !== socket.OPEN) {
        callback(evalScriptError);
        return;
      }
      waiting.set(nextId, callback);
      socket.send(JSON.stringify({ id: nextId, script }));
      nextId += 1;
    },
  };
}

function unreachable(): UserFacingError {
  return new UserFacingError(
    'host-unreachable',
    'The simulated Premiere does not answer. Start Slateflow again, and open the address it prints.',
  );
}
