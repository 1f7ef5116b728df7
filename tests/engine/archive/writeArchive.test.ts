import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { WriteArchiveRequest, WrittenArchive } from '../../../src/contract/MediaEngine';
import { parseManifest } from '../../../src/domain/interchange/mhl/parseManifest';
import type { ProofJournal } from '../../../src/engine/archive/ArchiveContext';
import { assertFreeSpace } from '../../../src/engine/archive/freeSpace';
import { verifyBundle } from '../../../src/engine/archive/verifyBundle';
import { writeArchive } from '../../../src/engine/archive/writeArchive';
import {
  anArchive,
  aProofJournal,
  flipBit,
  someBytes,
  stampsOf,
  writeCards,
  writeFiles,
} from '../../helpers/archiveFolder';
import { aJob, type TestJob } from '../../helpers/engineJob';
import { hashTree } from '../../helpers/hashTree';
import { makeTestFolder } from '../../helpers/slateflow';

let folder: ReturnType<typeof makeTestFolder>;
let cards: string;
let bundle: string;
let journal: ProofJournal;

beforeEach(() => {
  folder = makeTestFolder('archive');
  cards = path.join(folder.path, 'cards');
  bundle = path.join(folder.path, 'bundle');
  journal = aProofJournal();
  writeCards(cards);
});

afterEach(() => {
  folder.remove();
});

const provenance = {
  now: () => new Date('2026-04-12T09:30:05Z'),
  hostName: 'cart-1',
  toolVersion: '0.1.0',
};
const write = (request: WriteArchiveRequest = anArchive(cards, bundle), job: TestJob = aJob()) =>
  writeArchive(request, { journal, job, provenance });
const verify = (root = bundle) => verifyBundle({ path: root }, { job: aJob() });
const outcomesOf = ({ files }: WrittenArchive) => [...new Set(files.map(({ outcome }) => outcome))];
const failuresOf = ({ files }: WrittenArchive) =>
  files.filter(({ outcome }) => outcome === 'failed').map(({ target, code }) => [target, code]);
const inMedia = (place: string) => path.join(bundle, 'data/media', place);
const generationsOf = (card: string) =>
  readdirSync(inMedia(`${card}/ascmhl`)).filter((name) => name.endsWith('.mhl'));
const isWhole = async (root = bundle) => {
  const { files, findings } = await verify(root);
  expect(files.filter(({ state }) => state !== 'ok')).toEqual([]);
  expect(findings).toEqual([]);
};

describe('a bundle', () => {
  test('holds every file, verifies, and leaves the cards as they were', async () => {
    const before = hashTree(cards);
    const stamps = stampsOf(cards);
    const written = await write();
    expect(outcomesOf(written)).toEqual(['done']);
    expect(written.files).toHaveLength(8);
    await isWhole();
    expect(hashTree(path.join(bundle, 'data/media'))).toMatchObject(before);
    expect(stampsOf(cards)).toEqual(stamps);
    expect(readdirSync(bundle).sort()).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'data',
      'manifest-sha256.txt',
      'tagmanifest-sha256.txt',
    ]);
  });

  test('passes sha256sum, which needs nothing of ours', async () => {
    await write();
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      const said = execFileSync('sha256sum', ['--strict', '-c', manifest], { cwd: bundle });
      expect(said.toString()).not.toContain('FAILED');
    }
  });

  test('declares what it is and how much it holds', async () => {
    await write();
    expect(readFileSync(path.join(bundle, 'bagit.txt'), 'utf8')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    );
    const payload = readdirSync(path.join(bundle, 'data'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(path.join(entry.parentPath, entry.name)).size);
    const sum = payload.reduce((total, size) => total + size, 0);
    expect(readFileSync(path.join(bundle, 'bag-info.txt'), 'utf8').split('\n')).toEqual([
      'Bag-Software-Agent: Slateflow 0.1.0',
      'Bagging-Date: 2026-04-12',
      `Payload-Oxum: ${sum}.${payload.length}`,
      'External-Description: Day 3',
      'Slateflow-Missing-Files: 0',
      '',
    ]);
  });

  test('gives each card a history of its own, which verifies without the bag', async () => {
    await write();
    expect(generationsOf('A001')).toEqual(['0001_A001_2026-04-12_093005Z.mhl']);
    const text = readFileSync(inMedia(`A001/ascmhl/${generationsOf('A001')[0] ?? ''}`), 'utf8');
    const { manifest } = parseManifest(text, 'x');
    expect(manifest).toMatchObject({ process: 'transfer', hostName: 'cart-1' });
    expect(manifest?.files.map((file) => file.path).sort()).toEqual([
      ' odd name é 🎬 .txt',
      'CLIP/A001C001.mov',
      'CLIP/A001C001.xml',
      'CLIP/A001C002.mov',
      'empty.dat',
    ]);
    expect(manifest?.folders.map((each) => each.path)).toEqual(['CLIP']);
    expect(new Set(manifest?.files.flatMap(({ hashes }) => hashes.map((h) => h.action)))).toEqual(
      new Set(['original']),
    );
    await isWhole(inMedia('A001'));
  });

  test('keeps the times of the originals', async () => {
    utimesSync(path.join(cards, 'A001/empty.dat'), 1_000_000_000, 1_000_000_000);
    await write();
    expect(statSync(inMedia('A001/empty.dat')).mtimeMs).toBe(1_000_000_000_000);
  });

  test('reports bytes verified, up to all of them', async () => {
    const job = aJob();
    await write(undefined, job);
    const last = job.progresses.at(-1);
    const total = 3 * 1024 * 1024 + 17 + 10 + 4096 + 3 + 70_000;
    expect(last).toMatchObject({ done: total, total, unit: 'bytes' });
    const counts = job.progresses.map(({ done }) => done);
    expect(counts).toEqual([...counts].sort((left, right) => left - right));
  });
});

