import fs from 'node:fs';
import path from 'node:path';
import { openTestPremiere, type TestPremiere } from '../../helpers/testPremiere';

let run: TestPremiere['run'];
let premiere: TestPremiere;
beforeEach(async () => {
  premiere = await openTestPremiere();
  ({ run } = premiere);
});

test('bins are made in bins alone, and search bins are bins that hold nothing', async () => {
  await run(`var clip = bring('/cards/A001.mov')`);
  expect(await run(`[clip.createBin('A'), clip.createSmartBin('A', 'x')].join()`)).toBe('0,0');
  expect(
    await run(
      `var smart = root.createSmartBin('Search', 'A001'); [smart.type, smart.name, smart.children.numItems, smart.createBin('B')].join()`,
    ),
  ).toBe('2,Search,0,0');
  await run(`clip.moveBin(smart)`);
  expect(await run(`smart.children.numItems + ',' + clip.treePath`)).toBe(
    '0,\\Show.sfproj\\A001.mov',
  );
});

test('only bins are renamed as bins, and the root is named after its file', async () => {
  await run(
    `var clip = bring('/cards/A001.mov'); clip.renameBin('B'); root.name = 'R'; root.renameBin('R')`,
  );
  expect(await run(`clip.name + ',' + root.name`)).toBe('A001.mov,Show.sfproj');
});

test('an item that was deleted reads undefined, throws when it is called, and cannot be given to a call', async () => {
  await run(
    `var bin = root.createBin('A'), inner = bin.createBin('B'), clip = bring('/cards/A001.mov', inner); bin.deleteBin()`,
  );
  expect(await run(`[typeof bin.name, typeof inner.nodeId, typeof clip.type].join()`)).toBe(
    'undefined,undefined,undefined',
  );
  await expect(run(`clip.getMediaPath()`)).rejects.toThrow('Object is invalid');
  await expect(run(`bring('/cards/A002.mov').moveBin(bin)`)).rejects.toThrow('Object is invalid');
});

test('a clip that was deleted while a sequence uses it is offline there', async () => {
  await run(
    `var bin = root.createBin('A'), clip = bring('/cards/A001.mov', bin), cut = made('Cut', clip); bin.deleteBin()`,
  );
  const use = `cut.videoTracks[0].clips[0]`;
  expect(
    await run(
      `[${use}.name, ${use}.projectItem.isOffline(), ${use}.projectItem.getMediaPath(), root.children.numItems].join()`,
    ),
  ).toBe('A001.mov,true,,1');
});

test('a nested sequence that was deleted leaves something offline of its length', async () => {
  await run(`var bin = root.createBin('A'), clip = bring('/cards/A001.mov'), inner = project.createNewSequenceFromClips('Inner', [clip], bin),
    outer = made('Outer', inner.projectItem), kept = inner.projectItem; bin.deleteBin()`);
  const use = `outer.videoTracks[0].clips[0]`;
  expect(
    await run(
      `[project.sequences.numSequences, typeof kept.name, ${use}.name, ${use}.duration.seconds, ${use}.projectItem.isSequence(), ${use}.projectItem.isOffline()].join()`,
    ),
  ).toBe('1,undefined,Inner,10,false,true');
  await run(`project.save()`);
  const saved = fs.readFileSync(premiere.projectPath, 'utf8');
  const again = await openTestPremiere({ projectPath: premiere.projectPath });
  await again.run(`project.save()`);
  expect(fs.readFileSync(premiere.projectPath, 'utf8')).toBe(saved);
});

test('selecting replaces what was selected, sets where imports go, and tells who listens', async () => {
  await run(`var bin = root.createBin('A'), clip = bring('/cards/A001.mov', bin), heard = '';
    app.bind('onSourceClipSelectedInProjectPanel', function (items, view) { heard += items.length + items[0].name + (items.viewID === view); })`);
  await run(`bin.select(); clip.select()`);
  expect(await run(`heard`)).toBe('1Atrue1A001.movtrue');
  expect(
    await run(
      `[project.getInsertionBin().name, app.getCurrentProjectViewSelection().length, app.getCurrentProjectViewSelection()[0].name].join()`,
    ),
  ).toBe('A,1,A001.mov');
  await run(`bin.deleteBin()`);
  expect(
    await run(`app.getCurrentProjectViewSelection() + ',' + project.getInsertionBin().name`),
  ).toBe('null,Show.sfproj');
});

test('duplicates become one item, which their uses then use', async () => {
  await run(`var bin = root.createBin('A'), first = bring('/cards/A001.mov', bin), second = bring('/cards/A001.mov'),
    part = second.createSubClip('part', 0, 1, 1), cut = made('Cut', second)`);
  expect(await run(`project.consolidateDuplicates()`)).toBe('0');
  expect(
    await run(
      `[root.findItemsMatchingMediaPath('A001', 1).length, typeof second.name, part.name, cut.videoTracks[0].clips[0].projectItem.nodeId === first.nodeId].join()`,
    ),
  ).toBe('1,undefined,part,true');
});

test('items of a closed project are gone', async () => {
  await run(`var clip = bring('/cards/A001.mov'); project.closeDocument(0, 0)`);
  expect(await run(`[typeof clip.name, typeof project.name, typeof app.project].join()`)).toBe(
    'undefined,undefined,undefined',
  );
});

test('50,000 items are imported, found, labelled and moved without walking the project for each', async () => {
  const count = 50_000;
  const files = Array.from({ length: count }, (_file, index) => `/many/${index}.mov`);
  const { simulatedMedia } = await import('../../helpers/simulatedMedia');
  const many = await openTestPremiere({
    media: simulatedMedia(Object.fromEntries(files.map((file) => [file, {}]))),
  });
  const list = path.join(many.folder, 'files.txt');
  fs.writeFileSync(list, files.join('\n'));
  expect(
    await many.run(`var file = new File(${JSON.stringify(list)}), paths, i, bin = root.createBin('All'); file.open('r'); paths = file.read().split('\\n'); file.close();
      project.importFiles(paths, true, bin, false);
      for (i = 0; i < bin.children.numItems; i++) bin.children[i].setColorLabel(3);
      for (i = 0; i < 1000; i++) bin.children[0].moveBin(root);
      root.findItemsMatchingMediaPath('/many/49999', 1).length + ',' + root.children.numItems`),
  ).toBe('1,1001');
});
