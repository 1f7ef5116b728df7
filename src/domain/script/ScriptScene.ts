/** A take that somebody named: `24A-3`. */
export interface NamedTake {
  /** `24A`. */
  readonly setup: string;
  readonly take: number;
}

/** One row of the script: a scene, in script order. */
export interface ScriptScene {
  /** Line of the table, from 1. */
  readonly line: number;
  /** `24`, `A24`. */
  readonly number: string;
  /** Such as `INT. KITCHEN - DAY`. */
  readonly heading: string;
  /** Length on paper in eighths of a page; null where the table does not say. */
  readonly eighths: number | null;
  /** In the order in which they are to be cut. */
  readonly setups: readonly string[];
  readonly circled: readonly NamedTake[];
  readonly dialogue: string;
}
