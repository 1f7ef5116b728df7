import fs from 'node:fs';
import path from 'node:path';
import { openTestPremiere, type TestPremiere } from '../../helpers/testPremiere';

let premiere: TestPremiere;
let run: TestPremiere['run'];
beforeEach(async () => {
  premiere = await openTestPremiere();
  ({ run } = premiere);
});

test('preferences are texts by key, with the names of the labels among them', async () => {
  expect(
    await run(`var p = app.properties; [p.getProperty('BE.Prefs.LabelNames.2'), p.doesPropertyExist('BE.Prefs.LabelNames.16'), p.getProperty('BE.Prefs.Audio.AutoPeakGeneration'),
      p.isPropertyReadOnly('BE.Prefs.LabelNames.2'), typeof p.getProperty('no.such')].join()`),
  ).toBe('Caribbean,false,true,false,undefined');
  expect(
    await run(`p.setProperty('BE.Prefs.LabelNames.0', 'Red'); p.setProperty('own.key', 1, 1, false); p.setProperty('own.other', false);
      [p.getProperty('BE.Prefs.LabelNames.0'), p.doesPropertyExist('own.key'), p.getProperty('own.other'), p.clearProperty('own.other'), p.doesPropertyExist('own.other')].join()`),
  ).toBe('Red,false,false,true,false');
});

test('the source monitor plays the clip in front and goes back to the one before', async () => {
  await run(`var clip = bring('/cards/A001.mov'); clip.setInPoint(2, 4); app.sourceMonitor.openProjectItem(clip);
    app.sourceMonitor.openProjectItem(bring('/cards/A002.mov'))`);
  expect(
    await run(
      `var m = app.sourceMonitor; [m.getProjectItem().name, m.closeClip(), m.getProjectItem().name, m.getPosition().seconds].join()`,
    ),
  ).toBe('A002.mov,0,A001.mov,2');
  await run(`m.play(4); $.sleep(30); m.play(0)`);
  expect(
    await run(
      `var stands = m.getPosition().seconds; $.sleep(20); stands > 2 && stands === m.getPosition().seconds`,
    ),
  ).toBe('true');
  expect(
    await run(
      `[m.openFilePath('/sound/mono.wav'), m.getProjectItem(), m.openFilePath('/no.mov'), m.openProjectItem(root), m.closeAllClips(), m.getPosition().seconds, typeof m.setPosition].join()`,
    ),
  ).toBe('true,,false,false,0,0,undefined');
});

test('switches are kept and answered', async () => {
  expect(
    await run(`[app.getEnableProxies(), app.setEnableProxies(1), app.getEnableProxies(), app.setWorkspace('Color'), app.setWorkspace('No such'), app.getWorkspaces().join().indexOf('Editing') >= 0,
      app.setEnableTranscodeOnIngest(true), app.setScratchDiskPath('/tmp', ScratchDiskType.FirstAutoSaveFolder), app.broadcastPrefsChanged('x'), app.trace('t')].join()`),
  ).toBe('0,1,1,true,false,true,true,true,true,true');
});

test('paths and numbers of the application are texts', async () => {
  expect(
    await run(`[typeof app.getAppPrefPath, typeof app.getPProPrefPath, typeof app.getAppSystemPrefPath, typeof app.getPProSystemPrefPath, typeof app.learnPanelContentDirPath,
      parseInt(app.build) > 0, /2025/.test(app.path), app.userGuid.length].join()`),
  ).toBe('string,string,string,string,string,true,true,36');
});

test('a file is a document when it is a project, whatever its name', async () => {
  const text = path.join(premiere.folder, 'notes.prproj');
  fs.writeFileSync(text, 'notes');
  await run(`project.save()`);
  expect(
    await run(
      `[app.isDocument(project.path), app.isDocument(${JSON.stringify(text)}), app.isDocument('/no/such')].join()`,
    ),
  ).toBe('true,false,false');
});

test('a project is not made in a folder that is not there', async () => {
  expect(
    await run(`app.newProject('/no/such/folder/Show.sfproj') + ',' + app.projects.numProjects`),
  ).toBe('false,1');
});

test('selections belong to a view, and a view to a project', async () => {
  const other = JSON.stringify(path.join(premiere.folder, 'Other.sfproj'));
  await run(
    `var clip = bring('/cards/A001.mov'); app.newProject(${other}); var views = app.getProjectViewIDs()`,
  );
  expect(
    await run(`app.setProjectViewSelection([clip], views[0]); [app.getProjectViewSelection(views[0])[0].name, app.getProjectViewSelection(views[1]), app.getCurrentProjectViewSelection(),
    app.getProjectFromViewID(views[1]).name, app.getProjectFromViewID('x'), app.getProjectViewSelection('x')].join()`),
  ).toBe('A001.mov,,,Other.sfproj,,');
});

