import { openUxpPremiere } from '../../helpers/uxpPremiere';
import { describeUxp } from './describeUxp';

const names = `var text = [], i; for (i = 0; i < root.children.numItems; i++) text.push(root.children[i].name); text.join()`;

describe('Project', () => {
  describeUxp('', [
    [
      'name, path, guid',
      `[project.name, project.path.endsWith('Show.sfproj'), typeof project.guid.toString()]`,
      ['Show.sfproj', true, 'string'],
    ],
    ['getProject', `ppro.Project.getProject(project.guid).name`, 'Show.sfproj'],
    ['getActiveSequence without one', `await project.getActiveSequence()`, null],
    [
      'importFiles into the root by null',
      `await project.importFiles(['/cards/A001.mov'], true, null, false)`,
      true,
      [names, 'A001.mov'],
    ],
    [
      'importFiles says true of what is not there',
      `await project.importFiles(['/nowhere.mov'], true, null, false)`,
      true,
      [names, ''],
    ],
    [
      'importFiles into a bin',
      `edit(() => root.createBinAction('Day', false)); await project.importFiles(['/cards/A001.mov'], true, await find('Day'), false)`,
      true,
      [`root.children[0].children[0].name`, 'A001.mov'],
    ],
    [
      'importFiles with an undefined bin throws',
      `await project.importFiles(['/cards/A001.mov'], true, undefined, false).catch((error) => error.message)`,
      'Illegal Parameter type',
      [names, ''],
    ],
    [
      'createSequence',
      `const cut = await project.createSequence('Cut'); [cut.name, (await project.getActiveSequence()).name, (await project.getSequences()).length, project.getSequence(cut.guid).name]`,
      ['Cut', 'Cut', 1, 'Cut'],
      [`project.activeSequence.name`, 'Cut'],
    ],
    [
      'createSequenceFromMedia',
      `await project.importFiles(['/cards/B001.mov'], true, null, false);
       const cut = await project.createSequenceFromMedia('Cut', [await find('B001.mov')], root); await cut.getTimebase()`,
      '10594584000',
      [`project.sequences[0].videoTracks[0].clips.numItems`, '1'],
    ],
    [
      'setActiveSequence and deleteSequence',
      `const one = await project.createSequence('One'), two = await project.createSequence('Two');
       [await project.setActiveSequence(one), (await project.getActiveSequence()).name, await project.deleteSequence(two)]`,
      [true, 'One', true],
      [`project.sequences.numSequences + project.activeSequence.name`, '1One'],
    ],
    [
      'openSequence and closeSequence',
      `const one = await project.createSequence('One'), two = await project.createSequence('Two');
       [await project.closeSequence(two), (await project.getActiveSequence()).name, await project.openSequence(two), (await project.getActiveSequence()).name]`,
      [true, 'One', true, 'Two'],
    ],
    ['save', `[await project.save(), ppro.Project.isProject(project.path)]`, [true, true]],
    ['close', `[await project.close(), await ppro.Project.getActiveProject()]`, [true, null]],
  ]);

  test('saveAs, createProject and open', async () => {
    const { uxp, folder, run } = await openUxpPremiere();
    const script = `const folder = ${JSON.stringify(folder)};
      const made = await ppro.Project.createProject(folder + '/Second.sfproj');
      const first = await project.saveAs(folder + '/First.sfproj');
      await made.close(); const again = await ppro.Project.open(folder + '/Second.sfproj');
      [first, project.name, again.name, (await ppro.Project.getActiveProject()).name]`;
    expect(await uxp(script)).toEqual([true, 'First.sfproj', 'Second.sfproj', 'Second.sfproj']);
    expect(await run('app.project.name')).toBe('Second.sfproj');
  });

  test('one face sees what the other does', async () => {
    const { uxp, run, premiere } = await openUxpPremiere();
    await run(`root.createBin('By ExtendScript'); 1`);
    await uxp(`edit(() => root.createBinAction('By UXP', false))`);
    expect(await uxp(`names()`)).toBe('By ExtendScript,By UXP');
    expect(await run(names)).toBe('By ExtendScript,By UXP');
    expect(premiere.snapshot().bins.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/By ExtendScript', '/By UXP']),
    );
  });
});

