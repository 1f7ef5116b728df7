import { UserFacingError } from '../../../contract/UserFacingError';
import {
  createEs3Context,
  isOfRealm,
  type Completion,
  type Es3Context,
  type Invoke,
  type MadeClass,
  type MemberSpec,
} from './es3Context';
import { handleOf, putHandle } from './Handle';
import type { Collection, HostClass, Mutator } from './HostClass';
import { ScriptError, scriptErrorTexts } from './ScriptError';

/** Decides whether a change of the project is made, pretended, or made and then complained of. */
export type MutationGuard = (run: () => unknown, pretend: () => unknown) => unknown;

interface RegisteredClass {
  readonly hostClass: HostClass<object>;
  readonly made: MadeClass;
}

type Args = { readonly length: number } & Readonly<Record<number, unknown>>;

/**
 * The script side of the simulated Premiere: classes of host objects over targets of ours.
 * A wrapper is made new for each access, as in Premiere; what it stands for is known only here.
 */
export class ScriptRealm {
  /** A fault of ours that a script met: never the script's, so it is kept for whoever ran it. */
  fault: unknown = undefined;
  /** What the last failed script threw, in words. */
  lastThrown = '';
  /** File the running script came from; empty for a script from the panel. */
  currentFile = '';

  private readonly context: Es3Context = createEs3Context();
  private hasCrashed = false;
  private readonly classes = new Map<string, RegisteredClass>();

  constructor(private readonly guard: MutationGuard) {}

  /** The context's global object. */
  get global(): Record<string, unknown> {
    return this.context.global;
  }

  /** Registers a class; with `construct` it becomes a global as well. */
  define<Target extends object>(hostClass: HostClass<Target>): void {
    const registered = hostClass as unknown as HostClass<object>;
    const { collection } = registered;
    const made = this.context.makeClass({
      name: registered.name,
      members: this.members(registered),
      statics: this.statics(registered),
      text: () => ({ kind: 'value', value: `[object ${registered.name}]` }),
      ...(collection ? this.lister(registered, collection) : {}),
      ...(registered.construct ? { construct: this.constructing(registered) } : {}),
    });
    this.classes.set(registered.name, { hostClass: registered, made });
    if (made.constructor) this.context.global[registered.name] = made.constructor;
  }

  /** A call that would have brought Premiere down: the script's answer is lost. */
  crash(): void {
    this.hasCrashed = true;
  }

  /** Whether the script that has just run crashed; asking forgets it. */
  takeCrash(): boolean {
    const crashed = this.hasCrashed;
    this.hasCrashed = false;
    return crashed;
  }

  /** A fresh wrapper of a registered class around a target. */
  wrap(className: string, target: object): object {
    const registered = this.classes.get(className);
    if (!registered) throw new RangeError(`No script class ${className}`);
    const wrapper = registered.made.make();
    putHandle(wrapper, { className, target });
    return wrapper;
  }

  /** What a script's value stands for; undefined when it is no wrapper of that class. */
  targetOf(className: string, value: unknown): object | undefined {
    if (typeof value !== 'object' || value === null) return undefined;
    const handle = handleOf(value);
    return handle?.className === className ? handle.target : undefined;
  }

  /** An array of the script's realm. */
  array(values: readonly unknown[]): object {
    return this.context.makeArray(values);
  }

  /** A plain object of the script's realm, with writable fields. */
  record(fields: Readonly<Record<string, unknown>>): object {
    return this.context.makeRecord(Object.keys(fields), Object.values(fields));
  }

  /** A free function of the script's realm, such as `alert`. */
  function(run: (args: readonly unknown[]) => unknown): object {
    return this.context.callable((_self, args) => this.complete(() => run(list(args))));
  }

  /** Runs a script and gives what it evaluates to; throws what it throws. */
  run(source: string, fileName: string): unknown {
    return this.within(fileName, () => this.context.run(source, fileName));
  }

  /** A function for scripts that runs a text, such as `$.evalFile`: its errors stay theirs. */
  runner(prepare: (args: readonly unknown[]) => { source: string; fileName: string }): object {
    return this.context.callable((_self, args) => {
      let script = { source: '', fileName: '' };
      const prepared = this.complete(() => {
        script = prepare(list(args));
      });
      if (prepared.kind !== 'value') return prepared;
      const { source, fileName } = script;
      return this.within(fileName, () => this.context.runWithin(source, fileName));
    });
  }

  private within<Value>(fileName: string, run: () => Value): Value {
    const outer = this.currentFile;
    this.currentFile = fileName;
    try {
      return run();
    } finally {
      this.currentFile = outer;
    }
  }

