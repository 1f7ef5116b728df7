import fs from 'node:fs';
import path from 'node:path';
import { openTestPremiere, type TestPremiere } from '../../helpers/testPremiere';

let premiere: TestPremiere;
let run: TestPremiere['run'];
beforeEach(async () => {
  premiere = await openTestPremiere();
  ({ run } = premiere);
});

test('graphics white takes the luminances it names', async () => {
  expect(
    await run(`[project.getGraphicsWhiteLuminance(), project.getSupportedGraphicsWhiteLuminances().join(' '),
    project.setGraphicsWhiteLuminance(300), project.setGraphicsWhiteLuminance(250), project.getGraphicsWhiteLuminance()].join()`),
  ).toBe('203,100 203 300,true,false,300');
});

test('settings answer as documented, and nothing is shared', async () => {
  expect(
    await run(`[project.setScratchDiskPath('/scratch/', ScratchDiskType.FirstVideoPreviewFolder), project.setEnableTranscodeOnIngest(true), project.pauseGrowing(1),
      project.isSharedLocationCopyEnabled(), project.getSharedLocation(), project.isCloudProject, project.placeAsset(1), project.deleteAsset()].join()`),
  ).toBe('true,true,0,false,,false,false,0');
});

test('everything a script sets is there again when the project is opened', async () => {
  await run(`project.setGraphicsWhiteLuminance(100); project.setScratchDiskPath('/scratch/', ScratchDiskType.FirstVideoPreviewFolder); project.setEnableTranscodeOnIngest(1);
    project.pauseGrowing(1); project.setProjectPanelMetadata('<layout/>'); root.createSmartBin('Search', 'x'); root.createBin('Day').select();
    var clip = bring('/cards/A001.mov', project.getInsertionBin()), seen = clip.getFootageInterpretation(); seen.fieldType = 2; seen.pixelAspectRatio = 2; clip.setFootageInterpretation(seen);
    clip.setInPoint(1, 1); clip.setOutPoint(3, 2); clip.setOverrideColorSpace('BT.2020'); clip.setScaleToFrameSize(); clip.timeDisplayFormat = 109; clip.createSubClip('Sound', 0, 1, 0, 0, 1);
    project.newBarsAndTone(1920, 1080, '10160640000', 16, 15, 48000, 'Bars'); bring('/cards/A002.mov').setOffline(); project.save()`);
  const saved = fs.readFileSync(premiere.projectPath, 'utf8');
  const again = await openTestPremiere({ projectPath: premiere.projectPath });
  await again.run(`project.save()`);
  expect(fs.readFileSync(premiere.projectPath, 'utf8')).toBe(saved);
  expect(
    await again.run(`var clip = project.getInsertionBin().children[0]; [clip.getInPoint(1).seconds, clip.getInPoint(2).seconds, clip.getOutPoint(2).seconds, clip.getColorSpace().name,
      clip.getFootageInterpretation().fieldType, clip.timeDisplayFormat, project.getProjectPanelMetadata(), project.getGraphicsWhiteLuminance()].join()`),
  ).toBe('1,0,3,BT.2020,2,109,<layout/>,100');
});

test('saving under another name goes on there, and stays where it was when it cannot be written', async () => {
  const target = path.join(premiere.folder, 'Later.sfproj');
  expect(
    await run(
      `[project.saveAs(${JSON.stringify(target)}), project.name, root.name, root.treePath].join()`,
    ),
  ).toBe('0,Later.sfproj,Later.sfproj,\\Later.sfproj');
  const blocked = path.join(premiere.folder, 'Blocked.sfproj');
  fs.mkdirSync(path.join(blocked, 'in the way'), { recursive: true });
  await expect(run(`project.saveAs(${JSON.stringify(blocked)})`)).rejects.toThrow(
    'could not be saved',
  );
  expect(await run(`project.path`)).toBe(target);
});

test('closing a changed project asks when it is told to, and blocks until somebody answers', async () => {
  await run(`project.save(); root.createBin('A')`);
  const answer = premiere.premiere.evalScript(`project.closeDocument(0, 1)`);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(premiere.premiere.dialog()).toBe('Save changes to “Show.sfproj”?');
  premiere.premiere.dismissDialog();
  expect(await answer).toBe('true');
});

test('closing a saved project asks nobody', async () => {
  await run(`project.save(); project.closeDocument(0, 1)`);
  expect(premiere.premiere.dialog()).toBeNull();
});

test('sequences are made from clips alone, and of no clips there is none', async () => {
  await run(`var bin = root.createBin('A')`);
  expect(await run(`project.createNewSequenceFromClips('Cut', [], root)`)).toBe('0');
  await expect(run(`project.createNewSequenceFromClips('Cut', [bin], root)`)).rejects.toThrow(
    'Illegal Parameter type',
  );
});

test('newSequence is there where the version has it', async () => {
  expect(await run(`typeof project.newSequence`)).toBe('function');
  const without = await openTestPremiere({ behaviour: { hasNewSequence: false } });
  expect(await without.run(`typeof project.newSequence`)).toBe('undefined');
});

test('opening and setting the active sequence tells who listens, once', async () => {
  await run(
    `var clip = bring('/cards/A001.mov'), one = made('One', clip), two = made('Two', clip), heard = []`,
  );
  await run(
    `app.bind('onSequenceActivated', function () { heard.push(app.project.activeSequence.name); })`,
  );
  await run(`project.openSequence(one.sequenceID); project.openSequence(one.sequenceID)`);
  await run(`project.activeSequence = two`);
  expect(await run(`heard.join() + project.openSequence('no such')`)).toBe('One,Twofalse');
});
