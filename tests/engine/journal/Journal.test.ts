import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openJournal } from '../../../src/engine/journal/Journal';
import { aFolder } from '../../helpers/engineProcess';

test('keeps proofs and jobs across a close', async () => {
  const folder = await aFolder('journal');
  const first = openJournal(folder);
  first.beginJob({ id: 'a', kind: 'probe', input: { paths: ['/x'] } });
  first.endJob('a', 'failed', 'disk-full');
  first.keepProof('/bundle', 'data/a.mov', { sizeBytes: 3, sha256: 'ab' });
  first.keepProof('/bundle', 'data/a.mov', { sizeBytes: 4, sha256: 'cd' });
  first.close();

  const second = openJournal(folder);
  expect(second.findProof('/bundle', 'data/a.mov')).toEqual({ sizeBytes: 4, sha256: 'cd' });
  expect(second.findProof('/other', 'data/a.mov')).toBeUndefined();
  expect(second.findJob('a')).toMatchObject({
    kind: 'probe',
    input: '{"paths":["/x"]}',
    state: 'failed',
    code: 'disk-full',
  });
  expect(second.interruptedJobs()).toEqual([]);
  expect(second.notice).toBeNull();
  second.close();
});

test('calls a job interrupted that its engine did not live to end', async () => {
  const folder = await aFolder('journal');
  const first = openJournal(folder);
  first.beginJob({ id: 'a', kind: 'render', input: {} });
  first.close();

  const second = openJournal(folder);
  expect(second.interruptedJobs().map(({ id, state }) => ({ id, state }))).toEqual([
    { id: 'a', state: 'interrupted' },
  ]);
  second.close();
});

test('moves a damaged journal aside, says so and goes on', async () => {
  const folder = await aFolder('journal');
  writeFileSync(path.join(folder, 'journal.db'), 'not a database '.repeat(1000));

  const journal = openJournal(folder);
  expect(journal.notice).toContain('journal.db.damaged-1');
  expect(readdirSync(folder)).toContain('journal.db.damaged-1');
  journal.keepProof('scope', 'name', { fine: true });
  expect(journal.findProof('scope', 'name')).toEqual({ fine: true });
  journal.close();
});
