import fs from 'node:fs';
import path from 'node:path';
import { simulatedMedia } from '../../helpers/simulatedMedia';
import { openTestPremiere, type TestPremiere } from '../../helpers/testPremiere';

let premiere: TestPremiere;
let run: TestPremiere['run'];
beforeEach(async () => {
  premiere = await openTestPremiere();
  ({ run } = premiere);
});

function written(name: string, text: string): string {
  const file = path.join(premiere.folder, name);
  fs.writeFileSync(file, text);
  return file;
}

const bring = (file: string) => `project.importFiles([${JSON.stringify(file)}], true, root, false)`;

test('captions arrive as a file without picture or sound that lasts as long as they do', async () => {
  const file = written(
    'talk.srt',
    '1\n00:00:01,000 --> 00:00:02,500\nHello\n\n2\n00:00:03,000 --> 00:00:04,000\nBye\n',
  );
  expect(await run(bring(file))).toBe('true');
  expect(
    await run(`var item = root.children[0]; [item.name, item.type === ProjectItemType.FILE, item.getMediaPath() === ${JSON.stringify(file)},
      item.getOutPoint().seconds, item.canProxy()].join()`),
  ).toBe('talk.srt,true,true,4,false');
});

test('After Effects projects bring nothing, and there is nobody to ask for compositions', async () => {
  const file = written('comps.aep', 'RIFX');
  expect(
    await run(`[${bring(file)}, root.children.numItems, project.importAEComps(${JSON.stringify(file)}, ['Comp'], root),
    project.importAllAEComps(${JSON.stringify(file)}, root)].join()`),
  ).toBe('true,0,false,false');
});

test('missing arguments do not matter: the files go where imports go', async () => {
  await run(`root.createBin('Day').select(); project.importFiles(['/cards/A001.mov'])`);
  expect(await run(`root.children[0].children[0].name`)).toBe('A001.mov');
});

test('a still lasts five seconds, and numbered stills are one clip under the name of the first', async () => {
  const stills = [1, 2, 3, 5].map((number) => written(`shot_000${number}.png`, 'x'));
  const media = simulatedMedia(
    Object.fromEntries(stills.map((file) => [file, { seconds: 1, channels: 0 }])),
  );
  const here = await openTestPremiere({ media });
  const first = JSON.stringify(stills[0]);
  await here.run(`project.importFiles([${first}], true, root, false)`);
  await here.run(`project.importFiles(${JSON.stringify(stills)}, true, root, true)`);
  expect(
    await here.run(
      `var text = [], i; for (i = 0; i < root.children.numItems; i++) text.push(root.children[i].name + ' ' + root.children[i].getOutPoint().seconds); text.join()`,
    ),
  ).toBe('shot_0001.png 5,shot_0001.png 5,shot_0005.png 5');
});

test('numbered stills that come alone last as many frames as there are of them', async () => {
  const stills = [8, 9, 10].map((number) =>
    written(`a${String(number).padStart(3, '0')}.dpx`, 'x'),
  );
  const media = simulatedMedia(Object.fromEntries(stills.map((file) => [file, { channels: 0 }])));
  const here = await openTestPremiere({ media });
  await here.run(`project.importFiles([${JSON.stringify(stills[0])}], true, root, true)`);
  expect(
    await here.run(`root.children.numItems + ',' + root.children[0].getOutPoint().seconds`),
  ).toBe('1,0.12');
});

