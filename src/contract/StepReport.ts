import type { Finding } from '../domain/finding/Finding';

export type { Finding } from '../domain/finding/Finding';

/** The five steps of the main job, by the names of the command line. */
export type StepName = 'ingest' | 'sync' | 'roughcut' | 'export' | 'archive';

/** What became of one planned thing. */
export interface ReportItem {
  readonly subject: string;
  readonly outcome: 'planned' | 'done' | 'alreadyThere' | 'failed' | 'skipped';
  /** Why it failed or was skipped; empty otherwise. Stable, kebab-case. */
  readonly code: string;
  readonly message: string;
}

/**
 * The numbers that always add up: planned = done + alreadyThere + failed, plus skipped by choice
 * beside them (in a dry run nothing is done yet and only `planned` speaks).
 */
export interface StepCounts {
  readonly planned: number;
  readonly done: number;
  readonly alreadyThere: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A table that stands beside a plan or report, such as what the log lists and nobody picked up. */
export interface StepTable {
  /** Kebab-case. */
  readonly id: string;
  readonly heading: string;
  readonly columns: readonly { readonly id: string; readonly heading: string }[];
  /** Column id → text. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** A step's report, as the command line prints it. */
export interface StepReport<Result = Readonly<Record<string, unknown>>> {
  readonly step: StepName | 'verify' | 'check';
  readonly status: 'done' | 'partial' | 'failed' | 'cancelled' | 'planned';
  readonly counts: StepCounts;
  readonly items: readonly ReportItem[];
  readonly findings: readonly Finding[];
  readonly tables?: readonly StepTable[];
  readonly result: Result;
}

/** One line of a plan, shown before anything changes. */
export interface PlanRow {
  /** What the row is about: a file, a take, an event. Unique in its plan. */
  readonly subject: string;
  readonly action: 'add' | 'change' | 'alreadyThere' | 'skip' | 'blocked';
  /** Column id → text, in the order of `StepPlan.columns`. */
  readonly cells: Readonly<Record<string, string>>;
  /** Who says what stands in a cell, in words, by column; absent where nobody need say. */
  readonly evidence?: Readonly<Record<string, string>>;
  /** What an eye should fall on first: witnesses disagree, or nothing certain is known. */
  readonly attention?: 'conflict' | 'uncertain';
  /** Why: the rule that decided, or why not. */
  readonly reason: string;
}

/** What a step would do. The same state always gives the same plan and fingerprint. */
export interface StepPlan {
  readonly step: StepName;
  /** Column ids with their headings, for a table. */
  readonly columns: readonly { readonly id: string; readonly heading: string }[];
  readonly rows: readonly PlanRow[];
  readonly findings: readonly Finding[];
  readonly tables?: readonly StepTable[];
  /** Names this exact plan; an apply that was shown another is refused as stale. */
  readonly fingerprint: string;
}
