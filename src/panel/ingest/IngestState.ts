import type { StoreApi } from 'zustand/vanilla';
import type { StepStateWith } from '../step/StepState';
import type { PresetActs, PresetEditing } from './preset/PresetEditing';

/** Whether the sources are watched, and what was wrong with the last look; null when nothing was. */
export interface Watching {
  readonly isWatching: boolean;
  readonly watchProblem: string | null;
  readonly setWatching: (isWatching: boolean) => Promise<void>;
}

/** What stands in Ingest's inputs. */
export interface IngestInputs {
  /** Card folders, one a line. */
  readonly sources: string;
  /** A shipped bin preset's id, or the path of a preset file. */
  readonly preset: string;
  /** Paths of logs and reports, one a line; may be empty. */
  readonly logs: string;
  /** Where constant-rate copies of media with a variable rate go; empty makes none. */
  readonly constantRateFolder: string;
}

/** Ingest's state: a step's, the preset that is edited for it, and whether its sources are watched. */
export interface IngestState
  extends StepStateWith<IngestInputs>, PresetEditing, PresetActs, Watching {}

/** Ingest's store. */
export type IngestStore = StoreApi<IngestState>;
