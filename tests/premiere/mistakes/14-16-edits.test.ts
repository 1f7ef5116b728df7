import { simulatedMedia } from '../../helpers/simulatedMedia';
import { openTestPremiere } from '../../helpers/testPremiere';

describe('mistake 14: what is in front is not what was in front', () => {
  const steal = `app.newProject(project.path.replace('Show', 'Other'))`;

  test('a batch goes on in the project that the user clicked', async () => {
    const { premiere, run, projectPath } = await openTestPremiere();
    await run(`app.project.rootItem.createBin('1')`);
    await run(steal);
    await run(`app.project.rootItem.createBin('2')`);
    expect(premiere.snapshot().path).not.toBe(projectPath);
    expect(premiere.snapshot().bins.map(({ path }) => path)).toEqual(['/2']);
  });

  test('found by its path each time, it is the same project', async () => {
    const { run, projectPath } = await openTestPremiere();
    const ours = `(function () { for (var i = 0; i < app.projects.numProjects; i++)
      if (app.projects[i].path === ${JSON.stringify(projectPath)}) return app.projects[i]; })()`;
    await run(`${ours}.rootItem.createBin('1')`);
    await run(steal);
    await run(`${ours}.rootItem.createBin('2')`);
    expect(await run(`${ours}.rootItem.children.numItems`)).toBe('2');
  });

  test('the active sequence as well is whichever is in front; its id tells', async () => {
    const { run } = await openTestPremiere();
    await run(
      `var ours = made('Ours', bring('/cards/A001.mov')), id = ours.sequenceID; made('Theirs', root.children[0])`,
    );
    expect(await run(`app.project.activeSequence.name`)).toBe('Theirs');
    expect(await run(`app.project.activeSequence.sequenceID === id ? 'go on' : 'stop'`)).toBe(
      'stop',
    );
  });
});

describe('mistake 15: ripple, insert and linked sound', () => {
  const setup = `var clip = bring('/cards/A001.mov'), mute = bring('/cards/A002.mov'), cut = made('Cut', clip), track = cut.videoTracks[0];
    cut.overwriteClip(clip, at('2540160000000'), 0, 0); cut.overwriteClip(mute, at('0'), 1, 0);`;

  test('on 26.x removing with ripple leaves the gap; moving what comes later closes it', async () => {
    const { run } = await openTestPremiere({ version: '26' });
    await run(setup);
    await run(`track.clips[0].remove(true, false)`);
    expect(await run(`shape(track)`)).toBe('A001.mov 10-20@0');
    await run(`var later = track.clips[0]; later.start = at('0'); later.end = at('2540160000000')`);
    expect(await run(`shape(track)`)).toBe('A001.mov 0-10@0');
  });

  test('inserting pushes the two named tracks and no others', async () => {
    const { run } = await openTestPremiere();
    await run(setup);
    await run(`mute.setOutPoint(2, 4); cut.insertClip(mute, at('1270080000000'), 0, 0)`);
    expect(await run(`shape(track)`)).toBe(
      'A001.mov 0-5@0, A002.mov 5-7@0, A001.mov 7-12@5, A001.mov 12-22@0',
    );
    expect(await run(`shape(cut.videoTracks[1])`)).toBe('A002.mov 0-10@0');
  });

  test('overwriting a picture replaces the sound under it as well', async () => {
    const { run } = await openTestPremiere();
    await run(setup);
    await run(`clip.setInPoint(8, 4); cut.overwriteClip(clip, at('0'), 2, 0)`);
    expect(await run(`shape(cut.audioTracks[0])`)).toBe(
      'A001.mov 0-2@8, A001.mov 2-10@2, A001.mov 10-20@0',
    );
  });

  test('deleting from the low index leaves every second clip, from the high index none', async () => {
    const fill = `clear(cut); clip.setOutPoint(1, 4); for (var i = 0; i < 4; i++) cut.overwriteClip(clip, at(String(i * 254016000000)), 0, 0);`;
    const { run } = await openTestPremiere();
    await run(setup);
    await run(
      `${fill} for (var n = 0; n < 4; n++) if (track.clips[n]) track.clips[n].remove(false, false)`,
    );
    expect(await run(`track.clips.numItems`)).toBe('2');
    await run(
      `${fill} for (var m = track.clips.numItems - 1; m >= 0; m--) track.clips[m].remove(false, false)`,
    );
    expect(await run(`track.clips.numItems`)).toBe('0');
  });
});

describe('mistake 16: drop-frame labels and rates that are no whole numbers', () => {
  const media = () =>
    simulatedMedia({
      '/cards/film.mov': { frameRate: '24000/1001' },
      '/cards/drop.mov': { frameRate: '30000/1001', seconds: 100 },
    });

  test('24 for 23.976 is three frames off after 2400', async () => {
    const { run } = await openTestPremiere({ media: media() });
    await run(`var cut = made('Cut', bring('/cards/film.mov'))`);
    const frameOf = (seconds: string) =>
      `Number(cut.markers.createMarker(${seconds}).start.ticks) / Number(cut.timebase)`;
    expect(await run(frameOf(`2400 / 24`))).toBe('2397');
    expect(await run(frameOf(`(2400 + 0.01) * 1001 / 24000`))).toBe('2400');
  });

  test('a label with colons is none of a drop-frame sequence', async () => {
    const { run } = await openTestPremiere({ media: media() });
    await run(
      `app.enableQE(); var cut = made('Cut', bring('/cards/drop.mov')), track = qe.project.getActiveSequence().getVideoTrackAt(0)`,
    );
    await run(`track.razor('00:01:00:02')`);
    expect(await run(`cut.videoTracks[0].clips.numItems`)).toBe('1');
    await run(`track.razor('00;01;00;02')`);
    expect(
      await run(`Number(cut.videoTracks[0].clips[1].start.ticks) / Number(cut.timebase)`),
    ).toBe('1800');
  });
});
