import vm from 'node:vm';
import { DialectError, toAdobeWords } from './adobeErrors';
import { hiddenNamesSource, languagePreludeSource } from './languagePrelude';
import { preludeSource } from './prelude';
import { ScriptSources, type ScriptPlace } from './ScriptSources';
import { isOldAndValid } from './SourceEdits';
import { stripSource } from './stripToEs3';

/** Our answer to a call out of the context; only the prelude reads it. */
export type Completion =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'error'; readonly message: string }
  | {
      readonly kind: 'syntax';
      readonly message: string;
      readonly line: number;
      readonly fileName: string;
    }
  | { readonly kind: 'thrown'; readonly thrown: unknown };

/** A call out of the context. It never throws. */
export type Invoke = (self: object, args: { readonly length: number }) => Completion;

/** A member of a class: an accessor with `read`, or a method with `invoke`. */
export interface MemberSpec {
  readonly name: string;
  readonly read?: Invoke;
  readonly write?: Invoke;
  readonly invoke?: Invoke;
}

/** A class to be made inside the context. */
interface ClassSpec {
  readonly name: string;
  readonly members: readonly MemberSpec[];
  readonly text: Invoke;
  readonly counter?: string;
  readonly count?: (self: object) => Completion;
  readonly at?: (self: object, index: number) => Completion;
  readonly construct?: Invoke;
  readonly statics: readonly MemberSpec[];
}

/** A class that was made inside the context. */
export interface MadeClass {
  readonly make: () => object;
  readonly constructor: object | undefined;
}

/** What the prelude hands to our side. */
export interface Prelude {
  readonly makeClass: (spec: ClassSpec) => MadeClass;
  readonly callable: (invoke: Invoke) => object;
  readonly makeArray: (values: readonly unknown[]) => object;
  readonly makeRecord: (names: readonly string[], values: readonly unknown[]) => object;
  readonly objectPrototype: object;
}

/** What the prelude hands over where every text has to go through Adobe's grammar. */
interface Es3Prelude extends Prelude {
  readonly replaceCompilers: (compile: Invoke) => { evaluate: object; FunctionOf: object };
}

/** What the second prelude makes, beside what it puts into the context by itself. */
interface LanguageParts {
  readonly globals: Readonly<Record<string, object>>;
  readonly evaluateDirectly: object;
  readonly caught: (thrown: unknown) => boolean;
  readonly evalText: object;
  readonly valuesOf: object;
  readonly lastError: () => unknown;
  readonly forgetError: (value: unknown) => void;
  readonly trace: () => string;
}

/** A context in which ExtendScript's language stands, and the ways to make things in it. */
export interface Es3Context extends Prelude {
  /** The context's global object. */
  readonly global: Record<string, unknown>;
  /** Runs a script; throws what the script throws, or a {@link DialectError}. */
  readonly run: (source: string, fileName: string) => unknown;
  /** Runs a script for a script: its errors come back as a completion. */
  readonly runWithin: (source: string, fileName: string) => Completion;
  /** Where scripts are just now, innermost first. */
  readonly places: () => readonly ScriptPlace[];
  /** The error that was thrown last, `$.error`. */
  readonly lastError: () => unknown;
  readonly setLastError: (value: unknown) => void;
}

/**
 * Makes a script context with ExtendScript's language, without anything newer than ES3 and without
 * a way out of it: the global has no prototype of ours, every text that runs, `eval`'s too, goes
 * through Adobe's grammar, and `import` cannot be said. `locale` is that of `localize`.
 */
export function createEs3Context(locale = 'en_US'): Es3Context {
  const sandbox = Object.create(null) as Record<string, unknown>;
  const context = vm.createContext(sandbox, { codeGeneration: { strings: true, wasm: false } });
  const runOurs = (source: string): unknown =>
    new vm.Script(source, { filename: 'prelude' }).runInContext(context);
  const prelude = runOurs(preludeSource) as Es3Prelude;
  const sources = new ScriptSources();
  const setUp: SetUp = { runOurs, prelude, sources, locale };
  const language = (runOurs(languagePreludeSource) as (ours: unknown) => LanguageParts)(
    callbacks(setUp),
  );
  const run = (source: string, fileName: string): unknown => {
    const script = sources.compile(source, fileName);
    try {
      return script.runInContext(context, { displayErrors: false });
    } catch (thrown) {
      language.caught(thrown);
      throw thrown;
    }
  };
  const runWithin = (source: string, fileName: string): Completion =>
    completeRun(() => run(source, fileName), prelude.objectPrototype);
  const global = install(setUp, language, runWithin);
  return {
    ...prelude,
    global,
    run,
    runWithin,
    places: () => sources.placesIn(language.trace()),
    lastError: language.lastError,
    setLastError: language.forgetError,
  };
}

