import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ProjectSnapshot } from '../../src/contract/ProjectSnapshot';
import type { StepReport } from '../../src/contract/StepReport';
import { hashTree } from '../helpers/hashTree';
import { makeTestFolder, slateflowIn } from '../helpers/slateflow';

const folder = makeTestFolder('ingest');
const slateflow = slateflowIn(folder.path);
const at = (...steps: string[]) => path.join(folder.path, ...steps);
const cards = ['A001R1AB', 'A002R1AB', 'B001', 'B002', 'S001'].map((card) => at('day', card));

beforeAll(async () => {
  await slateflow.json(0, 'sample', at('day'));
}, 120_000);

afterAll(() => folder.remove());

const snapshotOf = (project: string) =>
  slateflow.json<ProjectSnapshot>(0, 'project', 'show', project);

/** What stands in a project, whatever its ids. */
async function contentsOf(project: string) {
  const { bins, items } = await snapshotOf(project);
  const paths = bins.map((bin) => bin.path).sort();
  const contents = items.map((item) => ({ ...item, id: '' }));
  return { paths, items: contents.sort((a, b) => (a.mediaPath < b.mediaPath ? -1 : 1)) };
}

const ingest = (status: number, project: string, ...options: string[]) =>
  slateflow.json<StepReport>(
    status,
    ...['ingest', ...cards, '--project', project, '--log', at('day', 'log.csv'), ...options],
  );

test('a run that was killed in the middle is made good by the next, to the same project', async () => {
  await ingest(0, at('whole.prproj'));
  const child = slateflow.start(
    ...['ingest', ...cards, '--project', at('killed.prproj'), '--log', at('day', 'log.csv')],
  );
  const closed = new Promise((resolve) => child.once('close', resolve));
  await new Promise<void>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (/of \d+ bins/.test(text)) resolve();
    });
    void closed.then(() => resolve());
  });
  child.kill('SIGKILL');
  await closed;
  const before = hashTree(at('day'));
  const report = await ingest(0, at('killed.prproj'));
  expect(report.counts.failed).toBe(0);
  expect(await contentsOf(at('killed.prproj'))).toEqual(await contentsOf(at('whole.prproj')));
  const again = await ingest(0, at('killed.prproj'));
  expect(again.counts).toMatchObject({ done: 0, failed: 0 });
  expect(hashTree(at('day'))).toEqual(before);
}, 120_000);

test('[I-13] a log goes in and two tables come out, in the plan and in the report', async () => {
  const text = readFileSync(at('day', 'log.csv'), 'utf8');
  const [heading = '', ...rows] = text.split(/\r?\n/).filter(Boolean);
  const kept = rows.slice(0, -1).join('\n');
  writeFileSync(at('short.csv'), `${heading}\n${kept}\n99,99A,1,,,,,,,,\n`);
  const options = ['--project', at('logged.prproj'), '--log', at('short.csv')];
  const plan = await slateflow.json<StepReport>(0, 'ingest', ...cards, ...options, '--dry-run');
  const report = await slateflow.json<StepReport>(0, 'ingest', ...cards, ...options);
  for (const { tables = [] } of [plan, report]) {
    expect(tables.map(({ heading: title }) => title)).toEqual([
      'In log, no media',
      'Media, not in log',
    ]);
    expect(tables[0]?.rows.map(({ setup }) => setup)).toContain('99A');
    expect(tables[1]?.rows.length).toBeGreaterThan(0);
  }
}, 120_000);

test('[X-9] presets are listed, shown, validated, and follow the schema that is published', async () => {
  const { presets } = await slateflow.json<{ presets: { kind: string; id: string }[] }>(
    0,
    ...['presets', 'list'],
  );
  const bins = presets.filter(({ kind }) => kind === 'bins').map(({ id }) => id);
  expect(bins).toHaveLength(6);
  const files = await Promise.all(
    bins.map(async (id) => {
      const file = at(`${id}.json`);
      writeFileSync(file, JSON.stringify(await slateflow.json(0, 'presets', 'show', id)));
      return file;
    }),
  );
  expect((await slateflow.run('presets', 'validate', ...files)).status).toBe(0);
  writeFileSync(at('newer.json'), JSON.stringify({ version: 2 }));
  const refused = await slateflow.run('presets', 'validate', at('newer.json'));
  expect(refused.status).toBe(1);
  expect(refused.out).toContain('newer Slateflow');
  expect((await slateflow.run('presets', 'show', 'none')).status).toBe(2);
  const published: unknown = JSON.parse(
    readFileSync(path.join('docs', 'schemas', 'bin-preset.schema.json'), 'utf8'),
  );
  expect(await slateflow.json(0, 'presets', 'schema')).toEqual(published);
}, 60_000);

test('a watched folder is told look by look, until it is interrupted', async () => {
  const child = slateflow.start(
    ...['ingest', cards[0] ?? '', '--project', at('watched.prproj')],
    ...['--watch', '--every', '1', '--json', '--quiet'],
  );
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const line = await new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').once('data', resolve);
  });
  child.kill('SIGINT');
  expect(JSON.parse(line)).toMatchObject({ step: 'ingest', status: 'planned' });
  expect(await closed).toBe(130);
}, 60_000);