describe('FolderItem and ProjectItem', () => {
  describeUxp(`var day = root.createBin('Day'), clip = bring('/cards/A001.mov')`, [
    [
      'createBinAction',
      `edit(() => root.createBinAction('Day', false)); names()`,
      'Day,A001.mov,Day',
    ],
    [
      'createBinAction makes names unique',
      `edit(() => root.createBinAction('Day', true)); names()`,
      'Day,A001.mov,Day 1',
    ],
    [
      'createSmartBinAction',
      `edit(() => root.createSmartBinAction('Found', 'A001'))`,
      true,
      [names, 'Day,A001.mov,Found'],
    ],
    [
      'createRenameBinAction',
      `const bin = ppro.FolderItem.cast(await find('Day')); edit(() => bin.createRenameBinAction('Night'))`,
      true,
      [`day.name`, 'Night'],
    ],
    [
      'createSetNameAction',
      `const item = await find('A001.mov'); edit(() => item.createSetNameAction('24A'))`,
      true,
      [`clip.name`, '24A'],
    ],
    [
      'createMoveItemAction',
      `const item = await find('A001.mov'), bin = ppro.FolderItem.cast(await find('Day'));
       edit(() => root.createMoveItemAction(item, bin)); [await names(), await names(bin), item.getParentBin().name]`,
      ['Day', 'A001.mov', 'Day'],
      [`day.children[0].name`, 'A001.mov'],
    ],
    [
      'createRemoveItemAction',
      `const item = await find('A001.mov'); edit(() => root.createRemoveItemAction(item)); names()`,
      'Day',
      [names, 'Day'],
    ],
    [
      'createSetColorLabelAction',
      `const item = await find('A001.mov'); edit(() => item.createSetColorLabelAction(ppro.Constants.ProjectItemColorLabel.ROSE)); await item.getColorLabelIndex()`,
      6,
      [`clip.getColorLabel()`, '6'],
    ],
    ['getId is the node id', `(await find('A001.mov')).getId().length`, 8],
    [
      'getParentBin, getProject',
      `const item = await find('A001.mov'); [item.getParentBin().name === root.name, (await item.getProject()).name]`,
      [true, 'Show.sfproj'],
    ],
    ['type', `(await root.getItems()).map((item) => item.type)`, [2, 1]],
    [
      'cast',
      `const [bin, item] = await root.getItems();
       [ppro.FolderItem.cast(bin).name, ppro.FolderItem.cast(item), ppro.ClipProjectItem.cast(bin), ppro.ClipProjectItem.cast(item).name, ppro.ProjectItem.cast(ppro.ClipProjectItem.cast(item)).name]`,
      ['Day', null, null, 'A001.mov', 'A001.mov'],
    ],
    [
      'an item that is gone is invalid',
      `const item = await find('A001.mov'); edit(() => root.createRemoveItemAction(item)); try { item.getId() } catch (error) { return error.message }`,
      'Object is invalid',
    ],
    [
      'an item of another bin is illegal to remove',
      `const bin = ppro.FolderItem.cast(await find('Day')), item = await find('A001.mov'); try { edit(() => bin.createRemoveItemAction(item)) } catch (error) { return error.message }`,
      'Illegal Parameter type',
    ],
    [
      'ProjectUtils.getSelection',
      `(await (await ppro.ProjectUtils.getSelection(project)).getItems()).length`,
      0,
    ],
    [
      'members that others make up are not there',
      `const item = await find('A001.mov'); [typeof item.getMediaFilePath, typeof root.getId, typeof root.getParentBin, typeof project.createSetNameAction]`,
      ['undefined', 'undefined', 'undefined', 'undefined'],
    ],
  ]);
});

