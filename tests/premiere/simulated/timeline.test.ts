import { frames25, openTestPremiere, seconds, type TestPremiere } from '../../helpers/testPremiere';

let premiere: TestPremiere;
let run: TestPremiere['run'];
beforeEach(async () => {
  premiere = await openTestPremiere();
  ({ run } = premiere);
  await run(setUp);
});

const setUp = `var clip = bring('/cards/A001.mov'), mute = bring('/cards/A002.mov'), mono = bring('/sound/mono.wav'),
  cut = clear(made('Cut', clip)), video = cut.videoTracks[0], audio = cut.audioTracks[0];
  function place(item, second, from, to, v, a) {
    item.setInPoint(from, 4); item.setOutPoint(to, 4);
    cut.overwriteClip(item, at(String(second * 254016000000)), v || 0, a || 0);
    item.clearInPoint(); item.clearOutPoint();
  }
  function linked(use) {
    var names = [], items = use.getLinkedItems(), i;
    for (i = 0; i < items.numItems; i++) names.push(items[i].mediaType + ' ' + items[i].start.seconds);
    return names.join();
  }`;

async function failure(script: string): Promise<string> {
  expect(await premiere.premiere.evalScript(script)).toBe('EvalScript error.');
  return premiere.premiere.lastError();
}

describe('links', () => {
  test('join the parts of one placement and survive the trimming of one', async () => {
    await run(`place(clip, 0, 0, 10); place(mute, 0, 0, 4)`);
    expect(await run(`shape(video)`)).toBe('A002.mov 0-4@0, A001.mov 4-10@4');
    expect(await run(`linked(video.clips[0]) + '|' + linked(video.clips[1])`)).toBe('|Audio 0');
  });

  test('part at a cut through both: tails are linked to each other, not to the heads', async () => {
    await run(`place(clip, 0, 0, 10); place(clip, 4, 0, 2)`);
    expect(await run(`shape(audio)`)).toBe('A001.mov 0-4@0, A001.mov 4-6@0, A001.mov 6-10@6');
    expect(
      await run(`[linked(video.clips[0]), linked(video.clips[1]), linked(audio.clips[2])].join()`),
    ).toBe('Audio 0,Audio 4,Video 6');
  });

  test('leave a tail alone that was cut without its partner', async () => {
    await run(`place(clip, 0, 0, 10); place(mute, 4, 0, 2)`);
    expect(
      await run(
        `[linked(video.clips[0]), linked(video.clips[2]), linked(audio.clips[0])].join('|')`,
      ),
    ).toBe('Audio 0||Video 0');
  });

  test('are made and undone on what is selected', async () => {
    await run(
      `place(clip, 0, 0, 2); video.clips[0].setSelected(1, 1); audio.clips[0].setSelected(1, 1)`,
    );
    expect(await run(`cut.unlinkSelection() + linked(video.clips[0])`)).toBe('true');
    expect(await run(`cut.linkSelection() + linked(video.clips[0])`)).toBe('trueAudio 0');
    await run(`video.clips[0].remove(false, false)`);
    expect(await run(`String(audio.clips[0].getLinkedItems())`)).toBe('0');
  });

  test('keep half of a pair from being removed where the host is told to', async () => {
    premiere = await openTestPremiere({ behaviour: { removesLinkedHalves: false } });
    ({ run } = premiere);
    const script = setUp.replace('clear(made(', '(made(');
    await run(`${script} video.clips[0].remove(false, false)`);
    expect(await run(`video.clips.numItems`)).toBe('1');
    await run(
      `video.clips[0].setSelected(1, 1); cut.unlinkSelection(); video.clips[0].remove(false, false)`,
    );
    expect(await run(`video.clips.numItems`)).toBe('0');
  });
});