describe('another project', () => {
  let source: string;
  beforeEach(async () => {
    source = path.join(premiere.folder, 'Source.sfproj');
    const other = await openTestPremiere({ projectPath: source });
    await other.run(`var bin = root.createBin('Clips'), clip = bring('/cards/A001.mov', bin), spare = bring('/cards/A002.mov', bin),
      inner = made('Inner', clip), outer = made('Outer', inner.projectItem), third = made('Third', spare); project.save()`);
  });

  test('is imported whole into a bin of its name', async () => {
    expect(await run(bring(source))).toBe('true');
    expect(
      await run(
        `[root.children[0].name, root.children[0].children.numItems, project.sequences.numSequences, root.children[0].children[0].children.numItems].join()`,
      ),
    ).toBe('Source,4,3,2');
  });

  test('gives the sequences that are named with what is nested in them and what they use', async () => {
    await run(
      `app.openDocument(${JSON.stringify(source)}); var id = app.project.sequences[1].sequenceID; app.project.closeDocument(0, 0)`,
    );
    expect(await run(`project.importSequences(${JSON.stringify(source)}, [id])`)).toBe('true');
    const names = `var names = [], i; for (i = 0; i < project.sequences.numSequences; i++) names.push(project.sequences[i].name); names.sort().join()`;
    expect(await run(names)).toBe('Inner,Outer');
    expect(
      await run(
        `[root.findItemsMatchingMediaPath('/cards/').length, project.importSequences('/no.sfproj', [id]), project.importSequences(${JSON.stringify(source)}, ['x'])].join()`,
      ),
    ).toBe('1,false,false');
  });

  test('shares the media that are there already, and its sequences get ids of their own the second time', async () => {
    await run(
      `var mine = bring('/cards/A001.mov'); ${bring(source)}; ${bring(source)}; mine.setOffline()`,
    );
    expect(await run(`root.children[1].children[0].children[0].isOffline()`)).toBe('true');
    expect(
      await run(
        `var ids = {}, i, n = 0; for (i = 0; i < project.sequences.numSequences; i++) if (!ids[project.sequences[i].sequenceID]) { ids[project.sequences[i].sequenceID] = 1; n++; } n`,
      ),
    ).toBe('6');
  });
});

test('an FCP7 XML brings its sequence, with media that are not there offline', async () => {
  const rate = '<rate><timebase>25</timebase><ntsc>FALSE</ntsc></rate>';
  const file = written(
    'cut.xml',
    `<?xml version="1.0"?><!DOCTYPE xmeml><xmeml version="4"><sequence id="s"><name>Cut</name><duration>50</duration>${rate}
     <media><video><format><samplecharacteristics><width>1920</width><height>1080</height></samplecharacteristics></format><track>
     <clipitem id="c"><name>A</name><duration>100</duration>${rate}<start>0</start><end>50</end><in>10</in><out>60</out>
     <file id="f"><name>gone.mov</name><pathurl>file://localhost/nowhere/gone.mov</pathurl>${rate}<duration>100</duration>
     <media><video><samplecharacteristics><width>1920</width><height>1080</height></samplecharacteristics></video></media></file></clipitem>
     </track></video></media></sequence></xmeml>`,
  );
  expect(await run(bring(file))).toBe('true');
  expect(
    await run(
      `var cut = project.sequences[0], use = cut.videoTracks[0].clips[0]; [cut.name, use.start.seconds, use.end.seconds, use.inPoint.seconds, use.projectItem.isOffline()].join()`,
    ),
  ).toBe('Cut,0,2,0.4,true');
  const target = path.join(premiere.folder, 'FromXml.sfproj');
  expect(
    await run(
      `[app.openFCPXML(${JSON.stringify(file)}, ${JSON.stringify(target)}), app.project.name, app.project.sequences[0].name].join()`,
    ),
  ).toBe('true,FromXml.sfproj,Cut');
  expect(await run(`app.openFCPXML('/no.xml', '/no/such.sfproj')`)).toBe('false');
});

describe('listeners', () => {
  test('hear of each item that arrives, and of all of them, between scripts', async () => {
    await run(`var heard = []; app.onItemAddedToProjectSuccess = function (where, item) { heard.push(where.name + ':' + item.name); };
      app.bind('onItemsAddedToProjectSuccess', function () { heard.push('all'); });
      app.bind('onProjectChanged', function (id) { heard.push(id === project.documentID); })`);
    expect(
      await run(
        `project.importFiles(['/cards/A001.mov', '/cards/A002.mov'], true, root, false); heard.length`,
      ),
    ).toBe('0');
    expect(await run(`heard.join()`)).toBe('Show.sfproj:A001.mov,Show.sfproj:A002.mov,all,true');
    expect(await run(`typeof app.onItemAddedToProjectSuccess`)).toBe('function');
    await run(
      `app.onItemAddedToProjectSuccess = undefined; app.unbind('onItemsAddedToProjectSuccess'); app.unbind('onProjectChanged'); heard = []; bring('/cards/A001.mov')`,
    );
    expect(await run(`heard.length`)).toBe('0');
  });
});

test('a Premiere that imports late answers before the items are there', async () => {
  const late = await openTestPremiere({ behaviour: { importsLate: true } });
  expect(
    await late.run(
      `project.importFiles(['/cards/A001.mov'], true, root, false) + ',' + root.children.numItems`,
    ),
  ).toBe('true,0');
  expect(await late.run(`root.children.numItems`)).toBe('1');
});
