import type { PlanRow, StepPlan } from '../../src/contract/StepReport';
import {
  cellText,
  countActions,
  stateColumn,
  toAttentionTable,
  toPlanTable,
  toSideTable,
} from '../../src/panel/step/TableRow';

const aRow = (subject: string, action: PlanRow['action']): PlanRow => ({
  subject,
  action,
  cells: { clip: subject },
  reason: '',
});

const rows = [
  aRow('a', 'alreadyThere'),
  aRow('b', 'add'),
  aRow('c', 'blocked'),
  aRow('d', 'add'),
  aRow('e', 'change'),
];
const plan: StepPlan = { step: 'ingest', columns: [], rows, findings: [], fingerprint: '' };

test('puts what is blocked first and keeps the plan’s order otherwise', () => {
  const shown = toPlanTable(plan).rows.map((row) => row.cells['clip']);
  expect(shown).toEqual(['c', 'e', 'b', 'd', 'a']);
});

test('puts conflicts before what is uncertain, and both before what is blocked', () => {
  const looked: PlanRow[] = [
    { ...aRow('sure', 'add'), evidence: { clip: 'the log' } },
    aRow('blocked', 'blocked'),
    { ...aRow('unsure', 'add'), attention: 'uncertain' },
    { ...aRow('disputed', 'alreadyThere'), attention: 'conflict' },
  ];
  const table = toPlanTable({ ...plan, rows: looked });
  expect(table.rows.map((row) => [row.subject, cellText(row, stateColumn)])).toEqual([
    ['disputed', 'Already there, conflict'],
    ['unsure', 'Add, uncertain'],
    ['blocked', 'Blocked'],
    ['sure', 'Add'],
  ]);
  const eyed = toAttentionTable(table).rows;
  expect(eyed.map(({ subject }) => subject)).toEqual(['disputed', 'unsure']);
  expect(table.rows.at(-1)?.evidence).toEqual({ clip: 'the log' });
});

test('a table beside the plan keeps its own order', () => {
  const columns = [{ id: 'take', heading: 'Take' }];
  const table = toSideTable({
    id: 't',
    heading: 'T',
    columns,
    rows: [{ take: '2' }, { take: '1' }],
  });
  expect(table.columns).toEqual(columns);
  expect(table.rows.map(({ cells }) => cells['take'])).toEqual(['2', '1']);
});

test('counts the actions that occur, in the same order', () => {
  expect(countActions(rows)).toEqual([
    { action: 'blocked', count: 1 },
    { action: 'change', count: 1 },
    { action: 'add', count: 2 },
    { action: 'alreadyThere', count: 1 },
  ]);
});
