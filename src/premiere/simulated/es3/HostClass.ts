/** Reads a member of a host object. */
export type Getter<Target> = (target: Target) => unknown;

/** Writes a member of a host object. */
export type Setter<Target> = (target: Target, value: unknown) => void;

/** A method of a host object; `args` are the script's own values. */
export type Method<Target> = (target: Target, args: readonly unknown[]) => unknown;

/**
 * A method that changes the project. `pretend` is the answer Premiere would give, without the
 * change; 0 where it is left out (premiere-hosts E4: mutators answer 0).
 */
export interface Mutator<Target> {
  readonly run: Method<Target>;
  readonly pretend?: Method<Target>;
}

/** A list that scripts index from 0, count by `counter` or `length`, and never hold: it is live. */
export interface Collection<Target> {
  /** Such as `numItems`. */
  readonly counter: string;
  readonly count: (target: Target) => number;
  /** Called with 0 ≤ index < count only. */
  readonly at: (target: Target, index: number) => unknown;
}

/** A class of objects as scripts see it, over targets of our own that scripts never see. */
export interface HostClass<Target extends object> {
  readonly name: string;
  readonly getters?: Readonly<Record<string, Getter<Target>>>;
  /** A setter needs a getter of the same name. */
  readonly setters?: Readonly<Record<string, Setter<Target>>>;
  readonly methods?: Readonly<Record<string, Method<Target>>>;
  readonly mutators?: Readonly<Record<string, Mutator<Target>>>;
  readonly collection?: Collection<Target>;
  /** Values such as a Time are changed by their setters without touching the project. */
  readonly isValue?: boolean;
  /** Whether the object is gone from the project: reading gives undefined, calling throws. */
  readonly isStale?: (target: Target) => boolean;
  /** Makes the class a global that scripts can construct, with or without `new`. */
  readonly construct?: (args: readonly unknown[]) => Target;
  readonly statics?: Readonly<Record<string, Method<undefined>>>;
  readonly staticGetters?: Readonly<Record<string, Getter<undefined>>>;
  /** A static setter needs a static getter of the same name. */
  readonly staticSetters?: Readonly<Record<string, Setter<undefined>>>;
}
