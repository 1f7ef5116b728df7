import fc from 'fast-check';
import vm from 'node:vm';
import type { UserFacingError } from '../../../src/contract/UserFacingError';
import { HostCallFailure } from '../../../src/premiere/cep/HostCallFailure';
import { openCepHost } from '../../../src/premiere/cep/openCepHost';

/** A bridge whose engine knows one thing: it answers every call with `reply`. */
function aBridge(reply: string | undefined) {
  const received: { name: string; request: unknown }[] = [];
  const call = (name: string, requestJson: string) => {
    received.push({ name, request: JSON.parse(requestJson) });
    return reply;
  };
  const engine = vm.createContext({ $: { global: { 'com.slateflow.host': { call } } } });
  return {
    received,
    evalScript(script: string, callback: (result: string) => void) {
      const result = vm.runInContext(script, engine) as string | undefined;
      if (result !== undefined) callback(result);
    },
  };
}

const saved = '{"ok":true,"value":{"path":"/p.prproj"}}';

async function failureOf(attempt: Promise<unknown>): Promise<UserFacingError> {
  return attempt.then(
    () => {
      throw new Error('It went well.');
    },
    (error: unknown) => error as UserFacingError,
  );
}

describe('a PremiereHost over CEP', () => {
  test('sends the request as it is, whatever names it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (projectPath) => {
        const bridge = aBridge(saved);
        await openCepHost(bridge).saveProject({ projectPath });
        expect(bridge.received).toEqual([{ name: 'saveProject', request: { projectPath } }]);
      }),
    );
  });

  test.each([`'); app.quit(); //"\u2028`, '\u2028\u2029', '\\"); app.quit(); //', '\n\r\u0000'])(
    'lets no request become code: %j',
    async (projectPath) => {
      const bridge = aBridge(saved);
      await openCepHost(bridge).saveProject({ projectPath });
      expect(bridge.received).toEqual([{ name: 'saveProject', request: { projectPath } }]);
    },
  );

  test('says so when the script does not answer', async () => {
    const error = await failureOf(openCepHost(aBridge('EvalScript error.')).describeHost({}));
    expect(error).toMatchObject({ code: 'host-failed' });
  });

  test('keeps the host’s own code as the cause', async () => {
    const reply = '{"ok":false,"code":"bin-not-found","message":"The project has no bin 7."}';
    const error = await failureOf(openCepHost(aBridge(reply)).saveProject({ projectPath: '/p' }));
    expect(error).toMatchObject({ code: 'host-failed' });
    expect(error.message).toContain('The project has no bin 7.');
    expect(error.cause).toBeInstanceOf(HostCallFailure);
    expect(error.cause).toMatchObject({ code: 'bin-not-found' });
  });

  test.each(['undefined', '[object Object]', '{"ok":true}', '{"ok":true,"value":{"path":7}}'])(
    'takes the reply %s for none',
    async (reply) => {
      const error = await failureOf(openCepHost(aBridge(reply)).saveProject({ projectPath: '/p' }));
      expect(error).toMatchObject({ code: 'host-failed' });
    },
  );

  test('names the dialog when no answer comes in time', async () => {
    const host = openCepHost(aBridge(undefined), { answerWithinMs: 20 });
    const error = await failureOf(host.describeHost({}));
    expect(error).toMatchObject({ code: 'host-busy' });
    expect(error.message).toContain('dialog');
  });
});
