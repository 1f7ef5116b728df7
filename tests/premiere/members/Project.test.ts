import { describeMembers, openForMembers, until } from './describeMembers';

describeMembers(`var clip = bring('/cards/A001.mov'), mute = bring('/cards/A002.mov')`, [
  [
    'Project.activeSequence',
    'is falsy when there is none, and the one that was put there',
    [
      `var none = !project.activeSequence, one = made('One', clip), two = made('Two', clip); project.activeSequence = one`,
      `[none, project.activeSequence.name, project.activeSequence.sequenceID === one.sequenceID].join()`,
    ],
    'true,One,true',
  ],
  [
    'Project.rootItem',
    'is the bin of everything, of type 3',
    `[project.rootItem.type, project.rootItem.type === ProjectItemType.ROOT, project.rootItem.children.numItems].join()`,
    '3,true,2',
  ],
  [
    'Project.sequences',
    'lists them from 0, and nothing beyond',
    `made('One', clip); made('Two', clip);
     [project.sequences.numSequences, project.sequences[0].name, project.sequences[1].name, typeof project.sequences[2]].sort().join()`,
    '2,One,Two,undefined',
  ],
  [
    'Project.importFiles',
    'answers a boolean, gives no items, and puts them last into the bin',
    `var bin = root.createBin('In'); bring('/cards/B001.mov', bin);
     var answer = project.importFiles(['/cards/A001.mov', '/sound/mono.wav'], true, bin, false);
     [answer === true, bin.children.numItems, bin.children[1].getMediaPath(), bin.children[2].name].join()`,
    'true,3,/cards/A001.mov,mono.wav',
  ],
  [
    'Project.importFiles',
    'answers true for a file that is not there, and makes a second item of one that is',
    `var answer = project.importFiles(['/nowhere/A001.mov'], true, root, false); bring('/cards/A001.mov');
     [answer, root.children.numItems].join()`,
    'true,3',
  ],
  ['Project.path', 'is where the project lies', `project.path === folder + '/Show.sfproj'`, 'true'],
  ['Project.name', 'is the name of its file', `project.name`, 'Show.sfproj'],
  [
    'Project.save',
    'writes the file and answers nothing that is true',
    `var before = new File(project.path).exists, answer = project.save(); [before, !answer, new File(project.path).exists].join()`,
    'false,true,true',
  ],
  [
    'Project.getInsertionBin',
    'is the root until a bin is selected',
    `var before = project.getInsertionBin().nodeId === root.nodeId, bin = root.createBin('Day'); bin.select();
     before + ',' + (project.getInsertionBin().nodeId === bin.nodeId)`,
    'true,true',
  ],
  [
    'Project.saveAs',
    'goes on in the file it wrote',
    [
      `var other = folder + '/Other.sfproj', answer = project.saveAs(other)`,
      `[!answer, app.project.path === other, app.project.name, new File(other).exists].join()`,
    ],
    'true,true,Other.sfproj,true',
  ],
  [
    'Project.addPropertyToProjectMetadataSchema',
    'answers true, and undefined for a column that stands',
    `var first = project.addPropertyToProjectMetadataSchema('Mood', 'Mood', 2);
     first + ',' + project.addPropertyToProjectMetadataSchema('Mood', 'Mood', 2)`,
    'true,undefined',
  ],
  [
    'Project.createNewSequenceFromClips',
    'takes its settings from the first clip and lays the clips in order',
    `var bin = root.createBin('Cuts'), cut = project.createNewSequenceFromClips('Cut', [bring('/cards/B001.mov'), mute], bin);
     [cut.name, cut.timebase, bin.children[0].name, cut.videoTracks[0].clips[0].name, cut.videoTracks[0].clips[1].name].join()`,
    'Cut,10594584000,Cut,B001.mov,A002.mov',
  ],
  [
    'Project.deleteSequence',
    'takes the sequence and its item',
    `var cut = made('Cut', clip), answer = project.deleteSequence(cut);
     [answer === true, project.sequences.numSequences, root.children.numItems].join()`,
    'true,0,2',
  ],
  [
    'Project.openSequence',
    'brings a sequence to the front by its id',
    [
      `var one = made('One', clip), two = made('Two', clip), answer = project.openSequence(one.sequenceID)`,
      `[answer === true, project.activeSequence.name].join()`,
    ],
    'true,One',
  ],
  [
    'Project.documentID',
    'is text that tells projects apart',
    [
      `var first = project.documentID; app.newProject(folder + '/Other.sfproj')`,
      `[typeof first, first.length > 0, app.project.documentID !== first].join()`,
    ],
    'string,true,true',
  ],
  [
    'SequenceCollection.numSequences',
    'counts them, as length does',
    `made('One', clip); made('Two', clip); [project.sequences.numSequences, project.sequences.length].join()`,
    '2,2',
  ],
  [
    'Project.closeDocument',
    'closes the project',
    [`project.closeDocument(0, 0)`, `app.isDocumentOpen() + ',' + !app.project`],
    'false,true',
  ],
  [
    'Project.consolidateDuplicates',
    'makes one item of items over the same media',
    `bring('/cards/A001.mov'); project.consolidateDuplicates(); root.children.numItems`,
    '2',
  ],
  [
    'Project.importSequences',
    'brings sequences of another project with their media, in a bin of their own',
    [
      `var cut = made('Cut', clip), id = cut.sequenceID; project.save(); var source = project.path; app.newProject(folder + '/Other.sfproj')`,
      `app.project.importSequences(source, [id])`,
      until(`app.project.sequences.numSequences === 1`),
      `app.project.sequences[0].name`,
    ],
    'Cut',
  ],
]);

test('Project.createNewSequence: opens a dialog that blocks the script until it is closed', async () => {
  const { premiere } = await openForMembers('');
  const answer = premiere.evalScript(`project.createNewSequence('Cut', 'placeholder'); 'went on'`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(premiere.dialog()).not.toBeNull();
  premiere.dismissDialog();
  expect(await answer).toBe('went on');
});
