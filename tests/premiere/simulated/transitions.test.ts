import { openSimulatedPremiere } from '../../../src/premiere/simulated/openSimulatedPremiere';
import { openTestPremiere, seconds, type TestPremiere } from '../../helpers/testPremiere';

let premiere: TestPremiere;
const run = (script: string) => premiere.run(script);

/** Two uses of a ten-second clip, 2 to 8 s of it each, meeting at 6 s. */
const begin = `var clip = bring('/cards/A001.mov'), cut = clear(made('Cut', clip));
  clip.setInPoint(2, 4); clip.setOutPoint(8, 4);
  cut.overwriteClip(clip, at('0'), 0, 0); cut.overwriteClip(clip, at('${seconds(6)}'), 0, 0);
  app.enableQE();
  var track = qe.project.getActiveSequence().getVideoTrackAt(0), dom = cut.videoTracks[0],
    dissolve = qe.project.getVideoTransitionByName('Cross Dissolve');
  function where() {
    var text = [], i, one;
    for (i = 0; i < dom.transitions.numItems; i++) {
      one = dom.transitions[i];
      text.push(one.name + ' ' + one.start.seconds + '-' + one.end.seconds);
    }
    return text.join();
  }`;

beforeEach(async () => {
  premiere = await openTestPremiere();
  await run(begin);
});

describe('a transition', () => {
  test('is put on a cut from either side of it', async () => {
    expect(
      await run(
        `track.getItemAt(0).addTransition(dissolve, false, '00:00:02:00', '0', 0.5, false, true) + where()`,
      ),
    ).toBe('trueCross Dissolve 5-7');
    expect(await run(`track.getItemAt(2).addTransition(dissolve, true, '50'); where()`)).toBe(
      'Cross Dissolve 5-7',
    );
  });

  test('lies before the cut, on it or after it', async () => {
    const lying = (alignment: number) =>
      run(
        `track.getItemAt(0).addTransition(dissolve, false, '25', '0', ${alignment}, false, true); where()`,
      );
    expect(await lying(0)).toBe('Cross Dissolve 6-7');
    expect(await lying(1)).toBe('Cross Dissolve 5-6');
    expect(await lying(0.2)).toBe('Cross Dissolve 5.8-6.8');
  });

  test('is shorter where a clip has no media left, and nobody is told', async () => {
    expect(
      await run(
        `track.getItemAt(0).addTransition(dissolve, false, '00:00:06:00', '0', 0.5, false, true) + where()`,
      ),
    ).toBe('trueCross Dissolve 4-8');
  });

  test('becomes single-sided where neither clip has any', async () => {
    await run(`clear(cut); clip.setInPoint(0, 4); clip.setOutPoint(10, 4);
      cut.overwriteClip(clip, at('0'), 0, 0); cut.overwriteClip(clip, at('${seconds(10)}'), 0, 0)`);
    expect(
      await run(
        `track.getItemAt(0).addTransition(dissolve, false, '25', '0', 0.5, false, true) + where()`,
      ),
    ).toBe('trueCross Dissolve 9-10');
  });

  test('fades at an end that meets nothing, or when it is asked to', async () => {
    expect(await run(`track.getItemAt(0).addTransition(dissolve, true, '25'); where()`)).toBe(
      'Cross Dissolve 0-1',
    );
    expect(
      await run(
        `track.getItemAt(2).addTransition(dissolve, true, '25', '0', 0.5, true, true); where()`,
      ),
    ).toBe('Cross Dissolve 0-1,Cross Dissolve 6-7');
  });

  test('is a second long when nobody says, and no longer than its clip', async () => {
    expect(await run(`track.getItemAt(0).addTransition(dissolve, true); where()`)).toBe(
      'Cross Dissolve 0-1',
    );
    expect(
      await run(
        `dom.transitions[0].remove(); track.getItemAt(0).addTransition(dissolve, true, '00:01:00:00'); where()`,
      ),
    ).toBe('Cross Dissolve 0-6');
  });

  test('leaves the one at the other end of its clip what that has', async () => {
    expect(
      await run(`track.getItemAt(0).addTransition(dissolve, true, '00:00:04:00'); track.getItemAt(1).addTransition(dissolve, false, '00:00:04:00', '0', 0.5, true);
        where()`),
    ).toBe('Cross Dissolve 0-4,Cross Dissolve 4-6');
    expect(await run(`dom.clips[0].end = at('${seconds(5)}'); where()`)).toBe('');
  });

  test('must be one of QE’s own, for its kind of track', async () => {
    const thrown = `function thrown(act) { try { return String(act()); } catch (error) { return error.message; } }`;
    expect(
      await run(`${thrown} [thrown(function () { return track.getItemAt(0).addTransition('Cross Dissolve', true); }),
        thrown(function () { return track.getItemAt(0).addTransition(null, true); }),
        thrown(function () { return track.getItemAt(0).addTransition(qe.project.getAudioTransitionByName('Constant Power'), true); }),
        String(qe.project.getVideoTransitionByName('No Such Thing'))].join()`),
    ).toBe('Illegal Parameter type,Illegal Parameter type,false,undefined');
  });

  test('of sound goes onto sound', async () => {
    expect(
      await run(`var sound = qe.project.getActiveSequence().getAudioTrackAt(0);
        sound.getItemAt(0).addTransition(qe.project.getAudioTransitionByName('Constant Power'), false, '25');
        var one = cut.audioTracks[0].transitions[0]; [one.name, one.matchName, one.mediaType, one.start.seconds].join()`),
    ).toBe('Constant Power,Constant Power,Audio,5.52');
  });
});