describe('archiving again', () => {
  test('with nothing changed finds all there and writes no file of the bundle', async () => {
    await write();
    const stamps = stampsOf(bundle);
    const again = await write();
    expect(outcomesOf(again)).toEqual(['alreadyThere']);
    expect(stampsOf(bundle)).toEqual(stamps);
    expect(generationsOf('A001')).toHaveLength(1);
  });

  test('without a journal reads and compares, and writes as little', async () => {
    await write();
    const stamps = stampsOf(bundle);
    journal = aProofJournal();
    const again = await write();
    expect(outcomesOf(again)).toEqual(['alreadyThere']);
    expect(stampsOf(bundle)).toEqual(stamps);
  });

  test('believes proofs of a card that is no longer mounted', async () => {
    const request = anArchive(cards, bundle);
    await write(request);
    renameSync(cards, path.join(folder.path, 'away'));
    expect(outcomesOf(await write(request))).toEqual(['alreadyThere']);
  });

  test('after a new take adds a generation that re-reads the rest, and keeps the first', async () => {
    await write();
    const first = inMedia(`A001/ascmhl/${generationsOf('A001')[0] ?? ''}`);
    const text = readFileSync(first, 'utf8');
    writeFiles(path.join(cards, 'A001'), { 'CLIP/A001C003.mov': someBytes(9000, 'four') });
    const again = await write();
    expect(again.files.filter(({ outcome }) => outcome === 'done').map((f) => f.target)).toEqual([
      'media/A001/CLIP/A001C003.mov',
    ]);
    expect(generationsOf('A001')).toHaveLength(2);
    expect(generationsOf('B001')).toHaveLength(1);
    expect(readFileSync(first, 'utf8')).toBe(text);
    const second = readFileSync(inMedia(`A001/ascmhl/${generationsOf('A001')[1] ?? ''}`), 'utf8');
    const actions = parseManifest(second, 'x').manifest?.files.map((file) => [
      file.path,
      file.hashes[0]?.action,
    ]);
    expect(actions).toContainEqual(['CLIP/A001C003.mov', 'original']);
    expect(actions).toContainEqual(['CLIP/A001C001.mov', 'verified']);
    await isWhole();
    await isWhole(inMedia('A001'));
  });

  test('replaces our own texts, and says so', async () => {
    const request = anArchive(cards, bundle);
    await write(request);
    const texts = request.texts.map((text) => ({ ...text, text: `${text.text}more\n` }));
    const again = await write({ ...request, texts });
    expect(again.files.filter(({ outcome }) => outcome === 'done')).toHaveLength(2);
    await isWhole();
  });

  test('keeps what an earlier archive held and this one does not name', async () => {
    const request = anArchive(cards, bundle);
    await write(request);
    await write({ ...request, files: request.files.slice(1) });
    await isWhole();
    rmSync(inMedia('B001/M4ROOT/C0001.MP4'));
    await write({ ...request, files: request.files.slice(0, 1) });
    const { files } = await verify();
    expect(files.find(({ state }) => state !== 'ok')).toMatchObject({
      path: 'data/media/B001/M4ROOT/C0001.MP4',
      state: 'missing',
    });
  });

  test('never replaces a file that differs', async () => {
    await write();
    const copy = inMedia('A001/CLIP/A001C001.xml');
    writeFileSync(copy, '<changed/>');
    const again = await write();
    expect(failuresOf(again)).toEqual([['media/A001/CLIP/A001C001.xml', 'target-differs']]);
    expect(readFileSync(copy, 'utf8')).toBe('<changed/>');
    expect((await verify()).files.filter(({ state }) => state === 'changed')).toHaveLength(1);
  });

  test('adds nothing to a history that was tampered with', async () => {
    await write();
    flipBit(inMedia(`A001/ascmhl/${generationsOf('A001')[0] ?? ''}`));
    writeFiles(path.join(cards, 'A001'), { 'CLIP/A001C003.mov': 'new' });
    const { findings } = await write();
    expect(findings.map(({ code }) => code)).toContain('history-not-continued');
    expect(generationsOf('A001')).toHaveLength(1);
    expect((await verify()).findings.some(({ severity }) => severity === 'error')).toBe(true);
  });
});

