import fs from 'node:fs';
import path from 'node:path';
import { openTestPremiere } from '../../helpers/testPremiere';

async function open(options: Parameters<typeof openTestPremiere>[0] = {}) {
  const opened = await openTestPremiere(options);
  await opened.run(`var folder = ${JSON.stringify(opened.folder)}`);
  return opened;
}

test('bytes are read, written and found by their place', async () => {
  const { run, folder } = await open();
  const script = `var f = new File(folder + '/a.bin'); f.encoding = 'BINARY'; f.open('w');
    f.write('\\u0000\\u00ff', 'abcdef'); f.seek(1); f.write('X'); f.close();
    f.open('r'); f.seek(2, 2); var end = f.read(); f.seek(2); var two = f.read(2), at = f.tell(); f.seek(1, 1); f.close();
    [end, two, at, f.length].join()`;
  expect(await run(script)).toBe('ef,ab,4,8');
  expect([...fs.readFileSync(path.join(folder, 'a.bin'))].slice(0, 3)).toEqual([0, 0x58, 0x61]);
});

test('a mark at the beginning tells the encoding, and lines end as they are told to', async () => {
  const { run, folder } = await open();
  fs.writeFileSync(path.join(folder, 'wide.txt'), '\uFEFFé one\r\ntwo', 'utf16le');
  expect(
    await run(
      `var w = new File(folder + '/wide.txt'); w.open('r'); [w.readln(), w.readln(), w.eof, w.encoding].join('|')`,
    ),
  ).toBe('é one|two|true|UTF-16LE');
  await run(
    `var l = new File(folder + '/l.txt'); l.lineFeed = 'Windows'; l.open('w'); l.writeln('a'); l.writeln('b'); l.close()`,
  );
  expect(fs.readFileSync(path.join(folder, 'l.txt'), 'utf8')).toBe('a\r\nb\r\n');
});

test('what fails says why in ExtendScript’s words', async () => {
  const { run } = await open();
  const script = `var none = new File(folder + '/none.txt'), closed = new File(folder + '/c.txt');
    [none.open('r'), none.error, closed.write('x'), closed.error, none.read(), new Folder(folder + '/none').remove()].join('|')`;
  expect(await run(script)).toBe(
    'false|File or folder does not exist|false|I/O device is not open||false',
  );
});

test('files are copied, renamed, moved to another path, and told apart in time', async () => {
  const { run, folder } = await open();
  const script = `var a = File(folder + '/a.txt'); a.open('w'); a.write('x'); a.close();
    var sub = new Folder(folder + '/sub'); sub.create();
    var told = [a.copy(sub.fsName), a.copy(folder + '/b.txt'), a.rename('c.txt'), a.name, a.rename('b.txt'),
      a.changePath('sub/a.txt'), a.exists, a.modified instanceof Date, a.readonly, a.hidden, a.parent.name];
    a.remove(); told.join()`;
  expect(await run(script)).toBe('true,true,true,c.txt,false,true,true,true,false,false,sub');
  expect(fs.readdirSync(folder).sort()).toEqual(expect.arrayContaining(['b.txt', 'c.txt', 'sub']));
});

test('relative paths start at Folder.current', async () => {
  const { run, folder } = await open();
  expect(
    await run(
      `Folder.current = folder; var r = File('x/y z.txt'); [r.fsName, r.relativeURI, r.getRelativeURI(folder + '/x')].join('|')`,
    ),
  ).toBe(`${folder}/x/y z.txt|x/y%20z.txt|y%20z.txt`);
  expect(
    await run(
      `[File.encode('a b'), File.decode('a%20b'), File.isEncodingAvailable('Shift_JIS'), File.isEncodingAvailable('none')].join()`,
    ),
  ).toBe('a%20b,a b,true,false');
  expect(
    await run(
      `[Folder.desktop.name, Folder.commonFiles instanceof Folder, Folder.startup.exists, Folder('~').fullName].join()`,
    ),
  ).toBe('Desktop,true,true,~');
});

test('dialogs are declined unless their answers are known', async () => {
  const declined = await open();
  const script = `[File.openDialog('Choose'), Folder.selectDialog('Where'), File.saveDialog('As'), confirm('Sure?'), prompt('Name?')].join('|')`;
  expect(await declined.run(script)).toBe('|||false|');
  expect(declined.premiere.alerts).toEqual(['Choose', 'Where', 'As', 'Sure?', 'Name?']);
  const answers = {
    openFiles: ['/a b.mov', '/c.mov'],
    folder: '/out',
    saveFile: '/s',
    confirm: true,
    prompt: 'n',
  };
  const answered = await open({ answers });
  expect(
    await answered.run(`[File.openDialog('', '*.mov', true).length, File.openDialog().fsName, Folder.selectDialog().fsName,
      File.saveDialog().name, confirm(), prompt()].join('|')`),
  ).toBe('2|/a b.mov|/out|s|true|n');
});

test('a file that is to be opened by the system is told of, not opened', async () => {
  const { run, premiere, folder } = await open();
  expect(await run(`[Folder(folder).execute(), File(folder + '/none').execute()].join()`)).toBe(
    'true,false',
  );
  expect(premiere.log).toEqual([`A script wanted to open ${folder}`]);
});
