import { previewSync, syncSound } from '../../workflows/syncSound';
import { createStepStore, type StepSetup, type StepStore } from '../step/createStepStore';

/** Sync takes what the project holds: it asks for nothing. */
export type SyncInputs = Readonly<Record<string, never>>;

/** Sync's store. */
export function createSyncStore(setup: StepSetup): StepStore<SyncInputs> {
  return createStepStore(
    {
      step: 'sync',
      inputs: {},
      toRequest: () => ({}),
      preview: previewSync,
      apply: syncSound,
    },
    setup,
  );
}
