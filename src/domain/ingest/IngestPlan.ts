import type { Finding } from '../finding/Finding';
import type { EvidenceSource } from './BinPreset';
import type { BinReference, PlannedBin } from './BinTree';

/** What becomes of a file. */
export type IngestAction = 'add' | 'change' | 'alreadyThere' | 'skip' | 'blocked';

/** What we know of a file; empty where nothing is certain. */
export interface KnownMetadata {
  readonly scene: string;
  /** The setup, `24A`: Premiere calls its column Shot. */
  readonly shot: string;
  /** `3`, `3PU`, `WT1`. */
  readonly take: string;
  readonly camera: string;
  /** Circled. */
  readonly good: boolean;
  readonly logNote: string;
}

/** Which witness said what, field by field. */
export interface Evidence {
  readonly field: keyof KnownMetadata | 'roll';
  readonly source: EvidenceSource;
}

/** One file's row of the plan. */
export interface IngestDecision {
  /** As the listing gives it. */
  readonly path: string;
  readonly relativePath: string;
  readonly action: IngestAction;
  /** Why a file is skipped or blocked, kebab-case; empty otherwise. */
  readonly code: string;
  /** The project item that stands for it already. */
  readonly itemId: string | null;
  /** The preset's own name for its bin; empty for what is not imported. */
  readonly binPath: string;
  readonly name: string;
  /** Colour label; null leaves it. */
  readonly label: number | null;
  readonly metadata: KnownMetadata;
  readonly evidence: readonly Evidence[];
  /** In words. */
  readonly reason: string;
}

/** Media to import into one bin with one call. */
export interface PlannedImport {
  readonly bin: BinReference;
  readonly paths: readonly string[];
}

/** What to set on one item; what is absent stays. An item still to be imported has its path alone. */
export interface PlannedItemChange {
  readonly path: string;
  readonly itemId: string | null;
  readonly name?: string;
  readonly label?: number;
  /** Moves the item. */
  readonly bin?: BinReference;
  readonly fields?: readonly { readonly column: string; readonly value: string }[];
}

/** What an ingest would do: nothing has been touched yet. */
export interface IngestPlan {
  /** One a file, in the listing's order. */
  readonly decisions: readonly IngestDecision[];
  /** Parents before children. */
  readonly bins: readonly PlannedBin[];
  readonly imports: readonly PlannedImport[];
  readonly changes: readonly PlannedItemChange[];
  readonly findings: readonly Finding[];
}
