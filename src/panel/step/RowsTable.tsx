import { Cell, Column, Row, TableBody, TableHeader, TableView } from '@adobe/react-spectrum';
import { memo, useMemo, type ComponentProps } from 'react';
import { CellText } from './CellText';
import { shortenPath } from './shortenPath';
import {
  cellText,
  reasonColumn,
  stateColumn,
  type TableColumn,
  type TableContents,
  type TableRow,
} from './TableRow';
import { batchSize, useBatches } from './useBatches';
import { useIsNarrow } from './useIsNarrow';

/** Heights in pixels: of Spectrum's compact rows, its header, and the tallest table. */
const rowHeight = 32;
const headerHeight = 38;
const tallestTable = 420;

/** How Spectrum names rows and columns. */
type Key = Parameters<NonNullable<ComponentProps<typeof TableView>['onAction']>>[0];

/** The rows as a Spectrum table that draws only what is in sight. */
export const RowsTable = memo(function RowsTable({ label, contents, onChoose }: RowsTableProps) {
  const isNarrow = useIsNarrow();
  const { given, more } = useBatches(contents.rows);
  const header = useMemo(() => toHeader(contents, isNarrow), [contents, isNarrow]);
  const body = useMemo(() => toBody(given, more), [given, more]);
  return (
    <TableView
      aria-label={label}
      density="compact"
      selectionMode={onChoose ? 'single' : 'none'}
      selectionStyle="highlight"
      onSelectionChange={(keys) => onChoose?.(keys === 'all' ? null : toFirst(keys))}
      height={Math.min(tallestTable, contents.rows.length * rowHeight + headerHeight)}
    >
      {header}
      {body}
    </TableView>
  );
});

/** What is shown, all columns included, and who is told which row was chosen. */
interface RowsTableProps {
  readonly label: string;
  readonly contents: TableContents;
  /** Absent where there is no more to read of a row than stands in it. */
  readonly onChoose?: (row: number | null) => void;
}

function toHeader({ columns, rows }: TableContents, isNarrow: boolean) {
  return (
    <TableHeader columns={columns}>
      {(column) => (
        <Column key={column.id} {...widthOf(column, rows, isNarrow)}>
          {column.heading}
        </Column>
      )}
    </TableHeader>
  );
}

function toBody(rows: readonly TableRow[], more: { readonly onLoadMore?: () => void }) {
  return (
    <TableBody items={rows} {...more}>
      {(row) => (
        <Row>
          {(id) => (
            <Cell textValue={cellText(row, String(id))}>
              <CellText row={row} column={String(id)} />
            </Cell>
          )}
        </Row>
      )}
    </TableBody>
  );
}

/** Pixels. Columns are as wide as their first rows ask; the reason takes what is left. */
function widthOf(column: TableColumn, rows: readonly TableRow[], isNarrow: boolean) {
  if (column.id === stateColumn) return { width: 160 };
  if (column.id === reasonColumn) return { minWidth: 260 };
  const longest = rows
    .slice(0, batchSize)
    .reduce(
      (most, row) => Math.max(most, shortenPath(cellText(row, column.id)).length),
      column.heading.length,
    );
  const widest = isNarrow ? 200 : 300;
  return { width: Math.min(widest, Math.max(72, Math.round(longest * 7.4) + 36)) };
}

function toFirst(keys: ReadonlySet<Key>): number | null {
  const [first] = keys;
  return typeof first === 'number' ? first : null;
}
