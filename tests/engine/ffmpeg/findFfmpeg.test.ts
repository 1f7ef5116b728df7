import { statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findFfmpeg } from '../../../src/engine/ffmpeg/findFfmpeg';
import { isExecutable, makeExecutable } from '../../../src/engine/ffmpeg/makeExecutable';
import { aFolder } from '../../helpers/engineProcess';
import { packagedFfmpeg } from '../../helpers/mediaFiles';

test('takes the packaged programs when the PATH has none', async () => {
  const found = await findFfmpeg({ PATH: '' });
  expect(found.ffmpeg).toContain('@ffmpeg-installer');
  expect(found.ffprobe).toContain('@ffprobe-installer');
  expect(found.version).not.toBe('');
});

test('makes a packaged program executable that the install left otherwise', async () => {
  const program = path.join(await aFolder('bin'), 'program');
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o644 });
  expect(isExecutable(program)).toBe(false);
  makeExecutable(program);
  expect(statSync(program).mode & 0o777).toBe(0o755);
  expect(isExecutable(program)).toBe(true);
});

test('takes those on the PATH when they can all that is needed', async () => {
  const packaged = await packagedFfmpeg();
  const folder = await aFolder('bin');
  symlinkSync(packaged.ffmpeg, path.join(folder, 'ffmpeg'));
  symlinkSync(packaged.ffprobe, path.join(folder, 'ffprobe'));
  const found = await findFfmpeg({ PATH: folder });
  expect(found.ffmpeg).toBe(path.join(folder, 'ffmpeg'));
});

test('passes over an ffmpeg on the PATH that lacks what is needed', async () => {
  const folder = await aFolder('bin');
  for (const name of ['ffmpeg', 'ffprobe']) {
    const script = `#!/bin/sh\necho "${name} version 99 of nothing"\n`;
    writeFileSync(path.join(folder, name), script, { mode: 0o755 });
  }
  const found = await findFfmpeg({ PATH: folder });
  expect(found.ffmpeg).toContain('@ffmpeg-installer');
});

test('obeys the setting, and says in one sentence when it names none', async () => {
  const packaged = await packagedFfmpeg();
  const folder = await aFolder('bin');
  symlinkSync(packaged.ffmpeg, path.join(folder, 'mine'));
  const given = { PATH: '', SLATEFLOW_FFMPEG: path.join(folder, 'mine') };
  expect((await findFfmpeg(given)).ffmpeg).toBe(path.join(folder, 'mine'));
  const wrong = findFfmpeg({ SLATEFLOW_FFMPEG: '/absent', SLATEFLOW_FFPROBE: '/absent' });
  await expect(wrong).rejects.toMatchObject({ code: 'ffmpeg-missing' });
});