test('a production is a folder of projects that opens and closes as one', async () => {
  const folder = path.join(premiere.folder, 'Season');
  fs.mkdirSync(folder);
  await run(`project.save()`);
  const [from, to] = [premiere.projectPath, path.join(folder, 'E1.sfproj')].map((file) =>
    JSON.stringify(file),
  );
  fs.copyFileSync(premiere.projectPath, path.join(folder, 'E0.sfproj'));
  expect(await run(`[app.production, app.openPrProduction('/no/such')].join()`)).toBe(',');
  expect(
    await run(
      `var p = app.openPrProduction(${JSON.stringify(folder)}); [app.production.name, p.projects.numProjects, p.projects[0].name, p.addProject(${from}, ${to}), p.addProject(${from}, ${to})].join()`,
    ),
  ).toBe('Season,1,E0.sfproj,true,false');
  expect(
    await run(
      `var one = p.projects[0]; p.setLocked(one, true); [p.getLocked(one), p.setLocked(one, false), p.getLocked(one)].join()`,
    ),
  ).toBe('true,true,false');
  expect(await run(`p.moveToTrash(${to}, true, false)`)).toBe('true');
  expect(fs.existsSync(path.join(folder, 'Trash', 'E1.sfproj'))).toBe(true);
  expect(
    await run(`p.close(); [app.production, app.projects.numProjects, typeof p.name].join()`),
  ).toBe(',1,undefined');
});

test('what closed services left behind answers that there is nothing', async () => {
  expect(
    await run(`[app.anywhere.isProductionOpen(), app.anywhere.listProductions(), app.anywhere.getAuthenticationToken(), app.csxs.resourceCentral.validateClient('x'), typeof app.metadata.addMarker, app.metadata.getMetadata,
      document.getFilePath() === project.path, document.importFiles(['/cards/A001.mov']), root.children.numItems, typeof app.getConstant('x')].join()`),
  ).toBe('false,0,0,false,function,,true,true,1,undefined');
  const report = path.join(premiere.folder, 'report.txt');
  await run(`new SystemCompatibilityReport().CreateReport(${JSON.stringify(report)})`);
  expect(fs.readFileSync(report, 'utf8')).toContain('Premiere Pro 25.6.0');
});

test('enumerations are there, and what no source knows is not', async () => {
  expect(
    await run(`[ProjectItemType.CLIP, ProjectItemType.BIN, ProjectItemType.ROOT, ProjectItemType.FILE, typeof ProjectItemType.SEQUENCE, typeof ScratchDiskType.FirstCapsuleMediaFolder, typeof RegisteredDirectories, typeof UtilityFunctions,
      typeof app.name, typeof app.mainWindow, typeof project.undo, typeof project.getScratchDiskPath, typeof root.hasVideo, typeof root.remove, typeof root.parentBin].join()`),
  ).toBe(
    '1,2,3,4,undefined,string,object,object,undefined,undefined,undefined,undefined,undefined,undefined,undefined',
  );
});

test('asking Premiere to quit leaves it running for whoever opened it', async () => {
  expect(await run(`app.quit()`)).toBe('undefined');
  expect(await run(`app.isDocumentOpen()`)).toBe('true');
});

describe('versions', () => {
  test('before 15.4 the selection of the current view is not there', async () => {
    const old = await openTestPremiere({ version: '2020' });
    expect(
      await old.run(
        `[typeof app.getCurrentProjectViewSelection, typeof app.getProjectViewSelection, app.version].join()`,
      ),
    ).toBe('undefined,function,14.0.0');
    expect(await run(`typeof app.getCurrentProjectViewSelection`)).toBe('function');
  });

  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [0, '0'],
  ] as const)('no active sequence is %s where the version has it so', async (noSequence, text) => {
    const here = await openTestPremiere({ behaviour: { noSequence } });
    expect(await here.run(`String(project.activeSequence)`)).toBe(text);
  });

  test('a project and a sequence come to the front only some scripts later', async () => {
    const lag = await openTestPremiere({ behaviour: { focusLag: 2 } });
    const other = JSON.stringify(path.join(lag.folder, 'Other.sfproj'));
    expect(await lag.run(`app.newProject(${other}) + app.project.name`)).toBe('trueShow.sfproj');
    expect([await lag.run(`app.project.name`), await lag.run(`app.project.name`)]).toEqual([
      'Show.sfproj',
      'Other.sfproj',
    ]);
    await lag.run(
      `project = app.project; root = project.rootItem; var one = made('One', bring('/cards/A001.mov')), two = made('Two', root.children[0])`,
    );
    await lag.run(`0`);
    await lag.run(`0`);
    expect(
      await lag.run(`project.openSequence(one.sequenceID) + project.activeSequence.name`),
    ).toBe('trueTwo');
    expect([
      await lag.run(`project.activeSequence.name`),
      await lag.run(`project.activeSequence.name`),
    ]).toEqual(['Two', 'One']);
  });
});
