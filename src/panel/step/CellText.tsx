import { strings } from '../strings';
import { AttentionIcon } from './AttentionIcon';
import { shortenPath } from './shortenPath';
import styles from './StepTable.module.css';
import { cellText, stateColumn, type TableRow } from './TableRow';

/** What stands in a cell of a plan or report; who says so is heard, and shown by {@link EvidenceTip}. */
export function CellText({ row, column }: { readonly row: TableRow; readonly column: string }) {
  if (column === stateColumn) return <StateCell row={row} />;
  const text = shortenPath(cellText(row, column));
  const witness = row.evidence[column];
  if (witness === undefined || text === '') return text;
  return (
    <span className={styles['said']} data-witness={witness}>
      {text}
      <span className={styles['unseen']}>. {strings.plan.saysSo(witness)}</span>
    </span>
  );
}

function StateCell({ row }: { readonly row: TableRow }) {
  return (
    <span className={styles['state']} data-tone={row.tone}>
      {row.state}
      {row.attention !== null && <AttentionIcon attention={row.attention} />}
    </span>
  );
}
