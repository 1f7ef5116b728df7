import fs from 'node:fs';
import { openSimulatedPremiere } from '../../../src/premiere/simulated/openSimulatedPremiere';
import { frames25, openTestPremiere, seconds, type TestPremiere } from '../../helpers/testPremiere';

let premiere: TestPremiere;
let run: TestPremiere['run'];
beforeEach(async () => {
  premiere = await openTestPremiere();
  ({ run } = premiere);
  await run(`var clip = bring('/cards/A001.mov'), cut = made('Cut', clip)`);
});

async function failure(script: string): Promise<string> {
  expect(await premiere.premiere.evalScript(script)).toBe('EvalScript error.');
  return premiere.premiere.lastError();
}

describe('settings', () => {
  test('are a copy until they are given back, and hand out copies of their rates', async () => {
    await run(`var s = cut.getSettings(); s.videoFrameWidth = 1280; s.videoFrameHeight = 720;
      s.videoFieldType = 1; s.maximumBitDepth = true; s.videoFrameRate.seconds = 1; s.videoDisplayFormat = 109`);
    expect(await run(`cut.frameSizeHorizontal + s.videoFrameRate.ticks`)).toBe('192010160640000');
    expect(await run(`cut.setSettings(s)`)).toBe('true');
    expect(
      await run(`var t = cut.getSettings(); [cut.frameSizeHorizontal, cut.frameSizeVertical, t.previewFrameWidth,
        t.videoFieldType, t.maximumBitDepth, cut.videoDisplayFormat, t].join()`),
    ).toBe('1280,720,1280,1,true,109,[object SequenceSettings]');
  });

  test('every field that the host lists is there', async () => {
    const names =
      `audioChannelCount audioChannelType audioDisplayFormat audioSampleRate compositeLinearColor
      editingMode maximumBitDepth maximumRenderQuality previewCodec previewFileFormat previewFrameHeight
      previewFrameWidth videoDisplayFormat videoFieldType videoFrameHeight videoFrameRate videoFrameWidth
      videoPixelAspectRatio vrHorzCapturedView vrLayout vrProjection vrVertCapturedView workingColorSpace
      workingColorSpaceList`.split(/\s+/);
    const script = `var s = cut.getSettings(), names = '${names.join(' ')}'.split(' '), missing = [], i;
      for (i = 0; i < names.length; i++) if (s[names[i]] === undefined) missing.push(names[i]);
      missing.join()`;
    expect(await run(script)).toBe('');
    expect(await run(`s.videoPixelAspectRatio + s.workingColorSpaceList[0]`)).toBe(
      '1000000:1000000BT.709 RGB Full',
    );
  });

  test('a rate where a duration is expected destroys the sequence', async () => {
    await run(`var s = cut.getSettings(), rate = new Time(); rate.seconds = 25;
      s.videoFrameRate = rate; cut.setSettings(s)`);
    expect(await run(`[cut.timebase, cut.videoTracks[0].clips.numItems].join()`)).toBe(
      `${seconds(25)},0`,
    );
    expect(await failure(`cut.getSettings().videoFrameRate = 25`)).toBe(
      'Error: Illegal Parameter type',
    );
  });

  test('in 26.3 a frame size does not land and the pixel aspect cannot be set', async () => {
    const later = await openTestPremiere({ version: '26' });
    await later.run(`var cut = made('Cut', bring('/cards/A001.mov')), s = cut.getSettings();
      s.videoFrameWidth = 1280; cut.setSettings(s)`);
    expect(await later.run(`cut.frameSizeHorizontal`)).toBe('1920');
    expect(await later.run(`try { s.videoPixelAspectRatio = '1:1' } catch (e) { e.message }`)).toBe(
      'Cannot set property videoPixelAspectRatio',
    );
  });
});

