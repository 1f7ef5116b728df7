import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createXXHash128 } from 'hash-wasm';
import type { VerifiedBundle } from '../../../src/contract/MediaEngine';
import { parseChain } from '../../../src/domain/interchange/mhl/MhlChain';
import { verifyBundle } from '../../../src/engine/archive/verifyBundle';
import { writeArchive } from '../../../src/engine/archive/writeArchive';
import {
  anArchive,
  aProofJournal,
  flipBit,
  stampsOf,
  writeCards,
  writeFiles,
} from '../../helpers/archiveFolder';
import { aJob } from '../../helpers/engineJob';
import { makeTestFolder } from '../../helpers/slateflow';

const fixtures = path.join(__dirname, '../../fixtures/ascmhl');
let folder: ReturnType<typeof makeTestFolder>;
let master: string;
let bundle: string;

beforeAll(async () => {
  folder = makeTestFolder('verify');
  const cards = path.join(folder.path, 'cards');
  master = path.join(folder.path, 'master');
  writeCards(cards);
  await writeArchive(anArchive(cards, master), { journal: aProofJournal(), job: aJob() });
});

afterAll(() => {
  folder.remove();
});

beforeEach(() => {
  bundle = path.join(folder.path, 'bundle');
  rmSync(bundle, { recursive: true, force: true });
  cpSync(master, bundle, { recursive: true });
});

const verify = (root = bundle) => verifyBundle({ path: root }, { job: aJob() });
const inCard = (name: string) => path.join(bundle, 'data/media/A001', name);
const wrongRows = ({ files }: VerifiedBundle) =>
  files.filter(({ state }) => state !== 'ok').map(({ path: file, state }) => `${state} ${file}`);
const errorsOf = ({ findings }: VerifiedBundle) =>
  findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
const isSound = (verified: VerifiedBundle) =>
  wrongRows(verified).length === 0 && errorsOf(verified).length === 0;
const clip = 'data/media/A001/CLIP/A001C001.mov';

describe('damage to a payload', () => {
  test('of one bit names exactly that file, with expected and actual hash', async () => {
    const digest = () =>
      createHash('sha256')
        .update(readFileSync(path.join(bundle, clip)))
        .digest('hex');
    const expected = digest();
    flipBit(path.join(bundle, clip));
    const verified = await verify();
    expect(verified.files.filter(({ state }) => state !== 'ok')).toEqual([
      { path: clip, state: 'changed', expected, actual: digest() },
    ]);
    expect(errorsOf(verified)).toEqual([]);
  });

  test('is found in the card alone too, by the history', async () => {
    flipBit(path.join(bundle, clip));
    const { files } = await verify(path.join(bundle, 'data/media/A001'));
    const hash = await createXXHash128();
    const actual = hash.update(readFileSync(path.join(bundle, clip))).digest();
    expect(files.filter(({ state }) => state !== 'ok')).toMatchObject([
      { path: 'CLIP/A001C001.mov', state: 'changed', actual },
    ]);
  });

  const damages: readonly [string, () => void, readonly string[]][] = [
    [
      'a file cut short',
      () => truncateSync(inCard('CLIP/A001C002.mov'), 4095),
      ['changed data/media/A001/CLIP/A001C002.mov'],
    ],
    ['a file gone', () => rmSync(inCard('empty.dat')), ['missing data/media/A001/empty.dat']],
    [
      'a file more',
      () => writeFileSync(inCard('CLIP/extra.mov'), 'x'),
      ['new data/media/A001/CLIP/extra.mov'],
    ],
    [
      'an empty file more',
      () => writeFileSync(path.join(bundle, 'data/extra'), ''),
      ['new data/extra'],
    ],
    [
      'a Finder file, which a bag does not know either',
      () => writeFileSync(inCard('.DS_Store'), 'x'),
      ['new data/media/A001/.DS_Store'],
    ],
    [
      'a file renamed',
      () => renameSync(inCard('empty.dat'), inCard('EMPTY.dat')),
      ['missing data/media/A001/empty.dat', 'new data/media/A001/EMPTY.dat'],
    ],
    [
      'two files swapped',
      () => {
        renameSync(inCard('CLIP/A001C001.xml'), inCard('x'));
        renameSync(inCard('CLIP/A001C002.mov'), inCard('CLIP/A001C001.xml'));
        renameSync(inCard('x'), inCard('CLIP/A001C002.mov'));
      },
      ['changed data/media/A001/CLIP/A001C001.xml', 'changed data/media/A001/CLIP/A001C002.mov'],
    ],
    [
      'a link in the place of a file, though it leads to the same bytes',
      () => {
        const away = path.join(folder.path, 'away');
        cpSync(inCard('CLIP/A001C002.mov'), away);
        rmSync(inCard('CLIP/A001C002.mov'));
        symlinkSync(away, inCard('CLIP/A001C002.mov'));
      },
      ['unreadable data/media/A001/CLIP/A001C002.mov'],
    ],
  ];

  test.each(damages)('%s', async (_name, damage, rows) => {
    damage();
    expect(wrongRows(await verify()).sort()).toEqual([...rows].sort());
  });

  test('an empty folder more on a card', async () => {
    mkdirSync(inCard('CLIP/empty'));
    expect(errorsOf(await verify())).toEqual(['folder-new']);
  });
});

