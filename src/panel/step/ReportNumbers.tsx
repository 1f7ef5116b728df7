import { useNumberFormatter } from '@adobe/react-spectrum';
import type { StepCounts } from '../../contract/StepReport';
import { strings } from '../strings';
import styles from './Results.module.css';

/** planned = done + already there + failed, and what was skipped by choice beside them. */
export function ReportNumbers({ counts }: { readonly counts: StepCounts }) {
  const { planned, done, alreadyThere, failed, skipped } = counts;
  const { report } = strings;
  return (
    <div className={styles['numbers']}>
      <Figure count={planned} label={report.planned} />
      <Sign text="=" />
      <Figure count={done} label={report.done} tone="positive" />
      <Sign text="+" />
      <Figure count={alreadyThere} label={report.alreadyThere} />
      <Sign text="+" />
      <Figure count={failed} label={report.failed} tone="negative" />
      <span className={styles['beside']}>
        <Figure count={skipped} label={report.skipped} />
      </span>
    </div>
  );
}

function Figure(props: {
  readonly count: number;
  readonly label: string;
  readonly tone?: 'positive' | 'negative';
}) {
  const numbers = useNumberFormatter();
  const tone = props.count > 0 ? props.tone : undefined;
  return (
    <span className={styles['figure']} data-tone={tone} data-testid={`count-${props.label}`}>
      <b>{numbers.format(props.count)}</b> <span>{props.label}</span>
    </span>
  );
}

function Sign({ text }: { readonly text: string }) {
  return <span className={styles['sign']}>{text}</span>;
}
