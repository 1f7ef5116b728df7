/** How far a job has come, in real units. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Such as “files”, “bytes”, “frames”. */
  readonly unit: string;
  /** What is being worked on, in words; may be empty. */
  readonly subject: string;
}

/** What a job is given: one signal that reaches every process and stream, and a way to report. */
export interface JobContext {
  /** Given when the job is to stop; reaches every process and stream. */
  readonly signal: AbortSignal;
  /** Says how far the job has come. */
  readonly report: (progress: Progress) => void;
  /** Throws the signal's reason when the job was cancelled; called between steps of work. */
  readonly checkpoint: () => void;
}

/** Where a job stands. */
export type JobState =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly progress: Progress | null }
  | { readonly status: 'done' }
  | { readonly status: 'failed'; readonly message: string }
  | { readonly status: 'cancelled' };
