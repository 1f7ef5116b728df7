import vm from 'node:vm';
import { preludeSource } from './prelude';
import { stripSource } from './stripToEs3';

/** Our answer to a call out of the context; only the prelude reads it. */
export type Completion =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'error' | 'syntax'; readonly message: string }
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
interface Prelude {
  readonly makeClass: (spec: ClassSpec) => MadeClass;
  readonly callable: (invoke: Invoke) => object;
  readonly replaceCompilers: (compile: Invoke) => { evaluate: object; FunctionOf: object };
  readonly makeArray: (values: readonly unknown[]) => object;
  readonly makeRecord: (names: readonly string[], values: readonly unknown[]) => object;
  readonly objectPrototype: object;
}

/** A context in which only ES3 stands, and the ways to make things in it. */
export interface Es3Context extends Prelude {
  /** The context's global object. */
  readonly global: Record<string, unknown>;
  /** Runs a script; throws what the script throws, or a SyntaxError of our realm. */
  readonly run: (source: string, fileName: string) => unknown;
  /** Runs a script for a script: its errors come back as a completion. */
  readonly runWithin: (source: string, fileName: string) => Completion;
}

/**
 * Makes a script context without anything newer than ES3 and without a way out of it: the global
 * has no prototype of ours, code from strings goes through {@link Es3Context.run} (which makes
 * `eval` a global one), and `import` cannot be said.
 */
export function createEs3Context(): Es3Context {
  const sandbox = Object.create(null) as Record<string, unknown>;
  const context = vm.createContext(sandbox, { codeGeneration: { strings: false, wasm: false } });
  const run = (source: string, fileName: string): unknown =>
    compile(source, fileName).runInContext(context, { displayErrors: false });
  const prelude = run(preludeSource, 'prelude') as Prelude;
  const runWithin = (source: string, fileName: string): Completion =>
    completeRun({ source, fileName, context, objectPrototype: prelude.objectPrototype });
  const compilers = prelude.replaceCompilers((_self, args) =>
    runWithin(String((args as readonly unknown[])[0]), 'eval'),
  );
  run(stripSource, 'strip');
  const global = run('this', 'global') as Record<string, unknown>;
  global['eval'] = compilers.evaluate;
  global['Function'] = compilers.FunctionOf;
  return { ...prelude, global, run, runWithin };
}

/** ES3 has no word `import`; written with an escape it is no keyword, yet the same text in a string. */
function withoutImport(source: string): string {
  return source.replace(/(\\*)\bimport\b/g, (_word, slashes: string) => {
    const isEscaped = slashes.length % 2 === 1;
    return `${isEscaped ? slashes.slice(1) : slashes}\\u0069mport`;
  });
}

function compile(source: string, fileName: string): vm.Script {
  return new vm.Script(withoutImport(source), { filename: fileName });
}

interface Run {
  readonly source: string;
  readonly fileName: string;
  readonly context: vm.Context;
  readonly objectPrototype: object;
}

function completeRun({ source, fileName, context, objectPrototype }: Run): Completion {
  let script: vm.Script;
  try {
    script = compile(source, fileName);
  } catch (cause) {
    return { kind: 'syntax', message: (cause as Error).message };
  }
  try {
    return { kind: 'value', value: script.runInContext(context, { displayErrors: false }) };
  } catch (thrown) {
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
