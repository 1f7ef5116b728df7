import { useStore } from 'zustand';
import { shippedBinPresets } from '../../domain/ingest/findBinPreset';
import { ApplyButton } from '../step/ApplyButton';
import type { StepStore } from '../step/createStepStore';
import { LineField, LinesField } from '../step/inputFields';
import { StepInputs, Wide } from '../step/StepInputs';
import { StepScreen } from '../step/StepScreen';
import { strings } from '../strings';
import type { IngestInputs } from './store';

const texts = strings.inputs;
const shipped = shippedBinPresets.map(({ id }) => id).join(', ');

/** Cards into bins. */
export function IngestScreen({ store }: { readonly store: StepStore<IngestInputs> }) {
  const inputs = useStore(store, (state) => state.inputs);
  const setInputs = useStore(store, (state) => state.setInputs);
  return (
    <StepScreen
      step="ingest"
      store={store}
      applyButton={<ApplyButton store={store} label={strings.steps.ingest.apply} />}
      inputs={
        <StepInputs store={store}>
          <Wide>
            <LinesField
              label={texts.sources}
              hint={texts.sourcesHint}
              value={inputs.sources}
              onChange={(sources) => setInputs({ sources })}
            />
          </Wide>
          <LineField
            label={texts.preset}
            hint={texts.presetHint(shipped)}
            value={inputs.preset}
            onChange={(preset) => setInputs({ preset })}
          />
          <LineField
            label={texts.log}
            hint={texts.mayBeEmpty}
            value={inputs.log}
            onChange={(log) => setInputs({ log })}
          />
        </StepInputs>
      }
    />
  );
}
