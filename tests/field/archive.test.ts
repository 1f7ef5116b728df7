import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { VerifiedBundle } from '../../src/contract/MediaEngine';
import { formatChain, parseChain } from '../../src/domain/interchange/mhl/MhlChain';
import { formatManifest } from '../../src/domain/interchange/mhl/formatManifest';
import { parseManifest } from '../../src/domain/interchange/mhl/parseManifest';
import { verifyBundle } from '../../src/engine/archive/verifyBundle';
import { flipBit } from '../helpers/archiveFolder';
import { aJob } from '../helpers/engineJob';
import { makeTestFolder } from '../helpers/slateflow';

/** Files that nobody on the project wrote; its README says where each is from and what it holds. */
const data = process.env['SLATEFLOW_FIELD_DATA'] ?? path.join(__dirname, '../../../shared/data');
const examples = path.join(data, 'ascmhl');

const filesUnder = (folder: string, extension: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .map((name) => path.join(folder, name));

beforeAll(() => {
  // An error that names the folder, when there is none to test with.
  statSync(examples);
});

const verify = (root: string) => verifyBundle({ path: root }, { job: aJob() });
const passes = ({ files, findings }: VerifiedBundle) =>
  files.every(({ state }) => state === 'ok') &&
  findings.every(({ severity }) => severity !== 'error');

test('every manifest and chain of the reference is read, and says the same after writing', () => {
  const manifests = filesUnder(examples, '.mhl');
  const chains = filesUnder(examples, 'ascmhl_chain.xml');
  expect([manifests.length, chains.length]).toEqual([8, 6]);
  for (const file of manifests) {
    const { manifest, findings } = parseManifest(readFileSync(file, 'utf8'), file);
    // The schema's example shortens the digests of its references only.
    expect(findings).toEqual([]);
    if (!manifest) throw new Error(file);
    expect(parseManifest(formatManifest(manifest).text, file)).toEqual({ manifest, findings: [] });
  }
  for (const file of chains) {
    const chain = parseChain(readFileSync(file, 'utf8'), file);
    expect(chain.findings).toEqual([]);
    expect(parseChain(formatChain(chain.generations ?? []), file)).toEqual(chain);
  }
});

describe('the verdicts on the reference examples', () => {
  const roots = [
    'scenario_01/travel_01/A002R2EC',
    'scenario_02/travel_01/A002R2EC',
    'scenario_02/file_server/A002R2EC',
    'scenario_03/travel_01/A002R2EC',
    'scenario_03/file_server/A002R2EC',
  ];

  test.each(roots)('%s: as the reference tool says', async (root) => {
    const verified = await verify(path.join(examples, root));
    expect(verified.files.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok']);
    expect(verified.findings).toEqual([]);
  });

  const clip = 'Clips/A002C006_141024_R2EC.mov';
  const other = 'Clips/A002C007_141024_R2EC.mov';
  const manifest = 'ascmhl/0001_A002R2EC_2020-01-16_091500Z.mhl';
  /** What the reference tool answers by one of its three commands, and what we must not miss. */
  const damages: readonly [string, (card: string) => void, 'passes' | 'fails'][] = [
    ['untouched', () => undefined, 'passes'],
    ['one bit flipped in a media file', (card) => flipBit(path.join(card, clip)), 'fails'],
    [
      'a file in the root folder one byte shorter',
      (card) => truncateSync(path.join(card, 'Sidecar.txt'), 57),
      'fails',
    ],
    ['a media file missing', (card) => rmSync(path.join(card, clip)), 'fails'],
    ['an extra media file', (card) => writeFileSync(path.join(card, 'x.mov'), 'x'), 'fails'],
    ['an extra .DS_Store', (card) => writeFileSync(path.join(card, '.DS_Store'), 'x'), 'passes'],
    [
      'a media file renamed',
      (card) => renameSync(path.join(card, clip), path.join(card, 'Clips/renamed.mov')),
      'fails',
    ],
    [
      'two media files swapped',
      (card) => {
        renameSync(path.join(card, clip), path.join(card, 'x'));
        renameSync(path.join(card, other), path.join(card, clip));
        renameSync(path.join(card, 'x'), path.join(card, other));
      },
      'fails',
    ],
    ['a manifest changed', (card) => flipBit(path.join(card, manifest)), 'fails'],
    ['a manifest missing', (card) => rmSync(path.join(card, manifest)), 'fails'],
    [
      'the chain file missing',
      (card) => rmSync(path.join(card, 'ascmhl/ascmhl_chain.xml')),
      'fails',
    ],
    [
      'the history missing',
      (card) => rmSync(path.join(card, 'ascmhl'), { recursive: true }),
      'fails',
    ],
    // The reference tool does not see this one.
    ['an empty folder added', (card) => mkdirSync(path.join(card, 'empty')), 'fails'],
  ];

  test.each(damages)('%s', async (_name, damage, verdict) => {
    const folder = makeTestFolder('field-archive');
    try {
      const card = path.join(folder.path, 'A002R2EC');
      cpSync(path.join(examples, 'scenario_03/file_server/A002R2EC'), card, { recursive: true });
      damage(card);
      const isSound = await verify(card).then(passes, (error: unknown) => {
        expect(error).toMatchObject({ code: 'file-not-found' });
        return false;
      });
      expect(isSound ? 'passes' : 'fails').toBe(verdict);
    } finally {
      folder.remove();
    }
  });
});
