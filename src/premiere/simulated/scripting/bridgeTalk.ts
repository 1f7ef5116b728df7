import type { HandlerTable } from './HandlerTable';
import type { ScriptRealm } from '../es3/ScriptRealm';
import { toText } from '../es3/scriptValues';
import type { Session } from '../model/Session';

/** A message from script to application. */
interface Message {
  target: string;
  body: string;
  type: string;
  headers: unknown;
  sender: string;
  timeout: number;
  onResult: unknown;
  onError: unknown;
}

/** What messages are sent with. */
interface BridgeTalkParts {
  readonly realm: ScriptRealm;
  readonly session: Session;
  /** Calls functions of scripts between scripts. */
  readonly later: HandlerTable;
}

const premiere = 'premierepro';

/**
 * Puts `BridgeTalk` into a context. Beside Premiere itself no application is installed, so that a
 * message to another comes back as an error between scripts.
 */
export function installBridgeTalk(parts: BridgeTalkParts): void {
  const { realm, session } = parts;
  let sent = 0;
  const send = (message: Message): boolean => {
    sent += 1;
    answer(parts, message, `BridgeTalk ${sent}`);
    return specifierOf(message.target).startsWith(premiere);
  };
  realm.define<Message>({
    name: 'BridgeTalk',
    isValue: true,
    construct: () => emptyMessage(realm),
    getters: { ...messageGetters },
    setters: { ...messageSetters },
    methods: { send, sendResult: () => true, pump: () => true },
    statics: {
      getStatus: (_none, [target]) => statusOf(session, target),
      isRunning: (_none, [target]) => statusOf(session, target) === 'IDLE',
      isInstalled: (_none, [target]) => statusOf(session, target) !== 'ISNOTINSTALLED',
      launch: () => false,
      bringToFront: () => undefined,
      getSpecifier: (_none, [target]) => knownSpecifier(session, target),
      getTargets: () => realm.array([currentSpecifier(session)]),
      getDisplayName: (_none, [target]) =>
        knownSpecifier(session, target) === null ? null : 'Adobe Premiere Pro',
      getAppPath: () => null,
      loadAppScript: () => false,
      ping: () => '',
      pump: () => true,
    },
    staticGetters: {
      appName: () => premiere,
      appSpecifier: () => currentSpecifier(session),
      appLocale: () => 'en_US',
      appStatus: () => 'IDLE',
      appVersion: () => session.version,
    },
  });
}

function emptyMessage(realm: ScriptRealm): Message {
  return {
    target: '',
    body: '',
    type: 'ExtendScript',
    headers: realm.record({}),
    sender: premiere,
    timeout: 0,
    onResult: undefined,
    onError: undefined,
  };
}

const messageGetters = {
  target: ({ target }: Message) => target,
  body: ({ body }: Message) => body,
  type: ({ type }: Message) => type,
  headers: ({ headers }: Message) => headers,
  sender: ({ sender }: Message) => sender,
  timeout: ({ timeout }: Message) => timeout,
  onResult: ({ onResult }: Message) => onResult,
  onError: ({ onError }: Message) => onError,
};

const messageSetters = {
  target: (message: Message, value: unknown) => {
    message.target = toText(value);
  },
  body: (message: Message, value: unknown) => {
    message.body = String(value);
  },
  type: (message: Message, value: unknown) => {
    message.type = String(value);
  },
  headers: (message: Message, value: unknown) => {
    message.headers = value;
  },
  timeout: (message: Message, value: unknown) => {
    message.timeout = Number(value);
  },
  onResult: (message: Message, value: unknown) => {
    message.onResult = value;
  },
  onError: (message: Message, value: unknown) => {
    message.onError = value;
  },
};

/** Lets what became of a message wait for the pause after the script. */
function answer({ realm, session, later }: BridgeTalkParts, message: Message, name: string): void {
  const reply = (handler: unknown, body: string) => {
    later.bind(name, handler);
    const fields = { target: premiere, sender: message.target, body, type: message.type };
    later.post(name, realm.record(fields));
  };
  if (knownSpecifier(session, message.target) === null) {
    reply(message.onError, `Target ${message.target} is not installed`);
    return;
  }
  const run = realm.function(() => {
    let body: string;
    try {
      body = String(realm.run(message.body, ''));
    } catch (thrown) {
      reply(message.onError, String(thrown));
      return;
    }
    reply(message.onResult, body);
  });
  later.bind(`${name} body`, run);
  later.post(`${name} body`);
}

function specifierOf(target: string): string {
  return target.toLowerCase();
}

function currentSpecifier(session: Session): string {
  return `${premiere}-${session.version.split('.').slice(0, 2).join('.')}`;
}

function knownSpecifier(session: Session, target: unknown): string | null {
  const wanted = specifierOf(toText(target));
  return wanted === '' || wanted.startsWith(premiere) ? currentSpecifier(session) : null;
}

function statusOf(session: Session, target: unknown): string {
  if (target === undefined || knownSpecifier(session, target) !== null) return 'IDLE';
  if (!specifierOf(toText(target)).startsWith('ame')) return 'ISNOTINSTALLED';
  return session.isEncoderRunning ? 'IDLE' : 'ISNOTRUNNING';
}
