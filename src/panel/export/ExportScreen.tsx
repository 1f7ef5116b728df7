import { useStore } from 'zustand';
import { shippedDeliverySpecs } from '../../domain/spec/findDeliverySpec';
import { ApplyButton } from '../step/ApplyButton';
import type { StepStore } from '../step/createStepStore';
import { LineField, LinesField } from '../step/inputFields';
import { StepInputs, Wide } from '../step/StepInputs';
import { StepScreen } from '../step/StepScreen';
import { strings } from '../strings';
import type { ExportInputs } from './store';

const texts = strings.inputs;
const shipped = shippedDeliverySpecs.map(({ id }) => id).join(', ');

/** A sequence as files to deliver. */
export function ExportScreen({ store }: { readonly store: StepStore<ExportInputs> }) {
  const inputs = useStore(store, (state) => state.inputs);
  const setInputs = useStore(store, (state) => state.setInputs);
  return (
    <StepScreen
      step="export"
      store={store}
      applyButton={<ApplyButton store={store} label={strings.steps.export.apply} />}
      inputs={
        <StepInputs store={store}>
          <LineField
            label={texts.sequence}
            value={inputs.sequence}
            onChange={(sequence) => setInputs({ sequence })}
          />
          <LineField
            label={texts.outputFolder}
            value={inputs.folder}
            onChange={(folder) => setInputs({ folder })}
          />
          <Wide>
            <LinesField
              label={texts.specs}
              hint={texts.specsHint(shipped)}
              value={inputs.specs}
              onChange={(specs) => setInputs({ specs })}
            />
          </Wide>
        </StepInputs>
      }
    />
  );
}
