import { openTestPremiere } from '../../helpers/testPremiere';

/**
 * One day's work with effects and transitions. Names of the interface go into `shown`, everything
 * else into `kept`; effects are looked up by the names the lists give, as a careful script does.
 */
const work = `var shown = [], kept = [], i, j;
  var cut = made('Cut', bring('/cards/A001.mov')); app.enableQE();
  var seq = qe.project.getActiveSequence(), track = seq.getVideoTrackAt(0), sound = seq.getAudioTrackAt(0);
  function note(clip) {
    for (i = 0; i < clip.components.numItems; i++) {
      kept.push(clip.components[i].matchName, clip.components[i].properties.numItems);
      shown.push(clip.components[i].displayName);
      for (j = 0; j < clip.components[i].properties.numItems; j++) {
        shown.push(clip.components[i].properties[j].displayName);
        kept.push(String(clip.components[i].properties[j].getValue()));
      }
    }
  }
  var lists = [qe.project.getVideoEffectList(), qe.project.getAudioEffectList(), qe.project.getVideoTransitionList(), qe.project.getAudioTransitionList()];
  for (i = 0; i < lists.length; i++) { kept.push(lists[i].length); for (j = 0; j < lists[i].length; j++) shown.push(lists[i][j]); }
  for (i = 0; i < lists[0].length; i++) kept.push(track.getItemAt(0).addVideoEffect(qe.project.getVideoEffectByName(lists[0][i])));
  for (i = 0; i < lists[1].length; i++) kept.push(sound.getItemAt(0).addAudioEffect(qe.project.getAudioEffectByName(lists[1][i])));
  note(cut.videoTracks[0].clips[0]); note(cut.audioTracks[0].clips[0]);
  var level = cut.audioTracks[0].clips[0].components[0].properties[1];
  level.setTimeVarying(true); level.addKey(1); level.addKey(2); level.setValueAtKey(2, 0.5, true);
  kept.push(level.getValueAtTime(1.48), level.getKeys().length);
  track.razor('00:00:05:00'); sound.razor('00:00:05:00');
  for (i = 0; i < lists[2].length; i++) {
    kept.push(track.getItemAt(0).addTransition(qe.project.getVideoTransitionByName(lists[2][i]), false, '25'));
    kept.push(cut.videoTracks[0].transitions[0].matchName, cut.videoTracks[0].transitions[0].start.seconds);
    shown.push(cut.videoTracks[0].transitions[0].name);
  }
  project.save();`;

async function workIn(language: string) {
  const { run, premiere } = await openTestPremiere({ language });
  await run(work);
  const [sequence] = premiere.snapshot().sequences;
  return {
    shown: (await run(`shown.join('|')`)).split('|'),
    kept: await run(`kept.join('|')`),
    clips: JSON.stringify(sequence?.videoTracks[0]?.clips.map((clip) => ({ ...clip, itemId: '' }))),
  };
}

test.each(['de', 'es', 'ja'])('in %s only names differ from English', async (language) => {
  const [english, there] = [await workIn('en'), await workIn(language)];
  expect(there.kept).toBe(english.kept);
  expect(there.clips).toBe(english.clips);
  expect(there.shown).toHaveLength(english.shown.length);
  const translated = there.shown.filter((name, index) => name !== english.shown[index]);
  expect(translated.length).toBeGreaterThan(100);
});

test.each([
  ['de', 'Bewegung', 'Deckkraft', 'Lautstärke', 'Gaußscher Weichzeichner'],
  ['es', 'Movimiento', 'Opacidad', 'Volumen', 'Desenfoque gaussiano'],
  ['ja', 'モーション', '不透明度', 'ボリューム', 'ブラー（ガウス）'],
])('in %s the interface’s own names are found and the English ones are not', async (...names) => {
  const [language, motion, opacity, volume, blur] = names;
  const { run } = await openTestPremiere({ language });
  const answer = await run(`var cut = made('Cut', bring('/cards/A001.mov')); app.enableQE();
    var picture = cut.videoTracks[0].clips[0].components, sound = cut.audioTracks[0].clips[0].components;
    [picture[0].displayName, picture[1].displayName, sound[0].displayName, qe.project.getVideoEffectByName('${blur}').name,
     String(qe.project.getVideoEffectByName('Gaussian Blur')), String(picture[1].properties.getParamForDisplayName('Scale'))].join()`);
  expect(answer).toBe([opacity, motion, volume, blur, 'undefined', 'null'].join());
});

test('no two effects of a kind have the same name in any language', async () => {
  for (const language of ['en', 'de', 'es', 'ja']) {
    const { run } = await openTestPremiere({ language });
    const twice =
      await run(`app.enableQE(); var lists = [qe.project.getVideoEffectList(), qe.project.getAudioEffectList(),
      qe.project.getVideoTransitionList(), qe.project.getAudioTransitionList()], twice = [], seen, i, j;
      for (i = 0; i < lists.length; i++) for (seen = {}, j = 0; j < lists[i].length; j++) {
        if (seen['_' + lists[i][j]]) twice.push(lists[i][j]); seen['_' + lists[i][j]] = true;
      }
      twice.join()`);
    expect(twice).toBe('');
  }
});
