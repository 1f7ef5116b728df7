import { openTestPremiere, type TestPremiere } from '../../helpers/testPremiere';

let premiere: TestPremiere;
let run: TestPremiere['run'];
beforeEach(async () => {
  premiere = await openTestPremiere();
  ({ run } = premiere);
  await run(
    `var clip = bring('/cards/A001.mov'), cut = made('Cut', clip), track = cut.videoTracks[0]`,
  );
});

describe('mistake 1: trusting return values', () => {
  const placeOn = (index: number) =>
    `cut.overwriteClip(clip, at('0'), ${index}, 0) !== false ? 'placed' : 'not placed'`;

  test('a placement on a track that is not there is reported as done', async () => {
    expect(await run(placeOn(99))).toBe('placed');
    const { videoTracks } = premiere.premiere.snapshot().sequences[0] ?? { videoTracks: [] };
    expect(videoTracks.map(({ clips }) => clips.length)).toEqual([1, 0, 0]);
  });

  test('counting what stands there afterwards tells the truth', async () => {
    const counting = (
      index: number,
    ) => `var target = cut.videoTracks[${index}], before = target ? target.clips.numItems : 0;
      cut.overwriteClip(clip, at('0'), ${index}, 0); target && target.clips.numItems > before ? 'placed' : 'not placed'`;
    expect(await run(counting(99))).toBe('not placed');
    expect(await run(counting(1))).toBe('placed');
  });

  test('on 26.x QE says true of a ripple that leaves the gap, or false of one it did not try', async () => {
    const { run: runThere } = await openTestPremiere({ version: '26' });
    await runThere(`var cut = made('Cut', bring('/cards/A001.mov')); cut.overwriteClip(root.children[0], at('2540160000000'), 0, 0);
      app.enableQE(); qe.project.getActiveSequence().getVideoTrackAt(0).getItemAt(0).rippleDelete()`);
    expect(
      await runThere(
        `cut.videoTracks[0].clips[cut.videoTracks[0].clips.numItems - 1].start.seconds`,
      ),
    ).toBe('10');
  });
});

describe('mistake 2: the wrong unit of time, or seconds as floats', () => {
  test('a number for the playhead is an illegal parameter', async () => {
    expect(await premiere.premiere.evalScript(`cut.setPlayerPosition(5)`)).toBe(
      'EvalScript error.',
    );
    expect(premiere.premiere.lastError()).toContain('Illegal Parameter type');
    await run(`cut.setPlayerPosition(at('1270080000000').ticks)`);
    expect(await run(`cut.getPlayerPosition().seconds`)).toBe('5');
  });

  test('frame 1674 in floating seconds is frame 1673', async () => {
    const frameOf = (marker: string) => `Number(${marker}.start.ticks) / Number(cut.timebase)`;
    expect(await run(frameOf(`cut.markers.createMarker(1674 / 25)`))).toBe('1673');
    expect(await run(frameOf(`cut.markers.createMarker((1674 + 0.01) / 25)`))).toBe('1674');
  });

  test('a rate where a duration is expected makes another sequence of it', async () => {
    await run(
      `var told = cut.getSettings(), rate = new Time(); rate.seconds = 25; told.videoFrameRate = rate; cut.setSettings(told)`,
    );
    expect(await run(`cut.timebase`)).not.toBe('10160640000');
  });

  test('a key at a time of the sequence lies elsewhere in a source that was trimmed', async () => {
    await run(`clip.setInPoint(4, 4); cut.overwriteClip(clip, at('0'), 1, 0); var use = cut.videoTracks[1].clips[0];
      var opacity = use.components[0].properties[0]; opacity.setTimeVarying(true)`);
    await run(`opacity.addKey(1); opacity.addKey(use.inPoint.seconds + 1)`);
    const shown = `var keys = opacity.getKeys(), seen = [], k; for (k = 0; k < keys.length; k++)
      if (keys[k].seconds >= use.inPoint.seconds && keys[k].seconds < use.outPoint.seconds) seen.push(keys[k].seconds); seen.join()`;
    expect(await run(shown)).toMatch(/^(4,)?5$/);
  });
});

describe('mistake 3: writing into a copy', () => {
  test('the seconds of an end change nothing', async () => {
    await run(`track.clips[0].end.seconds = 5`);
    expect(await run(`track.clips[0].end.seconds`)).toBe('10');
  });

  test('a Time given to the end changes it', async () => {
    await run(`var end = track.clips[0].end; end.seconds = 5; track.clips[0].end = end`);
    expect(await run(`track.clips[0].end.seconds`)).toBe('5');
  });
});

describe('mistake 4: indexes from one, and a single counter', () => {
  test('counting from one misses the first and meets nothing at the end', async () => {
    const fromOne = `var names = [], i; for (i = 1; i <= root.children.numItems; i++) names.push(root.children[i].name); names.join()`;
    expect(await premiere.premiere.evalScript(fromOne)).toBe('EvalScript error.');
    expect(await run(`names.join()`)).toBe('Cut');
  });

  test.each(['numItems', 'length'])('counting from nought by %s meets all', async (counter) => {
    const fromNought = `var names = [], i; for (i = 0; i < root.children.${counter}; i++) names.push(root.children[i].name); names.join()`;
    expect(await run(fromNought)).toBe('A001.mov,Cut');
  });

  test('markers are not there by index', async () => {
    await run(`cut.markers.createMarker(1)`);
    expect(await premiere.premiere.evalScript(`cut.markers[0].name`)).toBe('EvalScript error.');
    expect(await run(`cut.markers.getFirstMarker().start.seconds`)).toBe('1');
  });
});
