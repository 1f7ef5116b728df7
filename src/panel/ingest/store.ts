import { createStore } from 'zustand/vanilla';
import { ingestMedia, previewIngest, type IngestRequest } from '../../workflows/ingestMedia';
import { toStepState, type StateAccess, type StepSetup } from '../step/createStepStore';
import type { StepDefinition } from '../step/StepDefinition';
import { toLines, toOptional, toRequired, toRequiredLines } from '../step/textInput';
import { strings } from '../strings';
import type { IngestInputs, IngestState, IngestStore } from './IngestState';
import { IngestWatch } from './IngestWatch';
import { noEditing } from './preset/PresetEditing';
import { toPresetActs } from './preset/toPresetActs';

/** Ingest's store. */
export function createIngestStore(setup: StepSetup): IngestStore {
  return createStore<IngestState>()((set, get) => toIngestState(definition, setup, { set, get }));
}

/** Ingest's state over the workflows of a definition. */
export function toIngestState<Request>(
  ingest: StepDefinition<IngestInputs, Request>,
  setup: StepSetup,
  access: StateAccess<IngestState>,
): IngestState {
  const step = toStepState(ingest, setup, access);
  const watch = new IngestWatch(setup.ports, access, () => toRequest(access.get().inputs));
  return {
    ...step,
    ...noEditing,
    ...toPresetActs(setup, access),
    isWatching: false,
    watchProblem: null,
    setWatching: async (isWatching) => (isWatching ? watch.begin() : watch.end()),
    preview: () => watch.around(step.preview),
    apply: () => watch.around(step.apply),
    setInputs: (change) => {
      // Other sources are other material: what was read for the editor speaks of the old ones.
      watch.end();
      const isOther = change.sources !== undefined || change.logs !== undefined;
      if (isOther) access.set({ material: null, binPreview: null });
      step.setInputs(change);
    },
  };
}

const definition: StepDefinition<IngestInputs, IngestRequest> = {
  step: 'ingest',
  inputs: { sources: '', preset: 'scene-take', logs: '', constantRateFolder: '' },
  toRequest,
  preview: previewIngest,
  apply: ingestMedia,
};

function toRequest(inputs: IngestInputs): IngestRequest {
  const { sources, preset } = strings.inputs;
  return {
    sources: toRequiredLines(inputs.sources, sources),
    presetId: toRequired(inputs.preset, preset),
    presetText: null,
    logPaths: toLines(inputs.logs),
    constantRateFolder: toOptional(inputs.constantRateFolder),
  };
}
