import fs from 'node:fs';
import path from 'node:path';
import { simulatedMedia } from '../../helpers/simulatedMedia';
import { openTestPremiere, type TestPremiere } from '../../helpers/testPremiere';

let premiere: TestPremiere;
let run: TestPremiere['run'];
let target: string;

beforeEach(async () => {
  const folder = path.join((await openTestPremiere()).folder, 'cards');
  const files = ['one/A001.mov', 'two/A001.mov', 'two/B001.mov'].map((name) =>
    path.join(folder, name),
  );
  for (const file of files) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, path.dirname(file));
  }
  const media = simulatedMedia(Object.fromEntries(files.map((file) => [file, {}])));
  premiere = await openTestPremiere({ media });
  ({ run } = premiere);
  target = path.join(premiere.folder, 'Archive');
  await run(`var clips = [], i, paths = ${JSON.stringify(files)}; for (i = 0; i < 3; i++) clips.push(bring(paths[i]));
    var cut = made('Cut', clips[0]), outer = made('Outer', cut.projectItem), other = made('Other', clips[1]),
    options = app.projectManager.options; options.destinationPath = ${JSON.stringify(target)}`);
});

async function opened(): Promise<TestPremiere> {
  return openTestPremiere({
    projectPath: path.join(target, 'Copied_Show', 'Show.sfproj'),
    media: premiere.media,
  });
}

test('everything is copied under names of its own, with a project that opens on the copies', async () => {
  expect(
    await run(`app.projectManager.process(project) + ',' + app.projectManager.errors.length`),
  ).toBe('0,0');
  const copies = path.join(target, 'Copied_Show');
  expect(fs.readdirSync(copies).sort()).toEqual([
    'A001.mov',
    'A001_1.mov',
    'B001.mov',
    'Show.sfproj',
  ]);
  const again = (await opened()).premiere.snapshot();
  expect(again.items.map(({ mediaPath, offline }) => [path.dirname(mediaPath), offline])).toEqual(
    again.items.map(() => [copies, false]),
  );
  expect(again.sequences).toHaveLength(3);
  expect(premiere.premiere.snapshot().items[0]?.mediaPath).not.toContain('Copied_Show');
});

test('the sequences that are named take with them what is nested in them, and nothing that is not used', async () => {
  await run(
    `options.includeAllSequences = false; options.affectedSequences = [outer]; options.excludeUnused = true`,
  );
  expect(
    await run(
      `[options.affectedSequences.length, options.affectedSequences[0].name, app.projectManager.process(project)].join()`,
    ),
  ).toBe('1,Outer,0');
  const snapshot = (await opened()).premiere.snapshot();
  expect(snapshot.sequences.map(({ name }) => name).sort()).toEqual(['Cut', 'Outer']);
  expect(snapshot.items.map(({ name }) => name)).toEqual(['A001.mov']);
  expect(snapshot.sequences.find(({ name }) => name === 'Cut')?.videoTracks[0]?.clips).toHaveLength(
    1,
  );
});

test('what is offline, and what would have to be transcoded, is told and the rest is copied', async () => {
  await run(
    `clips[2].setOffline(); options.clipTransferOption = options.CLIP_TRANSFER_TRANSCODE; options.renameMedia = 1; clips[0].name = '24A-1'`,
  );
  expect(await run(`app.projectManager.process(project)`)).toBe('1');
  const errors = await run(
    `var errors = app.projectManager.errors; errors.length + errors[0][0] + errors[1][0]`,
  );
  expect(errors).toMatch(/^2“.*B001\.mov” is offline.*does not transcode here\.$/);
  expect(fs.readdirSync(path.join(target, 'Copied_Show')).sort()).toEqual([
    '24A-1.mov',
    'A001.mov',
    'Show.sfproj',
  ]);
});

test('without a folder to go to there is an error and nothing else', async () => {
  await run(`options.destinationPath = ''`);
  expect(await run(`app.projectManager.process(project) + app.projectManager.errors[0][0]`)).toBe(
    '1There is no destination folder.',
  );
});

test('options are kept with their types, on the options and not on the manager', async () => {
  await run(
    `options.includePreviews = 1; options.handleFrameCount = '12'; options.clipTranscoderOption = options.CLIP_TRANSCODE_MATCH_CLIPS`,
  );
  expect(
    await run(
      `var now = app.projectManager.options; [now.includePreviews, now.handleFrameCount, now.clipTranscoderOption === now.CLIP_TRANSCODE_MATCH_CLIPS, typeof app.projectManager.destinationPath].join()`,
    ),
  ).toBe('true,12,true,undefined');
});
