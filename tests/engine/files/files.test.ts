import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { hashFiles } from '../../../src/engine/files/hashFiles';
import { listSources } from '../../../src/engine/files/listSources';
import { makeFolder } from '../../../src/engine/files/makeFolder';
import { readText } from '../../../src/engine/files/readText';
import { writeText } from '../../../src/engine/files/writeText';
import { aJob } from '../../helpers/engineJob';
import { aFolder } from '../../helpers/engineProcess';

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
