import { ProgressBar, useNumberFormatter } from '@adobe/react-spectrum';
import { useStore } from 'zustand';
import type { Progress } from '../../contract/JobContext';
import { strings } from '../strings';
import type { StepView } from './createStepStore';
import styles from './StepScreen.module.css';

/** How far the job has come, in its own units; how it ended when it was cancelled. */
export function JobView({ store }: { readonly store: StepView }) {
  const job = useStore(store, (state) => state.job);
  const activity = useStore(store, (state) => state.activity);
  const isCancelling = useStore(store, (state) => state.isCancelling);
  if (job.status === 'cancelled') {
    return (
      <p className={styles['note']} role="status">
        {strings.cancelled}
      </p>
    );
  }
  if (job.status !== 'running') return null;
  const label = isCancelling ? strings.progress.cancelling : strings.progress[activity];
  return <ProgressView label={label} progress={job.progress} />;
}

function ProgressView({
  label,
  progress,
}: {
  readonly label: string;
  readonly progress: Progress | null;
}) {
  const numbers = useNumberFormatter({ maximumFractionDigits: 1 });
  if (!progress || progress.total <= 0) {
    return <ProgressBar label={label} isIndeterminate width="100%" />;
  }
  const { divisor, unit } = unitFor(progress);
  const format = (count: number) => numbers.format(count / divisor);
  return (
    <div>
      <ProgressBar
        label={label}
        width="100%"
        value={progress.done}
        maxValue={progress.total}
        valueLabel={strings.progress.of(format(progress.done), format(progress.total), unit)}
      />
      <p className={styles['subject']}>{progress.subject}</p>
    </div>
  );
}

/** Bytes in the unit that suits the whole; every other unit as it is. */
function unitFor({ unit, total }: Progress): { divisor: number; unit: string } {
  if (unit !== 'bytes') return { divisor: 1, unit };
  if (total >= 1e9) return { divisor: 1e9, unit: 'GB' };
  return total >= 1e6 ? { divisor: 1e6, unit: 'MB' } : { divisor: 1, unit };
}