describe('damage to a manifest', () => {
  const manifestOf = () =>
    readdirSync(inCard('ascmhl')).find((name) => name.endsWith('.mhl')) ?? '';
  const manifests: readonly [string, () => string][] = [
    ['bagit.txt', () => 'bagit.txt'],
    ['bag-info.txt', () => 'bag-info.txt'],
    ['manifest-sha256.txt', () => 'manifest-sha256.txt'],
    ['tagmanifest-sha256.txt', () => 'tagmanifest-sha256.txt'],
    ['a manifest of a card', () => `data/media/A001/ascmhl/${manifestOf()}`],
    ['the chain of a card', () => 'data/media/A001/ascmhl/ascmhl_chain.xml'],
  ];

  test.each(manifests)('one bit of %s', async (_name, file) => {
    flipBit(path.join(bundle, file()));
    expect(errorsOf(await verify()).length).toBeGreaterThan(0);
  });

  test.each(manifests)('without %s', async (_name, file) => {
    rmSync(path.join(bundle, file()));
    expect(errorsOf(await verify()).length).toBeGreaterThan(0);
  });

  test('anywhere in a history is noticed, unless its chain still says the same', async () => {
    const card = path.join(bundle, 'data/media/B001');
    const unnoticed: string[] = [];
    for (const name of readdirSync(path.join(card, 'ascmhl'))) {
      const file = path.join(card, 'ascmhl', name);
      const whole = readFileSync(file);
      const said = parseChain(whole.toString('utf8'), name);
      for (let place = 0; place < whole.length; place += 7) {
        const damaged = Buffer.from(whole);
        damaged.writeUInt8(damaged.readUInt8(place) ^ 1, place);
        writeFileSync(file, damaged);
        // Nothing vouches for the chain itself: its blanks may change.
        const saysTheSame =
          name === 'ascmhl_chain.xml' &&
          isDeepStrictEqual(parseChain(damaged.toString('utf8'), name), said);
        if (isSound(await verify(card)) && !saysTheSame) unnoticed.push(`${name} ${place}`);
      }
      writeFileSync(file, whole);
    }
    expect(unnoticed).toEqual([]);
  });

  test('a history whose chain is gone with its folder, in the bundle', async () => {
    rmSync(inCard('ascmhl'), { recursive: true });
    expect(wrongRows(await verify())).toHaveLength(2);
  });
});

