import { openTestPremiere, type TestPremiere } from '../../helpers/testPremiere';

/*
 * How panels in the field talk to Premiere, in our own words: each script uses calls in the form in
 * which published panels make them, side doors and superstitions included (api-usage-census 2 to 7).
 */

/** A panel's namespace object with the messages it shows, a project with media and a sequence. */
const prologue = `
  var said = [];
  $._PANEL_ = {
    say: function (text) { app.setSDKEventMessage(text, 'info'); said.push(text); },
    separator: function () { if (Folder.fs === 'Macintosh') { return '/'; } else { return '\\\\'; } },
    binNamed: function (name) {
      var search = function (folder) {
        if (folder && folder.name === name && folder.type === 2) { return folder; }
        for (var i = 0; i < folder.children.numItems; i++) {
          if (folder.children[i] && folder.children[i].type === 2) {
            var found = search(folder.children[i]);
            if (found) { return found; }
          }
        }
      };
      return search(app.project.rootItem);
    },
    xmpLoaded: function () {
      if (ExternalObject.AdobeXMPScript === undefined) {
        ExternalObject.AdobeXMPScript = new ExternalObject('lib:AdobeXMPScript');
      }
      return ExternalObject.AdobeXMPScript !== undefined;
    }
  };
  app.project.importFiles(['/cards/A001.mov', '/cards/A002.mov'], true, app.project.getInsertionBin(), false);
  var first = app.project.rootItem.children[0];
  app.project.createNewSequenceFromClips('Edit', [first], app.project.rootItem);
  var seq = app.project.activeSequence;
`;

let opened: TestPremiere;
beforeEach(async () => {
  opened = await openTestPremiere();
  await opened.run(prologue);
});
afterEach(() => opened.premiere.close());

const privateNamespace = 'http://ns.adobe.com/premierePrivateProjectMetaData/1.0/';

