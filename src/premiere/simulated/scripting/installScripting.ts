import fs from 'node:fs';
import path from 'node:path';
import type { Session } from '../model/Session';
import { ScriptError } from '../es3/ScriptError';
import type { ScriptRealm } from '../es3/ScriptRealm';
import { toNumber, toText } from '../es3/scriptValues';
import { installFiles } from './fileClasses';
import { ScriptFile } from './ScriptFile';
import { installXmp } from './xmpClasses';

/** What the bridge of a panel hears: a type and a text. */
export interface CsxsEvent {
  type: string;
  data: string;
}

/** What the scripting language needs from the application around it. */
interface ScriptingParts {
  readonly realm: ScriptRealm;
  readonly session: Session;
  readonly onCsxsEvent: (event: CsxsEvent) => void;
}

/** Puts into a context what ExtendScript has beside the language: `$`, files, dialogs, libraries. */
export function installScripting(parts: ScriptingParts): void {
  installFiles(parts.realm);
  installDollar(parts);
  installDialogs(parts);
  installLibraries(parts);
}

const startedAt = process.hrtime.bigint();

function installDollar({ realm, session }: ScriptingParts): void {
  const variables = new Map<string, string>();
  realm.define<Session>({
    name: '$',
    getters: {
      fileName: () => realm.currentFile,
      global: () => realm.global,
      os: () => (process.platform === 'win32' ? 'Windows 10 64-bit' : 'Macintosh OS 13.6.0'),
      version: () => '4.5.5',
      build: () => '4.5.5',
      locale: () => localeOf(session.language),
      engineName: () => 'NewWorld',
      hiresTimer: () => Number((process.hrtime.bigint() - startedAt) / 1000n),
      line: () => 0,
      stack: () => '',
      level: () => 0,
    },
    methods: {
      writeln: (_session, texts) => void session.log.push(texts.map(String).join('')),
      write: (_session, texts) => void session.log.push(texts.map(String).join('')),
      sleep: (_session, [milliseconds]) => sleep(toNumber(milliseconds)),
      gc: () => undefined,
      getenv: (_session, [name]) =>
        variables.get(toText(name)) ?? process.env[toText(name)] ?? null,
      setenv: (_session, [name, value]) => void variables.set(toText(name), String(value)),
    },
  });
  const dollar = realm.wrap('$', session) as Record<string, unknown>;
  dollar['evalFile'] = realm.runner(([file]) => readScript(realm, file));
  realm.global['$'] = dollar;
}

/** Reads a script file as ExtendScript does: UTF-8, with or without its mark. */
export function readScriptFile(filePath: string): string {
  return fs.readFileSync(filePath, 'utf8').replace(/^\uFEFF/, '');
}

function readScript(realm: ScriptRealm, file: unknown): { source: string; fileName: string } {
  const given = realm.targetOf('File', file) as ScriptFile | undefined;
  const { path: filePath } = given ?? new ScriptFile(toText(file));
  if (fs.statSync(filePath, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new ScriptError(`File or folder does not exist: ${path.basename(filePath)}`);
  }
  return { source: readScriptFile(filePath), fileName: filePath };
}

/** Nobody is there to answer: what would be shown is kept, and every question is declined. */
function installDialogs({ realm, session }: ScriptingParts): void {
  realm.global['alert'] = realm.function(([text]) => void session.alerts.push(String(text)));
  realm.global['confirm'] = realm.function(([text]) => {
    session.alerts.push(String(text));
    return false;
  });
  realm.global['prompt'] = realm.function(([text]) => {
    session.alerts.push(String(text));
    return null;
  });
}

function installLibraries({ realm, session, onCsxsEvent }: ScriptingParts): void {
  realm.define<{ library: string }>({
    name: 'ExternalObject',
    isValue: true,
    construct: ([library]) => {
      const name = toText(library)
        .replace(/^lib:/, '')
        .replace(/\.dll$/i, '');
      if (name === 'AdobeXMPScript') installXmp(realm);
      else if (name === 'PlugPlugExternalObject') installCsxsEvents(realm, onCsxsEvent);
      else throw new ScriptError(`I/O error: no library ${name}`);
      return { library: name };
    },
    methods: { unload: () => undefined },
  });
  realm.define<{ target: string }>({
    name: 'BridgeTalk',
    isValue: true,
    construct: () => ({ target: '' }),
    statics: {
      getStatus: (_none, [target]) => {
        const isEncoder = toText(target).startsWith('ame');
        if (!isEncoder) return 'ISNOTINSTALLED';
        return session.isEncoderRunning ? 'IDLE' : 'ISNOTRUNNING';
      },
    },
    staticGetters: { appName: () => 'premierepro' },
  });
}

function installCsxsEvents(realm: ScriptRealm, onCsxsEvent: (event: CsxsEvent) => void): void {
  realm.define<CsxsEvent>({
    name: 'CSXSEvent',
    isValue: true,
    construct: () => ({ type: '', data: '' }),
    getters: { type: ({ type }) => type, data: ({ data }) => data },
    setters: {
      type: (event, value) => {
        event.type = toText(value);
      },
      data: (event, value) => {
        event.data = toText(value);
      },
    },
    methods: { dispatch: ({ type, data }) => onCsxsEvent({ type, data }) },
  });
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.max(0, milliseconds));
}

function localeOf(language: string): string {
  const locales: Readonly<Record<string, string>> = { de: 'de_DE', es: 'es_ES' };
  return locales[language] ?? 'en_US';
}