describe('in and out', () => {
  test('are seconds in text or a Time, fall to the frame below, and can be unset by what unset reads as', async () => {
    await run(
      `cut.setInPoint(at('${(BigInt(frames25(26)) + 3n).toString()}')); cut.setOutPoint(4)`,
    );
    expect(await run(`cut.getInPoint() + '|' + cut.getOutPoint() + typeof cut.getInPoint()`)).toBe(
      '1.04|4string',
    );
    await run(`cut.setInPoint(-400000)`);
    expect(await run(`[cut.getInPoint(), cut.getInPointAsTime().seconds].join()`)).toBe(
      '-400000,-400000',
    );
    expect(await failure(`cut.setOutPoint('${seconds(2)}')`)).toBe('Error: Illegal Parameter type');
  });

  test('an in point behind the out point unsets that', async () => {
    await run(`cut.setInPoint(1); cut.setOutPoint(4); cut.setInPoint(6)`);
    expect(await run(`cut.getInPoint() + ',' + cut.getOutPoint()`)).toBe('6,-400000');
  });

  test('the work area is the whole sequence until it is moved', async () => {
    expect(
      await run(
        `[cut.getWorkAreaInPoint(), cut.getWorkAreaOutPoint(), cut.isWorkAreaEnabled()].join()`,
      ),
    ).toBe('0,10,false');
    await run(
      `cut.setWorkAreaInPoint(2); cut.setWorkAreaOutPoint(at('${seconds(4)}')); cut.setWorkAreaEnabled(1)`,
    );
    expect(
      await run(
        `[cut.getWorkAreaInPointAsTime().seconds, cut.getWorkAreaOutPointAsTime().seconds, cut.isWorkAreaEnabled()].join()`,
      ),
    ).toBe('2,4,true');
  });
});

describe('sequences made of a sequence', () => {
  test('a clone stands beside its original and does not come to the front', async () => {
    await run(`var bin = root.createBin('Cuts'); cut.projectItem.moveBin(bin); cut.clone()`);
    expect(
      await run(
        `[project.activeSequence.name, bin.children.numItems, bin.children[1].name].join()`,
      ),
    ).toBe('Cut,2,Cut Copy');
    expect(
      await run(`project.sequences[1].videoTracks[0].clips[0].getLinkedItems().numItems`),
    ).toBe('1');
  });

  test('a subsequence is in to out of the targeted tracks, beginning at 0', async () => {
    await run(`cut.setInPoint(2); cut.setOutPoint(6); cut.audioTracks[0].setTargeted(false, true);
      var part = cut.createSubsequence(false), all = cut.createSubsequence(true)`);
    expect(
      await run(
        `[part.name, shape(part.videoTracks[0]), part.audioTracks.numTracks, part.end].join('|')`,
      ),
    ).toBe(`Cut_Sub_01|A001.mov 0-4@2|2|${seconds(4)}`);
    expect(await run(`all.name + shape(all.audioTracks[0])`)).toBe('Cut_Sub_02A001.mov 0-4@2');
    expect(await run(`shape(cut.videoTracks[0])`)).toBe('A001.mov 0-10@0');
  });

  test('a reframed copy keeps the height of a wider original', async () => {
    expect(
      await run(`var tall = cut.autoReframeSequence(9, 16, 'default', 'Tall', false);
        [tall.name, tall.frameSizeHorizontal, tall.frameSizeVertical, cut.isDoneAnalyzingForVideoEffects()].join()`),
    ).toBe('Tall,608,1080,true');
  });

  test('closing the one in front brings another that is open to the front', async () => {
    await run(`var second = made('Second', clip)`);
    expect(await run(`second.close() + project.activeSequence.name`)).toBe('trueCut');
    await run(`cut.close()`);
    expect(await run(`String(!project.activeSequence)`)).toBe('true');
  });

  test('a deleted sequence is stale', async () => {
    await run(`var track = cut.videoTracks[0], use = track.clips[0]; project.deleteSequence(cut)`);
    expect(await run(`[typeof cut.name, typeof track.name, typeof use.name].join()`)).toBe(
      'undefined,undefined,undefined',
    );
    expect(await failure(`cut.getSettings()`)).toBe('Error: Object is invalid');
  });
});

