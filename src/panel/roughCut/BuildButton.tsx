import { useStore } from 'zustand';
import { ActButton } from '../step/ActButton';
import { strings } from '../strings';
import type { RoughCutStore } from './store';

/** Builds the rough cut that was shown; while it is being built, cancels. */
export function BuildButton({ store }: { readonly store: RoughCutStore }) {
  const isRunning = useStore(store, (state) => state.job.status === 'running');
  const isCancelling = useStore(store, (state) => state.isCancelling);
  const hasPlan = useStore(store, (state) => state.plan !== null);
  const build = useStore(store, (state) => state.build);
  const cancel = useStore(store, (state) => state.cancel);
  return (
    <ActButton
      label={strings.steps.roughcut.apply}
      isRunning={isRunning}
      isCancelling={isCancelling}
      hasPlan={hasPlan}
      onAct={build}
      onCancel={cancel}
    />
  );
}
