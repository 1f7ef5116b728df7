import type { Cut } from '../cut/Cut';
import type { Finding } from '../finding/Finding';

/** A cut as the text of an interchange format, and what that format could not hold of it. */
export interface FormattedCut {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** A cut read from an interchange format; null when there was none, for the reason that is found. */
export interface ParsedCut {
  readonly cut: Cut | null;
  readonly findings: readonly Finding[];
}
