import { openTestPremiere, seconds } from '../../helpers/testPremiere';

async function withClip(path = '/cards/A001.mov', options = {}) {
  const { run } = await openTestPremiere(options);
  await run(`var clip = bring('${path}');
    function marks(type) { return clip.getInPoint(type).seconds + '-' + clip.getOutPoint(type).seconds; }`);
  return run;
}

test('marks of the picture and of the sound stay apart until both are set at once', async () => {
  const run = await withClip();
  await run(`clip.setInPoint(1, 1); clip.setOutPoint(8, 2)`);
  expect(await run(`[marks(1), marks(2), marks(4)].join()`)).toBe('1-10,0-8,1-10');
  await run(`clip.setInPoint(2, 4)`);
  expect(await run(`[marks(1), marks(2)].join()`)).toBe('2-10,2-10');
});

test('clearing the marks of one kind leaves the other', async () => {
  const run = await withClip();
  await run(
    `clip.setInPoint(1, 4); clip.setOutPoint(8, 4); clip.clearInPoint(1); clip.clearOutPoint(2)`,
  );
  expect(await run(`[marks(1), marks(2)].join()`)).toBe('0-8,1-10');
});

test('marks of a kind the medium does not have take nothing', async () => {
  const run = await withClip('/cards/A002.mov');
  await run(`clip.setInPoint(3, 2); clip.setOutPoint(6, 1)`);
  expect(await run(`[marks(1), marks(4)].join()`)).toBe('0-6,0-6');
});

test('marks are clamped to the medium and fall to its own frames', async () => {
  const run = await withClip('/cards/B001.mov');
  await run(`clip.setOutPoint(99, 4); clip.setInPoint(-5, 4); clip.setInPoint(1, 4)`);
  expect(await run(`[clip.getInPoint().ticks, clip.getOutPoint().seconds].join()`)).toBe(
    `${23n * 10_594_584_000n},10`,
  );
});

test('a Premiere that counts marks from the start timecode clamps below it', async () => {
  const run = await withClip('/cards/A001.mov', { behaviour: { marksFromTimecode: true } });
  await run(`clip.setInPoint(3602, 4); clip.setOutPoint(5, 4)`);
  expect(await run(`marks(4)`)).toBe('3602-3610');
});

test('a start time is taken as a Time, as ticks and as seconds', async () => {
  const run = await withClip();
  const starts = `var starts = [];
    clip.setStartTime(at('${seconds(60)}')); starts.push(clip.startTime().seconds);
    clip.setStartTime('${seconds(30)}'); starts.push(clip.startTime().seconds);
    clip.setStartTime(10); starts.push(clip.startTime().seconds); starts.join()`;
  expect(await run(starts)).toBe('60,30,10');
});

describe('subclips', () => {
  test('with hard boundaries end where they end, without them only their marks do', async () => {
    const run = await withClip();
    await run(
      `var hard = clip.createSubClip('Hard', 2, 5, 1, 1, 1), soft = clip.createSubClip('Soft', 2, 5, 0, 1, 1)`,
    );
    await run(`hard.clearOutPoint(); soft.clearOutPoint()`);
    expect(
      await run(
        `[hard.getOutPoint().seconds, soft.getInPoint().seconds, soft.getOutPoint().seconds].join()`,
      ),
    ).toBe('5,2,10');
  });

  test('without a picture place their sound alone, without sound their picture alone', async () => {
    const run = await withClip();
    await run(`var sound = clip.createSubClip('Sound', 0, 5, 1, 0, 1), mute = clip.createSubClip('Mute', 0, 5, 1, 1, 0);
      var one = made('One', sound), two = made('Two', mute)`);
    const counts = `[one.videoTracks[0].clips.numItems, one.audioTracks[0].clips.numItems,
      two.videoTracks[0].clips.numItems, two.audioTracks[0].clips.numItems].join()`;
    expect(await run(counts)).toBe('0,1,1,0');
  });

  test('of a range that is none are not made', async () => {
    const run = await withClip();
    expect(
      await run(
        `[clip.createSubClip('a', 5, 5, 1), clip.createSubClip('b', 8, 12, 1), root.createSubClip('c', 0, 1, 1)].join()`,
      ),
    ).toBe('0,0,0');
  });

  test('are found by their path only when they are asked for', async () => {
    const run = await withClip();
    await run(`clip.createSubClip('part', 0, 1, 1)`);
    expect(
      await run(`[root.findItemsMatchingMediaPath('A001').length, root.findItemsMatchingMediaPath('A001', 1).length,
        clip.findItemsMatchingMediaPath('A001', 0).length, root.findItemsMatchingMediaPath('C001', 0)].join()`),
    ).toBe('1,1,2,0');
  });
});
