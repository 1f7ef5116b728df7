import { useStore } from 'zustand';
import { ApplyButton } from '../step/ApplyButton';
import { LineField, LinesField } from '../step/inputFields';
import { StepInputs, Wide } from '../step/StepInputs';
import { StepScreen } from '../step/StepScreen';
import { strings } from '../strings';
import { PresetChoice } from './PresetChoice';
import { PresetEditor } from './preset/PresetEditor';
import type { IngestStore } from './IngestState';
import { WatchSwitch } from './WatchSwitch';

const texts = strings.inputs;

/** Cards into bins; and the editor of the presets that say which. */
export function IngestScreen({ store }: { readonly store: IngestStore }) {
  const isEditing = useStore(store, (state) => state.isEditing);
  if (isEditing) return <PresetEditor store={store} />;
  return (
    <StepScreen
      step="ingest"
      store={store}
      applyButton={<ApplyButton store={store} label={strings.steps.ingest.apply} />}
      inputs={<IngestForm store={store} />}
    />
  );
}

function IngestForm({ store }: { readonly store: IngestStore }) {
  const inputs = useStore(store, (state) => state.inputs);
  const setInputs = useStore(store, (state) => state.setInputs);
  const editPreset = useStore(store, (state) => state.editPreset);
  return (
    <StepInputs store={store}>
      <Wide>
        <LinesField
          label={texts.sources}
          hint={texts.sourcesHint}
          value={inputs.sources}
          onChange={(sources) => setInputs({ sources })}
        />
      </Wide>
      <Wide>
        <LinesField
          label={texts.logs}
          hint={texts.logsHint}
          value={inputs.logs}
          onChange={(logs) => setInputs({ logs })}
        />
      </Wide>
      <PresetChoice
        value={inputs.preset}
        onChange={(preset) => setInputs({ preset })}
        onEdit={() => void editPreset()}
      />
      <LineField
        label={texts.constantRateFolder}
        hint={texts.constantRateHint}
        value={inputs.constantRateFolder}
        onChange={(constantRateFolder) => setInputs({ constantRateFolder })}
      />
      <Wide>
        <WatchSwitch store={store} />
      </Wide>
    </StepInputs>
  );
}
