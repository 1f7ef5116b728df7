import { useStore } from 'zustand';
import { LineField } from '../step/inputFields';
import { StepInputs, Wide } from '../step/StepInputs';
import { StepScreen } from '../step/StepScreen';
import { strings } from '../strings';
import { BuildButton } from './BuildButton';
import type { RoughCutStore } from './store';

const texts = strings.inputs;

/** Circled takes in the order of the script. */
export function RoughCutScreen({ store }: { readonly store: RoughCutStore }) {
  const inputs = useStore(store, (state) => state.inputs);
  const setInputs = useStore(store, (state) => state.setInputs);
  return (
    <StepScreen
      step="roughcut"
      store={store}
      applyButton={<BuildButton store={store} />}
      inputs={
        <StepInputs store={store}>
          <Wide>
            <LineField
              label={texts.script}
              value={inputs.script}
              onChange={(script) => setInputs({ script })}
            />
          </Wide>
          <LineField
            label={texts.log}
            hint={texts.mayBeEmpty}
            value={inputs.log}
            onChange={(log) => setInputs({ log })}
          />
          <LineField
            label={texts.sequence}
            value={inputs.sequence}
            onChange={(sequence) => setInputs({ sequence })}
          />
        </StepInputs>
      }
    />
  );
}
