import { useStore } from 'zustand';
import { ActButton } from './ActButton';
import type { StepView } from './createStepStore';

/** Carries out a step's plan, or cancels its job. */
export function ApplyButton({
  store,
  label,
}: {
  readonly store: StepView;
  readonly label: string;
}) {
  const isRunning = useStore(store, (state) => state.job.status === 'running');
  const isCancelling = useStore(store, (state) => state.isCancelling);
  const hasPlan = useStore(store, (state) => state.plan !== null);
  const apply = useStore(store, (state) => state.apply);
  const cancel = useStore(store, (state) => state.cancel);
  return (
    <ActButton
      label={label}
      isRunning={isRunning}
      isCancelling={isCancelling}
      hasPlan={hasPlan}
      onAct={apply}
      onCancel={cancel}
    />
  );
}