describe('trimming', () => {
  test('a head and a tail written one after the other move a clip, and its source stays', async () => {
    await run(`place(clip, 4, 0, 10); var use = video.clips[0];
      use.start = at('${seconds(1)}'); use.end = at('${seconds(11)}')`);
    expect(await run(`shape(video) + use.outPoint.seconds`)).toBe('A001.mov 1-11@010');
  });

  test('edges fall to the frame below and stop at the neighbours', async () => {
    await run(`place(mute, 0, 0, 2); place(mute, 4, 2, 4); place(mute, 8, 0, 2); var use = video.clips[1];
      use.end = at('${(BigInt(frames25(126)) + 9n).toString()}')`);
    expect(await run(`use.end.seconds`)).toBe('5.04');
    await run(`use.start = at('${seconds(1)}'); use.end = at('${seconds(9)}')`);
    expect(await run(`shape(video)`)).toBe('A002.mov 0-2@0, A002.mov 2-8@2, A002.mov 8-10@0');
  });

  test('in and out points move their edges up to 25 and leave them from 26 on', async () => {
    const script = `place(clip, 0, 0, 10); var use = video.clips[0];
      use.inPoint = at('${seconds(2)}'); use.outPoint = at('${seconds(8)}');
      [shape(video), use.outPoint.seconds].join()`;
    expect(await run(script)).toBe('A001.mov 2-8@2,8');
    const later = await openTestPremiere({ version: '26' });
    await later.run(setUp);
    expect(await later.run(script)).toBe('A001.mov 0-10@2,8');
  });

  test('the in point that follows a head, and the out point that follows a tail, move nothing more', async () => {
    await run(`place(clip, 0, 0, 10); var use = video.clips[0];
      use.start = at('${seconds(2)}'); use.inPoint = at('${seconds(2)}');
      use.end = at('${seconds(8)}'); use.outPoint = at('${seconds(8)}')`);
    expect(await run(`shape(video) + use.outPoint.seconds`)).toBe('A001.mov 2-8@28');
  });

  test('an in point at the out point cannot be set, and source times stay within the medium', async () => {
    await run(`place(clip, 0, 0, 4); var use = video.clips[0]`);
    expect(await failure(`use.inPoint = at('${seconds(4)}')`)).toBe(
      'Error: Cannot set property inPoint',
    );
    expect(await failure(`use.end = 5`)).toBe('Error: Illegal Parameter type');
    await run(`use.outPoint = at('${seconds(40)}')`);
    expect(await run(`[use.end.seconds, use.outPoint.seconds].join()`)).toBe('10,10');
  });

  test('what reaches past its source loses that when something is placed over it', async () => {
    await run(`place(mute, 10, 5, 10); video.clips[0].start = at('0'); place(mute, 14, 0, 1)`);
    expect(await run(`shape(video)`)).toBe('A002.mov 0-5@5, A002.mov 14-15@0');
  });
});

describe('moving and removing', () => {
  test('a move is relative, in seconds or as a Time, and overwrites where it lands', async () => {
    await run(`place(mute, 0, 0, 4); place(mute, 6, 0, 4); video.clips[0].move(4)`);
    expect(await run(`shape(video)`)).toBe('A002.mov 4-8@0, A002.mov 8-10@2');
    await run(`video.clips[0].move(at('-${seconds(3)}')); video.clips[0].move(-2)`);
    expect(await run(`shape(video)`)).toBe('A002.mov 1-5@0, A002.mov 8-10@2');
  });

  test('a move through other clips leaves them as they are', async () => {
    await run(`place(mute, 0, 0, 2); place(mute, 2, 2, 4); video.clips[0].move(6)`);
    expect(await run(`shape(video)`)).toBe('A002.mov 2-4@2, A002.mov 6-8@0');
  });

  test('ripple closes the gap on its own track, and on a frame when it is told to', async () => {
    await run(`cut.overwriteClip(mono, at('0'), 0, 0); audio.clips[0].end = at('${(5_292_000n * 100n).toString()}');
      place(clip, 2, 0, 2); place(clip, 4, 4, 6); audio.clips[0].remove(1, 1)`);
    expect(await run(`audio.clips[0].start.seconds + '|' + shape(video)`)).toBe(
      '2|A001.mov 2-4@0, A001.mov 4-6@4',
    );
    await run(`audio.clips[0].remove(true, false)`);
    expect(await run(`shape(audio)`)).toBe('A001.mov 2-4@4');
  });

  test('move, disabled and parentTrackIndex are not there before their versions', async () => {
    const script = `place(clip, 0, 0, 2, 1); var use = cut.videoTracks[1].clips[0];
      [typeof use.move, typeof use.disabled, typeof use.parentTrackIndex].join()`;
    expect(await run(script)).toBe('function,boolean,number');
    const older = await openTestPremiere({ version: '2020' });
    await older.run(setUp);
    expect(await older.run(script)).toBe('undefined,undefined,undefined');
  });
});

