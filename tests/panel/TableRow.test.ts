import type { PlanRow, StepPlan } from '../../src/contract/StepReport';
import { countActions, toPlanTable } from '../../src/panel/step/TableRow';

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

test('counts the actions that occur, in the same order', () => {
  expect(countActions(rows)).toEqual([
    { action: 'blocked', count: 1 },
    { action: 'change', count: 1 },
    { action: 'add', count: 2 },
    { action: 'alreadyThere', count: 1 },
  ]);
});
