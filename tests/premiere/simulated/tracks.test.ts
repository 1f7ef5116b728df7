import { openTestPremiere, seconds, type TestPremiere } from '../../helpers/testPremiere';

let premiere: TestPremiere;
let run: TestPremiere['run'];
beforeEach(async () => {
  premiere = await openTestPremiere();
  ({ run } = premiere);
  await run(`var clip = bring('/cards/A001.mov'), cut = made('Cut', clip)`);
});

test('tracks are named by their place in the language of the application, unless they have a name', async () => {
  const names = `var cut = app.project.activeSequence; cut.videoTracks[1].name + ' ' + cut.audioTracks[0].name`;
  expect(await run(names)).toBe('Video 2 Audio 1');
  for (const [language, expected] of [
    ['es', 'Vídeo 2 Audio 1'],
    ['ja', 'ビデオ 2 オーディオ 1'],
    ['de', 'Video 2 Audio 1'],
  ] as const) {
    const other = await openTestPremiere({ language });
    await other.run(`made('Cut', bring('/cards/A001.mov'))`);
    expect(await other.run(names)).toBe(expected);
  }
  await run(`cut.videoTracks[1].name = 'Titles'`);
  expect(await run(names)).toBe('Titles Audio 1');
});

test('flags take true and 1 alike, and mediaType is not translated', async () => {
  await run(
    `var track = cut.audioTracks[0]; track.setMute(1); track.setLocked(true); track.setTargeted(0, true)`,
  );
  expect(
    await run(
      `[track.isMuted(), track.isLocked(), track.isTargeted(), track.mediaType, cut.videoTracks[0].isTargeted()].join()`,
    ),
  ).toBe('true,true,false,Audio,true');
});

test('collections count in both ways, begin at 0, and know nothing of what is not there', async () => {
  const script = `var clips = cut.videoTracks[0].clips, seen = [], key;
    for (key in clips) seen.push(key);
    [clips.numItems, clips.length, clips[0].name, typeof clips[1], typeof clips[-1], typeof clips.numTracks,
      seen.join().indexOf('numItems') >= 0, clips[0] === clips[0], clips[0].nodeId === clips[0].nodeId].join()`;
  expect(await run(script)).toBe('1,1,A001.mov,undefined,undefined,undefined,true,false,true');
  expect(
    await run(
      `[cut.videoTracks.numTracks, cut.videoTracks.length, typeof cut.videoTracks[9]].join()`,
    ),
  ).toBe('3,3,undefined');
});

test('sound follows a clip to the first audio track that is targeted and not locked', async () => {
  await run(`cut.audioTracks[0].setTargeted(false, true); cut.audioTracks[1].setLocked(1);
    cut.videoTracks[1].overwriteClip(clip, '${seconds(20)}')`);
  expect(await run(`shape(cut.videoTracks[1]) + '|' + shape(cut.audioTracks[2])`)).toBe(
    'A001.mov 20-30@0|A001.mov 20-30@0',
  );
});

test('a time of placing may be a timecode', async () => {
  await run(`cut.videoTracks[1].insertClip(clip, '00;00;12;05')`);
  expect(await run(`shape(cut.videoTracks[1])`)).toBe('A001.mov 12.2-22.2@0');
});

test('inserting moves the linked parts on both tracks alike and leaves other tracks', async () => {
  await run(
    `cut.overwriteClip(clip, at('0'), 1, 1); clip.setOutPoint(2, 4); cut.insertClip(clip, at('${seconds(4)}'), 0, 0)`,
  );
  const moved = 'A001.mov 0-4@0, A001.mov 4-6@0, A001.mov 6-12@4';
  expect(
    await run(
      `[shape(cut.videoTracks[0]), shape(cut.audioTracks[0]), shape(cut.videoTracks[1])].join('|')`,
    ),
  ).toBe(`${moved}|${moved}|A001.mov 0-10@0`);
});
