import type { ScriptRealm } from '../es3/ScriptRealm';

/** What Premiere says of a script that threw, whatever it threw. */
const scriptError = 'EvalScript error.';

/** What happens around a script. */
interface ScriptSurroundings {
  readonly realm: ScriptRealm;
  /** Before a script. */
  readonly begin: () => void;
  /** Between scripts: handlers are told what has happened. */
  readonly settle: () => void;
  /** Resolves when no dialog is open. */
  readonly dialogClosed: () => Promise<void>;
}

/**
 * Runs scripts one after another. Each gives exactly one string; nothing goes on while a dialog is
 * open, and the script that opened it answers only when it is closed (premiere-hosts B3).
 */
export class ScriptQueue {
  private tail: Promise<unknown> = Promise.resolve();
  private held: Promise<void>[] = [];

  constructor(private readonly around: ScriptSurroundings) {}

  /** Queues a script; its answer as Premiere marshals it. Rejects only for a fault of ours. */
  run(source: string, fileName: string): Promise<string> {
    return this.enqueue(async () => {
      await this.around.dialogClosed();
      const answer = this.evaluate(source, fileName);
      const isDone = await this.heldWork();
      await this.around.dialogClosed();
      this.around.settle();
      return isDone ? answer : scriptError;
    });
  }

  /** Lets handlers be told at the next pause, also when no script comes. */
  pause(): void {
    void this.enqueue(async () => {
      await this.around.dialogClosed();
      this.around.settle();
      return '';
    });
  }

  /** The running script's answer waits for this. */
  hold(work: Promise<void>): void {
    // Looked at when the script is over; until then a failure must not count as nobody's.
    work.catch(() => undefined);
    this.held.push(work);
  }

  private enqueue(work: () => Promise<string>): Promise<string> {
    const run = this.tail.then(work);
    this.tail = run.catch(() => undefined);
    return run;
  }

  private async heldWork(): Promise<boolean> {
    const held = await Promise.allSettled(this.held);
    this.held = [];
    return held.every(({ status }) => status === 'fulfilled');
  }

  private evaluate(source: string, fileName: string): string {
    const { realm } = this.around;
    this.around.begin();
    const answer = this.answerOf(source, fileName);
    const { fault } = realm;
    realm.fault = undefined;
    if (fault !== undefined) {
      throw new Error(`The simulated Premiere failed at its own work: ${describe(fault)}`, {
        cause: fault,
      });
    }
    return realm.takeCrash() ? scriptError : answer;
  }

  private answerOf(source: string, fileName: string): string {
    try {
      return String(this.around.realm.run(source, fileName));
    } catch (thrown) {
      // The panel is told nothing of what was thrown: not its message, not its line.
      this.around.realm.lastThrown = describe(thrown);
      return scriptError;
    }
  }
}

/** What was thrown, in words, without running any more of the script's code than its text needs. */
function describe(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown);
  try {
    return describeObject(thrown);
  } catch {
    // The script threw an object whose own members throw: there are no words for it.
    return '';
  }
}

function describeObject(thrown: object): string {
  const { name, message } = thrown as { readonly name?: unknown; readonly message?: unknown };
  return typeof message === 'string'
    ? `${typeof name === 'string' ? name : 'Error'}: ${message}`
    : '';
}
