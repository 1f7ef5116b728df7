import { toBinRows } from '../../../../src/panel/ingest/preset/toBinRows';

const aBin = (path: string, items: number) => ({ path, items, examples: [`in ${path}`] });

test('each bin stands above what it holds and counts that too; scene 2 before scene 10', () => {
  const rows = toBinRows([
    aBin('/F/10/10A', 3),
    aBin('/F/2/2A', 1),
    aBin('/F b', 5),
    aBin('/F/2', 1),
  ]);
  expect(rows.map(({ name, depth, items }) => [name, depth, items])).toEqual([
    ['F', 0, 5],
    ['2', 1, 2],
    ['2A', 2, 1],
    ['10', 1, 3],
    ['10A', 2, 3],
    ['F b', 0, 5],
  ]);
  expect(rows.map(({ examples }) => examples[0])).toEqual([
    undefined,
    'in /F/2',
    'in /F/2/2A',
    undefined,
    'in /F/10/10A',
    'in /F b',
  ]);
});
