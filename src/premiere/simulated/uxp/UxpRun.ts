import { toAnyText, toNumber } from '../es3/scriptValues';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toPlainData, type PlainData } from '../scripting/toPlainData';
import { describeThrown } from './describeThrown';
import { prepareUxpScript, tickName, UxpRefusal } from './prepareUxpScript';
import type { UxpRealm } from './UxpRealm';
import type { UxpSource } from './uxpContext';

/** How long after its time a script is stopped that does not ask for it. */
const graceMs = 2_000;

/** What became of a script for UXP. */
export type UxpOutcome =
  | { readonly ok: true; readonly value: PlainData }
  | {
      readonly ok: false;
      readonly message: string;
      /** Counted from 1; 0 when nobody can tell. */
      readonly line: number;
      /** Whether the script was refused before any of it ran. */
      readonly isRefused: boolean;
    };

/** What a run needs of the application. */
interface UxpSurroundings {
  readonly realm: UxpRealm;
  /** From its beginning until it has settled, in milliseconds. */
  readonly timeLimitMs: number;
  /** Whether something else may still call the script, such as the encoder. */
  readonly isAwaited: () => boolean;
  /** Between stretches: what waited for a pause is done. */
  readonly between: () => void;
  /** Takes what the script says on its console, and what failed without anybody awaiting it. */
  readonly say: (line: string) => void;
}

/**
 * One script for UXP, from its text until its last value is there. It runs in stretches: each ends
 * within what is left of the time limit, and between them everybody else has their turn.
 */
export class UxpRun {
  private readonly timers = new Map<number, NodeJS.Timeout>();
  private readonly endsAt: number;
  private nextTimer = 1;
  private settle: (outcome: UxpOutcome) => void = () => undefined;
  private isOver = false;
  private isRunning = false;

  constructor(private readonly around: UxpSurroundings) {
    this.endsAt = performance.now() + around.timeLimitMs;
    this.installClock();
  }

  /** Runs the script. A fault of ours that it met is thrown when all is over. */
  async run(script: UxpSource): Promise<UxpOutcome> {
    const outcome = await this.untilOver(script);
    const { fault } = this.around.realm;
    if (fault === undefined) return outcome;
    throw new Error('The simulated Premiere failed at its own work.', { cause: fault });
  }

  /** Lets work run in the script's own time, now or right after what runs. */
  enter(work: () => void): void {
    if (this.isOver) return;
    const { realm } = this.around;
    if (this.isRunning) realm.soon(work);
    else this.stretch(() => realm.run(work, this.left));
  }

  /** What does not ask for the time, such as a search in a long text, is stopped a little later. */
  private get left(): number {
    return Math.max(0, this.endsAt - performance.now()) + graceMs;
  }

  private async untilOver({ source, fileName }: UxpSource): Promise<UxpOutcome> {
    const { timeLimitMs } = this.around;
    const stopListening = this.hearRejections();
    const lastCall = setTimeout(() => this.finish(tookTooLong(timeLimitMs)), timeLimitMs);
    try {
      return await new Promise<UxpOutcome>((resolve) => {
        this.settle = resolve;
        this.begin(source, fileName);
      });
    } finally {
      clearTimeout(lastCall);
      for (const timer of this.timers.values()) clearTimeout(timer);
      // Rejections are told after the stretch they happen in.
      await new Promise((resolve) => setImmediate(resolve));
      stopListening();
    }
  }

  private isTimeOver(): boolean {
    if (this.endsAt > performance.now()) return false;
    this.finish(tookTooLong(this.around.timeLimitMs));
    return true;
  }

  private begin(source: string, fileName: string): void {
    const { realm } = this.around;
    this.stretch(() => {
      const main = realm.run({ source: prepareUxpScript(source), fileName }, this.left);
      realm.run(() => {
        realm.follow(
          realm.call(main, []),
          (value) => this.finish({ ok: true, value: toPlainData(value) }),
          (thrown) => this.finish(failed(thrown, fileName)),
        );
      }, this.left);
    });
  }

  private stretch(run: () => unknown): void {
    const { realm, timeLimitMs, isAwaited, between } = this.around;
    this.isRunning = true;
    try {
      run();
    } catch (thrown) {
      this.finish(outcomeOf(thrown, timeLimitMs));
    } finally {
      this.isRunning = false;
    }
    between();
    if (realm.fault !== undefined || (this.timers.size === 0 && !isAwaited())) {
      this.finish(failure('The script waits for something that never comes.'));
    }
  }

  private finish(outcome: UxpOutcome): void {
    if (this.isOver) return;
    this.isOver = true;
    this.settle(outcome);
  }

  /** `console` and timers; nothing else of a browser is there. */
  private installClock(): void {
    const { realm, say } = this.around;
    const tick = realm.ticker(() => this.isTimeOver());
    Object.defineProperty(realm.global, tickName, { value: tick });
    const log = realm.function((args) => say(args.map(toLine).join(' ')));
    realm.global['console'] = realm.record({ log, info: log, warn: log, error: log, debug: log });
    realm.global['setTimeout'] = realm.function(([work, milliseconds, ...args]) => {
      if (typeof work !== 'function') throw new ScriptError(scriptErrorTexts.illegalType);
      return this.startTimer(() => realm.call(work, args), milliseconds);
    });
    realm.global['clearTimeout'] = realm.function(([id]) => {
      clearTimeout(this.timers.get(id as number));
      this.timers.delete(id as number);
    });
  }

  private startTimer(work: () => void, milliseconds: unknown): number {
    const id = this.nextTimer;
    this.nextTimer += 1;
    const waits = milliseconds === undefined ? 0 : toNumber(milliseconds);
    const go = () => {
      this.timers.delete(id);
      this.enter(work);
    };
    this.timers.set(id, setTimeout(go, Math.max(0, waits)));
    return id;
  }

  /** What fails with nobody awaiting it would end the process, unless somebody listens. */
  private hearRejections(): () => void {
    const { realm, say } = this.around;
    const hear = (reason: unknown, promise: Promise<unknown>) => {
      if (!realm.isOurs(promise)) throw reason;
      say(`Nobody awaited what failed: ${describeThrown(reason).message}`);
    };
    process.on('unhandledRejection', hear);
    return () => {
      process.off('unhandledRejection', hear);
    };
  }
}

function toLine(value: unknown): string {
  const plain = toPlainData(value);
  return typeof plain === 'object' && plain !== null ? JSON.stringify(plain) : toAnyText(plain);
}

function failure(message: string, line = 0) {
  return { ok: false, message, line, isRefused: false } as const;
}

function failed(thrown: unknown, fileName: string): UxpOutcome {
  const { message, stack } = describeThrown(thrown);
  const at = stack.indexOf(`${fileName}:`);
  const line = at < 0 ? 0 : Number.parseInt(stack.slice(at + fileName.length + 1), 10);
  return failure(message, line || 0);
}

function outcomeOf(thrown: unknown, timeLimitMs: number): UxpOutcome {
  if (thrown instanceof UxpRefusal) {
    return { ...failure(`SyntaxError: ${thrown.message}`, thrown.line), isRefused: true };
  }
  const { code } = thrown as { readonly code?: unknown };
  if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return tookTooLong(timeLimitMs);
  throw thrown;
}

function tookTooLong(timeLimitMs: number): UxpOutcome {
  return failure(`The script took longer than ${timeLimitMs / 1000} s.`);
}
