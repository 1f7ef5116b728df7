import type { ArchiveInputs } from '../archive/store';
import type { ExportInputs } from '../export/store';
import type { IngestStore } from '../ingest/IngestState';
import type { RoughCutStore } from '../roughCut/store';
import type { StepStore } from '../step/createStepStore';
import type { SyncInputs } from '../sync/store';
import type { ShellStore } from './store';

/** The panel's stores, made by `main`; none knows another. */
export interface PanelStores {
  readonly shell: ShellStore;
  readonly ingest: IngestStore;
  readonly sync: StepStore<SyncInputs>;
  readonly roughCut: RoughCutStore;
  readonly export: StepStore<ExportInputs>;
  readonly archive: StepStore<ArchiveInputs>;
}
