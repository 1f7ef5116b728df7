import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  aBin,
  aClip,
  aPrproj,
  aSequence,
  aTransition,
  named,
  object,
  ticksOf,
} from '../../helpers/aPrproj';
import { openTestPremiere, seconds, type TestPremiere } from '../../helpers/testPremiere';

const fixture = path.join(__dirname, '../../fixtures/prproj/supercut.prproj');

/** Writes a project file where nobody else looks, and gives its path. */
const write = (content: string | Buffer, name = 'Real.prproj'): string => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'slateflow-prproj-')), name);
  fs.writeFileSync(file, content);
  return file;
};

/** Opens a project of Premiere as a script does. */
const openReal = async (content: string | Buffer): Promise<TestPremiere & { file: string }> => {
  const file = write(content);
  const opened = await openTestPremiere();
  expect(await opened.run(`app.openDocument(${JSON.stringify(file)})`)).toBe('true');
  return { ...opened, file };
};

/** Everything a script can tell of a project, as one text. */
const describeAll = `(function () {
  var lines = [];
  function bin(at, indent) {
    for (var i = 0; i < at.children.numItems; i++) {
      var item = at.children[i];
      lines.push([indent + item.name, item.type, item.getColorLabel(), item.treePath.split('\\\\').length].join('|'));
      if (item.type === 2) { bin(item, indent + ' '); continue; }
      lines.push([item.isSequence(), item.isOffline(), item.getMediaPath(), item.getProxyPath(),
        item.getInPoint().ticks, item.getOutPoint().ticks, item.getMarkers().numMarkers].join('|'));
    }
  }
  bin(app.project.rootItem, '');
  for (var s = 0; s < app.project.sequences.numSequences; s++) {
    var sequence = app.project.sequences[s];
    lines.push([sequence.name, sequence.sequenceID, sequence.timebase, sequence.zeroPoint, sequence.frameSizeHorizontal,
      sequence.frameSizeVertical, sequence.videoDisplayFormat, sequence.markers.numMarkers].join('|'));
    var kinds = [sequence.videoTracks, sequence.audioTracks];
    for (var k = 0; k < 2; k++) for (var t = 0; t < kinds[k].numTracks; t++) {
      var track = kinds[k][t];
      lines.push([track.name, track.isMuted(), track.transitions.numItems].join('|'));
      for (var c = 0; c < track.clips.numItems; c++) {
        var clip = track.clips[c];
        lines.push([clip.name, clip.start.ticks, clip.end.ticks, clip.inPoint.ticks, clip.outPoint.ticks,
          clip.disabled, clip.getSpeed(), clip.isSpeedReversed(), clip.projectItem && clip.projectItem.name,
          (clip.getLinkedItems() || []).length, clip.components.numItems].join('|'));
      }
    }
  }
  return lines.join('\\n');
})()`;

const opened = 'app.project.rootItem.children';

