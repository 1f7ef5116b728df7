import type {
  PlanRow,
  ReportItem,
  StepPlan,
  StepReport,
  StepTable,
} from '../../contract/StepReport';
import { strings } from '../strings';

/** Colour of a row's state, by Spectrum's meaning. */
export type Tone = 'positive' | 'negative' | 'notice' | 'info' | 'neutral';

/** Why an eye should fall on a row. */
export type Attention = NonNullable<PlanRow['attention']>;

/** A column between the state of a row and its reason. */
export interface TableColumn {
  readonly id: string;
  readonly heading: string;
}

/** A row of the table that shows plans and reports. */
export interface TableRow {
  /** Place in the plan or report: subjects come from files and may hold anything. */
  readonly id: number;
  /** What the row is about, in full. */
  readonly subject: string;
  readonly tone: Tone;
  /** What would be done, or was. */
  readonly state: string;
  /** Column id → text. */
  readonly cells: Readonly<Record<string, string>>;
  /** Column id → who says what stands there, in words. */
  readonly evidence: Readonly<Record<string, string>>;
  /** Null where nothing calls for an eye. */
  readonly attention: Attention | null;
  readonly reason: string;
}

/** What the table shows. */
export interface TableContents {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** Ids of the table's own columns, beside a plan's. */
export const stateColumn = 'row.state';
export const reasonColumn = 'row.reason';

/** What would be done or was, and why an eye should fall on it. */
export function stateText({ state, attention }: TableRow): string {
  return attention === null ? state : `${state}, ${strings.plan.attention[attention]}`;
}

/** What stands in one column of a row. */
export function cellText(row: TableRow, column: string): string {
  if (column === stateColumn) return stateText(row);
  if (column === reasonColumn) return row.reason;
  return row.cells[column] ?? '';
}

/** What needs an eye before all else. */
const attentionOrder = ['conflict', 'uncertain'] as const satisfies readonly Attention[];

/** What cannot be done first, then changes; what stands already comes last. */
const actionOrder: readonly PlanRow['action'][] = [
  'blocked',
  'change',
  'add',
  'skip',
  'alreadyThere',
];

const actionTones = {
  blocked: 'negative',
  change: 'notice',
  add: 'info',
  skip: 'neutral',
  alreadyThere: 'neutral',
} as const satisfies Readonly<Record<PlanRow['action'], Tone>>;

const attentionTones = {
  conflict: 'negative',
  uncertain: 'notice',
} as const satisfies Readonly<Record<Attention, Tone>>;

const outcomeOrder: readonly ReportItem['outcome'][] = [
  'failed',
  'done',
  'skipped',
  'alreadyThere',
  'planned',
];

const outcomeTones = {
  failed: 'negative',
  done: 'positive',
  skipped: 'neutral',
  alreadyThere: 'neutral',
  planned: 'info',
} as const satisfies Readonly<Record<ReportItem['outcome'], Tone>>;

/**
 * A plan as a table: conflicts first, then what is uncertain, then what is blocked, else in the
 * plan's own order.
 */
export function toPlanTable({ columns, rows }: StepPlan): TableContents {
  const groups = [...attentionOrder, ...actionOrder];
  const tableRows = groups.flatMap((group) =>
    rows.flatMap((row, id) =>
      (row.attention ?? row.action) === group ? [toPlanRow(row, id)] : [],
    ),
  );
  return { columns, rows: tableRows };
}

/** The rows of a plan's table that an eye should fall on, in its order. */
export function toAttentionTable({ columns, rows }: TableContents): TableContents {
  return { columns, rows: rows.filter(({ attention }) => attention !== null) };
}

/** A table beside a plan or report; its rows have neither state nor reason. */
export function toSideTable({ columns, rows }: StepTable): TableContents {
  return { columns, rows: rows.map((cells, id) => ({ ...plainRow, id, cells })) };
}

const plainRow = {
  subject: '',
  tone: 'neutral',
  state: '',
  evidence: {},
  attention: null,
  reason: '',
} as const;

/** How many rows of a plan have each action, in the table's order; what does not occur is left out. */
export function countActions(
  rows: readonly PlanRow[],
): readonly { readonly action: PlanRow['action']; readonly count: number }[] {
  return actionOrder
    .map((action) => ({ action, count: rows.filter((row) => row.action === action).length }))
    .filter(({ count }) => count > 0);
}

/** What became of each planned thing, as a table: what failed first. */
export function toReportTable({ items }: StepReport<unknown>): TableContents {
  const rows = outcomeOrder.flatMap((outcome) =>
    items.flatMap((item, id) => (item.outcome === outcome ? [toReportRow(item, id)] : [])),
  );
  return { columns: [{ id: 'subject', heading: strings.plan.subject }], rows };
}

function toPlanRow(row: PlanRow, id: number): TableRow {
  const { subject, action, cells, evidence = {}, attention = null, reason } = row;
  const tone = attention === null ? actionTones[action] : attentionTones[attention];
  const state = strings.plan.actions[action];
  return { id, subject, tone, state, cells, evidence, attention, reason };
}

function toReportRow({ outcome, subject, message }: ReportItem, id: number): TableRow {
  return {
    ...plainRow,
    id,
    subject,
    tone: outcomeTones[outcome],
    state: strings.report.outcomes[outcome],
    cells: { subject },
    reason: message,
  };
}
