import { Provider } from '@adobe/react-spectrum';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StepView } from './createStepStore';
import styles from './StepScreen.module.css';

/** A step's input fields; they stand still while a job works with them. */
export function StepInputs({
  store,
  children,
}: {
  readonly store: StepView;
  readonly children: ReactNode;
}) {
  const isRunning = useStore(store, (state) => state.job.status === 'running');
  return (
    <Provider isDisabled={isRunning}>
      <div className={styles['inputs']}>{children}</div>
    </Provider>
  );
}

/** A field that takes the whole width of the form. */
export function Wide({ children }: { readonly children: ReactNode }) {
  return <div className={styles['wide']}>{children}</div>;
}
