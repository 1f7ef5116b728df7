import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { openJournal } from '../../../src/engine/journal/Journal';
import { verifyBundle } from '../../../src/engine/archive/verifyBundle';
import { writeArchive } from '../../../src/engine/archive/writeArchive';
import { anArchive, someBytes, writeFiles } from '../../helpers/archiveFolder';
import { aJob } from '../../helpers/engineJob';
import { hashTree } from '../../helpers/hashTree';
import { makeTestFolder } from '../../helpers/slateflow';

/** Every operation is a moment to be killed at; all of them take minutes, so by default some. */
const stride = Number(process.env['SLATEFLOW_KILL_STRIDE'] ?? '3');

const root = path.join(__dirname, '../../..');
let folder: ReturnType<typeof makeTestFolder>;
let cards: string;
let bundle: string;
let state: string;

beforeAll(() => {
  folder = makeTestFolder('killed');
  // The bundle's packages with binaries are found from its own folder upwards.
  symlinkSync(path.join(root, 'node_modules'), path.join(folder.path, 'node_modules'));
  const script = path.join(__dirname, 'bundleKillable.cjs');
  const entry = require.resolve('./killable.ts');
  const built = path.join(folder.path, 'built');
  execFileSync(process.execPath, [script, entry, built], { cwd: root });
  cards = path.join(folder.path, 'cards');
  writeFiles(path.join(cards, 'A001'), {
    'CLIP/A001C001.mov': someBytes(1024 * 1024 + 5000, 'one'),
    'CLIP/A001C001.xml': '<sidecar/>',
  });
}, 60_000);

afterAll(() => {
  folder.remove();
});

beforeEach(() => {
  bundle = path.join(folder.path, 'bundle');
  state = path.join(folder.path, 'state');
  for (const used of [bundle, state]) rmSync(used, { recursive: true, force: true });
});

/** Runs until it is killed; how many operations there were when it was not. */
function runKilled(killAt: number): number | null {
  const request = path.join(folder.path, 'request.json');
  writeFileSync(request, JSON.stringify(anArchive(cards, bundle)));
  const built = path.join(folder.path, 'built/killable.js');
  const child = spawnSync(process.execPath, [built, request, state, String(killAt)]);
  if (child.signal === 'SIGKILL') return null;
  if (child.status !== 0) throw new Error(child.stderr.toString());
  return Number(child.stdout.toString());
}

/** Goes on with what a killed run left, in this process. */
async function resume() {
  const journal = openJournal(state);
  try {
    return await writeArchive(anArchive(cards, bundle), { journal, job: aJob() });
  } finally {
    journal.close();
  }
}

const payloadOf = () => {
  const data = path.join(bundle, 'data');
  if (!existsSync(data)) return [];
  return Object.entries(hashTree(data)).filter(([name]) => !name.includes('ascmhl'));
};

const expectWhole = async () => {
  const { files, findings } = await verifyBundle({ path: bundle }, { job: aJob() });
  expect(files.filter(({ state: found }) => found !== 'ok')).toEqual([]);
  expect(findings).toEqual([]);
  expect(readdirSync(bundle).sort()).toEqual([
    'bag-info.txt',
    'bagit.txt',
    'data',
    'manifest-sha256.txt',
    'tagmanifest-sha256.txt',
  ]);
};

describe('an archive killed (SIGKILL)', () => {
  test('at any of many moments goes on to the same verified bundle', async () => {
    const operations = runKilled(0) ?? 0;
    expect(operations).toBeGreaterThan(30);
    await expectWhole();
    const whole = Object.fromEntries(payloadOf());
    for (let killAt = 1; killAt <= operations; killAt += stride) {
      for (const used of [bundle, state]) rmSync(used, { recursive: true, force: true });
      mkdirSync(state);
      expect(runKilled(killAt)).toBeNull();
      // Nothing unfinished ever stands under a final name.
      for (const [name, digest] of payloadOf()) expect([name, digest]).toEqual([name, whole[name]]);
      const resumed = await resume();
      expect(resumed.files.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      await expectWhole();
      expect(Object.fromEntries(payloadOf())).toEqual(whole);
    }
  }, 240_000);

  test('while a generation is added goes on to one more generation, not two', async () => {
    runKilled(0);
    const clip = path.join(cards, 'A001/CLIP/A001C002.mov');
    writeFileSync(clip, 'one more');
    const saved = path.join(folder.path, 'saved');
    const savedState = path.join(folder.path, 'saved-state');
    cpSync(bundle, saved, { recursive: true, preserveTimestamps: true });
    cpSync(state, savedState, { recursive: true });
    const operations = runKilled(0) ?? 0;
    for (let killAt = 1; killAt <= operations; killAt += 2 * stride) {
      for (const used of [bundle, state]) rmSync(used, { recursive: true, force: true });
      cpSync(saved, bundle, { recursive: true, preserveTimestamps: true });
      cpSync(savedState, state, { recursive: true });
      runKilled(killAt);
      await resume();
      await expectWhole();
      const history = readdirSync(path.join(bundle, 'data/media/A001/ascmhl'));
      expect(history.filter((name) => name.endsWith('.mhl'))).toHaveLength(2);
    }
    rmSync(clip);
  }, 240_000);
});