describe('one bad file', () => {
  test('does not stop the others, and each says what is wrong', async () => {
    const request = anArchive(cards, bundle);
    symlinkSync('/etc/hostname', path.join(cards, 'link'));
    mkdirSync(path.join(cards, 'folder'));
    const extra = ['gone', 'link', 'folder'].map((name) => ({
      source: path.join(cards, name),
      target: `media/A001/${name}`,
    }));
    const twice = { source: path.join(cards, 'A001/empty.dat'), target: 'media/A001/empty.dat' };
    const written = await write({ ...request, files: [...extra, ...request.files, twice] });
    expect(failuresOf(written)).toEqual([
      ['media/A001/gone', 'source-missing'],
      ['media/A001/link', 'source-not-a-file'],
      ['media/A001/folder', 'source-not-a-file'],
      ['media/A001/empty.dat', 'target-twice'],
    ]);
    expect(written.files.filter(({ outcome }) => outcome === 'done')).toHaveLength(8);
    expect(readFileSync(path.join(bundle, 'bag-info.txt'), 'utf8')).toContain(
      'Slateflow-Missing-Files: 4',
    );
    await isWhole();
  });

  test('that changes while it is copied is not archived', async () => {
    const source = path.join(cards, 'A001/CLIP/A001C001.mov');
    const job = aJob();
    let checks = 0;
    const checkpoint = () => {
      checks += 1;
      // After the first pieces were read.
      if (checks === 14) appendFileSync(source, 'grown');
    };
    const file = { source, target: 'media/A001/CLIP/A001C001.mov' };
    const request = { ...anArchive(cards, bundle), files: [file], texts: [] };
    // Every second check falls between two pieces, wherever the first one fell.
    for (let start = 14; start > 0 && !existsSync(`${source}.done`); start -= 1) {
      checks = 14 - start;
      const written = await writeArchive(request, { journal, job: { ...job, checkpoint } });
      if (failuresOf(written).length > 0) {
        expect(failuresOf(written)).toEqual([[file.target, 'source-changed']]);
        expect(existsSync(inMedia('A001/CLIP/A001C001.mov'))).toBe(false);
        return;
      }
      rmSync(bundle, { recursive: true });
      journal = aProofJournal();
    }
    throw new Error('No check fell between two pieces.');
  });
});

describe('an archive is refused in words', () => {
  test('when a place leads out of the bundle', async () => {
    const request = anArchive(cards, bundle);
    const files = [{ source: path.join(cards, 'A001/empty.dat'), target: '../../evil.mov' }];
    await expect(write({ ...request, files })).rejects.toMatchObject({
      code: 'path-outside-folder',
    });
    await expect(write({ ...request, mhlRoots: ['../cards'] })).rejects.toMatchObject({
      code: 'path-outside-folder',
    });
    expect(existsSync(path.join(folder.path, 'evil.mov'))).toBe(false);
  });

  test('when the bundle lies on a card, before anything is written', async () => {
    const before = hashTree(cards);
    symlinkSync(path.join(cards, 'A001'), path.join(folder.path, 'same'));
    for (const inside of [path.join(cards, 'A001/archive'), path.join(folder.path, 'same/x/y')]) {
      await expect(write(anArchive(cards, inside))).rejects.toMatchObject({
        code: 'bad-arguments',
      });
    }
    expect(hashTree(cards)).toEqual(before);
  });

  test('when the disk has no room for it and one percent more', async () => {
    await expect(assertFreeSpace(folder.path, 1e18)).rejects.toMatchObject({ code: 'disk-full' });
    await expect(assertFreeSpace(folder.path, 1)).resolves.toBeUndefined();
  });
});

