import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { hashFiles } from '../../../src/engine/files/hashFiles';
import { listSources } from '../../../src/engine/files/listSources';
import { makeFolder } from '../../../src/engine/files/makeFolder';
import { readText } from '../../../src/engine/files/readText';
import { readTexts } from '../../../src/engine/files/readTexts';
import { writeText } from '../../../src/engine/files/writeText';
import { aJob } from '../../helpers/engineJob';
import { aFolder, startTestEngine } from '../../helpers/engineProcess';

describe('listSources', () => {
  test('lists files sorted, and names links and pipes without following them', async () => {
    const folder = await aFolder('list');
    mkdirSync(path.join(folder, 'b/c'), { recursive: true });
    writeFileSync(path.join(folder, 'b/c/2.mov'), 'xx');
    writeFileSync(path.join(folder, 'a.mov'), '');
    symlinkSync(folder, path.join(folder, 'b/loop'));
    execFileSync('mkfifo', [path.join(folder, 'pipe')]);

    const { files, findings } = await listSources({ sources: [folder] }, aJob());
    expect(files.map(({ relativePath, sizeBytes }) => [relativePath, sizeBytes])).toEqual([
      ['a.mov', 0],
      ['b/c/2.mov', 2],
    ]);
    expect(files.every(({ source }) => source === folder)).toBe(true);
    const codes = findings.map(({ code, subject }) => [code, path.relative(folder, subject)]);
    expect(codes.sort()).toEqual([
      ['link-not-followed', 'b/loop'],
      ['special-file', 'pipe'],
    ]);
  });

  test('takes single files, and keeps the name of a source that is itself a link', async () => {
    const folder = await aFolder('list');
    mkdirSync(path.join(folder, 'card'));
    writeFileSync(path.join(folder, 'card/1.mov'), 'x');
    symlinkSync(path.join(folder, 'card'), path.join(folder, 'mounted'));
    const linked = path.join(folder, 'mounted');
    const single = path.join(folder, 'card/1.mov');

    const { files } = await listSources({ sources: [linked, single] }, aJob());
    expect(files.map(({ path: file, relativePath }) => [file, relativePath])).toEqual([
      [single, '1.mov'],
      [path.join(linked, '1.mov'), '1.mov'],
    ]);
  });

  test('says which source is not there, and lists the others', async () => {
    const folder = await aFolder('list');
    writeFileSync(path.join(folder, '1.mov'), 'x');
    const absent = path.join(folder, 'absent');
    const { files, findings } = await listSources({ sources: [absent, folder] }, aJob());
    expect(files).toHaveLength(1);
    expect(findings).toMatchObject([{ code: 'source-not-found', subject: absent }]);
  });
});

describe('growing files', () => {
  test('[I-9] one that changed between two looks is told, one that rests is not', async () => {
    const folder = await aFolder('grow');
    const growing = path.join(folder, 'A001C001.mov');
    writeFileSync(growing, 'begun');
    writeFileSync(path.join(folder, 'A001C002.mov'), 'whole');
    const writer = setInterval(() => appendFileSync(growing, 'more'), 200);
    const { files } = await listSources({ sources: [folder], tellsGrowing: true }, aJob());
    clearInterval(writer);
    expect(files.map(({ relativePath, isGrowing }) => [relativePath, isGrowing])).toEqual([
      ['A001C001.mov', true],
      ['A001C002.mov', false],
    ]);
    const later = await listSources({ sources: [folder], tellsGrowing: true }, aJob());
    expect(later.files.map(({ isGrowing }) => isGrowing)).toEqual([false, false]);
  });

  test('[I-9] one that grows without another time is told by its size', async () => {
    const folder = await aFolder('grow');
    const growing = path.join(folder, 'A001C001.mov');
    writeFileSync(growing, 'begun');
    const ahead = new Date(Date.now() + 3_600_000);
    utimesSync(growing, ahead, ahead);
    setTimeout(() => {
      appendFileSync(growing, 'more');
      utimesSync(growing, ahead, ahead);
    }, 500);
    const { files } = await listSources({ sources: [folder], tellsGrowing: true }, aJob());
    expect(files[0]?.isGrowing).toBe(true);
  });

  test('files at rest are not waited for, and the wait is cancelled at once', async () => {
    const folder = await aFolder('grow');
    const file = path.join(folder, 'A001C001.mov');
    writeFileSync(file, 'whole');
    const job = aJob();
    const listing = listSources({ sources: [folder], tellsGrowing: true }, job);
    setTimeout(() => job.cancel(), 50);
    await expect(listing).rejects.toThrow('cancelled by the test');
    const before = new Date(Date.now() - 120_000);
    utimesSync(file, before, before);
    const ended = await Promise.race([
      listSources({ sources: [folder], tellsGrowing: true }, aJob()).then(() => 'listed'),
      new Promise((resolve) => setTimeout(resolve, 1500, 'waited')),
    ]);
    expect(ended).toBe('listed');
  });
});