describe('a project of Premiere in the simulated one', () => {
  test('is what openSimulatedPremiere opens, and can be edited', async () => {
    const file = write(fs.readFileSync(fixture));
    const { premiere, run } = await openTestPremiere({ projectPath: file });
    expect(await run('app.project.sequences.numSequences')).toBe('2');
    expect(await run('app.project.documentID.length')).toBe('36');
    const clips = 'app.project.sequences[1].videoTracks[0].clips';
    expect(await run(`${clips}[0].getLinkedItems()[0].mediaType`)).toBe('Audio');
    await run(`${clips}[0].remove(false, false)`);
    expect(await run(`${clips}.numItems`)).toBe('7');
    expect(premiere.notUnderstood()?.objects).toContainEqual({
      tag: 'SecondaryContent',
      count: 28,
    });
    expect(premiere.notUnderstood()?.missingMedia).toHaveLength(3);
  });

  test('shows live names, labels, logging, marks and proxies', async () => {
    const proxy = named(
      'Media',
      'proxy',
      '<FilePath>/proxies/A.mov</FilePath><IsProxy>true</IsProxy>',
    );
    const clip = aClip(1, {
      name: 'A renamed',
      itemName: 'A.mov',
      label: 4,
      path: String.raw`D:\cards\A.mov`,
      clip: `<InPoint>${ticksOf(2)}</InPoint><OutPoint>${ticksOf(5)}</OutPoint>`,
      content: '<ProxyMedia ObjectURef="proxy"/>',
      logging:
        '<TapeName>A001</TapeName><Scene>12A</Scene><ShotTake>3</ShotTake><LogNote>good one</LogNote><Good>true</Good><Secret>x</Secret>',
      media: `<UseAlternateStart>true</UseAlternateStart><AlternateStart>${ticksOf(3600)}</AlternateStart>`,
    });
    const { premiere, run } = await openReal(
      aPrproj(['bin'], [aBin('bin', 'Cards', ['item-1']), ...clip, proxy]),
    );
    const item = `${opened}[0].children[0]`;
    expect(
      await run(`[${item}.name, ${item}.getColorLabel(), ${item}.getMediaPath()].join()`),
    ).toBe(String.raw`A renamed,4,D:\cards\A.mov`);
    expect(await run(`[${item}.getInPoint().seconds, ${item}.getOutPoint().seconds].join()`)).toBe(
      '2,5',
    );
    expect(await run(`${item}.startTime().seconds`)).toBe('3600');
    expect(await run(`[${item}.hasProxy(), ${item}.getProxyPath()].join()`)).toBe(
      'true,/proxies/A.mov',
    );
    const metadata = await run(`${item}.getProjectMetadata()`);
    for (const text of ['A001', '12A', 'good one', 'True']) expect(metadata).toContain(text);
    expect(premiere.notUnderstood()?.remarks).toEqual([
      { text: 'The logging of “A renamed” has Secret, which is kept but not shown.', count: 1 },
    ]);
  });

  test('tells offline as the project says and what is missing on this machine', async () => {
    const here = write('x', 'here.mov');
    const sketches = [
      { name: 'Here', path: here },
      { name: 'Found again', path: here, media: '<OfflineReason>6</OfflineReason>' },
      { name: 'Gone', path: '/nowhere/gone.mov' },
      { name: 'Lost', path: '/nowhere/lost.mov', media: '<OfflineReason>6</OfflineReason>' },
      { name: 'By hand', path: here, media: '<OfflineReason>5</OfflineReason>' },
      { name: 'Black', path: '1112293707' },
      {
        name: 'Hostile',
        path: '/dev/../../nowhere&#0;/x',
        media: '<OfflineReason>1</OfflineReason>',
      },
      { name: 'Net', path: '//server/share/x.mov' },
    ];
    const items = sketches.map((_sketch, index) => `item-${index + 1}`);
    const { premiere, run } = await openReal(
      aPrproj(
        items,
        sketches.flatMap((sketch, index) => aClip(index + 1, sketch)),
      ),
    );
    const offline = await run(
      `(function () { var list = []; for (var i = 0; i < ${opened}.numItems; i++) if (${opened}[i].isOffline()) list.push(${opened}[i].name); return list.join(); })()`,
    );
    expect(offline).toBe('Lost,By hand,Hostile');
    expect(premiere.notUnderstood()?.missingMedia).toEqual(
      expect.arrayContaining(['/nowhere/gone.mov', '/nowhere/lost.mov', '//server/share/x.mov']),
    );
    expect(await run(`${opened}[5].getMediaPath()`)).toBe('');
  });

  test('finds media that moved along with the project', async () => {
    const folder = path.dirname(write('x', 'A.mov'));
    const text = aPrproj(
      ['item-1'],
      aClip(1, {
        name: 'A',
        path: '/old/A.mov',
        media: String.raw`<RelativePath>.\A.mov</RelativePath>`,
      }),
    );
    const file = path.join(folder, 'Moved.prproj');
    fs.writeFileSync(file, text);
    const { run } = await openTestPremiere({ projectPath: file });
    expect(await run(`${opened}[0].getMediaPath()`)).toBe(path.join(folder, 'A.mov'));
  });

  test('shows subclips, adjustment layers and sequences that stand in sequences', async () => {
    const nested = aSequence(2, [{ of: 1, start: 0, end: 3 }]).map((text) =>
      text.replaceAll('ObjectURef="master-1"', 'ObjectURef="sequence-master-1"'),
    );
    const content = `<StartBoundary>${ticksOf(10)}</StartBoundary><EndBoundary>${ticksOf(20)}</EndBoundary>`;
    const { run } = await openReal(
      aPrproj(
        ['item-1', 'item-2', 'sequence-item-1', 'sequence-item-2'],
        [
          ...aClip(1, { name: 'Part', content }),
          ...aClip(2, {
            name: 'Layer',
            path: '1112293707',
            master: '<IsAdjustmentLayer>true</IsAdjustmentLayer>',
          }),
          ...aSequence(1, [{ of: 1, start: 0, end: 4, in: 11 }]),
          ...nested,
        ],
      ),
    );
    const [part, layer] = [`${opened}[0]`, `${opened}[1]`];
    expect(await run(`[${part}.getInPoint().seconds, ${part}.getOutPoint().seconds].join()`)).toBe(
      '10,20',
    );
    expect(await run(`${layer}.isAdjustmentLayer()`)).toBe('true');
    const inner = 'app.project.sequences[1].videoTracks[0].clips[0].projectItem';
    expect(await run(`[${inner}.name, ${inner}.isSequence()].join()`)).toBe('Sequence 1,true');
    expect(await run(`${opened}[2].getOutPoint().seconds`)).toBe('4');
  });

  test('shows transitions, speed, direction, mute and markers', async () => {
    const marker =
      '{"DVAMarker":{"mMarkerID":"g","mName":"Here","mStartTime":{"ticks":254016000000},"mType":"Chapter"}}';
    const sequence = aSequence(
      1,
      [
        { of: 1, start: 0, end: 4, in: 10, out: 14, clip: '<PlaybackSpeed>2.</PlaybackSpeed>' },
        { of: 1, start: 4, end: 9, item: '<IsMuted>true</IsMuted>' },
        {
          of: 1,
          start: 9,
          end: 11,
          in: 10,
          out: 11,
          clip: '<PlaybackSpeed>0.5</PlaybackSpeed><PlayBackwards>true</PlayBackwards>',
        },
      ],
      {
        transitions: [aTransition(3.5, 5, 0.5), aTransition(30, 31, 0.5)],
        inner: '<MarkerOwner><Markers ObjectRef="7"/></MarkerOwner>',
      },
    );
    const markers = [
      object(
        'Markers',
        7,
        '<Markers><Marker><First>g</First><Second ObjectRef="8"/></Marker></Markers>',
      ),
      object('Marker', 8, `<DVAMarker>${marker}</DVAMarker>`),
    ];
    const { premiere, run } = await openReal(
      aPrproj(['item-1', 'sequence-item-1'], [...aClip(1, { name: 'A' }), ...sequence, ...markers]),
    );
    const track = 'app.project.sequences[0].videoTracks[0]';
    const shown = (index: number) =>
      run(
        `(function (clip) { return [clip.getSpeed(), clip.isSpeedReversed(), clip.disabled, clip.inPoint.seconds, clip.outPoint.seconds].join(); })(${track}.clips[${index}])`,
      );
    // Written in the time of the sequence: 4 s at double speed are 8 s of the source.
    expect(await shown(0)).toBe('2,false,false,20,28');
    expect(await shown(1)).toBe('1,false,true,0,5');
    expect(await shown(2)).toBe('0.5,true,false,10,11');
    expect(await run(`${track}.transitions.numItems`)).toBe('1');
    const marked = 'app.project.sequences[0].markers';
    expect(await run(`${marked}.getFirstMarker().start.ticks`)).toBe(seconds(1));
    expect(await run(`${marked}.getFirstMarker().type`)).toBe('Chapter');
    expect(premiere.notUnderstood()?.remarks).toEqual([
      { text: 'The transition “Cross Dissolve” hangs on no item: it is left out.', count: 1 },
    ]);
  });

  test('shows effects by match name with the values that are understood', async () => {
    const effects = [
      object(
        'VideoComponentChain',
        70,
        '<ComponentChain><Components><Component Index="0" ObjectRef="71"/><Component Index="1" ObjectRef="75"/></Components></ComponentChain>',
      ),
      object(
        'VideoFilterComponent',
        71,
        '<Component><Params><Param Index="0" ObjectRef="72"/></Params><DisplayName>Opacity</DisplayName><Intrinsic>true</Intrinsic></Component><MatchName>AE.ADBE Opacity</MatchName>',
      ),
      object(
        'VideoComponentParam',
        72,
        '<Name>Opacity</Name><StartKeyframe>-91445760000000000,40.,0,0,0,0,0,0</StartKeyframe>',
      ),
      object(
        'VideoFilterComponent',
        75,
        '<Component><Params><Param Index="0" ObjectRef="76"/></Params><DisplayName>Own</DisplayName></Component><MatchName>AE.Somebodys Own</MatchName>',
      ),
      object(
        'VideoComponentParam',
        76,
        '<Name>Secret</Name><StartKeyframe>-91445760000000000,4.,0,0,0,0,0,0</StartKeyframe>',
      ),
    ];
    const owner = '<ComponentOwner><Components ObjectRef="70"/></ComponentOwner>';
    const { premiere, run } = await openReal(
      aPrproj(
        ['item-1', 'sequence-item-1'],
        [
          ...aClip(1, { name: 'A' }),
          ...aSequence(1, [{ of: 1, start: 0, end: 4, item: owner }]),
          ...effects,
        ],
      ),
    );
    const components = 'app.project.sequences[0].videoTracks[0].clips[0].components';
    expect(await run(`${components}[0].properties[0].getValue()`)).toBe('40');
    expect(await run(`${components}[2].matchName`)).toBe('AE.Somebodys Own');
    expect(premiere.notUnderstood()?.remarks).toEqual([
      { text: 'Of the effect “Own” 1 of 1 parameters are kept but not shown.', count: 1 },
    ]);
  });

  test('keeps captions, search bins and masks in the file and says so', async () => {
    const [item, master, clip, source, sequence, ...rest] = aSequence(1, []);
    const withCaptions = (sequence ?? '').replace(
      '<TrackGroups>',
      '<TrackGroups><TrackGroup Index="1"><First>d8143ffe</First><Second ObjectRef="50"/></TrackGroup>',
    );
    const objects = [item, master, clip, source, withCaptions, ...rest].map((text) => text ?? '');
    const { premiere, run } = await openReal(
      aPrproj(
        ['smart', 'sequence-item-1'],
        [
          ...objects,
          object(
            'DataTrackGroup',
            50,
            '<TrackGroup><Tracks><Track Index="0" ObjectURef="captions"/></Tracks></TrackGroup>',
          ),
          named('CaptionDataClipTrack', 'captions', ''),
          named(
            'SmartBinProjectItem',
            'smart',
            '<BinProjectItem><ProjectItem><Name>Found</Name></ProjectItem></BinProjectItem>',
          ),
        ],
      ),
    );
    expect(await run(`[${opened}[0].name, ${opened}[0].type].join()`)).toBe('Found,2');
    expect(premiere.notUnderstood()).toMatchObject({
      objects: [{ tag: 'CaptionDataClipTrack', count: 1 }],
      remarks: [
        {
          text: 'Sequence “Sequence 1” has 1 tracks of captions or data (DataTrackGroup): they are kept but not shown.',
        },
        { text: 'What the search bin “Found” looks for is kept but not used.' },
      ],
    });
  });

  test('is never overwritten; under another name it is saved with the whole file inside', async () => {
    const bytes = fs.readFileSync(fixture);
    const { file, folder, premiere, run } = await openReal(bytes);
    await expect(run('app.project.save()')).rejects.toThrow(/never overwritten/);
    expect(premiere.alerts).toEqual([expect.stringMatching(/never overwritten/)]);
    expect(() => {
      premiere.save();
    }).toThrow(/never overwritten/);
    expect(fs.readFileSync(file).equals(bytes)).toBe(true);
    expect(fs.readdirSync(path.dirname(file))).toEqual(['Real.prproj']);
    const before = await run(describeAll);
    const notUnderstood = premiere.notUnderstood();
    const copy = path.join(folder, 'Copy.prproj');
    expect(await run(`app.project.saveAs(${JSON.stringify(copy)})`)).toBe('0');
    expect(await run('app.project.save()')).toBe('0');
    const again = await openTestPremiere({ projectPath: copy });
    expect(await again.run(describeAll)).toBe(before);
    expect(again.premiere.notUnderstood()).toEqual(notUnderstood);
    const { origin } = JSON.parse(fs.readFileSync(copy, 'utf8')) as {
      origin: { original: { base64: string } };
    };
    expect(Buffer.from(origin.original.base64, 'base64').equals(bytes)).toBe(true);
  });

  test('that nobody changed closes without a question', async () => {
    const asked = async (script: string) => {
      const { premiere, run } = await openReal(fs.readFileSync(fixture));
      void run(`${script}; app.project.closeDocument(0, 1)`).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const dialog = premiere.dialog();
      premiere.dismissDialog();
      return dialog;
    };
    expect(await asked('')).toBeNull();
    expect(await asked(`${opened}[0].name = 'Changed'`)).toMatch(/Save changes/);
  });

  test('of one session gives no id that another project has', async () => {
    const { file, run } = await openReal(fs.readFileSync(fixture));
    const second = path.join(path.dirname(file), 'Second.prproj');
    fs.copyFileSync(file, second);
    await run(`app.openDocument(${JSON.stringify(second)})`);
    const ids = await run(
      '[app.projects[1].rootItem.children[0].nodeId, app.projects[2].rootItem.children[0].nodeId].join()',
    );
    const [one, other] = ids.split(',');
    expect(one).not.toBe(other);
  });
});

