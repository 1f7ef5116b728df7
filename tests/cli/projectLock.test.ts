import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ProjectSnapshot } from '../../src/contract/ProjectSnapshot';
import type { StepReport } from '../../src/contract/StepReport';
import { aClip } from '../helpers/mediaFiles';
import { makeTestFolder, slateflowIn, type SlateflowRun } from '../helpers/slateflow';

const folder = makeTestFolder('lock');
const slateflow = slateflowIn(folder.path);
const card = path.join(folder.path, 'A001');
const clips = ['1A-1_A.mov', '1A-2_A.mov', '12B-1_A.mov', '12B-1_B.mov'];

beforeAll(async () => {
  mkdirSync(card);
  for (const [index, name] of clips.entries()) {
    await aClip(card, { name, seconds: 1, timecode: `0${index + 1}:00:00:00` });
  }
});

afterAll(() => folder.remove());

/** A project that is still to be made, in a folder of its own. */
function aProject(name: string) {
  const projectPath = path.join(folder.path, name, 'Show.prproj');
  mkdirSync(path.dirname(projectPath));
  return { projectPath, lockPath: path.join(path.dirname(projectPath), 'Show.prlock') };
}

const ingest = (projectPath: string, preset = 'scene-take') =>
  slateflow.run('ingest', card, '--project', projectPath, '--preset', preset, '--json');

const show = (projectPath: string) =>
  slateflow.json<ProjectSnapshot>(0, 'project', 'show', projectPath);

/** How many media a run brought in, and how many it found there. */
function outcomeOf({ out }: SlateflowRun): string {
  const { counts } = JSON.parse(out) as StepReport<unknown>;
  return `done ${counts.done}, there ${counts.alreadyThere}`;
}

/** What of a project does not tell when and where it was made. */
const contentOf = ({ bins, items }: ProjectSnapshot) => ({
  bins: bins.map((bin) => bin.path).sort(),
  items: items.map((item) => ({ ...item, id: '' })).sort(byMedium),
});

function byMedium(left: { readonly mediaPath: string }, right: { readonly mediaPath: string }) {
  return left.mediaPath.localeCompare(right.mediaPath);
}

async function until(isSo: () => boolean): Promise<void> {
  const endMs = Date.now() + 60_000;
  while (!isSo()) {
    if (Date.now() > endMs) throw new Error('It did not come about.');
    await delay(10);
  }
}

/** A script that makes one bin more. */
function aBinScript(): string {
  const script = path.join(folder.path, 'bin.jsx');
  writeFileSync(
    script,
    'app.project.rootItem.createBin("Bin"); app.project.rootItem.children.numItems',
  );
  return script;
}

/** A lock as Slateflow makes it, of a process that has never been. */
const leftBehind = JSON.stringify({
  program: 'Slateflow',
  host: os.hostname(),
  pid: 2 ** 22 + 1,
  user: 'sam',
  since: '2026-03-01T09:30:00.000Z',
});

test('[C-7] the same preset applied twice at once to one project gives what one run gives', async () => {
  const [alone, shared] = [aProject('alone'), aProject('shared')];
  expect((await ingest(alone.projectPath)).status).toBe(0);
  const runs = await Promise.all([ingest(shared.projectPath), ingest(shared.projectPath)]);
  expect(runs.map(({ status }) => status)).toEqual([0, 0]);
  expect(runs.map(outcomeOf).sort()).toEqual(['done 0, there 4', 'done 4, there 0']);
  const [one, both] = [await show(alone.projectPath), await show(shared.projectPath)];
  expect(contentOf(both)).toEqual(contentOf(one));
  expect(both.items).toHaveLength(clips.length);
  expect(readdirSync(path.dirname(shared.projectPath))).toEqual(['Show.prproj']);
}, 120_000);

test('[C-7] two presets at once bring each medium in once, sorted by whoever came first', async () => {
  const { projectPath } = aProject('two presets');
  const runs = await Promise.all([
    ingest(projectPath, 'scene-take'),
    ingest(projectPath, anotherPreset()),
  ]);
  expect(runs.map(({ status }) => status)).toEqual([0, 0]);
  expect(runs.map(outcomeOf).sort()).toEqual(['done 0, there 4', 'done 4, there 0']);
  const { items } = await show(projectPath);
  expect(items.map(({ mediaPath }) => path.basename(mediaPath)).sort()).toEqual([...clips].sort());
  const tops = new Set(items.map(({ binPath }) => binPath.split('/')[1]));
  expect(tops.size).toBe(1);
}, 120_000);

