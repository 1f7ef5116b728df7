import fs from 'node:fs';
import path from 'node:path';
import { openTestPremiere, seconds, type TestPremiere } from '../../helpers/testPremiere';

let premiere: TestPremiere;
let run: TestPremiere['run'];
beforeEach(async () => {
  premiere = await openTestPremiere();
  ({ run } = premiere);
});

describe('bins', () => {
  test('are made, chained, renamed and moved, and duplicates are silent', async () => {
    expect(await run(`root.createBin('A').createBin('B').createBin('C').treePath`)).toBe(
      '\\Show.sfproj\\A\\B\\C',
    );
    await run(`root.createBin('A'); root.children[1].renameBin('Z')`);
    expect(await run(`root.children[0].children[0].moveBin(root.children[1])`)).toBe('0');
    const paths = premiere.premiere.snapshot().bins.map((bin) => bin.path);
    expect(paths).toEqual(['/A', '/Z', '/Z/B', '/Z/B/C']);
  });

  test('a bin does not move into itself or into what it holds', async () => {
    await run(`var a = root.createBin('A'), b = a.createBin('B'); a.moveBin(b); a.moveBin(a)`);
    expect(premiere.premiere.snapshot().bins.map((bin) => bin.path)).toEqual(['/A', '/A/B']);
  });

  test('deleting a bin deletes what it holds and leaves its uses in sequences', async () => {
    await run(
      `var bin = root.createBin('A'), clip = bring('/cards/A001.mov', bin), cut = made('Cut', clip)`,
    );
    await run(`bin.deleteBin()`);
    const { items, bins, sequences } = premiere.premiere.snapshot();
    expect([items, bins]).toEqual([[], []]);
    expect(sequences[0]?.videoTracks[0]?.clips).toHaveLength(1);
  });

  test('node ids are eight hex digits and are not given again', async () => {
    const script = `var first = root.createBin('A'), id = first.nodeId; first.deleteBin();
      /^[0-9a-f]{8}$/.test(id) && root.createBin('A').nodeId !== id`;
    expect(await run(script)).toBe('true');
  });
});

describe('collections', () => {
  test('count by name and by length, begin at 0, and give undefined past the end', async () => {
    await run(`root.createBin('A'); root.createBin('B'); var list = root.children`);
    expect(
      await run(
        `[list.numItems, list.length, list[0].name, list[1].name, list[2], list[-1]].join()`,
      ),
    ).toBe('2,2,A,B,,');
  });

  test('hand out a new object each time, with the same node id', async () => {
    await run(`root.createBin('A')`);
    expect(
      await run(`(root.children[0] === root.children[0]) + ',' +
        (root.children[0].nodeId === root.children[0].nodeId)`),
    ).toBe('false,true');
  });

  test('are enumerated by their counter, not by their elements', async () => {
    await run(`root.createBin('A'); var keys = [], k; for (k in root.children) keys.push(k)`);
    expect(await run(`keys.join().indexOf('numItems') >= 0 && keys.join().indexOf('0') < 0`)).toBe(
      'true',
    );
  });

  test('markers and clips have no children and cannot be indexed', async () => {
    await run(`var clip = bring('/cards/A001.mov'); clip.getMarkers().createMarker(1)`);
    expect(
      await run(`[clip.children, clip.getMarkers()[0], clip.getMarkers().numMarkers].join()`),
    ).toBe(',,1');
  });
});

describe('importing', () => {
  test('puts items last into the bin before the call returns, and answers true for what is missing', async () => {
    const script = `root.createBin('First');
      project.importFiles(['/cards/A001.mov', '/no/such.mov', '/sound/poly.wav'], true, root, false)`;
    expect(await run(script)).toBe('true');
    expect(
      await run(`[root.children[1].name, root.children[2].name, root.children.numItems].join()`),
    ).toBe('A001.mov,poly.wav,3');
  });

  test('of the same path makes another item over the same medium', async () => {
    await run(`bring('/cards/A001.mov'); bring('/cards/A001.mov')`);
    expect(await run(`root.findItemsMatchingMediaPath('A001', 1).length`)).toBe('2');
    await run(`root.children[0].setOffline()`);
    expect(await run(`root.children[1].isOffline()`)).toBe('true');
  });

  test('a file Premiere cannot take opens a dialog, and nothing goes on until it is dismissed', async () => {
    const { premiere: app } = premiere;
    const blocked = app.evalScript(`project.importFiles(['/no.txt'], false, root, false)`);
    const behind = app.evalScript(`1 + 1`);
    let settled = 0;
    for (const answer of [blocked, behind]) void answer.then(() => (settled += 1));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect([settled, app.dialog()]).toEqual([0, '“/no.txt” is not supported.']);
    app.dismissDialog();
    expect(await Promise.all([blocked, behind])).toEqual(['true', '2']);
  });
});

