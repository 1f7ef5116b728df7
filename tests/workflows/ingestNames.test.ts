import { link, mkdir, readFile, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { RunningEngine } from '../../src/engine/process/startEngine';
import { ingestMedia } from '../../src/workflows/ingestMedia';
import { aJob } from '../helpers/engineJob';
import { aFolder } from '../helpers/engineProcess';
import { aClip } from '../helpers/mediaFiles';
import { openPorts, type OpenPorts } from '../helpers/openPorts';
import { startBuiltEngine } from '../helpers/openPortsDay';

/** What a name says of a slate; absent where it says nothing. */
interface ExpectedSlate {
  readonly scene?: string;
  readonly setup?: string;
  readonly take?: number;
  readonly pickup?: boolean;
}

interface RealName {
  readonly name: string;
  readonly expected: ExpectedSlate | 'uncertain' | null;
}

let engine: RunningEngine;
let open: OpenPorts;
let folder: string;

beforeAll(async () => {
  engine = await startBuiltEngine();
  folder = await aFolder('names');
  open = await openPorts({ engine: engine.engine, projectPath: path.join(folder, 'N.prproj') });
}, 60_000);

afterAll(async () => {
  open.close();
  await engine.stop();
});

test('[I-5] clips with real names go to the bins their names say, and what is not certain to _Unsorted with the reason', async () => {
  const clip = await aClip(folder, { name: 'clip.mp4', seconds: 0.2, size: '64x36', tone: 0 });
  const before = new Date('2026-04-12T10:00:00Z');
  await utimes(clip, before, before);
  const card = path.join(folder, 'footage');
  await mkdir(card);
  const fixture = path.join('tests', 'fixtures', 'names', 'editLists.json');
  const names = JSON.parse(await readFile(fixture, 'utf8')) as readonly RealName[];
  const expected = new Map<string, RealName['expected']>();
  for (const entry of names) {
    const file = path.join(card, `${entry.name.replace(/\.[A-Za-z]\w{2}$/, '')}.mp4`);
    if (expected.has(file) || entry.name.includes('/')) continue;
    expected.set(file, entry.expected);
    await link(clip, file);
  }
  const request = { sources: [card], presetId: 'scene-take', presetText: null, logPaths: [] };
  const report = await ingestMedia({ ...request, expectedPlan: null }, open.ports, aJob());
  expect(report.counts.done).toBeGreaterThanOrEqual(400);
  const standing = open.premiere.snapshot().items;
  expect(standing).toHaveLength(report.counts.done);
  const wrong = standing.filter(({ mediaPath, binPath, metadata }) => {
    const said = expected.get(mediaPath);
    const slate = typeof said === 'object' ? said : null;
    if (slate?.setup === undefined) return binPath !== '/_Unsorted' || metadata.scene !== '';
    const bin = `/Footage/${slate.scene ?? ''}/${slate.setup}`;
    return binPath !== bin || metadata.take !== takeOf(slate);
  });
  expect(wrong.map(({ mediaPath, binPath }) => [path.basename(mediaPath), binPath])).toEqual([]);
}, 120_000);

/** A take as its column holds it: a pick-up is another take than its number alone. */
function takeOf({ take = 0, pickup }: ExpectedSlate): string {
  return `${take}${pickup === true ? 'PU' : ''}`;
}
