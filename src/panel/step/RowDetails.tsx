import { strings } from '../strings';
import styles from './StepTable.module.css';
import { stateText, type TableColumn, type TableRow } from './TableRow';

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
      {row.attention !== null && <Entry heading={strings.plan.action} text={stateText(row)} />}
      {!isNamed && <Entry heading={strings.plan.subject} text={row.subject} />}
      {entries.map(({ id, heading, text }) => (
        <Entry key={id} heading={heading} text={text} witness={row.evidence[id]} />
      ))}
      <Entry heading={strings.plan.reason} text={row.reason || row.state} />
    </dl>
  );
}

function Entry(props: {
  readonly heading: string;
  readonly text: string;
  /** Who says so, in words. */
  readonly witness?: string | undefined;
}) {
  return (
    <div>
      <dt>{props.heading}</dt>
      <dd>
        {props.text}
        {props.witness !== undefined && (
          <span className={styles['witness']}>{strings.plan.saysSo(props.witness)}</span>
        )}
      </dd>
    </div>
  );
}
