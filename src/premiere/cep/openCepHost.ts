import type { WireCalls } from '../../contract/host';
import type { PremiereHost } from '../../contract/PremiereHost';
import { UserFacingError } from '../../contract/UserFacingError';
import type { CepBridge } from './CepBridge';
import { HostCallFailure } from './HostCallFailure';
import { inPortions } from './inPortions';
import { hostCallNames, parseReply } from './replySchemas';
import { toHostScript } from './toHostScript';
import type { WireHost } from './WireHost';

/** What CEP gives for any throw and any syntax error, with nothing else. */
const evalScriptError = 'EvalScript error.';

/** How the host is talked to. */
interface CepHostOptions {
  /**
   * How long a call may stay unanswered before it counts as held up by a dialog. While Premiere
   * shows one, no script is answered.
   */
  readonly answerWithinMs?: number;
}

/**
 * Premiere through CEP: calls cross as short scripts to the host bundle, a long call as several of
 * them, and each reply is read by a schema.
 * The bundle must have been evaluated in the engine before.
 *
 * @throws UserFacingError from the calls: `host-busy` when no answer comes in time; `host-failed`
 * when the host did not do what it was asked, with a {@link HostCallFailure} as its cause.
 */
export function openCepHost(bridge: CepBridge, options: CepHostOptions = {}): PremiereHost {
  const { answerWithinMs = 30_000 } = options;
  const calls = hostCallNames.map((name) => [
    name,
    async (request: unknown) => {
      const text = await evaluate(bridge, toHostScript(name, request), answerWithinMs);
      return readAnswer(name, text);
    },
  ]);
  return inPortions(Object.fromEntries(calls) as WireHost);
}

function evaluate(bridge: CepBridge, script: string, withinMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const watchdog = setTimeout(() => reject(busy()), withinMs);
    bridge.evalScript(script, (text) => {
      clearTimeout(watchdog);
      resolve(text);
    });
  });
}

function readAnswer<Name extends keyof WireCalls>(
  name: Name,
  text: string,
): ReturnType<WireCalls[Name]> {
  if (text === evalScriptError) throw silent();
  const reply = parseAnswer(name, text);
  if (reply.ok) return reply.value;
  throw new UserFacingError('host-failed', `Premiere could not do this. ${reply.message}`, {
    cause: new HostCallFailure(reply.code, reply.message),
  });
}

function parseAnswer<Name extends keyof WireCalls>(name: Name, text: string) {
  try {
    return parseReply(name, JSON.parse(text));
  } catch (cause) {
    throw new UserFacingError(
      'host-failed',
      `Premiere’s answer to “${name}” could not be read. Close the panel, open it again, and try once more.`,
      { cause },
    );
  }
}

function silent(): UserFacingError {
  return new UserFacingError(
    'host-failed',
    'Slateflow’s script inside Premiere did not answer. Close the panel, open it again, and try once more.',
  );
}

function busy(): UserFacingError {
  return new UserFacingError(
    'host-busy',
    'Premiere is showing a dialog, or is busy. Close the dialog in Premiere, look at what was done, and try again.',
  );
}