describe('sources', () => {
  test('another project item can be put behind a use; one that does not fit is refused in silence', async () => {
    await run(`place(clip, 0, 2, 6); video.clips[0].projectItem = mute`);
    expect(await run(`shape(video) + video.clips[0].projectItem.name`)).toBe(
      'A002.mov 0-4@2A002.mov',
    );
    await run(`video.clips[0].projectItem = mono; video.clips[0].projectItem = cut.projectItem`);
    expect(await run(`video.clips[0].projectItem.name`)).toBe('A002.mov');
    expect(await failure(`video.clips[0].projectItem = root`)).toBe(
      'Error: Illegal Parameter type',
    );
  });

  test('a sequence is nested with picture and sound, but never in itself at any depth', async () => {
    await run(`place(clip, 0, 0, 4); var outer = clear(made('Outer', clip));
      outer.overwriteClip(cut.projectItem, at('0'), 0, 0); cut.overwriteClip(outer.projectItem, at('0'), 1, 1)`);
    expect(await run(`shape(outer.videoTracks[0]) + '|' + shape(outer.audioTracks[0])`)).toBe(
      'Cut 0-4@0|Cut 0-4@0',
    );
    expect(await run(`cut.videoTracks[1].clips.numItems`)).toBe('0');
  });

  test('colour space, speed and kind can be asked for', async () => {
    await run(`place(clip, 0, 0, 2); var use = video.clips[0]`);
    expect(
      await run(`[use.getColorSpace(), use.getSpeed(), use.isSpeedReversed(), use.isMGT(), use.isAdjustmentLayer(),
        use.type, audio.clips[0].type, use.matchName, use.getMatchName()].join()`),
    ).toBe('BT.709 RGB Full,1,false,false,false,1,2,,');
  });
});

test('graphics templates come with a project item, keep their length and say what they are', async () => {
  const template = `${premiere.folder}/Title.mogrt`;
  await run(`var file = new File('${template}'); file.open('w'); file.write('none'); file.close();
    var title = cut.importMGT('${template}', '${seconds(2)}', 1, 0); title.end = at('${seconds(3)}')`);
  expect(
    await run(
      `[title.isMGT(), shape(cut.videoTracks[1]), title.projectItem.treePath.split('\\\\').slice(2).join()].join()`,
    ),
  ).toBe('true,Title 2-7@0,Motion Graphics Template Media,Title');
  expect(await run(`String(cut.importMGT('${premiere.folder}/none.mogrt', '0', 0, 0))`)).toBe(
    'undefined',
  );
});

describe('listeners', () => {
  test('hear between scripts what was added, removed and selected in the sequence in front', async () => {
    await run(`var heard = [];
      app.bind('onActiveSequenceTrackItemAdded', function (track, item) { heard.push('+' + track.name + ' ' + item.start.seconds); });
      app.bind('onActiveSequenceTrackItemRemoved', function (track, item) { heard.push('-' + track.name); });
      app.bind('onActiveSequenceStructureChanged', function () { heard.push('changed'); });
      app.bind('onActiveSequenceSelectionChanged', function () { heard.push('selected'); });`);
    expect(await run(`place(clip, 1, 0, 2); heard.length`)).toBe('0');
    expect(await run(`heard.join()`)).toBe('+Video 1 1,+Audio 1 1,changed');
    await run(`heard = []; video.clips[0].setSelected(1, 1); place(mute, 1, 0, 2)`);
    expect(await run(`heard.join()`)).toBe('selected,-Video 1,+Video 1 1,changed');
    await run(`heard = []; video.clips[0].move(1)`);
    expect(await run(`heard.join()`)).toBe('changed');
  });

  test('hear nothing of a sequence behind', async () => {
    await run(`var heard = 0; app.bind('onActiveSequenceTrackItemAdded', function () { heard += 1; });
      var front = made('Front', clip)`);
    await run(`heard = 0; place(clip, 1, 0, 2)`);
    expect(await run(`heard`)).toBe('0');
  });
});
