import fs from 'node:fs';
import path from 'node:path';
import { adobeErrorText } from '../es3/adobeErrors';
import { readScriptFile } from '../es3/directives';
import { ScriptError } from '../es3/ScriptError';
import type { ScriptRealm } from '../es3/ScriptRealm';
import { toNumber, toText } from '../es3/scriptValues';
import type { Session } from '../model/Session';
import type { FileSystem } from './FileSystem';
import { ScriptFile } from './ScriptFile';

/** What `$` is made with. */
interface DollarParts {
  readonly realm: ScriptRealm;
  readonly session: Session;
  readonly system: FileSystem;
}

/** What scripts may set of `$` and read again. */
interface DollarState {
  level: number;
  strict: boolean;
  locale: string;
  flags: number;
  memCache: number;
  appEncoding: string;
  localize: boolean;
  /** Nanoseconds; `hiresTimer` tells what has passed since it was read. */
  readAt: bigint;
  readonly variables: Map<string, string>;
}

/** Puts `$` into a context. */
export function installDollar(parts: DollarParts): void {
  const { realm, session, system } = parts;
  realm.define<DollarState>({
    name: '$',
    isValue: true,
    getters: { ...placeGetters(realm), ...surroundings(realm), ...settableGetters },
    setters: {
      ...settableSetters,
      error: (_state, value) => {
        realm.lastError = value;
      },
    },
    methods: { ...textMethods(session), ...systemMethods },
  });
  const dollar = realm.wrap('$', initialState(session.language)) as Record<string, unknown>;
  dollar['evalFile'] = realm.runner(([file]) => readScript(realm, system, file));
  realm.global['$'] = dollar;
}

function initialState(language: string): DollarState {
  return {
    level: 0,
    strict: false,
    locale: localeOf(language),
    flags: 0,
    memCache: 0,
    appEncoding: 'UTF-8',
    localize: false,
    readAt: process.hrtime.bigint(),
    variables: new Map(),
  };
}

/** Locale of the application's language, as `$.locale` tells it. */
export function localeOf(language: string): string {
  const locales: Readonly<Record<string, string>> = { de: 'de_DE', es: 'es_ES', ja: 'ja_JP' };
  return locales[language] ?? 'en_US';
}

/** Where the script is just now. */
function placeGetters(realm: ScriptRealm) {
  return {
    fileName: () => realm.places[0]?.fileName ?? '',
    line: () => realm.places[0]?.line ?? 0,
    stack: () =>
      [...realm.places]
        .reverse()
        .map(({ fileName, functionName }) =>
          functionName === '' ? `[${path.basename(fileName)}]` : `${functionName}()`,
        )
        .join('\n'),
    error: () => realm.lastError,
    includePath: () => path.dirname(realm.places[0]?.fileName ?? ''),
  };
}

function surroundings(realm: ScriptRealm) {
  const screen = { left: 0, top: 0, right: 1920, bottom: 1080, primary: true };
  return {
    global: () => realm.global,
    os: () => (process.platform === 'win32' ? 'Windows 10 64-bit' : 'Macintosh OS 13.6.0'),
    version: () => '4.5.6',
    build: () => 80.1033,
    buildDate: () => realm.run('new Date(2020, 0, 1)', ''),
    engineName: () => 'NewWorld',
    decimalPoint: () => '.',
    screens: () => realm.array([realm.record(screen)]),
    dictionary: () => realm.wrap('Dictionary', {}),
    hiresTimer: (state: DollarState) => {
      const now = process.hrtime.bigint();
      const passed = Number((now - state.readAt) / 1000n);
      state.readAt = now;
      return passed;
    },
  };
}

const settableGetters = {
  level: ({ level }: DollarState) => level,
  strict: ({ strict }: DollarState) => strict,
  locale: ({ locale }: DollarState) => locale,
  flags: ({ flags }: DollarState) => flags,
  memCache: ({ memCache }: DollarState) => memCache,
  appEncoding: ({ appEncoding }: DollarState) => appEncoding,
  localize: ({ localize }: DollarState) => localize,
};

const settableSetters = {
  level: (state: DollarState, value: unknown) => {
    state.level = toNumber(value);
  },
  strict: (state: DollarState, value: unknown) => {
    state.strict = Boolean(value);
  },
  locale: (state: DollarState, value: unknown) => {
    state.locale = String(value);
  },
  flags: (state: DollarState, value: unknown) => {
    state.flags = toNumber(value);
  },
  memCache: (state: DollarState, value: unknown) => {
    state.memCache = toNumber(value);
  },
  appEncoding: (state: DollarState, value: unknown) => {
    state.appEncoding = String(value);
  },
  localize: (state: DollarState, value: unknown) => {
    state.localize = Boolean(value);
  },
};

function textMethods(session: Session) {
  const log = (_state: DollarState, texts: readonly unknown[]) =>
    void session.log.push(texts.map(String).join(''));
  const about = 'ExtendScript 4.5.6';
  return {
    writeln: log,
    write: log,
    toString: () => '[object $]',
    about: () => {
      session.alerts.push(about);
      return about;
    },
  };
}

const systemMethods = {
  sleep: (_state: DollarState, [milliseconds]: readonly unknown[]) => sleep(toNumber(milliseconds)),
  gc: () => undefined,
  bp: () => undefined,
  list: () => '',
  listLO: () => '',
  summary: () => '',
  /** Nobody chooses. */
  colorPicker: () => -1,
  getenv: ({ variables }: DollarState, [name]: readonly unknown[]) =>
    variables.get(toText(name)) ?? process.env[toText(name)] ?? null,
  setenv: ({ variables }: DollarState, [name, value]: readonly unknown[]) =>
    void variables.set(toText(name), String(value)),
};

function readScript(realm: ScriptRealm, system: FileSystem, file: unknown) {
  const given = realm.targetOf('File', file) as ScriptFile | undefined;
  const { path: filePath } = given ?? new ScriptFile(toText(file), system.current);
  if (fs.statSync(filePath, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new ScriptError(`${adobeErrorText(48)}: ${path.basename(filePath)}`);
  }
  return { source: readScriptFile(filePath), fileName: filePath };
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.max(0, milliseconds));
}
