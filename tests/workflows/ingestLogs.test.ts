import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import iconv from 'iconv-lite';
import type { StepPlan } from '../../src/contract/StepReport';
import type { RunningEngine } from '../../src/engine/process/startEngine';
import { previewIngest } from '../../src/workflows/ingestMedia';
import { aJob } from '../helpers/engineJob';
import { aFolder } from '../helpers/engineProcess';
import { aClip } from '../helpers/mediaFiles';
import { openPorts, type OpenPorts } from '../helpers/openPorts';
import { startBuiltEngine } from '../helpers/openPortsDay';

let engine: RunningEngine;
let open: OpenPorts;
let card: string;

beforeAll(async () => {
  engine = await startBuiltEngine();
  card = path.join(await aFolder('logged'), 'A001');
  await mkdir(card);
  const clip = await aClip(await aFolder('clip'), { name: 'clip.mov', seconds: 0.5 });
  for (const name of ['24A-1_A.mov', '24A-2_A.mov', '31-1_A.mov']) {
    await copyFile(clip, path.join(card, name));
  }
  const projectPath = path.join(await aFolder('logs'), 'Day 1.prproj');
  open = await openPorts({ engine: engine.engine, projectPath });
}, 60_000);

afterAll(async () => {
  open.close();
  await engine.stop();
});

/** The plan with a log whose bytes are these. */
async function planWith(bytes: string | Buffer): Promise<StepPlan> {
  const log = path.join(await aFolder('log'), 'log.csv');
  await writeFile(log, bytes);
  const request = { sources: [card], presetId: 'scene-take', presetText: null, logPaths: [log] };
  return previewIngest(request, open.ports, aJob());
}

const log =
  'Scene,Setup,Take,Camera A,Circled\n24,24A,1,24A-1_A,x\n24,24A,2,24A-2_A,\n40,40,1,40-1_A,\n';

const rowsOf = ({ tables = [] }: StepPlan, id: string) =>
  tables.find((table) => table.id === id)?.rows ?? [];

test('[I-13] a log in, two tables out: in log, no media; media, not in log', async () => {
  const plan = await planWith(log);
  expect(rowsOf(plan, 'in-log-no-media')).toMatchObject([{ scene: '40', setup: '40', take: '1' }]);
  expect(rowsOf(plan, 'media-not-in-log')).toEqual([{ file: '31-1_A.mov', kind: 'picture' }]);
});

test.each([
  ['with a byte order mark', Buffer.from(`\uFEFF${log}`)],
  ['in UTF-16', iconv.encode(log, 'utf-16le', { addBOM: true })],
  ['in UTF-16 without a mark', iconv.encode(log, 'utf-16be', { addBOM: false })],
  [
    'with semicolons and the line ends of Windows',
    log.replaceAll(',', ';').replaceAll('\n', '\r\n'),
  ],
  ['with the line ends of old Macs', log.replaceAll('\n', '\r')],
])('[I-13] the same log %s says the same', async (_how, bytes) => {
  const plan = await planWith(bytes);
  const plain = await planWith(log);
  expect(plan.rows).toEqual(plain.rows);
  expect(rowsOf(plan, 'in-log-no-media')).toEqual(rowsOf(plain, 'in-log-no-media'));
});

/** What is wrong with a log → the code and a word of the sentence that says so. */
const faults: readonly (readonly [string, string, string, RegExp])[] = [
  ['that is empty', '', 'log-empty', /empty/],
  ['with another delimiter', log.replaceAll(',', '~'), 'log-wrong-delimiter', /~/],
  ['without a scene', log.replace(/^Scene,Setup/, 'Date,Weather'), 'log-no-scene-column', /Scene/],
  ['without a take', log.replace('Take', 'Lens'), 'log-no-take-column', /Take/],
  ['with a row twice', `${log}24,24A,1,24A-1_A,\n`, 'duplicate-take', /24A-1/],
];

test.each(faults)(
  '[I-13] a log %s is told in a sentence of its own',
  async (_what, text, code, words) => {
    const { findings } = await planWith(text);
    const told = findings.filter((finding) => finding.code === code);
    expect(told).toHaveLength(1);
    expect(told[0]?.message).toMatch(words);
    expect(told[0]?.message).not.toContain('\n');
  },
);

test('[I-13] no two faults of logs are told alike', async () => {
  const messages: string[] = [];
  for (const [, text, code] of faults) {
    const { findings } = await planWith(text);
    messages.push(findings.find((finding) => finding.code === code)?.message ?? '');
  }
  expect(new Set(messages).size).toBe(faults.length);
});
