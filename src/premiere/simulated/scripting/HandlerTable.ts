/** A function of a script's realm. */
type ScriptFunction = (...args: readonly unknown[]) => unknown;

interface Event {
  readonly name: string;
  /** Texts, numbers and values of the script's realm. */
  readonly args: readonly unknown[];
}

/**
 * Handlers that scripts bound, and the events that wait for them. Events reach handlers between
 * scripts only; binding a name again replaces its handler (premiere-hosts E5).
 */
export class HandlerTable {
  private readonly handlers = new Map<string, ScriptFunction>();
  private readonly waiting: Event[] = [];

  constructor(private readonly onWaiting: (name: string, args: readonly unknown[]) => void) {}

  /** Binds a script's function; anything else unbinds the name. */
  bind(name: string, handler: unknown): void {
    if (typeof handler === 'function') this.handlers.set(name, handler as ScriptFunction);
    else this.handlers.delete(name);
  }

  /** The function bound to a name; undefined when none is. */
  handlerOf(name: string): ScriptFunction | undefined {
    return this.handlers.get(name);
  }

  /** Lets an event wait for the next pause between scripts. */
  post(name: string, ...args: readonly unknown[]): void {
    this.waiting.push({ name, args });
    this.onWaiting(name, args);
  }

  /** Tells the handlers what has happened. What a handler throws is nobody's answer. */
  deliver(onThrow: (thrown: unknown) => void): void {
    for (let event = this.waiting.shift(); event; event = this.waiting.shift()) {
      const handler = this.handlers.get(event.name);
      if (!handler) continue;
      try {
        handler(...event.args);
      } catch (thrown) {
        onThrow(thrown);
      }
    }
  }
}