describe('clips', () => {
  test('say what the medium says', async () => {
    await run(`var clip = bring('/cards/B001.mov')`);
    const script = `[clip.type, clip.isSequence(), clip.getMediaPath(), clip.startTime().ticks,
      clip.getOutPoint().seconds, clip.getFootageInterpretation().frameRate,
      clip.getAudioChannelMapping.audioClipsNumber, clip.isOffline(), clip.hasProxy()].join()`;
    expect(await run(script)).toBe(
      `1,false,/cards/B001.mov,${seconds(3600)},10,23.976024,1,false,false`,
    );
  });

  test('in and out points fall to the frame below, and seconds are multiplied as doubles', async () => {
    await run(`var clip = bring('/cards/A001.mov')`);
    await run(`clip.setOutPoint(9.999, 4); clip.setInPoint(6.696, 4)`);
    expect(await run(`[clip.getInPoint().seconds, clip.getOutPoint().seconds].join()`)).toBe(
      '6.68,9.96',
    );
    await run(`clip.clearInPoint(); clip.setInPoint(8.28, 4)`);
    // 8.28 × 25 is 206.99999999999997 in a double.
    expect(await run(`clip.getInPoint().seconds`)).toBe('8.24');
  });

  test('in and out points of sound alone fall to the sample below', async () => {
    await run(`var clip = bring('/sound/mono.wav'); clip.setInPoint(1.0000301, 4)`);
    expect(await run(`clip.getInPoint().ticks`)).toBe((254_016_000_000n + 5_292_000n).toString());
  });

  test('an out point that is not after the in point is ignored, and marks stay until cleared', async () => {
    await run(`var clip = bring('/cards/A001.mov'); clip.setInPoint(5, 4); clip.setOutPoint(3, 4)`);
    expect(await run(`[clip.getInPoint().seconds, clip.getOutPoint().seconds].join()`)).toBe(
      '5,10',
    );
    await run(`clip.clearInPoint()`);
    expect(await run(`clip.getInPoint().seconds`)).toBe('0');
  });

  test('a mark without its media type is refused from version 26 on', async () => {
    const { premiere: later } = await openTestPremiere({ version: '26.0.2' });
    await later.evalScript(`var clip = bring('/cards/A001.mov')`);
    expect(await later.evalScript(`clip.setInPoint(1)`)).toBe('EvalScript error.');
    expect(later.lastError()).toBe('Error: Not Enough Parameters');
    expect(await run(`bring('/cards/A001.mov').setInPoint(1)`)).toBe('0');
  });

  test('labels go from 0 to 15 and names do not rename the file', async () => {
    await run(
      `var clip = bring('/cards/A001.mov'); clip.setColorLabel(9); clip.setColorLabel(16); clip.name = '24A-3'`,
    );
    expect(await run(`[clip.getColorLabel(), clip.name, clip.getMediaPath()].join()`)).toBe(
      '9,24A-3,/cards/A001.mov',
    );
  });

  test('a new start time is shown, and a subclip keeps to its part', async () => {
    await run(`var clip = bring('/cards/A001.mov'); clip.setStartTime(at('0'));
      var sub = clip.createSubClip('part', at('${seconds(2)}'), at('${seconds(5)}'), 1, 1, 0)`);
    expect(
      await run(`[clip.startTime().seconds, sub.name, sub.getInPoint().seconds, sub.getOutPoint().seconds,
      sub.getAudioChannelMapping.audioClipsNumber].join()`),
    ).toBe('0,part,2,5,0');
  });

  test('relinking changes every item of the medium, and another length is refused unless overridden', async () => {
    const { premiere: app } = await openTestPremiere();
    const here = (script: string) => app.evalScript(script);
    await here(`var a = bring('/cards/A001.mov'), b = bring('/cards/A001.mov')`);
    expect(await here(`a.changeMediaPath('/no.mov', false)`)).toBe('false');
    expect(await here(`a.changeMediaPath('/cards/B001.mov', false) + b.getMediaPath()`)).toBe(
      'true/cards/B001.mov',
    );
  });
});

