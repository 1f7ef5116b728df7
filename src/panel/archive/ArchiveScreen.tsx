import { useStore } from 'zustand';
import { ApplyButton } from '../step/ApplyButton';
import type { StepStore } from '../step/createStepStore';
import { LineField, LinesField } from '../step/inputFields';
import { StepInputs, Wide } from '../step/StepInputs';
import { StepScreen } from '../step/StepScreen';
import { strings } from '../strings';
import type { ArchiveInputs } from './store';

/** Everything into a bundle that others can open. */
export function ArchiveScreen({ store }: { readonly store: StepStore<ArchiveInputs> }) {
  return (
    <StepScreen
      step="archive"
      store={store}
      applyButton={<ApplyButton store={store} label={strings.steps.archive.apply} />}
      inputs={<ArchiveFields store={store} />}
    />
  );
}

function ArchiveFields({ store }: { readonly store: StepStore<ArchiveInputs> }) {
  const inputs = useStore(store, (state) => state.inputs);
  const setInputs = useStore(store, (state) => state.setInputs);
  const texts = strings.inputs;
  return (
    <StepInputs store={store}>
      <LineField
        label={texts.title}
        value={inputs.title}
        onChange={(title) => setInputs({ title })}
      />
      <LineField
        label={texts.bundle}
        value={inputs.bundle}
        onChange={(bundle) => setInputs({ bundle })}
      />
      <Wide>
        <LinesField
          label={texts.sources}
          hint={texts.sourcesHint}
          value={inputs.sources}
          onChange={(sources) => setInputs({ sources })}
        />
      </Wide>
      <Wide>
        <LineField
          label={texts.exports}
          hint={texts.mayBeEmpty}
          value={inputs.exports}
          onChange={(exports) => setInputs({ exports })}
        />
      </Wide>
    </StepInputs>
  );
}
