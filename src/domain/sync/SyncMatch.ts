import { ticksToSeconds, type Ticks } from '../time/Ticks';

/** How a camera's clip stands to the recorder. */
export type SyncState = 'synced' | 'mos' | 'no-match' | 'ambiguous' | 'conflict';

/** One camera clip with the recorder file that belongs to it, or why none does. */
export interface SyncMatch {
  /** Media path. */
  readonly clip: string;
  readonly clipItemId: string;
  /** Media path; null unless the state is `synced`. */
  readonly recorder: string | null;
  readonly recorderItemId: string | null;
  /** Time of the clip's first frame in the recorder file's own time; negative before it. */
  readonly offsetTicks: Ticks | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly method: 'timecode' | 'none';
  readonly state: SyncState;
  /** In words. */
  readonly reason: string;
}

/** A match as the command line prints it. */
export interface SyncMatchRow {
  readonly clip: string;
  readonly recorder: string | null;
  readonly offsetSeconds: number;
  readonly driftPpm: number;
  readonly confidence: number;
  readonly method: 'timecode' | 'none';
  readonly state: SyncState;
  readonly reason: string;
}

/** A match as the command line prints it; timecode says nothing of drift. */
export function toSyncMatchRow(match: SyncMatch): SyncMatchRow {
  const { clip, recorder, offsetTicks, confidence, method, state, reason } = match;
  const offsetSeconds = offsetTicks === null ? 0 : ticksToSeconds(offsetTicks);
  return { clip, recorder, offsetSeconds, driftPpm: 0, confidence, method, state, reason };
}
