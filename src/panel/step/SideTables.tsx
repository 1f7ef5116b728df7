import { useNumberFormatter } from '@adobe/react-spectrum';
import { useMemo } from 'react';
import type { StepTable } from '../../contract/StepReport';
import { strings } from '../strings';
import styles from './Results.module.css';
import { RowsTable } from './RowsTable';
import { toSideTable } from './TableRow';

/** The tables that stand beside a plan or report, such as what the log lists and nobody picked up. */
export function SideTables({
  tables = [],
}: {
  readonly tables?: readonly StepTable[] | undefined;
}) {
  return tables.map((table) => <SideTable key={table.id} table={table} />);
}

function SideTable({ table }: { readonly table: StepTable }) {
  const numbers = useNumberFormatter();
  const contents = useMemo(() => toSideTable(table), [table]);
  return (
    <section className={styles['block']} aria-label={table.heading}>
      <h4 className={styles['subheading']}>
        {table.heading} <span className={styles['count']}>{numbers.format(table.rows.length)}</span>
      </h4>
      {table.rows.length > 0 ? (
        <RowsTable label={table.heading} contents={contents} />
      ) : (
        <p className={styles['none']}>{strings.plan.noRows}</p>
      )}
    </section>
  );
}