test('cancelled in the middle it leaves nothing half-made, and goes on from there', async () => {
  const job = aJob(({ done }, cancel) => {
    if (done > 2_000_000) cancel();
  });
  await expect(write(undefined, job)).rejects.toThrow('cancelled by the test');
  expect(existsSync(inMedia('A001/CLIP/A001C001.mov'))).toBe(false);
  expect(Object.keys(hashTree(bundle)).every((name) => name.startsWith('data/media/'))).toBe(true);
  const again = await write();
  expect(outcomesOf(again)).toEqual(['alreadyThere', 'done']);
  await isWhole();
});

describe('the history that a card brings', () => {
  const reference = path.join(__dirname, '../../fixtures/ascmhl/scenario_03/file_server/A002R2EC');

  beforeEach(() => {
    rmSync(cards, { recursive: true });
    execFileSync('cp', ['-r', reference, `${cards}/`.replace(/\/$/, '-card')]);
    mkdirSync(cards);
    renameSync(`${cards}-card`, path.join(cards, 'A002R2EC'));
  });

  test('is continued in the bundle, its hashes verified from the same reading', async () => {
    const before = hashTree(cards);
    const written = await write();
    expect(outcomesOf(written)).toEqual(['done']);
    expect(generationsOf('A002R2EC')).toEqual([
      '0001_A002R2EC_2020-01-16_091500Z.mhl',
      '0002_A002R2EC_2020-01-17_143000Z.mhl',
      '0003_A002R2EC_2026-04-12_093005Z.mhl',
    ]);
    const text = readFileSync(
      inMedia('A002R2EC/ascmhl/0003_A002R2EC_2026-04-12_093005Z.mhl'),
      'utf8',
    );
    const [record] = parseManifest(text, 'x').manifest?.files ?? [];
    expect(record?.hashes.map(({ format, action }) => `${format} ${String(action)}`)).toEqual([
      'md5 verified',
      'xxh128 verified',
      'xxh64 verified',
    ]);
    expect(hashTree(cards)).toEqual(before);
    await isWhole();
    await isWhole(inMedia('A002R2EC'));
    const stamps = stampsOf(bundle);
    expect(outcomesOf(await write())).toEqual(['alreadyThere']);
    expect(stampsOf(bundle)).toEqual(stamps);
  });

  test('unmasks an original that is not what it was', async () => {
    flipBit(path.join(cards, 'A002R2EC/Clips/A002C006_141024_R2EC.mov'));
    const written = await write();
    expect(failuresOf(written)).toEqual([
      ['media/A002R2EC/Clips/A002C006_141024_R2EC.mov', 'history-differs'],
    ]);
    const { files } = await verify();
    expect(files.filter(({ state }) => state !== 'ok')).toMatchObject([{ state: 'missing' }]);
  });

  test('is not continued when it is damaged, and that is said', async () => {
    flipBit(path.join(cards, 'A002R2EC/ascmhl/0001_A002R2EC_2020-01-16_091500Z.mhl'));
    const written = await write();
    expect(written.findings.map(({ code }) => code)).toContain('manifest-changed');
    expect(generationsOf('A002R2EC')).toHaveLength(2);
    expect((await verify()).findings.map(({ code }) => code)).toContain('manifest-changed');
  });

  test('of a folder inside a card is continued, and the card names it', async () => {
    mkdirSync(path.join(cards, 'day'));
    renameSync(path.join(cards, 'A002R2EC'), path.join(cards, 'day/A002R2EC'));
    writeFiles(path.join(cards, 'day'), { 'notes.txt': 'notes' });
    const request = anArchive(cards, bundle);
    await write({ ...request, mhlRoots: ['media/day', 'media/day/A002R2EC'] });
    expect(generationsOf('day/A002R2EC')).toHaveLength(3);
    const [name = ''] = generationsOf('day');
    const { manifest } = parseManifest(readFileSync(inMedia(`day/ascmhl/${name}`), 'utf8'), 'x');
    expect(manifest?.files.map((file) => file.path)).toEqual(['notes.txt']);
    expect(manifest?.references).toMatchObject([
      { path: 'A002R2EC/ascmhl/0003_A002R2EC_2026-04-12_093005Z.mhl' },
    ]);
    await isWhole();
    await isWhole(inMedia('day'));
    rmSync(inMedia('day/A002R2EC/ascmhl'), { recursive: true });
    const { findings } = await verify(inMedia('day'));
    expect(findings.map(({ code }) => code)).toContain('reference-differs');
  });
});