describe('readTexts', () => {
  test('gives null for what cannot be read, and reads on', async () => {
    const folder = await aFolder('texts');
    const paths = ['a.xml', 'absent.xml', 'big.xml', '00000.MPL'].map((name) =>
      path.join(folder, name),
    );
    const [xml = '', , big = '', playlist = ''] = paths;
    writeFileSync(xml, '<é/>');
    writeFileSync(big, Buffer.alloc(2 * 1024 * 1024, 'x'));
    writeFileSync(playlist, Buffer.from([0x4d, 0x50, 0x4c, 0, 0xff]));
    const texts = await readTexts({ paths }, aJob());
    expect(texts.map(({ text }) => text)).toEqual(['<é/>', null, null, 'MPL\0ÿ']);
    expect(texts.map((each) => each.path)).toEqual(paths);
  });
});

test('reads support texts and tells growing files over the engine’s process', async () => {
  const folder = await aFolder('texts');
  const playlist = path.join(folder, '00000.MPL');
  writeFileSync(playlist, Buffer.from([0x4d, 0x50, 0x4c, 0, 0xff]));
  const absent = path.join(folder, 'absent.xml');
  const running = await startTestEngine();
  try {
    const { engine } = running;
    expect(await engine.readTexts({ paths: [playlist, absent] }, aJob())).toEqual([
      { path: playlist, text: 'MPL\0ÿ' },
      { path: absent, text: null },
    ]);
    const writer = setInterval(() => appendFileSync(playlist, 'more'), 200);
    const { files } = await engine.listSources({ sources: [folder], tellsGrowing: true }, aJob());
    clearInterval(writer);
    expect(files).toMatchObject([{ path: playlist, isGrowing: true }]);
  } finally {
    await running.stop();
  }
}, 60_000);

describe('readText', () => {
  const words = 'Scène;Prise;Bemerkung\r\n24A;3;“schön” – ça va\r\n';

  test.each([
    ['utf-8', Buffer.from(words)],
    ['utf-8', Buffer.from(`\uFEFF${words}`)],
    ['utf-16le', Buffer.from(`\uFEFF${words}`, 'utf16le')],
    ['utf-16le', Buffer.from(words, 'utf16le')],
    ['utf-16be', iconv.encode(`\uFEFF${words}`, 'utf-16be')],
  ])('reads %s', async (encoding, bytes) => {
    const file = path.join(await aFolder('text'), 'log.csv');
    writeFileSync(file, bytes);
    expect(await readText({ path: file })).toEqual({ text: words, encoding });
  });

  test('reads the Western code page that no mark tells', async () => {
    const file = path.join(await aFolder('text'), 'log.csv');
    writeFileSync(file, iconv.encode(words, 'windows-1252'));
    expect((await readText({ path: file })).text).toBe(words);
  });

  test('refuses what is no text, and what is not there', async () => {
    const folder = await aFolder('text');
    const binary = path.join(folder, 'x.csv');
    writeFileSync(binary, Buffer.from([0x52, 0, 1, 2, 0, 0, 9, 200]));
    await expect(readText({ path: binary })).rejects.toMatchObject({ code: 'bad-input' });
    await expect(readText({ path: folder })).rejects.toMatchObject({ code: 'bad-input' });
    const absent = path.join(folder, 'absent');
    await expect(readText({ path: absent })).rejects.toMatchObject({ code: 'file-not-found' });
  });
});

describe('writeText', () => {
  test('writes whole files, and leaves an existing one alone unless told otherwise', async () => {
    const folder = await aFolder('write');
    const file = path.join(folder, 'cut.otio');
    await writeText({ path: file, text: 'é', overwrite: false });
    const again = writeText({ path: file, text: 'other', overwrite: false });
    await expect(again).rejects.toMatchObject({ code: 'file-exists' });
    expect(readFileSync(file, 'utf8')).toBe('é');
    await writeText({ path: file, text: 'other', overwrite: true });
    expect(readFileSync(file, 'utf8')).toBe('other');
    expect(readdirSync(folder)).toEqual(['cut.otio']);
  });

  test('names the missing folder', async () => {
    const file = path.join(await aFolder('write'), 'absent/cut.otio');
    const written = writeText({ path: file, text: '', overwrite: true });
    await expect(written).rejects.toMatchObject({ code: 'file-not-found' });
  });
});

test('makeFolder says whether the folder is empty', async () => {
  const folder = path.join(await aFolder('make'), 'a/b');
  expect(await makeFolder({ path: folder })).toEqual({ isEmpty: true });
  writeFileSync(path.join(folder, 'x'), '');
  expect(await makeFolder({ path: folder })).toEqual({ isEmpty: false });
  const taken = makeFolder({ path: path.join(folder, 'x') });
  await expect(taken).rejects.toMatchObject({ code: 'file-exists' });
});

test('hashFiles gives xxh64 big-endian, and null for what is not there', async () => {
  const folder = await aFolder('hash');
  const file = path.join(folder, 'abc');
  writeFileSync(file, 'abc');
  const absent = path.join(folder, 'absent');
  // Known answer: XXH64("abc", seed 0).
  expect(await hashFiles({ paths: [file, absent] }, aJob())).toEqual([
    { path: file, sizeBytes: 3, xxh64: '44bc2cf5ad770999' },
    { path: absent, sizeBytes: 0, xxh64: null },
  ]);
});
