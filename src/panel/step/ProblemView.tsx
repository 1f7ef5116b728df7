import { Button, Content, Heading, InlineAlert } from '@adobe/react-spectrum';
import { useStore } from 'zustand';
import { strings } from '../strings';
import type { StepView } from './createStepStore';

/** Why a step could not go on; for a plan that no longer holds, the way to look again. */
export function ProblemView({ store }: { readonly store: StepView }) {
  const job = useStore(store, (state) => state.job);
  const isStale = useStore(store, (state) => state.problem === 'plan-stale');
  const preview = useStore(store, (state) => state.preview);
  if (job.status !== 'failed') return null;
  return (
    <InlineAlert variant={isStale ? 'notice' : 'negative'} width="100%">
      <Heading>{isStale ? strings.stale : strings.failed}</Heading>
      <Content>
        <p role="alert" style={{ margin: 0 }}>
          {job.message}
        </p>
        {isStale && (
          <Button variant="primary" marginTop="size-150" onPress={() => void preview()}>
            {strings.actions.previewAgain}
          </Button>
        )}
      </Content>
    </InlineAlert>
  );
}