describe('a transition that stands', () => {
  beforeEach(async () => {
    await run(`track.getItemAt(0).addTransition(dissolve, false, '50', '0', 0.5, false, true)`);
  });

  test('counts as an item of the QE track and not of the DOM’s clips', async () => {
    expect(
      await run(`[track.numItems, track.numTransitions, track.getItemAt(1).type, track.getItemAt(1).name,
        track.getItemAt(1).start.secs, track.getTransitionAt(0).alignment, dom.clips.numItems].join()`),
    ).toBe('3,1,Transition,Cross Dissolve,5,0.5,2');
  });

  test('answers copies of its times', async () => {
    expect(
      await run(`var one = dom.transitions[0]; one.end.seconds = 60; one.duration = at('0');
        [one.end.seconds, one.duration.seconds, one.type, dom.transitions.length].join()`),
    ).toBe('7,2,1,1');
  });

  test.each([
    ['its clip is removed', `dom.clips[1].remove(false, false)`],
    ['its cut is trimmed', `dom.clips[0].end = at('${seconds(5)}')`],
    ['something is written over it', `cut.overwriteClip(clip, at('${seconds(5)}'), 0, 0)`],
    ['something is inserted there', `cut.insertClip(clip, at('${seconds(6)}'), 0, 0)`],
    ['its clip moves away', `dom.clips[1].move(20)`],
    ['it is removed', `dom.transitions[0].remove(false, false)`],
    ['QE removes it', `track.getItemAt(1).remove(false, false)`],
  ])('is gone when %s', async (_what, act) => {
    await run(act);
    expect(await run(`where()`)).toBe('');
  });

  test('goes with both its clips, and with the tail when its clip is cut', async () => {
    expect(await run(`cut.insertClip(clip, at('0'), 0, 0); where()`)).toBe('Cross Dissolve 11-13');
    expect(await run(`track.razor('00:00:08:00'); dom.clips.numItems + where()`)).toBe(
      '4Cross Dissolve 11-13',
    );
  });

  test('is in the copy of its sequence, in the file and in the snapshot', async () => {
    await run(`cut.clone(); project.save()`);
    const [, copy] = premiere.premiere.snapshot().sequences;
    const clips = copy?.videoTracks[0]?.clips;
    expect([clips?.[0]?.transitionOut, clips?.[1]?.transitionIn]).toEqual([
      'AE.ADBE Cross Dissolve New',
      'AE.ADBE Cross Dissolve New',
    ]);
    const again = openSimulatedPremiere({
      projectPath: premiere.projectPath,
      media: premiere.media,
    });
    expect(again.snapshot().sequences).toEqual(premiere.premiere.snapshot().sequences);
    expect(
      await again.evalScript(
        `app.project.sequences[1].videoTracks[0].transitions[0].start.seconds`,
      ),
    ).toBe('5');
  });

  test('gives way to another on the same cut', async () => {
    expect(
      await run(
        `track.getItemAt(2).addTransition(qe.project.getVideoTransitionByName('Dip to Black'), true, '25', '0', 0.5); where()`,
      ),
    ).toBe('Dip to Black 5.52-6.52');
  });
});
