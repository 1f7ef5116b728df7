/** Something about the material. It never stops an operation. */
export interface Finding {
  /** Stable, kebab-case: `log-take-without-media`. */
  readonly code: string;
  readonly severity: 'info' | 'warning' | 'error';
  /** What it is about: a path, a take, a row of a file. */
  readonly subject: string;
  readonly message: string;
}
