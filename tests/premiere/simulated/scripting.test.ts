import fs from 'node:fs';
import path from 'node:path';
import { openTestPremiere, type TestPremiere } from '../../helpers/testPremiere';

let premiere: TestPremiere;
let run: TestPremiere['run'];
beforeEach(async () => {
  premiere = await openTestPremiere();
  ({ run } = premiere);
  await run(`var folder = ${JSON.stringify(premiere.folder)}`);
});

describe('File and Folder', () => {
  test('write, append, read by line and say where they are', async () => {
    const script = `var file = new File(folder + '/notes.txt'); file.encoding = 'UTF-8';
      file.open('w'); file.writeln('é one'); file.write('two'); file.close();
      file.open('a'); file.write('!'); file.close();
      file.open('r'); var first = file.readln(), rest = file.read(), ended = file.eof; file.close();
      [first, rest, ended, file.exists, file.length, file.parent.fsName === folder].join()`;
    expect(await run(script)).toBe('é one,two!,true,true,11,true');
    expect(fs.readFileSync(path.join(premiere.folder, 'notes.txt'), 'utf8')).toBe('é one\ntwo!');
  });

  test('take native paths and URI notation, with and without new', async () => {
    expect(await run(`File(folder + '/a%20b.txt').fsName === folder + '/a b.txt'`)).toBe('true');
    expect(await run(`new File(folder + '/a b.txt').absoluteURI.slice(-9)`)).toBe(
      '/a%20b.tx'.slice(-8) + 't',
    );
    expect(await run(`new File(folder + '/100%.txt').displayName`)).toBe('100%.txt');
  });

  test('a folder is made with its parents and lists by mask and by function', async () => {
    const script = `var made = new Folder(folder + '/a/b').create();
      new File(folder + '/a/x.mov').open('w'); new File(folder + '/a/y.txt').open('w');
      var all = new Folder(folder + '/a').getFiles(), movies = new Folder(folder + '/a').getFiles('*.MOV'),
        folders = new Folder(folder + '/a').getFiles(function (entry) { return entry instanceof Folder; });
      [made, all.length, movies[0].name, folders[0].name, all[1] instanceof File, Folder.fs].join()`;
    expect(await run(script)).toBe('true,3,x.mov,b,true,Macintosh');
  });

  test('what the system refuses is false with an error text', async () => {
    expect(
      await run(
        `var none = new File(folder + '/none/x.txt'); [none.open('r'), none.error !== '', none.remove()].join()`,
      ),
    ).toBe('false,true,false');
  });

  test('rename stays in the folder', async () => {
    await run(
      `var f = new File(folder + '/a.txt'); f.open('w'); f.close(); f.rename('../../b.txt')`,
    );
    expect(fs.readdirSync(premiere.folder)).toContain('b.txt');
  });
});

describe('$', () => {
  test('evaluates files, tells their name, and keeps what they define', async () => {
    const file = path.join(premiere.folder, 'lib.jsx');
    fs.writeFileSync(file, '\uFEFFvar answer = 42; $.fileName');
    expect(await run(`$.evalFile(folder + '/lib.jsx') + answer`)).toBe(`${file}42`);
    expect(await premiere.premiere.evalFile(file)).toBe(file);
    expect(await run(`$.fileName === '' && $.global.answer === 42`)).toBe('true');
  });

  test('a file with a mistake throws into the script that evaluated it', async () => {
    fs.writeFileSync(path.join(premiere.folder, 'bad.jsx'), 'var = 1');
    expect(await run(`try { $.evalFile(folder + '/bad.jsx') } catch (e) { e.name }`)).toBe(
      'SyntaxError',
    );
    expect(await run(`try { $.evalFile(folder + '/none.jsx') } catch (e) { e.message }`)).toBe(
      'File or folder does not exist: none.jsx',
    );
  });

  test('says what a script asks of its surroundings', async () => {
    expect(
      await run(
        `$.setenv('SLATE', '24A'); [$.getenv('SLATE'), $.getenv('NO_SUCH'), typeof $.hiresTimer, $.locale].join()`,
      ),
    ).toBe('24A,,number,en_US');
    await run(`$.writeln('a', 1); $.sleep(1)`);
    expect(premiere.premiere.log).toEqual(['a1']);
  });
});

test('nobody answers a dialog: what would be shown is kept, questions are declined', async () => {
  expect(
    await run(
      `alert('look'); [confirm('sure?'), prompt('name?', 'x')].join() + app.setSDKEventMessage('hm', 'info')`,
    ),
  ).toBe('false,true');
  expect(premiere.premiere.alerts).toEqual(['look', 'sure?', 'name?', 'info: hm']);
});

test('an event reaches the listeners of its type alone, until they stop', async () => {
  const heard: string[] = [];
  const stop = premiere.premiere.addEventListener('com.slateflow.done', (data) => heard.push(data));
  const send = `new ExternalObject('lib:PlugPlugExternalObject');
    var event = new CSXSEvent(); event.type = 'com.slateflow.done'; event.data = 'one'; event.dispatch();
    event.type = 'other'; event.dispatch(); 1`;
  await run(send);
  stop();
  await run(send);
  expect(heard).toEqual(['one']);
});

describe('XMP', () => {
  const packet = `<?xpacket begin="" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:xmpDM="http://ns.adobe.com/xmp/1.0/DynamicMedia/" xmpDM:scene="24" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <xmpDM:shotName>24A &amp; B</xmpDM:shotName><dc:subject><rdf:Bag><rdf:li>one</rdf:li><rdf:li>two</rdf:li></rdf:Bag></dc:subject>
    <xmpDM:duration rdf:parseType="Resource"><xmpDM:value>99</xmpDM:value></xmpDM:duration></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
  beforeEach(async () => {
    await run(
      `var before = typeof XMPMeta; new ExternalObject('lib:AdobeXMPScript'); var xmp = new XMPMeta(${JSON.stringify(packet)})`,
    );
  });

  test('is there once its library is loaded', async () => {
    expect(await run(`before + typeof XMPMeta + typeof ExternalObject.AdobeXMPScript`)).toBe(
      'undefinedfunctionundefined',
    );
  });

  test('properties stand as attributes or elements, and arrays count from 1', async () => {
    const script = `[xmp.getProperty(XMPConst.NS_DM, 'scene'), xmp.getProperty(XMPConst.NS_DM, 'shotName').value,
      xmp.getProperty(XMPConst.NS_DM, 'none'), xmp.countArrayItems(XMPConst.NS_DC, 'subject'),
      xmp.getArrayItem(XMPConst.NS_DC, 'subject', 1)].join()`;
    expect(await run(script)).toBe('24,24A & B,,2,one');
  });

  test('what no call understands survives being written', async () => {
    await run(`xmp.setProperty(XMPConst.NS_DM, 'takeNumber', 3); xmp.deleteProperty(XMPConst.NS_DM, 'scene');
      xmp.appendArrayItem(XMPConst.NS_DC, 'subject', 'three'); var text = xmp.serialize() + ' '`);
    expect(
      await run(`var again = new XMPMeta(text); [again.getProperty(XMPConst.NS_DM, 'takeNumber'),
      again.doesPropertyExist(XMPConst.NS_DM, 'scene'), again.countArrayItems(XMPConst.NS_DC, 'subject'),
      text.indexOf('<xmpDM:value>99</xmpDM:value>') > 0].join()`),
    ).toBe('3,false,3,true');
  });
});
