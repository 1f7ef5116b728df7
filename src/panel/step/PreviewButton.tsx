import { Button } from '@adobe/react-spectrum';
import { useStore } from 'zustand';
import { strings } from '../strings';
import type { StepView } from './createStepStore';

/** Looks at what the step would do. It is the act until a plan is there, and an aside after. */
export function PreviewButton({ store }: { readonly store: StepView }) {
  const isRunning = useStore(store, (state) => state.job.status === 'running');
  const hasPlan = useStore(store, (state) => state.plan !== null);
  const preview = useStore(store, (state) => state.preview);
  return (
    <Button
      variant={hasPlan ? 'secondary' : 'accent'}
      isDisabled={isRunning}
      onPress={() => void preview()}
    >
      {hasPlan ? strings.actions.previewAgain : strings.actions.preview}
    </Button>
  );
}
