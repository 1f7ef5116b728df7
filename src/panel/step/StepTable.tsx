import { useMemo, useState } from 'react';
import { strings } from '../strings';
import { EvidenceTip } from './EvidenceTip';
import { RowDetails } from './RowDetails';
import { RowsTable } from './RowsTable';
import styles from './StepTable.module.css';
import { reasonColumn, stateColumn, type TableContents } from './TableRow';

/** A plan or a report as a table, and the chosen row in full. */
export function StepTable({ label, contents, stateHeading }: StepTableProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const chosenRow = contents.rows.find((row) => row.id === chosen) ?? null;
  // The same objects for the same contents: choosing a row must not build the table anew.
  const all = useMemo<TableContents>(
    () => ({
      columns: [
        { id: stateColumn, heading: stateHeading },
        ...contents.columns,
        ...(contents.rows.some(({ reason }) => reason !== '') ? [reasonHeading] : []),
      ],
      rows: contents.rows,
    }),
    [contents, stateHeading],
  );
  return (
    <div className={styles['table']}>
      <EvidenceTip>
        <RowsTable label={label} contents={all} onChoose={setChosen} />
      </EvidenceTip>
      <RowDetails row={chosenRow} columns={contents.columns} />
    </div>
  );
}

const reasonHeading = { id: reasonColumn, heading: strings.plan.reason };

/** What the table is called and shows. */
interface StepTableProps {
  readonly label: string;
  readonly contents: TableContents;
  readonly stateHeading: string;
}