describe('a file that cannot be opened', () => {
  const whole = fs.readFileSync(fixture);
  const plain = gunzipSync(whole);

  test.each<[string, string | Buffer, RegExp]>([
    ['cut off while it was copied', whole.subarray(0, 20_000), /breaks off before its end/],
    [
      'damaged inside',
      Buffer.concat([whole.subarray(0, 9000), Buffer.alloc(64, 7), whole.subarray(9064)]),
      /damaged|breaks off/,
    ],
    ['plain and cut off', plain.subarray(0, 300_000), /breaks off before <\/PremiereData>/],
    [
      'cut off and packed afterwards',
      gzipSync(plain.subarray(0, 300_000)),
      /breaks off before <\/PremiereData>/,
    ],
    [
      'a note of Git LFS',
      'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
      /note of where Git keeps it/,
    ],
    ['a note of git-annex', '/annex/objects/SHA256E-s1--0.prproj\n', /note of where Git keeps it/],
    ['packed zeros without end', gzipSync(Buffer.alloc(300 * 1024 * 1024)), /more than 256 MB/],
    ['packed text of something else', gzipSync('hello'), /no XML of Adobe Premiere/],
    ['a text', 'hello', /no project file/],
  ])('%s is refused in one sentence, and the session goes on', async (_what, content, message) => {
    const file = write(content);
    const { premiere, run } = await openTestPremiere();
    expect(await run(`app.openDocument(${JSON.stringify(file)})`)).toBe('false');
    expect(premiere.alerts).toEqual([expect.stringMatching(message)]);
    expect(premiere.alerts[0]).toContain(file);
    expect(await run('app.project.name')).toBe('Show.sfproj');
    expect(await run('app.projects.numProjects')).toBe('1');
  });

  test('being no file at all is refused as well', async () => {
    const { premiere, run } = await openTestPremiere();
    const folder = path.dirname(write('x'));
    expect(await run(`app.openDocument(${JSON.stringify(folder)})`)).toBe('false');
    expect(premiere.alerts).toEqual([expect.stringMatching(/could not be read/)]);
  });
});