describe('metadata', () => {
  const namespace = `var ns = 'http://ns.adobe.com/premierePrivateProjectMetaData/1.0/';
    if (ExternalObject.AdobeXMPScript === undefined)
      ExternalObject.AdobeXMPScript = new ExternalObject('lib:AdobeXMPScript');`;

  test('only the fields that are listed are written', async () => {
    await run(`${namespace} var clip = bring('/cards/A001.mov'), xmp = new XMPMeta(clip.getProjectMetadata());
      xmp.setProperty(ns, 'Column.PropertyText.Scene', '24'); xmp.setProperty(ns, 'Column.PropertyText.Shot', '24A');
      clip.setProjectMetadata(xmp.serialize(), ['Column.PropertyText.Scene'])`);
    const read = `xmp = new XMPMeta(clip.getProjectMetadata());
      xmp.getProperty(ns, 'Column.PropertyText.Scene') + ',' + xmp.doesPropertyExist(ns, 'Column.PropertyText.Shot')`;
    expect(await run(read)).toBe('24,false');
    expect(premiere.premiere.snapshot().items[0]?.metadata.scene).toBe('24');
  });

  test('a column of our own takes values once it is in the schema', async () => {
    await run(`${namespace} var clip = bring('/cards/A001.mov'), xmp = new XMPMeta();
      xmp.setProperty(ns, 'SlateflowTake', '3')`);
    const write = `clip.setProjectMetadata(xmp.serialize(), ['SlateflowTake'])`;
    await run(write);
    expect(premiere.premiere.snapshot().items[0]?.metadata.take).toBe('');
    expect(
      await run(`project.addPropertyToProjectMetadataSchema('SlateflowTake', 'Take', 2)`),
    ).toBe('true');
    expect(
      await run(`project.addPropertyToProjectMetadataSchema('SlateflowTake', 'Take', 2)`),
    ).toBe('undefined');
    await run(write);
    expect(premiere.premiere.snapshot().items[0]?.metadata.take).toBe('3');
  });

  test('computed columns are read and not written, times as ticks', async () => {
    await run(`${namespace} var clip = bring('/cards/A001.mov'), xmp = new XMPMeta();
      xmp.setProperty(ns, 'Column.Intrinsic.MediaStart', '0');
      clip.setProjectMetadata(xmp.serialize(), ['Column.Intrinsic.MediaStart'])`);
    const columns = JSON.parse(await run(`clip.getProjectColumnsMetadata()`)) as {
      ColumnID: string;
      ColumnValue: string;
    }[];
    const valueOf = (id: string) => columns.find((column) => column.ColumnID === id)?.ColumnValue;
    expect(valueOf('Column.Intrinsic.MediaStart')).toBe(seconds(3600));
    expect(valueOf('Column.Intrinsic.MediaTimebase')).toBe('25 fps');
  });

  test('values with markup, quotes and line separators come back as they were written', async () => {
    const value = `<b> & "quoted" 'é' ]]> \u2028\n`;
    await run(`${namespace} var clip = bring('/cards/A001.mov'), xmp = new XMPMeta(clip.getProjectMetadata());
      xmp.setProperty(ns, 'Column.Intrinsic.LogNote', ${JSON.stringify(value).replace('\u2028', '\\u2028')});
      clip.setProjectMetadata(xmp.serialize() + '\\n', ['Column.Intrinsic.LogNote'])`);
    expect(premiere.premiere.snapshot().items[0]?.metadata.logNote).toBe(value);
  });
});

test('calls on what is gone, or with what is none, throw the texts Premiere throws', async () => {
  const { premiere: app } = premiere;
  const errorOf = async (script: string) => {
    expect(await app.evalScript(script)).toBe('EvalScript error.');
    return app.lastError();
  };
  await run(`var clip = bring('/cards/A001.mov')`);
  expect(await errorOf(`clip.moveBin('Footage')`)).toBe('Error: Illegal Parameter type');
  expect(await errorOf(`clip.setInPoint('1', 4)`)).toBe('Error: Illegal Parameter type');
  expect(await errorOf(`project.createNewSequenceFromClips('x')`)).toBe(
    'Error: Not Enough Parameters',
  );
  expect(await errorOf(`var call = clip.getMediaPath; call()`)).toBe('Error: Object is invalid');
});

test('two projects can be open, and app.project is the one in front', async () => {
  const other = path.join(premiere.folder, 'Other.sfproj');
  expect(await run(`app.newProject(${JSON.stringify(other)})`)).toBe('true');
  expect(await run(`[app.projects.numProjects, app.project.name, project.name].join()`)).toBe(
    '2,Other.sfproj,Show.sfproj',
  );
  await run(`project.save(); app.project.closeDocument(false, false)`);
  expect(await run(`app.project.name + app.projects.length`)).toBe('Show.sfproj1');
  expect(fs.existsSync(premiere.projectPath)).toBe(true);
  expect(await run(`app.openDocument('/no/such.sfproj', 1, 1, 1)`)).toBe('false');
});
