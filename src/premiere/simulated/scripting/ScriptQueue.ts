import { DialectError } from '../es3/adobeErrors';
import type { ScriptRealm, ThrownAt } from '../es3/ScriptRealm';

/** What Premiere says of a script that threw, whatever it threw. */
export const scriptError = 'EvalScript error.';

/** Makes the one text of what a script evaluated to. */
type Marshal = (value: unknown) => string;

/** What happens around a script. */
interface ScriptSurroundings {
  readonly realm: ScriptRealm;
  /** Resolves when the next script's turn has come. */
  readonly pace: () => Promise<void>;
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

  constructor(private readonly around: ScriptSurroundings) {}

  /** Queues a script; its answer as Premiere marshals it. Rejects only for a fault of ours. */
  run(source: string, fileName: string, marshal: Marshal = String): Promise<string> {
    return this.enqueue(async () => {
      await this.around.pace();
      await this.around.dialogClosed();
      const answer = this.evaluate(() => marshal(this.around.realm.run(source, fileName)));
      await this.around.dialogClosed();
      this.around.settle();
      return answer;
    });
  }

  /** Queues work that takes as long as it likes, as a script of UXP does. */
  exclusive<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    return this.enqueue(async () => {
      await this.around.pace();
      await this.around.dialogClosed();
      this.around.begin();
      const answer = await work();
      await this.around.dialogClosed();
      this.around.settle();
      return answer;
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

  private enqueue<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const run = this.tail.then(work);
    this.tail = run.catch(() => undefined);
    return run;
  }

  private evaluate(run: () => string): string {
    const { realm } = this.around;
    this.around.begin();
    const answer = this.answerOf(run);
    const { fault } = realm;
    realm.fault = undefined;
    if (fault !== undefined) {
      throw new Error(`The simulated Premiere failed at its own work: ${describe(fault)}`, {
        cause: fault,
      });
    }
    return realm.takeCrash() ? scriptError : answer;
  }

  private answerOf(run: () => string): string {
    const { realm } = this.around;
    try {
      return run();
    } catch (thrown) {
      // The panel is told nothing of what was thrown: not its message, not its line.
      realm.lastThrown = describe(thrown);
      realm.lastThrownAt = placeOf(thrown);
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

/** Where it was thrown, as far as it says so itself. */
function placeOf(thrown: unknown): ThrownAt | null {
  if (thrown instanceof DialectError) {
    return { fileName: thrown.fileName ?? '', line: thrown.line, isRefused: true };
  }
  if (typeof thrown !== 'object' || thrown === null) return null;
  const own = (name: string): unknown => Object.getOwnPropertyDescriptor(thrown, name)?.value;
  const [fileName, line] = [own('fileName'), own('line')];
  if (typeof fileName !== 'string' || typeof line !== 'number') return null;
  return { fileName, line, isRefused: false };
}
