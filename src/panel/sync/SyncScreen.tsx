import { ApplyButton } from '../step/ApplyButton';
import type { StepStore } from '../step/createStepStore';
import { StepScreen } from '../step/StepScreen';
import { strings } from '../strings';
import type { SyncInputs } from './store';

/** Recorder sound under picture. */
export function SyncScreen({ store }: { readonly store: StepStore<SyncInputs> }) {
  return (
    <StepScreen
      step="sync"
      store={store}
      inputs={null}
      applyButton={<ApplyButton store={store} label={strings.steps.sync.apply} />}
    />
  );
}
