import { frames25, openTestPremiere, seconds, type TestPremiere } from '../../helpers/testPremiere';

let premiere: TestPremiere;
let run: TestPremiere['run'];
beforeEach(async () => {
  premiere = await openTestPremiere();
  ({ run } = premiere);
});

describe('a new sequence', () => {
  test('takes raster and rate from its first picture and has at least three tracks of each kind', async () => {
    await run(
      `var cut = project.createNewSequenceFromClips('Cut', [bring('/sound/mono.wav'), bring('/cards/B001.mov')], root)`,
    );
    const script = `[cut.name, cut.timebase, cut.frameSizeHorizontal, cut.frameSizeVertical, cut.videoTracks.numTracks,
      cut.audioTracks.numTracks, cut.zeroPoint, cut.videoDisplayFormat, project.activeSequence.name].join()`;
    expect(await run(script)).toBe('Cut,10594584000,1920,1080,3,3,0,110,Cut');
  });

  test('lays its clips in order, with the tracks that their sound needs', async () => {
    await run(
      `var cut = project.createNewSequenceFromClips('Cut', [bring('/cards/A001.mov'), bring('/sound/poly.wav')], root)`,
    );
    expect(
      await run(
        `shape(cut.videoTracks[0]) + ' | ' + shape(cut.audioTracks[0]) + ' | ' + shape(cut.audioTracks[3])`,
      ),
    ).toBe('A001.mov 0-10@0 | A001.mov 0-10@0, poly.wav 10-20@0 | poly.wav 10-20@0');
    expect(await run(`cut.end`)).toBe(seconds(20));
  });

  test('appears once as a sequence and once as an item, and both have one name', async () => {
    await run(`var cut = made('Cut', bring('/cards/A001.mov')); cut.projectItem.name = 'Renamed'`);
    expect(
      await run(`[project.sequences.numSequences, project.sequences[0].name, cut.projectItem.isSequence(),
      project.sequences[0].sequenceID === cut.sequenceID, root.children.numItems].join()`),
    ).toBe('1,Renamed,true,true,2');
    expect(
      await run(
        `project.deleteSequence(cut) + ',' + project.sequences.length + root.children.length`,
      ),
    ).toBe('true,01');
  });

  test('by name opens a dialog that blocks until somebody closes it, and none is made', async () => {
    const { premiere: app } = premiere;
    const answer = app.evalScript(`project.createNewSequence('Cut', 'id')`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(app.dialog()).toBe('New Sequence');
    app.dismissDialog();
    expect(await answer).toBe('0');
    expect(app.snapshot().sequences).toEqual([]);
  });

  test('from a clone is named a copy and stands beside the original', async () => {
    await run(`var cut = made('Cut', bring('/cards/A001.mov'))`);
    expect(await run(`cut.clone()`)).toBe('true');
    expect(
      await run(`project.sequences[1].name + ' ' + shape(project.sequences[1].videoTracks[0])`),
    ).toBe('Cut Copy A001.mov 0-10@0');
  });

  test('brought to the front by its id tells a handler, between scripts', async () => {
    await run(
      `var first = made('1', bring('/cards/A001.mov')), second = made('2', root.children[0]), heard = 0;`,
    );
    await run(`app.bind('onSequenceActivated', function () { heard += 1; })`);
    expect(await run(`project.openSequence(first.sequenceID) + ',' + heard`)).toBe('true,0');
    expect(await run(`project.activeSequence.name + heard`)).toBe('11');
    expect(await run(`project.openSequence('no such id')`)).toBe('false');
  });
});

describe('placing', () => {
  beforeEach(async () => {
    await run(`var clip = bring('/cards/A001.mov'), mute = bring('/cards/A002.mov'), poly = bring('/sound/poly.wav'),
      mono = bring('/sound/mono.wav'), cut = clear(made('Cut', clip))`);
  });

  test('uses the marks of the item and keeps to the frame below', async () => {
    await run(
      `clip.setInPoint(2, 4); clip.setOutPoint(5, 4); cut.overwriteClip(clip, at('${(BigInt(frames25(26)) + 7n).toString()}'), 0, 0)`,
    );
    expect(await run(`shape(cut.videoTracks[0])`)).toBe('A001.mov 1.04-4.04@2');
    expect(await run(`cut.videoTracks[0].clips[0].outPoint.seconds`)).toBe('5');
  });

  test('sound lands as one item for one channel or two, and as so many monos for more', async () => {
    await run(`cut.overwriteClip(clip, at('0'), 0, 0); cut.overwriteClip(mono, at('${seconds(10)}'), 0, 0);
      cut.overwriteClip(poly, at('${seconds(20)}'), 0, 0)`);
    const tracks = premiere.premiere.snapshot().sequences[0]?.audioTracks ?? [];
    expect(tracks.map(({ clips }) => clips.length)).toEqual([3, 1, 1]);
    expect(await run(`poly.getAudioChannelMapping.audioClipsNumber`)).toBe('4');
  });

  test('tracks that do not exist swallow the rest, and a first track that does not exist places nothing', async () => {
    expect(await run(`cut.overwriteClip(poly, at('0'), 0, 1)`)).toBe('true');
    expect(await run(`cut.overwriteClip(clip, at('0'), 9, 0)`)).toBe('true');
    expect(await run(`cut.overwriteClip(clip, at('0'), 0, 9)`)).toBe('true');
    const [sequence] = premiere.premiere.snapshot().sequences;
    expect(sequence?.audioTracks.map(({ clips }) => clips.length)).toEqual([0, 1, 1]);
    expect(sequence?.videoTracks.map(({ clips }) => clips.length)).toEqual([0, 0, 0]);
  });

  test('a locked track refuses without a word', async () => {
    await run(`cut.audioTracks[0].setLocked(1); cut.overwriteClip(clip, at('0'), 0, 0)`);
    expect(
      await run(`[cut.videoTracks[0].clips.numItems, cut.audioTracks[0].clips.numItems].join()`),
    ).toBe('1,0');
  });

  test('overwriting trims what it reaches into and splits what it lies within', async () => {
    await run(`cut.overwriteClip(clip, at('0'), 0, 0); mute.setInPoint(0, 4); mute.setOutPoint(2, 4);
      cut.overwriteClip(mute, at('${seconds(4)}'), 0, 0); cut.overwriteClip(mute, at('${seconds(9)}'), 0, 0)`);
    expect(await run(`shape(cut.videoTracks[0])`)).toBe(
      'A001.mov 0-4@0, A002.mov 4-6@0, A001.mov 6-9@6, A002.mov 9-11@0',
    );
    expect(await run(`shape(cut.audioTracks[0])`)).toBe('A001.mov 0-10@0');
  });

  test('inserting pushes what comes later on the two named tracks alone', async () => {
    await run(`cut.overwriteClip(clip, at('0'), 0, 0); cut.overwriteClip(mute, at('0'), 1, 0);
      mute.setOutPoint(1, 4); cut.insertClip(mute, at('${seconds(3)}'), 0, 0)`);
    expect(await run(`shape(cut.videoTracks[0])`)).toBe(
      'A001.mov 0-3@0, A002.mov 3-4@0, A001.mov 4-11@3',
    );
    expect(await run(`shape(cut.videoTracks[1])`)).toBe('A002.mov 0-10@0');
    expect(await run(`shape(cut.audioTracks[0])`)).toBe('A001.mov 0-10@0');
  });

  test('on a track takes seconds, a Time and ticks, and the sound goes to the first track that takes it', async () => {
    await run(`clip.setOutPoint(1, 4); var v2 = cut.videoTracks[1]; v2.overwriteClip(clip, 1);
      v2.overwriteClip(clip, at('${seconds(3)}')); v2.overwriteClip(clip, '${seconds(5)}')`);
    expect(await run(`shape(v2) + ' | ' + cut.audioTracks[0].clips.numItems`)).toBe(
      'A001.mov 1-2@0, A001.mov 3-4@0, A001.mov 5-6@0 | 3',
    );
  });

  test('sound alone keeps to samples, not to frames', async () => {
    await run(`mono.setInPoint(1.00001, 4); cut.overwriteClip(mono, at('5292000'), 0, 0)`);
    expect(await run(`cut.audioTracks[0].clips[0].start.ticks`)).toBe('5292000');
  });

  test('a sequence does not go into itself', async () => {
    await run(
      `cut.overwriteClip(clip, at('0'), 0, 0); cut.overwriteClip(cut.projectItem, at('0'), 1, 1)`,
    );
    expect(await run(`cut.videoTracks[1].clips.numItems`)).toBe('0');
  });

  test('a bin, or a time that is none, is an illegal parameter', async () => {
    const { premiere: app } = premiere;
    for (const args of [`root, at('0'), 0, 0`, `clip, {}, 0, 0`, `clip, 'soon', 0, 0`]) {
      expect(await app.evalScript(`cut.overwriteClip(${args})`)).toBe('EvalScript error.');
      expect(app.lastError()).toBe('Error: Illegal Parameter type');
    }
  });
});

describe('track items', () => {
  beforeEach(async () => {
    await run(
      `var clip = bring('/cards/A001.mov'), cut = made('Cut', clip), track = cut.videoTracks[0], use = track.clips[0]`,
    );
  });

  test('hand out copies of their times', async () => {
    await run(`use.end.seconds = 5; use.start.ticks = '1'`);
    expect(await run(`shape(track)`)).toBe('A001.mov 0-10@0');
  });

  test('a tail moves to the Time it is given, stops at the medium, and leaves the out point behind', async () => {
    await run(`use.end = at('${seconds(4)}')`);
    expect(await run(`[use.end.seconds, use.outPoint.seconds].join()`)).toBe('4,10');
    await run(`use.end = at('${seconds(40)}')`);
    expect(await run(`use.end.seconds`)).toBe('10');
  });

  test('a head past the end cannot be set', async () => {
    expect(await premiere.premiere.evalScript(`use.start = at('${seconds(11)}')`)).toBe(
      'EvalScript error.',
    );
    expect(premiere.premiere.lastError()).toBe('Error: Cannot set property start');
  });

  test('removing shifts the indexes at once, and the removed one is stale', async () => {
    await run(
      `cut.overwriteClip(clip, at('${seconds(10)}'), 0, 0); var gone = track.clips[0]; gone.remove(false, false)`,
    );
    expect(await run(`shape(track) + gone.name`)).toBe('A001.mov 10-20@0undefined');
    expect(await premiere.premiere.evalScript(`gone.isSelected()`)).toBe('EvalScript error.');
  });

  test.each([
    ['25.6.0', 'A001.mov 0-10@0'],
    ['26.0.2', 'A001.mov 10-20@0'],
  ])('removing with ripple in %s leaves %s', async (version, left) => {
    const { run: runThere } = await openTestPremiere({ version });
    await runThere(`var clip = bring('/cards/A001.mov'), cut = made('Cut', clip), track = cut.videoTracks[0];
      cut.overwriteClip(clip, at('${seconds(10)}'), 0, 0); track.clips[0].remove(true, true)`);
    expect(await runThere(`shape(track)`)).toBe(left);
  });

  test('are switched off, named, selected, linked and moved', async () => {
    await run(`use.disabled = true; use.name = 'slate'; use.setSelected(1, 1); use.move(2)`);
    expect(
      await run(`[use.disabled, shape(track), shape(cut.audioTracks[0]), cut.getSelection().length,
      use.getLinkedItems()[0].mediaType].join()`),
    ).toBe('true,slate 2-12@0,A001.mov 0-10@0,1,Audio');
    expect(premiere.premiere.snapshot().sequences[0]?.videoTracks[0]?.clips[0]?.enabled).toBe(
      false,
    );
  });
});

test('the playhead, the zero point and the marks take what Premiere takes', async () => {
  await run(`var cut = made('Cut', bring('/cards/A001.mov'))`);
  expect(await run(`cut.getInPoint() + ',' + cut.getOutPoint()`)).toBe('-400000,-400000');
  await run(
    `cut.setInPoint(1); cut.setOutPoint(2.05); cut.setPlayerPosition('${seconds(3)}'); cut.setZeroPoint('${seconds(3600)}')`,
  );
  expect(
    await run(
      `[cut.getInPoint(), cut.getOutPointAsTime().seconds, cut.getPlayerPosition().seconds, cut.zeroPoint].join()`,
    ),
  ).toBe(`1,2.04,3,${seconds(3600)}`);
  expect(await premiere.premiere.evalScript(`cut.setPlayerPosition(3)`)).toBe('EvalScript error.');
});

test('settings are durations, and reading them in the script that wrote them brings the host down', async () => {
  await run(`var cut = made('Cut', bring('/cards/A001.mov'))`);
  expect(
    await run(
      `[cut.getSettings().videoFrameRate.seconds, cut.getSettings().audioSampleRate.ticks].join()`,
    ),
  ).toBe('0.04,5292000');
  const crash = `var s = cut.getSettings(); s.videoFrameWidth = 1280; cut.setSettings(s);
    try { cut.getSettings() } catch (e) {} 'all well'`;
  expect(await premiere.premiere.evalScript(crash)).toBe('EvalScript error.');
  expect(await run(`cut.getSettings().videoFrameWidth`)).toBe('1280');
});

describe('markers', () => {
  beforeEach(async () => {
    await run(`var cut = made('Cut', bring('/cards/A001.mov')), markers = cut.markers`);
  });

  test('are made in seconds, fall to the frame below, and are walked in order of time', async () => {
    await run(`markers.createMarker(5); var m = markers.createMarker(1.05); m.name = 'missing'; m.comments = 'take 4';
      m.end = 2.05; m.setColorByIndex(1)`);
    expect(premiere.premiere.snapshot().sequences[0]?.markers[0]).toEqual({
      startTicks: frames25(26),
      durationTicks: frames25(25),
      name: 'missing',
      comment: 'take 4',
      type: 'Comment',
      color: 1,
    });
    const walk = `var seen = [], at = markers.getFirstMarker(); while (at) { seen.push(at.start.seconds); at = markers.getNextMarker(at); } seen.join()`;
    expect(await run(walk)).toBe('1.04,5');
    expect(
      await run(`markers.deleteMarker(markers.getFirstMarker()) + ',' + markers.numMarkers`),
    ).toBe('true,1');
  });

  test('a Time for an end is an illegal parameter, and its seconds are a copy', async () => {
    await run(`var m = markers.createMarker(1); m.end.seconds = 9`);
    expect(await run(`m.end.seconds`)).toBe('1');
    expect(await premiere.premiere.evalScript(`m.end = at('${seconds(3)}')`)).toBe(
      'EvalScript error.',
    );
  });
});

describe('effects', () => {
  test('the level of sound follows its own curve and is clamped without a word', async () => {
    await run(
      `var cut = made('Cut', bring('/cards/A001.mov')), level = cut.audioTracks[0].clips[0].components[0].properties[1]`,
    );
    expect(await run(`level.displayName + level.getValue().toFixed(8)`)).toBe('Level0.17782794');
    await run(`level.setValue(-6, 1)`);
    expect(await run(`level.getValue()`)).toBe('0');
    await run(`level.setValue(3, 1)`);
    expect(await run(`level.getValue()`)).toBe('1');
  });

  test('pictures have opacity and motion, with blank and doubled names', async () => {
    await run(`var cut = made('Cut', bring('/cards/A001.mov')), parts = cut.videoTracks[0].clips[0].components, names = [], i;
      for (i = 0; i < parts[0].properties.numItems; i++) names.push(parts[0].properties[i].displayName)`);
    expect(await run(`[parts[0].matchName, parts[1].displayName, names.join()].join()`)).toBe(
      'AE.ADBE Opacity,Motion,Opacity,Blend Mode,Blend Mode',
    );
  });

  test('display names follow the language, match names do not', async () => {
    const { run: runThere } = await openTestPremiere({ language: 'es' });
    await runThere(
      `var cut = made('Cut', bring('/cards/A001.mov')), volume = cut.audioTracks[0].clips[0].components[0]`,
    );
    expect(
      await runThere(
        `volume.displayName + volume.properties.getParamForDisplayName('Nivel').displayName`,
      ),
    ).toBe('VolumenNivel');
    expect(await runThere(`String(volume.properties.getParamForDisplayName('Level'))`)).toBe(
      'null',
    );
  });

  test('keyframes need a parameter that varies and go when it no longer does', async () => {
    await run(`var cut = made('Cut', bring('/cards/A001.mov')), level = cut.audioTracks[0].clips[0].components[0].properties[1];
      level.addKey(1)`);
    expect(await run(`level.getKeys()`)).toBe('0');
    await run(
      `level.setTimeVarying(true); level.addKey(1); level.setValueAtKey(at('${seconds(1)}'), 0.5, 1)`,
    );
    expect(await run(`level.getKeys().length + ',' + level.getValueAtKey(1)`)).toBe('1,0.5');
    await run(`level.setTimeVarying(false)`);
    expect(await run(`level.getKeys()`)).toBe('0');
  });
});

describe('QE', () => {
  beforeEach(async () => {
    await run(`var cut = made('Cut', bring('/cards/A001.mov'))`);
  });

  test('is not there until it is asked for', async () => {
    expect(await run(`typeof qe + app.enableQE() + typeof qe`)).toBe('undefinedtrueobject');
  });

  test('adds tracks above those that stand, and in 26.3 below them', async () => {
    const add = `app.enableQE(); qe.project.getActiveSequence().addTracks(2, 3, 1, 1, 3, 0, 1, 0);
      [cut.videoTracks.numTracks, cut.audioTracks.numTracks, cut.videoTracks[0].clips.numItems].join()`;
    expect(await run(add)).toBe('5,4,1');
    const later = await openTestPremiere({ version: '26.3.2' });
    await later.run(`var cut = made('Cut', bring('/cards/A001.mov'))`);
    expect(await later.run(add)).toBe('5,4,0');
  });

  test('counts gaps as items of a track', async () => {
    await run(`cut.overwriteClip(root.children[0], at('${seconds(15)}'), 0, 0); app.enableQE();
      var track = qe.project.getActiveSequence().getVideoTrackAt(0)`);
    expect(
      await run(`[track.numItems, track.getItemAt(1).type, track.getItemAt(1).start.secs,
      track.getItemAt(2).start.timecode].join()`),
    ).toBe('3,Empty,10,00:00:15:00');
  });
});

test('a new Time ignores its argument, and its seconds and ticks are one', async () => {
  expect(
    await run(`var t = new Time(5); var zero = t.seconds; t.seconds = 0.04; zero + ',' + t.ticks`),
  ).toBe('0,10160640000');
  expect(
    await run(`t.ticks = '${frames25(90_000)}'; t.getFormatted(at('${frames25(1)}'), 101)`),
  ).toBe('01:00:00:00');
});
