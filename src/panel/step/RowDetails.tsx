import { strings } from '../strings';
import styles from './StepTable.module.css';
import type { TableColumn, TableRow } from './TableRow';

/** All of one row, nothing cut off: names and reasons are longer than a docked panel is wide. */
export function RowDetails({
  row,
  columns,
}: {
  readonly row: TableRow | null;
  readonly columns: readonly TableColumn[];
}) {
  if (!row) return <p className={styles['hint']}>{strings.plan.chooseRow}</p>;
  const entries = columns
    .map(({ id, heading }) => ({ id, heading, text: row.cells[id] ?? '' }))
    .filter(({ text }) => text !== '');
  const isNamed = entries.some(({ text }) => text === row.subject);
  return (
    <dl className={styles['details']} aria-live="polite">
      {!isNamed && <Entry heading={strings.plan.subject} text={row.subject} />}
      {entries.map(({ id, heading, text }) => (
        <Entry key={id} heading={heading} text={text} />
      ))}
      <Entry heading={strings.plan.reason} text={row.reason || row.state} />
    </dl>
  );
}

function Entry({ heading, text }: { readonly heading: string; readonly text: string }) {
  return (
    <div>
      <dt>{heading}</dt>
      <dd>{text}</dd>
    </div>
  );
}
