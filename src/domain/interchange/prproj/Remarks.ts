/** A sentence about what was not or only partly read, and how often it applies. */
export interface Remark {
  readonly text: string;
  readonly count: number;
}

/** Collects remarks; one that is made again is counted. */
export class Remarks {
  private readonly counts = new Map<string, number>();

  /** Adds a remark, or one more of it. */
  add(text: string): void {
    this.counts.set(text, (this.counts.get(text) ?? 0) + 1);
  }

  /** All of them, in the order they first came. */
  list(): readonly Remark[] {
    return [...this.counts].map(([text, count]) => ({ text, count }));
  }
}