describe('verifying', () => {
  test('writes nothing, so that a read-only bundle can be verified', async () => {
    const stamps = stampsOf(bundle);
    const folders = readdirSync(bundle, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.join(entry.parentPath, entry.name));
    for (const each of [...folders, bundle]) chmodSync(each, 0o555);
    try {
      expect(isSound(await verify())).toBe(true);
    } finally {
      for (const each of [...folders, bundle]) chmodSync(each, 0o755);
    }
    expect(stampsOf(bundle)).toEqual(stamps);
  });

  test('reports bytes read, and stops when it is cancelled', async () => {
    const job = aJob();
    await verifyBundle({ path: bundle }, { job });
    expect(job.progresses.at(-1)?.done).toBe(job.progresses[0]?.total);
    const cancelled = aJob((_progress, cancel) => {
      cancel();
    });
    await expect(verifyBundle({ path: bundle }, { job: cancelled })).rejects.toThrow('cancelled');
  });

  test('reads no file that a manifest names outside the bundle', async () => {
    const manifest = path.join(bundle, 'manifest-sha256.txt');
    writeFileSync(manifest, `${'0'.repeat(64)}  ../../../etc/hostname\n`, { flag: 'a' });
    const verified = await verify();
    expect(errorsOf(verified)).toContain('manifest-row-unreadable');
    expect(verified.files.some(({ path: file }) => file.includes('..'))).toBe(false);
  });

  test('cannot be done without a folder, or without a manifest in it, and says so', async () => {
    await expect(verify(path.join(folder.path, 'nowhere'))).rejects.toMatchObject({
      code: 'file-not-found',
    });
    await expect(verify(path.join(bundle, 'data/project'))).rejects.toMatchObject({
      code: 'file-not-found',
    });
    await expect(verify(path.join(bundle, 'bagit.txt'))).rejects.toMatchObject({
      code: 'bad-input',
    });
  });

  test('of a folder with several cards takes each by its own history', async () => {
    const media = path.join(bundle, 'data/media');
    expect(isSound(await verify(media))).toBe(true);
    writeFileSync(path.join(media, 'stray.mov'), 'x');
    expect(wrongRows(await verify(media))).toEqual(['new stray.mov']);
  });

  test('takes bags of other tools: several digests, no tag manifest', async () => {
    const bag = path.join(folder.path, 'foreign');
    const hello = Buffer.from('hello');
    const digest = (algorithm: string) => createHash(algorithm).update(hello).digest('hex');
    writeFiles(bag, {
      'data/50% é.txt': hello,
      'bagit.txt': 'BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n',
      'bag-info.txt': 'Bag-Software-Agent: bagit.py v1\nPayload-Oxum: 5.1\n',
      'manifest-md5.txt': `${digest('md5')} data/50%25 é.txt\n`,
      'manifest-sha512.txt': `${digest('sha512')}  data/50%25 é.txt\n`,
    });
    const verified = await verify(bag);
    expect(isSound(verified)).toBe(true);
    expect(verified.findings).toMatchObject([
      { code: 'tag-manifest-missing', severity: 'warning' },
    ]);
    flipBit(path.join(bag, 'data/50% é.txt'));
    expect(wrongRows(await verify(bag))).toEqual(['changed data/50% é.txt']);
  });
});

describe('the reference examples of ASC MHL', () => {
  const roots = [
    'scenario_01/travel_01/A002R2EC',
    'scenario_02/travel_01/A002R2EC',
    'scenario_02/file_server/A002R2EC',
    'scenario_03/travel_01/A002R2EC',
    'scenario_03/file_server/A002R2EC',
  ];

  test.each(roots)('%s verifies, folder hashes too', async (root) => {
    const verified = await verify(path.join(fixtures, root));
    expect(verified.findings).toEqual([]);
    expect(verified.files.map(({ path: file, state }) => [file, state])).toEqual([
      ['Clips/A002C006_141024_R2EC.mov', 'ok'],
      ['Clips/A002C007_141024_R2EC.mov', 'ok'],
      ['Sidecar.txt', 'ok'],
    ]);
  });
});