  private members(hostClass: HostClass<object>): MemberSpec[] {
    const readers = Object.entries(hostClass.getters ?? {}).map(([name, read]): MemberSpec => {
      const write = hostClass.setters?.[name];
      return {
        name,
        read: this.onTarget(hostClass, (target) => read(target)),
        ...(write ? { write: this.setting(hostClass, write) } : {}),
      };
    });
    const methods = Object.entries(hostClass.methods ?? {}).map(([name, method]) => ({
      name,
      invoke: this.onTarget(hostClass, method, true),
    }));
    const mutators = Object.entries(hostClass.mutators ?? {}).map(([name, mutator]) => ({
      name,
      invoke: this.onTarget(hostClass, this.guarded(mutator), true),
    }));
    return [...readers, ...methods, ...mutators];
  }

  private statics(hostClass: HostClass<object>): MemberSpec[] {
    const methods = Object.entries(hostClass.statics ?? {}).map(([name, method]) => ({
      name,
      invoke: (_self: object, args: { readonly length: number }) =>
        this.complete(() => method(undefined, list(args))),
    }));
    const getters = Object.entries(hostClass.staticGetters ?? {}).map(([name, read]) => ({
      name,
      read: () => this.complete(() => read(undefined)),
    }));
    return [...methods, ...getters];
  }

  private guarded(mutator: Mutator<object>) {
    return (target: object, args: readonly unknown[]) =>
      this.guard(
        () => mutator.run(target, args),
        () => mutator.pretend?.(target, args) ?? 0,
      );
  }

  private setting(hostClass: HostClass<object>, write: (target: object, value: unknown) => void) {
    const set = (target: object, args: readonly unknown[]): undefined => {
      const run = () => {
        write(target, args[0]);
      };
      if (hostClass.isValue) run();
      else this.guard(run, () => undefined);
    };
    return this.onTarget(hostClass, set, true);
  }

  private onTarget(
    hostClass: HostClass<object>,
    use: (target: object, args: readonly unknown[]) => unknown,
    throwsWhenStale = false,
  ): Invoke {
    return (self, args) =>
      this.complete(() => {
        const target = this.targetOf(hostClass.name, self);
        if (!target) throw new ScriptError(scriptErrorTexts.stale);
        if (!hostClass.isStale?.(target)) return use(target, list(args));
        if (throwsWhenStale) throw new ScriptError(scriptErrorTexts.stale);
        return undefined;
      });
  }

  private lister(hostClass: HostClass<object>, collection: Collection<object>) {
    const targetOf = (self: object) => this.targetOf(hostClass.name, self);
    const count = (self: object): number => {
      const target = targetOf(self);
      return target ? collection.count(target) : 0;
    };
    const at = (self: object, index: number): unknown => {
      const target = targetOf(self);
      return target && index < collection.count(target) ? collection.at(target, index) : undefined;
    };
    return {
      counter: collection.counter,
      count: (self: object) => this.complete(() => count(self)),
      at: (self: object, index: number) => this.complete(() => at(self, index)),
    };
  }

  private constructing(hostClass: HostClass<object>): Invoke {
    return (self, args) =>
      this.complete(() => {
        const target = hostClass.construct?.(list(args));
        if (target) putHandle(self, { className: hostClass.name, target });
        return self;
      });
  }

  /** Nothing of our realm may reach a script: errors become words, faults are kept. */
  private complete(run: () => unknown): Completion {
    try {
      const value = run();
      if (typeof value !== 'bigint' && isOfRealm(value, this.context.objectPrototype)) {
        return { kind: 'value', value };
      }
      throw new TypeError('A value of our realm was about to reach a script.');
    } catch (thrown) {
      if (isOfRealm(thrown, this.context.objectPrototype)) return { kind: 'thrown', thrown };
      const message = wordsFor(thrown);
      if (message !== undefined) return { kind: 'error', message };
      this.fault ??= thrown;
      return { kind: 'error', message: scriptErrorTexts.unknown };
    }
  }
}

/** What a script is told of an error of our realm; undefined for a fault of ours. */
function wordsFor(thrown: unknown): string | undefined {
  const isMeant = thrown instanceof ScriptError || thrown instanceof UserFacingError;
  if (isMeant) return thrown.message;
  return isStackOverrun(thrown) ? 'Stack overrun' : undefined;
}

/** A script that recurses without end meets the end of the stack in our code as well as in its own. */
function isStackOverrun(thrown: unknown): boolean {
  const { name, message } = thrown as { readonly name?: unknown; readonly message?: unknown };
  return name === 'RangeError' && message === 'Maximum call stack size exceeded';
}

function list(args: { readonly length: number }): readonly unknown[] {
  const values: unknown[] = [];
  for (let index = 0; index < args.length; index += 1) values.push((args as Args)[index]);
  return values;
}