interface SetUp {
  readonly runOurs: (source: string) => unknown;
  readonly prelude: Es3Prelude;
  readonly sources: ScriptSources;
  readonly locale: string;
}

/** What an error is told of itself. */
const toldOfErrors = ['text', 'number', 'fileName', 'line', 'source'];

/** What the second prelude asks of our side. */
function callbacks({ prelude, sources, locale }: SetUp): object {
  const value = (given: unknown): Completion => ({ kind: 'value', value: given });
  const texts = (args: { readonly length: number }) =>
    Array.from(args as ArrayLike<unknown>, String);
  const ours: Readonly<Record<string, Invoke>> = {
    explain: (_self, args) => {
      const [message = '', stack = ''] = texts(args);
      const { text, number } = toAdobeWords(message);
      const { fileName = '', line = 0, source = '' } = sources.placesIn(stack)[0] ?? {};
      return value(prelude.makeRecord(toldOfErrors, [text, number, fileName, line, source]));
    },
    toEvalText: (_self, args) =>
      completeRun(() => sources.toEvalText(texts(args)[0] ?? '', ''), prelude.objectPrototype),
    isOldPattern: (_self, args) => {
      const [pattern = '', flags = ''] = texts(args);
      return value(isOldAndValid(pattern) && /^[gim]*$/.test(flags));
    },
    chooseText: (_self, args) => {
      const choices = (args as unknown as readonly Readonly<Record<string, unknown>>[])[0] ?? {};
      const language = locale.slice(0, 2);
      return value(choices[locale] ?? choices[language] ?? choices['en'] ?? '');
    },
  };
  const names = Object.keys(ours);
  return prelude.makeRecord(
    names,
    Object.values(ours).map((invoke) => prelude.callable(invoke)),
  );
}

/** Takes away what is newer and puts in what ExtendScript has; the context's global object. */
function install(
  { runOurs, prelude }: SetUp,
  language: LanguageParts,
  runWithin: (source: string, fileName: string) => Completion,
): Record<string, unknown> {
  const { evaluate, FunctionOf } = prelude.replaceCompilers((_self, args) =>
    runWithin(String((args as readonly unknown[])[0]), ''),
  );
  runOurs(stripSource);
  const global = runOurs('this') as Record<string, unknown>;
  const { evaluateDirectly, evalText, caught, valuesOf } = language;
  global['slateflow$given'] = prelude.makeRecord(
    ['evaluateDirectly', 'evaluate', 'evalText', 'caught', 'valuesOf'],
    [evaluateDirectly, evaluate, evalText, caught, valuesOf],
  );
  runOurs(hiddenNamesSource);
  delete global['slateflow$given'];
  Object.assign(global, language.globals, { eval: evaluate, Function: FunctionOf });
  return global;
}

function completeRun(run: () => unknown, objectPrototype: object): Completion {
  try {
    return { kind: 'value', value: run() };
  } catch (thrown) {
    if (thrown instanceof DialectError) {
      const { message, line, fileName = '' } = thrown;
      return { kind: 'syntax', message, line, fileName };
    }
    const isTheirs = isOfRealm(thrown, objectPrototype);
    return isTheirs ? { kind: 'thrown', thrown } : { kind: 'error', message: 'Stack overrun' };
  }
}

/** Whether a value was born in the context: only such a value may go back into it. */
export function isOfRealm(value: unknown, objectPrototype: object): boolean {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return true;
  let last: object | null = null;
  for (
    let next = Object.getPrototypeOf(value) as object | null;
    next !== null;
    next = Object.getPrototypeOf(next) as object | null
  ) {
    last = next;
  }
  return last === null || last === objectPrototype;
}