const habits: readonly (readonly [string, string, string])[] = [
  [
    'makes a bin where none is found and selects it',
    `var bin = $._PANEL_.binNamed('Panel');
     if (bin === undefined) { app.project.rootItem.createBin('Panel'); bin = $._PANEL_.binNamed('Panel'); }
     bin.select();
     app.project.importFiles(['/cards/B001.mov'], true, null, false);
     [bin.name, app.project.getInsertionBin().nodeId === bin.nodeId].join()`,
    'Panel,true',
  ],
  [
    'walks markers until undefined and colours them round and round',
    `var markers = seq.markers, made = markers.createMarker(2), found = [];
     made.name = 'later'; made.end = 3.6;
     markers.createMarker(1).name = 'sooner';
     for (var m = markers.getFirstMarker(); m !== undefined; m = markers.getNextMarker(m)) {
       var old = m.getColorByIndex(), next = old + 1;
       if (next > 7) { next = 0; }
       m.setColorByIndex(next);
       found.push(m.name + ' ' + m.start.seconds + ' ' + (m.end.seconds - m.start.seconds) + ' ' + m.getColorByIndex());
     }
     found.join(';')`,
    'sooner 1 0 1;later 2 1.6 1',
  ],
  [
    'writes a project column through XMP and finds it again',
    `$._PANEL_.xmpLoaded();
     var ns = '${privateNamespace}';
     app.project.addPropertyToProjectMetadataSchema('PanelField', 'Panel field', 2);
     var xmp = new XMPMeta(first.getProjectMetadata());
     xmp.dumpObject();
     xmp.setProperty(ns, 'Column.Intrinsic.TapeName', 'TAPE 1');
     xmp.setProperty(ns, 'PanelField', 'value');
     xmp.setProperty(ns, 'Column.Intrinsic.LogNote', 'not listed');
     first.setProjectMetadata(xmp.serialize(), ['Column.Intrinsic.TapeName', 'PanelField']);
     var again = new XMPMeta(first.getProjectMetadata());
     [again.getProperty(ns, 'Column.Intrinsic.TapeName').value, '' + again.getProperty(ns, 'PanelField'),
      again.doesPropertyExist(ns, 'PanelField') === true].join('|')`,
    'TAPE 1|value|true',
  ],
  [
    'appends to an array of the file XMP with a null and an option',
    `$._PANEL_.xmpLoaded();
     var xmp = new XMPMeta(first.getXMPMetadata());
     xmp.setProperty(XMPConst.NS_DM, 'scene', '24A');
     var before = xmp.countArrayItems(XMPConst.NS_DC, 'creator');
     xmp.appendArrayItem(XMPConst.NS_DC, 'creator', 'first', null, XMPConst.ARRAY_IS_ORDERED);
     xmp.appendArrayItem(XMPConst.NS_DC, 'creator', 'second', null, XMPConst.ARRAY_IS_ORDERED);
     first.setXMPMetadata(xmp.serialize());
     var again = new XMPMeta(first.getXMPMetadata());
     [before, again.countArrayItems(XMPConst.NS_DC, 'creator'), again.getArrayItem(XMPConst.NS_DC, 'creator', 2),
      again.getProperty(XMPConst.NS_DM, 'scene').value].join()`,
    '0,2,second,24A',
  ],
  [
    'appends at the end of the top track in seconds',
    `var top = seq.videoTracks[seq.videoTracks.numTracks - 1];
     top.insertClip(first, new Time().seconds);
     var last = top.clips[top.clips.numItems - 1];
     top.insertClip(first, last.end.seconds);
     [top.clips.numItems, top.clips[1].start.seconds].join()`,
    '2,10',
  ],
  [
    'overwrites at the playhead and takes away one half after unlinking',
    `seq.setPlayerPosition(String(254016000000 * 20));
     var now = seq.getPlayerPosition(), track = seq.videoTracks[0];
     track.overwriteClip(first, now.seconds);
     var added = track.clips[track.clips.numItems - 1], sounds = seq.audioTracks[0].clips.numItems;
     added.setSelected(true, true);
     seq.unlinkSelection();
     added.remove(true, true);
     seq.linkSelection();
     [now.seconds, track.clips.numItems, seq.audioTracks[0].clips.numItems === sounds].join()`,
    '20,1,true',
  ],
  [
    'counts a sequence in frames from its settings, and its tracks both ways',
    `var settings = seq.getSettings();
     [parseInt(seq.end) / parseInt(settings.videoFrameRate.ticks), settings.videoFrameWidth, settings.videoFrameHeight,
      seq.videoTracks.numTracks === seq.videoTracks.length, seq.videoTracks[0].clips.length].join()`,
    '250,1920,1080,true,1',
  ],
  [
    'adds times as ticks, and a fraction of a tick is rounded',
    `var a = seq.videoTracks[0].clips[0].end, sum = new Time(), part = new Time();
     sum.ticks = (parseInt(a.ticks) + parseInt(a.ticks)).toString();
     part.ticks = (parseInt(a.ticks) / 7).toString();
     [sum.seconds, typeof part.ticks, /^\\d+$/.test(part.ticks)].join()`,
    '20,string,true',
  ],
  [
    'keys a blur that was applied through QE',
    `app.enableQE();
     var qeSequence = qe.project.getActiveSequence(), qeTrack = qeSequence.getVideoTrackAt(0), qeClip;
     for (var i = 0; i < qeTrack.numItems; i++) if (qeTrack.getItemAt(i).type === 'Clip') { qeClip = qeTrack.getItemAt(i); break; }
     qeClip.addVideoEffect(qe.project.getVideoEffectByName('Gaussian Blur'));
     var blur = seq.videoTracks[0].clips[0].components[2], blurriness = blur.properties[0], times = [];
     if (!blurriness.isTimeVarying()) { blurriness.setTimeVarying(true); }
     for (var k = 0; k < 8; ++k) { blurriness.addKey(k); blurriness.setValueAtKey(k, k * 10, k == 7); }
     for (var t = blurriness.findNearestKey(0.0, 0.1); t !== undefined; t = blurriness.findNextKey(t)) times.push(t.seconds);
     blurriness.removeKey(7);
     blurriness.removeKeyRange(0, 2, true);
     [blur.displayName, times.join(' '), blurriness.getKeys().length, blurriness.getValueAtKey(5)].join('|')`,
    'Gaussian Blur|0 1 2 3 4 5 6 7|4|50',
  ],
  [
    'finds level by its English name and sets decibels on its curve',
    `var sound = seq.audioTracks[0].clips[0], level;
     for (var c = 0; c < sound.components.numItems; c++)
       if (sound.components[c].displayName === 'Volume') level = sound.components[c].properties.getParamForDisplayName('Level');
     level.setValue(Math.pow(10, (-6 - 15) / 20), true);
     Math.round(20 * Math.log(level.getValue()) * Math.LOG10E + 15)`,
    '-6',
  ],
  [
    'sends an event to its page with the library of either system',
    `var name = Folder.fs == 'Macintosh' ? 'PlugPlugExternalObject' : 'PlugPlugExternalObject.dll';
     var library = new ExternalObject('lib:' + name), event = new CSXSEvent();
     event.type = 'com.example.panel.done'; event.data = 'ready'; event.dispatch();
     typeof library`,
    'object',
  ],
  [
    'asks and is told that nobody answered',
    `[File.openDialog('Choose', 'All files:*.*', false), Folder.selectDialog('Where'), confirm('Sure?', false, 'Really'),
      prompt('Name?', 'none', 'Naming')].join('|')`,
    '||false|',
  ],
  [
    'writes a report next to the project with three arguments to open',
    `var folder = new File(app.project.path).parent, out = new File(folder.fsName + $._PANEL_.separator() + 'report.txt');
     out.encoding = 'UTF8';
     out.open('w', 'TEXT', '????');
     out.writeln('Zürich');
     out.close();
     out.open('r'); var text = out.read(); out.close();
     [out.exists, text.replace(/\\n$/, ''), decodeURI(out.name), out.parent.fsName === folder.fsName].join()`,
    'true,Zürich,report.txt,true',
  ],
  [
    'changes a preference and reads it back',
    `var key = 'FE.Prefs.ImportWorkspace';
     app.properties.doesPropertyExist(key); app.properties.isPropertyReadOnly(key);
     app.properties.setProperty(key, '0', 1, false);
     app.properties.getProperty(key)`,
    '0',
  ],
  [
    'closes what it did not open, and asks what is selected where nothing is',
    `var home = new File('~/'); home.close();
     var views = app.getProjectViewIDs(), mine = app.getProjectFromViewID(views[0]);
     [mine.documentID === app.project.documentID, app.getProjectViewSelection(views[0]) === null,
      app.sourceMonitor.closeAllClips() !== undefined || true].join()`,
    'true,true,true',
  ],
  [
    'selects in the project panel and walks the selection',
    `var views = app.getProjectViewIDs(), two = app.project.rootItem.children[1];
     app.setProjectViewSelection([first, two], views[0]);
     var selected = app.getProjectViewSelection(views[0]), names = [];
     for (var i = 0; i < selected.length; i++) {
       if (!selected[i].isSequence() && selected[i].type !== ProjectItemType.BIN && !selected[i].isOffline()) names.push(selected[i].name);
     }
     names.join()`,
    'A001.mov,A002.mov',
  ],
  [
    'deletes a clip by way of a bin',
    `var heap = app.project.rootItem.createBin('tmp');
     app.project.rootItem.children[1].moveBin(heap);
     heap.deleteBin();
     var left = [], all = app.project.rootItem.children;
     for (var i = 0; i < all.numItems; i++) left.push(all[i].name);
     left.join()`,
    'A001.mov,Edit',
  ],
  [
    'reads what a thing is by reflection and by enumeration',
    `var keys = '', n;
     for (n in seq.videoTracks) if (n.indexOf('num') == 0) keys = n;
     var names = [], properties = seq.reflect.properties;
     for (n = 0; n < properties.length; n++) names.push(properties[n].name);
     [keys, seq.reflect.name, names.join(' ').indexOf('sequenceID') >= 0,
      Object.prototype.hasOwnProperty.call(seq, 'sequenceID')].join()`,
    'numTracks,Sequence,true,true',
  ],
  [
    'runs compiled code that says it is strict and is not',
    `(function () { 'use strict'; undeclaredByPanel = 1; for (anotherUndeclared in { a: 1 }) {} return this === $.global || this !== undefined; }());
     typeof undeclaredByPanel`,
    'number',
  ],
  [
    'polls the encoder in the forms of the field',
    `app.encoder.bind('onEncoderJobComplete', function (id, path) { said.push(path); });
     app.encoder.setSidecarXMPEnabled(0); app.encoder.setEmbeddedXMPEnabled(0);
     var exporters = app.encoder.getExporters(), lines = 0;
     for (var i = 0; i < exporters.length; i++) {
       var presets = exporters[i].getPresets();
       if (presets) for (var j = 0; j < presets.length; j++) if (presets[j].matchName + presets[j].name) lines++;
     }
     [lines > 0, app.encoder.ENCODE_ENTIRE, app.encoder.ENCODE_IN_TO_OUT, app.encoder.ENCODE_WORKAREA,
      app.encoder.encodeSequence(seq, '/nowhere/out.mp4', '/nowhere/none.epr', app.encoder.ENCODE_WORKAREA, 1)].join()`,
    'true,0,1,2,0',
  ],
  [
    'names the frame at the playhead through QE',
    `app.enableQE();
     seq.setPlayerPosition(String(254016000000 * 2));
     var cti = qe.project.getActiveSequence().CTI;
     [cti.timecode.replace(/:|;/ig, '_'), cti.frames, cti.secs, typeof cti.ticks].join()`,
    '00_00_02_00,50,2,string',
  ],
];

test.each(habits)('a panel %s', async (_title, script, expected) => {
  expect(await opened.run(script)).toBe(expected);
});

test('a panel hears of tracks and items it bound to, between scripts', async () => {
  await opened.run(`
    app.bind('onActiveSequenceTrackItemAdded', function (track, item) { said.push('added ' + track.name + ' ' + item.name); });
    app.bind('onActiveSequenceStructureChanged', function () { said.push('structure'); });
    app.bind('onSourceClipSelectedInProjectPanel', function (items) { said.push('selected ' + items.length); });
    app.onItemAddedToProjectSuccess = function (project, item) { said.push('new ' + item.name); };
    said = [];
  `);
  const within = await opened.run(`
    seq.videoTracks[1].overwriteClip(first, 0);
    app.project.importFiles(['/cards/B001.mov'], true, app.project.rootItem, false);
    app.setProjectViewSelection([first], app.getProjectViewIDs()[0]);
    said.length
  `);
  expect(within).toBe('0');
  const said = await opened.run(`said.join(';')`);
  for (const line of ['added Video 2 A001.mov', 'structure', 'selected 1', 'new B001.mov']) {
    expect(said.split(';')).toContain(line);
  }
});
