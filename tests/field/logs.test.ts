import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { readCards } from '../../src/domain/ingest/cards/readCards';
import { linkLog } from '../../src/domain/ingest/linkLog';
import { NameReader } from '../../src/domain/ingest/SourceMedium';
import { parseLog } from '../../src/domain/report/parseLog';
import { takeNameOf } from '../../src/domain/script/takeNameOf';
import { listSources } from '../../src/engine/files/listSources';
import { readText } from '../../src/engine/files/readText';
import { aJob } from '../helpers/engineJob';
import { aRecording } from '../helpers/aMediaFile';

/** Files that nobody on the project wrote; its README says where each is from and what it holds. */
const data = process.env['SLATEFLOW_FIELD_DATA'] ?? path.join(__dirname, '../../../shared/data');

/** An error that names the folder, when there is none to test with. */
beforeAll(async () => {
  const isThere = await stat(data).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isThere) throw new Error(`The field data is not at ${data}; set SLATEFLOW_FIELD_DATA.`);
});

const readLog = async (file: string) => {
  const { text } = await readText({ path: path.join(data, file) });
  return parseLog(text, path.basename(file));
};

describe('logs and reports of others', () => {
  test.each([
    ['logs-reports', 5],
    ['ale', 3],
  ])('every file in %s is read, or refused with one clear reason', async (folder, count) => {
    const files = await readdir(path.join(data, folder));
    expect(files.length).toBeGreaterThanOrEqual(count);
    for (const file of files) {
      const { takes, clips, findings } = await readLog(path.join(folder, file));
      const errors = findings.filter(({ severity }) => severity === 'error');
      expect([file, errors.length]).toEqual([file, takes.length + clips.length > 0 ? 0 : 1]);
      expect(findings.every(({ subject }) => subject.startsWith(file))).toBe(true);
    }
  });

  test.each([
    ['logs-reports/WaveAgentSoundReport.csv', 'sound', 6, 1],
    ['ale/sample.ale', 'ale', 0, 4],
    ['ale/sample_cdl.ale', 'ale', 0, 4],
    ['ale/sampleUHD.ale', 'ale', 0, 1],
  ])('%s has the rows that its README row counts', async (file, kind, takes, clips) => {
    const parsed = await readLog(file);
    expect([parsed.kind, parsed.takes.length, parsed.clips.length]).toEqual([kind, takes, clips]);
  });

  test('session texts of Pro Tools are no logs, and are called what they are', async () => {
    const files = await readdir(path.join(data, 'logs-reports'));
    const texts = files.filter((file) => file.endsWith('.txt'));
    expect(texts.length).toBeGreaterThanOrEqual(4);
    for (const file of texts) {
      const { findings } = await readLog(path.join('logs-reports', file));
      expect(findings).toMatchObject([{ code: 'log-is-pro-tools-session', severity: 'error' }]);
    }
  });

  test('[I-13] a real sound report finds its recordings on the disk, and both tables name the rest', async () => {
    const folder = path.join(data, 'audio/sounddevices');
    const { files } = await listSources({ sources: [folder] }, aJob());
    const names = new NameReader(undefined);
    const { probe } = aRecording('none.wav', { scene: '', take: '' });
    if (!probe.ok) throw new Error(probe.message);
    const media = readCards(files, new Map()).clips.map((clip) => names.read(clip, probe.media));
    const { takes, clips } = await readLog('logs-reports/WaveAgentSoundReport.csv');
    const { links, inLogNoMedia, mediaNotInLog } = linkLog(media, takes, clips);
    const pairs = [...links].map(([{ file }, { take }]) => [file.relativePath, takeNameOf(take)]);
    expect(pairs.sort()).toEqual([
      ['A101_1.WAV', 'A101-1'],
      ['A101_1_1.WAV', 'A101-1'],
      ['A101_1_2.WAV', 'A101-1'],
      ['A101_2.WAV', 'A101-2'],
      ['A101_3.WAV', 'A101-3'],
      ['A101_4.WAV', 'A101-4'],
      ['PT A101_4.A1.wav', 'A101-4'],
    ]);
    expect(mediaNotInLog).toEqual([]);
    expect(inLogNoMedia.map(({ line, what, named }) => [line, what, named])).toEqual([
      [14, 'the whole take', 'Sr001-001-06_X'],
      [15, 'the whole take', 'Sr001-2C-01_X'],
      [7, 'sound', 'BULLET Impact Plastic LCD TV Screen Shatter Debris 2x'],
    ]);
  });
});
