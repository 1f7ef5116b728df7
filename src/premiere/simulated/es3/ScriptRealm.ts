import { createEs3Context, type Es3Context } from './es3Context';
import type { HostClass } from './HostClass';
import { argumentList, HostRealm, type MutationGuard } from './HostRealm';
import type { ScriptPlace } from './ScriptSources';

/** Where a script failed. */
export interface ThrownAt {
  readonly fileName: string;
  /** Counted from 1. */
  readonly line: number;
  /** Whether the script was refused before any of it ran. */
  readonly isRefused: boolean;
}

/** The script side of the simulated Premiere as ExtendScript sees it. */
export class ScriptRealm extends HostRealm {
  /** What the last failed script threw, in words. */
  lastThrown = '';
  /** Where that was; null when nobody can tell. */
  lastThrownAt: ThrownAt | null = null;

  private readonly context: Es3Context;
  private hasCrashed = false;

  constructor(guard: MutationGuard, locale?: string) {
    const context = createEs3Context(locale);
    super(guard, context);
    this.context = context;
  }

  /** Where scripts are just now, innermost first. */
  get places(): readonly ScriptPlace[] {
    return this.context.places();
  }

  /** What was thrown last in a script: `$.error`. */
  get lastError(): unknown {
    return this.context.lastError();
  }

  set lastError(value: unknown) {
    this.context.setLastError(value);
  }

  /** The context's global object. */
  get global(): Record<string, unknown> {
    return this.context.global;
  }

  /** Registers a class; with `construct` it becomes a global as well. */
  override define<Target extends object>(hostClass: HostClass<Target>): object | undefined {
    const constructor = super.define(hostClass);
    if (constructor) this.context.global[hostClass.name] = constructor;
    return constructor;
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

  /** Runs a script and gives what it evaluates to; throws what it throws. */
  run(source: string, fileName: string): unknown {
    return this.context.run(source, fileName);
  }

  /** A function for scripts that runs a text, such as `$.evalFile`: its errors stay theirs. */
  runner(prepare: (args: readonly unknown[]) => { source: string; fileName: string }): object {
    return this.context.callable((_self, args) => {
      let script = { source: '', fileName: '' };
      const prepared = this.complete(() => {
        script = prepare(argumentList(args));
      });
      if (prepared.kind !== 'value') return prepared;
      const { source, fileName } = script;
      return this.context.runWithin(source, fileName);
    });
  }
}
