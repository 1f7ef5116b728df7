import fs from 'node:fs';
import path from 'node:path';
import { openTestPremiere, type TestPremiere } from '../../helpers/testPremiere';

/*
 * What panels for the timeline, for effects and for keyframes count on, in our own words: each calls
 * as published panels do.
 */

/** A sequence of three parts of one clip, cut to the given seconds. */
const prologue = `
  var clip = bring('/cards/A001.mov'), edit = clear(made('Edit', clip));
  project.openSequence(edit.sequenceID);
  var lengths = [2, 3, 2], from = 0, i;
  for (i = 0; i < lengths.length; i++) {
    clip.setInPoint(i, 4); clip.setOutPoint(i + lengths[i], 4);
    edit.videoTracks[0].overwriteClip(clip, from);
    from += lengths[i];
  }
  var pictures = edit.videoTracks[0], sounds = edit.audioTracks[0];
  app.enableQE();
  var qeTrack = qe.project.getActiveSequence().getVideoTrackAt(0);
  function twinOf(item) {
    for (var t = 0; t < qeTrack.numItems; t++) {
      if (qeTrack.getItemAt(t).start.ticks === item.start.ticks) { return qeTrack.getItemAt(t); }
    }
  }
`;

let opened: TestPremiere;
beforeEach(async () => {
  opened = await openTestPremiere();
  await opened.run(prologue);
});
afterEach(() => opened.premiere.close());

const habits: readonly (readonly [string, string, string])[] = [
  [
    'finds the QE twin of an item by its start, compared without conversion',
    `twinOf(pictures.clips[1]).addVideoEffect(qe.project.getVideoEffectByName('Gaussian Blur'));
     var playhead = qe.project.getActiveSequence().CTI.ticks === edit.getPlayerPosition().ticks;
     [pictures.clips[0].components.numItems, pictures.clips[1].components[2].displayName, playhead].join()`,
    '2,Gaussian Blur,true',
  ],
  [
    'sorts QE items by the difference of their starts',
    `var last = twinOf(pictures.clips[2]), first = twinOf(pictures.clips[0]);
     [last.start.ticks - first.start.ticks > 0, Math.abs(first.end.ticks - pictures.clips[0].end.ticks) < 1].join()`,
    'true,true',
  ],
  [
    'makes a web marker after one whose end is no number',
    `var comment = edit.markers.createMarker(3), web;
     comment.end = comment.seconds + 5;
     web = edit.markers.createMarker(4);
     web.setTypeAsWebLink('http://example.com', 'frame');
     [edit.markers.numMarkers, comment.end.seconds, web.type].join()`,
    '2,3,WebLink',
  ],
  [
    'takes silences out from the last to the first',
    `var gaps = [[1, 1.48], [4.2, 5]], g;
     for (g = gaps.length - 1; g >= 0; g--) {
       edit.setInPoint(gaps[g][0]); edit.setOutPoint(gaps[g][1]);
       qe.project.getActiveSequence().extract();
     }
     [Number(edit.end) / 254016000000 === 7 - 1.28, pictures.clips.numItems, sounds.clips.numItems].join()`,
    'true,4,4',
  ],
  [
    'takes short items out with ripple, picture and sound each',
    `for (var k = 0; k < pictures.clips.numItems; k++) {
       if (pictures.clips[k].duration.seconds < 3) { pictures.clips[k].remove(1, 1); sounds.clips[k].remove(1, 1); k--; }
     }
     [shape(pictures), shape(sounds)].join(' | ')`,
    'A001.mov 0-3@1 | A001.mov 0-3@1',
  ],
  [
    'keys a zoom from the source in to the source out of each item',
    `var item = pictures.clips[1], scale = item.components[1].properties[1], told = [];
     scale.setTimeVarying(true);
     scale.addKey(item.inPoint.seconds); scale.setValueAtKey(item.inPoint.seconds, 100, 1);
     scale.addKey(item.outPoint.seconds); scale.setValueAtKey(item.outPoint.seconds, 120, 1);
     for (var n = 0; n < scale.getKeys().length; n++) { told.push(scale.getKeys()[n].seconds + ':' + scale.getValueAtKey(scale.getKeys()[n])); }
     scale.setTimeVarying(false);
     told.join(' ') + ' ' + scale.isTimeVarying()`,
    '1:100 4:120 false',
  ],
];

test.each(habits)('%s', async (_name, script, answer) => {
  expect(await opened.run(script)).toBe(answer);
});

describe('a script with an include', () => {
  const include = async (lines: readonly string[]) => {
    fs.writeFileSync(path.join(opened.folder, 'part.jsx'), 'var part = 1;');
    const source = ['#include "part.jsx"', ...lines].join('\n');
    const main = path.join(opened.folder, 'main.jsx');
    fs.writeFileSync(main, source);
    return opened.premiere.evalFile(main);
  };

  test('may hold a long line of quoted words', async () => {
    const words = Array.from({ length: 40 }, (_, index) => `"column ${index}"`).join(',');
    expect(
      await include([`var header = '${words}', list = [${words}];`, 'list.length + part']),
    ).toBe('41');
  });

  test('leaves what looks like a directive alone in a comment that begins after a quote', async () => {
    expect(
      await include([`var url = "http://a/*b" /* see`, '#include "nowhere.jsx"', '*/;', 'part']),
    ).toBe('1');
  });
});