describe('ClipProjectItem', () => {
  const item = `const item = ppro.ClipProjectItem.cast(await find('A001.mov'));`;
  describeUxp(`var clip = bring('/cards/A001.mov')`, [
    ['getMediaFilePath', `${item} await item.getMediaFilePath()`, '/cards/A001.mov'],
    [
      'isOffline, isSequence, canProxy, hasProxy',
      `${item} [await item.isOffline(), await item.isSequence(), await item.canProxy(), await item.hasProxy()]`,
      [false, false, true, false],
    ],
    [
      'getContentType',
      `${item} await item.getContentType() === ppro.Constants.ContentType.MEDIA`,
      true,
    ],
    [
      'createSetInOutPointsAction',
      `${item} edit(() => item.createSetInOutPointsAction(time(2), time(4)));
       [(await item.getInPoint(ppro.Constants.MediaType.VIDEO)).seconds, (await item.getOutPoint(ppro.Constants.MediaType.ANY)).seconds]`,
      [2, 4],
      [`clip.getInPoint(4).seconds + '-' + clip.getOutPoint(4).seconds`, '2-4'],
    ],
    [
      'createSetInPointAction, createSetOutPointAction',
      `${item} edit(() => item.createSetInPointAction(time(1)), () => item.createSetOutPointAction(time(3)))`,
      true,
      [`clip.getInPoint(4).seconds + '-' + clip.getOutPoint(4).seconds`, '1-3'],
    ],
    [
      'createClearInOutPointsAction',
      `${item} edit(() => item.createSetInPointAction(time(2))); edit(() => item.createClearInOutPointsAction()); (await item.getInPoint()).seconds`,
      0,
    ],
    [
      'createSetOfflineAction',
      `${item} edit(() => item.createSetOfflineAction()); await item.isOffline()`,
      true,
      [`clip.isOffline()`, 'true'],
    ],
    [
      'changeMediaFilePath',
      `${item} await item.changeMediaFilePath('/cards/A002.mov', true)`,
      true,
      [`clip.getMediaPath()`, '/cards/A002.mov'],
    ],
    [
      'findItemsMatchingMediaPath',
      `${item} (await item.findItemsMatchingMediaPath('A001', true)).map((found) => found.name)`,
      ['A001.mov'],
    ],
    [
      'createSubClipAction',
      `${item} edit(() => item.createSubClipAction('Part', time(1), time(2), true, { takeAudio: false })); names()`,
      'A001.mov,Part',
      [`root.children[1].getOutPoint(4).seconds`, '2'],
    ],
    [
      'getMedia',
      `${item} const media = await item.getMedia(); edit(() => media.createSetStartAction(time(3600))); [media.start.seconds, media.duration.seconds > 0]`,
      [3600, true],
      [`clip.startTime().seconds`, '3600'],
    ],
    [
      'getSequence',
      `const cut = await project.createSequence('Cut'); const item = ppro.ClipProjectItem.cast(await cut.getProjectItem()); [await item.isSequence(), (await item.getSequence()).name]`,
      [true, 'Cut'],
    ],
    [
      'createSetOverrideFrameRateAction',
      `${item} edit(() => item.createSetOverrideFrameRateAction(24))`,
      true,
      [`clip.getFootageInterpretation().frameRate`, '24'],
    ],
  ]);
});

describe('Metadata', () => {
  describeUxp(`var clip = bring('/cards/A001.mov')`, [
    [
      'createSetProjectMetadataAction',
      `const item = await find('A001.mov');
       const packet = \`<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:p="http://ns.adobe.com/premierePrivateProjectMetaData/1.0/"><p:Column.PropertyText.Scene>24</p:Column.PropertyText.Scene></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>\`;
       edit(() => ppro.Metadata.createSetProjectMetadataAction(item, packet, ['Column.PropertyText.Scene']));
       /Scene[^>]*>24</.test(await ppro.Metadata.getProjectMetadata(item))`,
      true,
      [`/Scene[^>]*>24</.test(clip.getProjectMetadata())`, 'true'],
    ],
    [
      'getProjectColumnsMetadata',
      `JSON.parse(await ppro.Metadata.getProjectColumnsMetadata(await find('A001.mov'))).some(({ ColumnValue }) => ColumnValue === 'A001.mov')`,
      true,
    ],
    [
      'needs the lock as well',
      `const item = await find('A001.mov'); try { ppro.Metadata.createSetXMPMetadataAction(item, '<x/>') } catch (error) { return /lockedAccess/.test(error.message) }`,
      true,
    ],
    [
      'addPropertyToProjectMetadataSchema',
      `await ppro.Metadata.addPropertyToProjectMetadataSchema('roll', 'Roll', ppro.Constants.MetadataType.TEXT)`,
      true,
    ],
  ]);
});
