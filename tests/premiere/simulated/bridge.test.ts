import { request } from 'node:http';
import { WebSocket as NodeSocket } from 'ws';
import { connectBridge, type OpenSocket } from '../../../src/premiere/simulated/bridgeClient';
import { serveBridge, type ServedBridge } from '../../../src/premiere/simulated/bridgeServer';

const token = 'aTokenThatIsLongEnough_0123456789';
const origin = 'http://127.0.0.1:4310';

let served: ServedBridge;
let scripts: string[];
beforeEach(async () => {
  scripts = [];
  const evalScript = async (script: string) => {
    scripts.push(script);
    return script === 'never' ? new Promise<never>(() => undefined) : `did ${script}`;
  };
  served = await serveBridge({ evalScript }, { token, allowedOrigins: [origin] });
});
afterEach(() => served.close());

/** Connects as a page at `from` would. */
function from(pageOrigin: string | undefined, host?: string): OpenSocket {
  return (url, protocols) => {
    const headers = { ...(pageOrigin ? { origin: pageOrigin } : {}), ...(host ? { host } : {}) };
    return new NodeSocket(url, protocols, { headers }) as unknown as WebSocket;
  };
}

const address = () => `ws://127.0.0.1:${served.port}`;

function evaluate(bridge: Awaited<ReturnType<typeof connectBridge>>, script: string) {
  return new Promise<string>((resolve) => {
    bridge.evalScript(script, resolve);
  });
}

describe('the bridge to the simulated Premiere', () => {
  test('gives each script its own answer', async () => {
    const bridge = await connectBridge(address(), token, from(origin));
    const answers = await Promise.all(['a', 'b"\u2028', 'c'].map((one) => evaluate(bridge, one)));
    expect(answers).toEqual(['did a', 'did b"\u2028', 'did c']);
  });

  test.each([
    ['a wrong token', 'aWrongToken', from(origin)],
    ['no token', '', from(origin)],
    ['a page of another origin', token, from('http://evil.example')],
    ['a caller without an origin', token, from(undefined)],
    ['a page that renamed itself to our address', token, from(origin, 'evil.example:4310')],
    ['a Host with another port', token, from(origin, '127.0.0.1:1')],
  ])('refuses %s, and runs nothing', async (_who, offered, openSocket) => {
    await expect(connectBridge(address(), offered, openSocket)).rejects.toMatchObject({
      code: 'host-unreachable',
    });
    expect(scripts).toEqual([]);
  });

  test('answers no plain request', async () => {
    const status = await new Promise((resolve) => {
      request({ port: served.port, host: '127.0.0.1', headers: { origin } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(404);
  });

  test('closes on what is no script', async () => {
    const socket = new NodeSocket(address(), ['slateflow.bridge.v1', `slateflow.token.${token}`], {
      headers: { origin },
    });
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send('{"id":"x"}');
    const code = await new Promise((resolve) => socket.once('close', resolve));
    expect(code).toBe(1007);
    expect(scripts).toEqual([]);
  });

  test('answers what waits when the connection breaks', async () => {
    const bridge = await connectBridge(address(), token, from(origin));
    const answer = evaluate(bridge, 'never');
    await evaluate(bridge, 'a');
    await served.close();
    expect(await answer).toBe('EvalScript error.');
    expect(await evaluate(bridge, 'later')).toBe('EvalScript error.');
  });

  test('cannot be reached when nobody listens', async () => {
    await served.close();
    await expect(connectBridge(address(), token, from(origin))).rejects.toMatchObject({
      code: 'host-unreachable',
    });
  });
});
