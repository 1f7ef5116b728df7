import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openTestPremiere, type TestPremiere } from '../../helpers/testPremiere';

/*
 * What public polyfills, reflection tools and file panels lean on, in our own words: members that
 * every value of ExtendScript has, errors that are sent on whole, folders that are taken for granted.
 */

let opened: TestPremiere;
beforeEach(async () => {
  opened = await openTestPremiere();
  await opened.run(`
    project.importFiles(['/cards/A001.mov'], true, root, false);
    var item = root.children[0], cut = made('Edit', item);`);
});
afterEach(() => opened.premiere.close());

const answers: readonly (readonly [string, string, string])[] = [
  [
    'a polyfill knows functions and arrays by their class',
    `if (!Array.prototype.picked) Array.prototype.picked = function (test) {
       if (test.__class__ !== 'Function') throw new TypeError(test + ' is no function');
       var found = [];
       for (var i = 0; i < this.length; i++) if (test(this[i])) found.push(this[i]);
       return found;
     };
     var refused = '';
     try { [1].picked('x'); } catch (error) { refused = error.message; }
     [[1, 2, 3].picked(function (n) { return n > 1; }).join('+'), refused, [].__class__, ({}).__class__,
      'x'.__class__, new Date().__class__, /x/.__class__, app.project.__class__, new File('/x').__class__].join()`,
    '2+3,x is no function,Array,Object,String,Date,RegExp,Project,File',
  ],
  [
    'the prototype of a value is read by its old name and not met by for-in',
    `function Shape() {} Shape.prototype.sides = 4;
     var square = new Shape(), seen = [], name;
     for (name in { own: 1 }) seen.push(name);
     [square.__proto__ === Shape.prototype, ({}).__proto__ === Object.prototype,
      Object.prototype.__proto__ === undefined, seen.join('+')].join()`,
    'true,true,true,own',
  ],
  [
    'reflection tells the kind of value of each property',
    `function kinds(object, names) {
       var found = [];
       for (var i = 0; i < names.length; i++) found.push(object.reflect.find(names[i]).dataType);
       return found.join('+');
     }
     [kinds(cut, ['name', 'frameSizeHorizontal', 'videoTracks', 'markers', 'clone']),
      kinds(item.getOutPoint(), ['seconds', 'ticks']), new Folder('/').reflect.name].join()`,
    'string+number+TrackCollection+MarkerCollection+any,number+string,Folder',
  ],
  [
    'the constructor of a host object has its name',
    `[cut.constructor.name, root.constructor.name, root.children.constructor.name, new Time().constructor.name].join()`,
    'Sequence,ProjectItem,ProjectItemCollection,Time',
  ],
  [
    'an error that is sent on whole has its name and the text it came from',
    `var sent = {};
     try {
       nothing.there();
     } catch (error) {
       for (var i = 0; i < error.reflect.properties.length; i++) {
         var key = String(error.reflect.properties[i]);
         if (Object.prototype.hasOwnProperty.call(error, key)) sent[key] = error[key];
       }
     }
     [sent.name, sent.line, sent.source.split('\\n')[sent.line - 1].replace(/ /g, '')].join()`,
    'ReferenceError,3,nothing.there();',
  ],
  [
    'a path below a file is not there, and making it fails with a word',
    `var below = new Folder(new File($.fileName || '/dev/null').fsName + '/deeper/still');
     [below.exists, new File(below.fsName + '/x').exists, below.create(), below.error !== '', below.getFiles().length].join()`,
    'false,false,false,true,0',
  ],
  [
    'going up from folder to folder ends',
    `var folder = new Folder('/one/two'), steps = 0;
     while (folder && steps < 9) { folder = folder.parent; steps++; }
     [steps, folder].join()`,
    '3,',
  ],
  [
    'the frame of a sequence is read from its column as that of a clip is',
    `var space = 'http://ns.adobe.com/premierePrivateProjectMetaData/1.0/', sizes = [], owners = [cut, cut.videoTracks[0].clips[0]];
     ExternalObject.AdobeXMPScript = new ExternalObject('lib:AdobeXMPScript');
     for (var i = 0; i < owners.length; i++) {
       var xmp = new XMPMeta(owners[i].projectItem.getProjectMetadata());
       sizes.push(xmp.getProperty(space, 'Column.Intrinsic.VideoInfo').toString());
     }
     sizes.join()`,
    '1920 x 1080 (1.0),1920 x 1080 (1.0)',
  ],
  [
    'the end of a marker that is set to no number stays, and the script goes on',
    `var marker = cut.markers.createMarker(2);
     marker.end = marker.seconds + 5;
     marker.setTypeAsWebLink('http://example.org', 'frame');
     [marker.end.seconds, marker.type].join()`,
    '2,WebLink',
  ],
  [
    'the source monitor scrubs to seconds and frames',
    `app.enableQE();
     app.sourceMonitor.openProjectItem(item);
     qe.source.player.scrubTo(String('2.10'));
     app.sourceMonitor.getPosition().seconds`,
    '2.4',
  ],
];

describe('what strangers take for granted', () => {
  test.each(answers)('%s', async (_title, script, expected) => {
    expect(await opened.run(script)).toBe(expected);
  });

  test('a panel writes into folders that every machine with Premiere has', async () => {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'slateflow-home-'));
    const spied = jest.spyOn(os, 'homedir').mockReturnValue(home);
    const fresh = await openTestPremiere();
    spied.mockRestore();
    const answer = await fresh.run(`
      var folders = [Folder.userData, Folder.myDocuments, Folder.desktop], read = [];
      for (var i = 0; i < folders.length; i++) {
        var file = new File(folders[i].fsName + '/panel.txt');
        file.open('w'); file.write('kept ' + i); file.close();
        file.open('r'); read.push(file.read()); file.close();
      }
      read.join()`);
    fresh.premiere.close();
    expect(answer).toBe('kept 0,kept 1,kept 2');
  });
});
