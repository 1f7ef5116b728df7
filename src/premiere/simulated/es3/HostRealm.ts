import { UserFacingError } from '../../../contract/UserFacingError';
import {
  isOfRealm,
  type Completion,
  type Invoke,
  type MadeClass,
  type MemberSpec,
  type Prelude,
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
 * What both kinds of script context have: classes of host objects over targets of ours. A wrapper is
 * made new for each access, as in Premiere; what it stands for is known only here.
 */
export class HostRealm {
  /** A fault of ours that a script met: never the script's, so it is kept for whoever ran it. */
  fault: unknown = undefined;

  /** One record for all values that pass: it is read before the next one can be. */
  private readonly passed = { kind: 'value' as const, value: undefined as unknown };
  private readonly classes = new Map<string, RegisteredClass>();

  constructor(
    private readonly guard: MutationGuard,
    private readonly made: Prelude,
  ) {}

  /** Registers a class; with `construct` it answers the constructor that scripts may use. */
  define<Target extends object>(hostClass: HostClass<Target>): object | undefined {
    const registered = hostClass as unknown as HostClass<object>;
    const { collection } = registered;
    const made = this.made.makeClass({
      name: registered.name,
      members: this.members(registered),
      statics: this.statics(registered),
      text: () => ({ kind: 'value', value: `[object ${registered.name}]` }),
      ...(collection ? this.lister(registered, collection) : {}),
      ...(registered.construct ? { construct: this.constructing(registered) } : {}),
    });
    this.classes.set(registered.name, { hostClass: registered, made });
    return made.constructor;
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
    return this.made.makeArray(values);
  }

  /** A plain object of the script's realm, with writable fields. */
  record(fields: Readonly<Record<string, unknown>>): object {
    return this.made.makeRecord(Object.keys(fields), Object.values(fields));
  }

  /** A free function of the script's realm, such as `alert`. */
  function(run: (args: readonly unknown[]) => unknown): object {
    return this.made.callable((_self, args) => this.complete(() => run(argumentList(args))));
  }

  /** Whether a value was born in this realm. */
  isOurs(value: unknown): boolean {
    return isOfRealm(value, this.made.objectPrototype);
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
        this.complete(() => method(undefined, argumentList(args))),
    }));
    const getters = Object.entries(hostClass.staticGetters ?? {}).map(
      ([name, read]): MemberSpec => {
        const write = hostClass.staticSetters?.[name];
        const set: Invoke = (_self, args) =>
          this.complete(() => {
            write?.(undefined, argumentList(args)[0]);
          });
        return {
          name,
          read: () => this.complete(() => read(undefined)),
          ...(write ? { write: set } : {}),
        };
      },
    );
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
    // Scripts come this way for each member they touch: no function is made on it.
    return (self, args) => {
      try {
        const target = this.targetOf(hostClass.name, self);
        if (!target) throw new ScriptError(scriptErrorTexts.stale);
        if (!hostClass.isStale?.(target)) return this.passing(use(target, argumentList(args)));
        if (throwsWhenStale) throw new ScriptError(scriptErrorTexts.stale);
        return this.passing(undefined);
      } catch (thrown) {
        return this.failing(thrown);
      }
    };
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
        const target = hostClass.construct?.(argumentList(args));
        if (target) putHandle(self, { className: hostClass.name, target });
        return self;
      });
  }

  /** Most of what passes is a plain value or a wrapper of ours; only the rest has to be looked at. */
  private mayPass(value: unknown): boolean {
    if (typeof value === 'bigint') return false;
    if (typeof value === 'object' && value !== null && handleOf(value)) return true;
    return this.isOurs(value);
  }

  /** Answers a call of a script: its value, or what it is told of what went wrong. */
  protected complete(run: () => unknown): Completion {
    try {
      return this.passing(run());
    } catch (thrown) {
      return this.failing(thrown);
    }
  }

  /** Nothing of our realm may reach a script. */
  private passing(value: unknown): Completion {
    if (!this.mayPass(value)) {
      throw new TypeError('A value of our realm was about to reach a script.');
    }
    this.passed.value = value;
    return this.passed;
  }

  /** Errors become words, faults are kept. */
  private failing(thrown: unknown): Completion {
    if (this.isOurs(thrown)) return { kind: 'thrown', thrown };
    const message = wordsFor(thrown);
    if (message !== undefined) return { kind: 'error', message };
    this.fault ??= thrown;
    return { kind: 'error', message: scriptErrorTexts.unknown };
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

const noArguments: readonly unknown[] = [];

/** The arguments of a script's call. */
export function argumentList(args: { readonly length: number }): readonly unknown[] {
  if (args.length === 0) return noArguments;
  const values: unknown[] = [];
  for (let index = 0; index < args.length; index += 1) values.push((args as Args)[index]);
  return values;
}
