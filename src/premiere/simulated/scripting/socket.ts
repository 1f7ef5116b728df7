import type { ScriptRealm } from '../es3/ScriptRealm';
import { adobeErrorText } from '../es3/adobeErrors';

interface ClosedSocket {
  encoding: string;
  timeout: number;
  error: string;
}

/** Puts `Socket` into a context. The simulated Premiere offers no network: nothing connects. */
export function installSocket(realm: ScriptRealm): void {
  const refuse = (socket: ClosedSocket): false => {
    socket.error = adobeErrorText(56, 'the network');
    return false;
  };
  realm.define<ClosedSocket>({
    name: 'Socket',
    isValue: true,
    construct: () => ({ encoding: 'ASCII', timeout: 10, error: '' }),
    getters: {
      connected: () => false,
      eof: () => true,
      host: () => '',
      error: ({ error }) => error,
      encoding: ({ encoding }) => encoding,
      timeout: ({ timeout }) => timeout,
    },
    setters: {
      encoding: (socket, value) => {
        socket.encoding = String(value);
      },
      timeout: (socket, value) => {
        socket.timeout = Number(value);
      },
    },
    methods: {
      open: refuse,
      listen: refuse,
      poll: () => null,
      close: () => true,
      read: () => '',
      readln: () => '',
      write: refuse,
      writeln: refuse,
    },
  });
}
