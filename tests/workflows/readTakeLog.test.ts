import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { takeNameOf } from '../../src/domain/script/takeNameOf';
import { readText } from '../../src/engine/files/readText';
import { readTakeLog, readTakeLogs } from '../../src/workflows/readTakeLog';
import { aFolder } from '../helpers/engineProcess';

const ports = { engine: { readText } };
const fixtures = path.join(__dirname, '../fixtures/logs');

/** Reads files of these bytes, each by its name. */
async function readFiles(files: Readonly<Record<string, string | Buffer>>) {
  const folder = await aFolder('logs');
  const paths = Object.entries(files).map(([name, bytes]) => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  });
  return readTakeLogs(paths, ports);
}

const words = 'Scène;Slate;Prise;Remarks\r\n24;24A;3;“schön” – ça va\r\n';

describe('readTakeLogs', () => {
  test('[I-13] an empty log, a wrong delimiter, UTF-16, duplicate rows and a missing scene column are each told apart, and what to do', async () => {
    const read = await readFiles({
      'empty.csv': '',
      'tilde.csv': 'Scene~Setup~Take\r\n24~24A~3\r\n',
      'unicode.csv': Buffer.from(`\uFEFF${words}`, 'utf16le'),
      'twice.csv': 'Scene,Setup,Take\r\n24,24B,1\r\n24,24B,1\r\n',
      'nowhere.csv': 'Take,Camera A\r\n3,A001C003_260412_R1AB\r\n',
    });
    expect(read?.takes.map(takeNameOf)).toEqual(['24A-3', '24B-1']);
    expect(read?.findings.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      [
        'log-empty',
        'error',
        '“empty.csv”: It is empty. Export it again, and look whether the copy finished.',
      ],
      [
        'log-wrong-delimiter',
        'error',
        '“tilde.csv”: Its cells are divided by “~”. Expected comma, semicolon, tab or |. Save it as CSV with one of these.',
      ],
      [
        'log-encoding',
        'info',
        '“unicode.csv” was read as UTF-16LE. Should a name in it look wrong, save it as UTF-8.',
      ],
      [
        'duplicate-take',
        'warning',
        '“twice.csv”: Line 3: 24B-1 already stands on line 2. Row left out.',
      ],
      [
        'log-no-scene-column',
        'error',
        '“nowhere.csv”: It has no column “Scene” or “Setup”, so no row tells which take it is. Add one.',
      ],
    ]);
  });

  test.each([
    ['utf-8', Buffer.from(words), []],
    ['utf-8 with its mark', Buffer.from(`\uFEFF${words}`), []],
    ['utf-16le', Buffer.from(`\uFEFF${words}`, 'utf16le'), ['log-encoding']],
    ['utf-16be', iconv.encode(`\uFEFF${words}`, 'utf-16be'), ['log-encoding']],
    ['a mark that was saved as text', Buffer.from(`ï»¿${words}`), ['log-mark']],
  ])('[I-13] reads every column of a log in %s', async (_encoding, bytes, codes) => {
    const read = await readFiles({ 'log.csv': bytes });
    expect(read?.takes).toMatchObject([{ scene: '24', setup: '24A', take: 3 }]);
    expect(read?.takes[0]?.note).toBe('“schön” – ça va');
    expect(read?.findings.map(({ code }) => code)).toEqual(codes);
  });

  test('puts a real sound report beside the script supervisor’s log', async () => {
    const folder = await aFolder('logs');
    cpSync(fixtures, folder, { recursive: true });
    const log = path.join(folder, 'script.csv');
    const rows = [
      'Scene,Setup,Take,Circled,Sound',
      'A101,A101,1,yes,A101_1',
      'A101,A101,4,,A101_4',
    ];
    writeFileSync(log, rows.join('\n'));
    const read = await readTakeLogs([path.join(folder, 'WaveAgentSoundReport.csv'), log], ports);
    expect(read?.findings).toEqual([]);
    expect(read?.takes.map((take) => [takeNameOf(take), take.statedBy.length])).toEqual([
      ['A101-1', 2],
      ['A101-4', 2],
      ['A101-2', 1],
      ['A101-3', 1],
      ['1-6', 1],
      ['2C-1', 1],
    ]);
  });

  test('is none where no log is named, and an error where the file is not there', async () => {
    expect(await readTakeLogs([], ports)).toBeNull();
    expect(await readTakeLog(null, ports)).toBeNull();
    const absent = path.join(await aFolder('logs'), 'absent.csv');
    await expect(readTakeLog(absent, ports)).rejects.toMatchObject({ code: 'file-not-found' });
  });
});