test('[C-3] many who change one project at once lose nothing, a lock that was left behind in their way', async () => {
  const { projectPath, lockPath } = aProject('many');
  writeFileSync(lockPath, leftBehind);
  const script = aBinScript();
  const counts = await Promise.all(
    Array.from({ length: 4 }, () =>
      slateflow.json<number>(0, 'eval', script, '--project', projectPath, '--save'),
    ),
  );
  expect(counts.sort()).toEqual([1, 2, 3, 4]);
  expect((await show(projectPath)).bins).toHaveLength(4);
  expect(readdirSync(path.dirname(projectPath))).toEqual(['Show.prproj']);
}, 120_000);

test('[C-3] a run that is killed leaves a lock that the next one takes over', async () => {
  const { projectPath, lockPath } = aProject('killed');
  const child = slateflow.start('ingest', card, '--project', projectPath);
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await until(() => existsSync(lockPath));
  child.kill('SIGKILL');
  await ended;
  expect(JSON.parse(readFileSync(lockPath, 'utf8'))).toMatchObject({ pid: child.pid });
  expect((await ingest(projectPath)).status).toBe(0);
  expect((await show(projectPath)).items).toHaveLength(clips.length);
  expect(existsSync(lockPath)).toBe(false);
}, 120_000);

test('[C-3] Premiere’s own lock is named and left: nothing is written, reading goes on', async () => {
  const { projectPath, lockPath } = aProject('foreign');
  expect((await ingest(projectPath)).status).toBe(0);
  const before = readFileSync(projectPath);
  writeFileSync(lockPath, 'robin at EDIT-7');
  const refused = await ingest(projectPath);
  expect(refused.status).toBe(2);
  expect(refused.out).toBe('');
  expect(refused.err).toMatch(
    /^“Show\.prproj” is open in another program: “Show\.prlock” stands beside it, which says “robin at EDIT-7”\. Close it there and try again, or work on a copy of it\.\n$/m,
  );
  const plan = await slateflow.run('ingest', card, '--project', projectPath, '--dry-run');
  expect(plan.status).toBe(0);
  expect((await show(projectPath)).items).toHaveLength(clips.length);
  expect(readFileSync(projectPath).equals(before)).toBe(true);
  expect(readFileSync(lockPath, 'utf8')).toBe('robin at EDIT-7');
}, 120_000);

test('[C-3] a panel holds its project until it ends; who waits is told whom for, and may stop', async () => {
  const { projectPath, lockPath } = aProject('panel');
  const panel = slateflow.start('start', '--project', projectPath, '--quiet');
  const ended = new Promise((resolve) => panel.on('exit', resolve));
  await until(() => existsSync(lockPath));

  const waiting = slateflow.start('ingest', card, '--project', projectPath);
  let said = '';
  waiting.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const stopped = new Promise((resolve) => waiting.on('exit', resolve));
  await until(() => said.includes('Waiting'));
  expect(said).toContain(`(process ${panel.pid ?? 0})`);
  waiting.kill('SIGINT');
  expect(await stopped).toBe(130);

  const patient = ingest(projectPath);
  await delay(1_000);
  panel.kill('SIGINT');
  expect(await ended).toBe(0);
  expect((await patient).status).toBe(0);
  expect((await show(projectPath)).items).toHaveLength(clips.length);
  expect(existsSync(lockPath)).toBe(false);
}, 120_000);

/** A preset file that sorts otherwise than the shipped one. */
function anotherPreset(): string {
  const shipped = path.join(__dirname, '../../src/domain/ingest/presets/scene-take.json');
  const preset = JSON.parse(readFileSync(shipped, 'utf8')) as Record<string, unknown>;
  const file = path.join(folder.path, 'by-camera.json');
  const pictureBin = '/By camera/{camera}';
  writeFileSync(
    file,
    JSON.stringify({ ...preset, id: 'by-camera', name: 'By camera', pictureBin }),
  );
  return file;
}