test('captions are made of caption files, from 15 on, in one of the formats of Sequence', async () => {
  const captions = `${premiere.folder}/words.srt`;
  fs.writeFileSync(captions, '1\n00:00:01,000 --> 00:00:02,000\nHallo\n');
  await run(`project.importFiles(['${captions}'], true, root, false)`);
  expect(await run(`cut.createCaptionTrack(clip, 0, Sequence.CAPTION_FORMAT_SUBTITLE)`)).toBe(
    'false',
  );
  expect(await run(`typeof cut.captionTracks + typeof Sequence.CAPTION_FORMAT_608`)).toBe(
    'undefinednumber',
  );
  const older = await openTestPremiere({ version: '2020' });
  await older.run(`var cut = made('Cut', bring('/cards/A001.mov'))`);
  expect(
    await older.run(`typeof cut.createCaptionTrack + typeof Sequence.CAPTION_FORMAT_608`),
  ).toBe('undefinedundefined');
});

test('a selection is set as a whole and read as a real array', async () => {
  await run(`cut.setSelection([cut.videoTracks[0].clips[0]])`);
  expect(
    await run(
      `var s = cut.getSelection(); [s instanceof Array, s.length, s[0].mediaType, cut.audioTracks[0].clips[0].isSelected()].join()`,
    ),
  ).toBe('true,1,Video,false');
  expect(await run(`cut.setSelection([]); cut.getSelection().length`)).toBe('0');
});

test('a preset decides raster, rate, labels and tracks', async () => {
  const preset = `${premiere.folder}/Own.sqpreset`;
  fs.writeFileSync(
    preset,
    `<PremiereData Version="3"><SequencePreset ObjectID="1"><VideoTimeDisplay>103</VideoTimeDisplay>
      <VideoFrameRate>8475667200</VideoFrameRate><VideoFrameSize>0,0,1080,1920</VideoFrameSize>
      <AudioFrameRate>5292000</AudioFrameRate><VideoFieldType>2</VideoFieldType>
      <VideoPixelAspectRatio>10,11</VideoPixelAspectRatio><InitialNumberOfVideoTracks>5</InitialNumberOfVideoTracks>
      <AudioTracks>[{"mTrackID":-1},{"mTrackID":-1},{"mTrackID":-1},{"mTrackID":-1}]</AudioTracks>
    </SequencePreset></PremiereData>`,
  );
  await run(`var own = project.newSequence('Own', '${preset}'), s = own.getSettings()`);
  expect(
    await run(`[own.timebase, own.frameSizeVertical, own.videoDisplayFormat, own.videoTracks.numTracks,
      own.audioTracks.numTracks, s.videoFieldType, s.videoPixelAspectRatio].join()`),
  ).toBe('8475667200,1920,103,5,4,2,10000000:11000000');
});

test('all of a sequence is there again after saving and opening', async () => {
  await run(`cut.setInPoint(1); cut.setWorkAreaOutPoint(4); cut.setWorkAreaEnabled(true); cut.setPlayerPosition('${seconds(2)}');
    cut.attachCustomProperty('revision', 'r3'); cut.videoDisplayFormat = 109; cut.audioTracks[1].setLocked(1);
    cut.videoTracks[0].clips[0].setSelected(1, 1); cut.workingColorSpace = 'BT.2020 RGB Full'; project.save()`);
  const saved = fs.readFileSync(premiere.projectPath, 'utf8');
  const again = openSimulatedPremiere({ projectPath: premiere.projectPath, media: premiere.media });
  const answer = await again.evalScript(`var cut = app.project.activeSequence;
    [cut.getInPoint(), cut.getWorkAreaOutPoint(), cut.isWorkAreaEnabled(), cut.getPlayerPosition().seconds, cut.videoDisplayFormat,
      cut.audioTracks[1].isLocked(), cut.getSelection().length, cut.workingColorSpace, cut.videoTracks[2].id,
      cut.videoTracks[0].clips[0].getLinkedItems().numItems].join()`);
  expect(answer).toBe('1,4,true,2,109,true,1,BT.2020 RGB Full,3,1');
  again.save();
  expect(fs.readFileSync(premiere.projectPath, 'utf8')).toBe(saved);
});
