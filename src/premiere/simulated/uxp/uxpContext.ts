import vm from 'node:vm';
import type { Completion, Prelude } from '../es3/es3Context';
import { preludeSource } from '../es3/prelude';
import { uxpPreludeSource } from './uxpPrelude';

/** A promise of the context, and what settles it. */
interface Deferred {
  readonly promise: object;
  readonly settle: (done: Completion) => void;
}

/** What the second prelude hands to our side. */
interface UxpPrelude {
  readonly deferred: () => Deferred;
  /** Calls a script's function with a list of the context's own. */
  readonly call: (work: unknown, list: object) => unknown;
  /** Tells of a promise that is rejected and that nobody listens to. */
  readonly hush: (value: unknown, told: object) => void;
  /** Waits for a script's value, whatever it is. */
  readonly follow: (value: unknown, onValue: object, onThrown: object) => void;
  /** A function that throws from when on `isTimeOver` says so: it is asked now and then. */
  readonly ticker: (isTimeOver: object) => object;
  /** Lets work run in the next stretch of script. */
  readonly soon: (work: object, onThrown: object) => void;
}

/** A context for modern scripts, and the ways to make things in it. */
export interface UxpContext extends Prelude, UxpPrelude {
  /** The context's global object. */
  readonly global: Record<string, unknown>;
  /** Runs a script and what it set going; throws what it throws, or that its time is over. */
  readonly run: (script: UxpSource, timeLimitMs: number) => unknown;
}

/** The text of a script and what it is called in errors. */
export interface UxpSource {
  readonly source: string;
  readonly fileName: string;
}

/**
 * Makes a context with the language of today and without anything of Node. Text cannot be made into
 * code, and a stretch of script that runs into the time limit is stopped from outside.
 */
export function createUxpContext(): UxpContext {
  const context = vm.createContext(Object.create(null) as vm.Context, {
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: 'afterEvaluate',
  });
  const runOurs = (source: string): unknown =>
    new vm.Script(source, { filename: 'prelude' }).runInContext(context);
  return {
    ...(runOurs(preludeSource) as Prelude),
    ...(runOurs(uxpPreludeSource) as UxpPrelude),
    global: runOurs('globalThis') as Record<string, unknown>,
    run: ({ source, fileName }, timeLimitMs) =>
      new vm.Script(source, { filename: fileName }).runInContext(context, {
        displayErrors: false,
        timeout: Math.max(1, Math.floor(timeLimitMs)),
      }) as unknown,
  };
}
