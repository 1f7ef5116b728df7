import type { Finding } from '../finding/Finding';
import type { EvidenceSource } from './BinPreset';
import type { BinReference, PlannedBin } from './BinTree';
import type { SourceMedium } from './SourceMedium';
import type { LinkedLog } from './linkLog';

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
  /** What an editor must know of the medium: a variable frame rate, a missing part. */
  readonly mediaNote: string;
}

/** Which witness said what, field by field. */
export interface Evidence {
  readonly field: keyof KnownMetadata | 'roll' | 'date';
  readonly source: EvidenceSource;
  /** In words, those who say otherwise included: `the log; iXML says 24B-3`. */
  readonly words: string;
}

/** One file's row of the plan. */
export interface IngestDecision {
  /** As the listing gives it. */
  readonly path: string;
  readonly relativePath: string;
  /** What is imported: the file itself, or its copy at a constant frame rate. */
  readonly importPath: string;
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
  /** Witnesses disagree, or nothing certain is known of its bin. */
  readonly attention: 'conflict' | 'uncertain' | null;
  /** In words. */
  readonly reason: string;
}

/** Media to import into one bin with one call. */
export interface PlannedImport {
  readonly bin: BinReference;
  readonly paths: readonly string[];
  /** First frames of image sequences. */
  readonly stills: readonly string[];
}

/** A copy at a constant frame rate to make before the import. */
export interface PlannedCopy {
  readonly source: string;
  readonly target: string;
  /** Exact fraction. */
  readonly frameRate: string;
}

/** What to set on one item; what is absent stays. An item still to be imported has its path alone. */
export interface PlannedItemChange {
  readonly path: string;
  readonly itemId: string | null;
  readonly name?: string;
  readonly label?: number;
  /** Moves the item. */
  readonly bin?: BinReference;
  /** Attaches the camera's low-resolution copy. */
  readonly proxyPath?: string;
  /** Each source channel a clip of its own. */
  readonly channels?: 'mono';
  readonly fields?: readonly { readonly column: string; readonly value: string }[];
}

/** What an ingest would do: nothing has been touched yet. */
export interface IngestPlan {
  /** One a file, in the listing's order. */
  readonly decisions: readonly IngestDecision[];
  /** Parents before children. */
  readonly bins: readonly PlannedBin[];
  readonly copies: readonly PlannedCopy[];
  readonly imports: readonly PlannedImport[];
  readonly changes: readonly PlannedItemChange[];
  /** Rows of the log to which nothing belongs. */
  readonly inLogNoMedia: LinkedLog['inLogNoMedia'];
  /** Media that no row of the log means. */
  readonly mediaNotInLog: readonly SourceMedium[];
  readonly findings: readonly Finding[];
}
