import type { Completion } from '../es3/es3Context';
import { HostRealm, type MutationGuard } from '../es3/HostRealm';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { createUxpContext, type UxpContext, type UxpSource } from './uxpContext';

/** The script side of the simulated Premiere as UXP sees it. */
export class UxpRealm extends HostRealm {
  private readonly context: UxpContext;

  constructor(
    guard: MutationGuard,
    /** Is told what a script's handler threw: it is nobody's answer. */
    private readonly note: (thrown: unknown) => void,
  ) {
    const context = createUxpContext();
    super(guard, context);
    this.context = context;
  }

  /** The context's global object. */
  get global(): Record<string, unknown> {
    return this.context.global;
  }

  /** Does what is asked at once and promises the answer; `until` may hold it back. */
  promise(run: () => unknown, until: (settle: () => void) => void): object {
    const done: Completion = { ...this.complete(run) };
    const { promise, settle } = this.context.deferred();
    until(() => settle(done));
    return promise;
  }

  /** Calls a function of the script; throws what it throws. */
  call(work: unknown, args: readonly unknown[]): unknown {
    if (typeof work !== 'function') throw new ScriptError(scriptErrorTexts.illegalType);
    return this.context.call(work, this.array(args));
  }

  /** Tells of what an ignored promise is rejected with, should `value` be one. */
  hush(value: unknown, told: (thrown: unknown) => void): void {
    this.context.hush(value, this.listener(told));
  }

  /** Waits for a value of the script; one of the two is told. */
  follow(
    value: unknown,
    onValue: (value: unknown) => void,
    onThrown: (thrown: unknown) => void,
  ): void {
    this.context.follow(value, this.listener(onValue), this.listener(onThrown));
  }

  /** Runs a script, or work of ours in the script's own time, and what that sets going. */
  run(script: UxpSource | (() => void), timeLimitMs: number): unknown {
    if (typeof script !== 'function') return this.context.run(script, timeLimitMs);
    this.soon(script);
    return this.context.run({ source: '', fileName: '' }, timeLimitMs);
  }

  /** A function that throws from when on `isTimeOver` says so. */
  ticker(isTimeOver: () => boolean): object {
    return this.context.ticker(this.function(isTimeOver));
  }

  /** Lets work of ours run among the promises of the script, in the stretch that runs or the next. */
  soon(work: () => void): void {
    this.context.soon(this.listener(work), this.listener(this.note));
  }

  private listener(told: (value: unknown) => void): object {
    return this.function(([value]) => {
      told(value);
      return undefined;
    });
  }
}
