import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { UserFacingError } from '../../../src/contract/UserFacingError';
import { openSimulatedPremiere } from '../../../src/premiere/simulated/openSimulatedPremiere';
import { simulatedMedia } from '../../helpers/simulatedMedia';
import { openTestPremiere, seconds, type TestPremiere } from '../../helpers/testPremiere';

let premiere: TestPremiere;
beforeEach(async () => {
  premiere = await openTestPremiere();
});

/** A full project over one real file beside it. */
async function fullProject(): Promise<TestPremiere & { readonly clipPath: string }> {
  const folder = path.join(premiere.folder, 'Day');
  const clipPath = path.join(folder, 'cards', 'A001.mov');
  fs.mkdirSync(path.dirname(clipPath), { recursive: true });
  fs.writeFileSync(clipPath, 'picture');
  const media = simulatedMedia({ [clipPath]: {} });
  const full = await openTestPremiere({ projectPath: path.join(folder, 'Show.sfproj'), media });
  await full.run(`var bin = root.createBin('24'), clip = bring(${JSON.stringify(clipPath)}, bin);
    clip.setColorLabel(9); clip.setInPoint(1, 4); clip.setOutPoint(4, 4);
    project.addPropertyToProjectMetadataSchema('SlateflowTake', 'Take', 2);
    ExternalObject.AdobeXMPScript = new ExternalObject('lib:AdobeXMPScript');
    var xmp = new XMPMeta(); xmp.setProperty('http://ns.adobe.com/premierePrivateProjectMetaData/1.0/', 'SlateflowTake', '3');
    clip.setProjectMetadata(xmp.serialize(), ['SlateflowTake']);
    var cut = made('Cut', clip), outer = made('Outer', cut.projectItem);
    cut.setZeroPoint('${seconds(3600)}'); cut.videoTracks[0].name = 'Picture'; cut.videoTracks[0].clips[0].disabled = true;
    cut.audioTracks[0].clips[0].components[0].properties[1].setValue(0.5, 1);
    var m = cut.markers.createMarker(1); m.name = 'missing'; m.end = 2;
    clip.getMarkers().createMarker(2).name = 'clap';
    project.save()`);
  return { ...full, clipPath };
}

test('a project is the same after saving and opening, ids and all', async () => {
  const full = await fullProject();
  const again = openSimulatedPremiere({
    projectPath: full.premiere.snapshot().path,
    media: full.media,
  });
  expect(again.snapshot()).toEqual(full.premiere.snapshot());
  const script = `var cut = app.project.sequences[0]; [cut.audioTracks[0].clips[0].components[0].properties[1].getValue(),
    app.project.activeSequence.name, cut.videoTracks[0].clips[0].getLinkedItems().length,
    app.project.rootItem.children[0].children[0].getMarkers().getFirstMarker().name].join()`;
  expect(await again.evalScript(script)).toBe('0.5,Outer,1,clap');
});

test('a project that moved with its media finds them by their relative paths, else they are offline', async () => {
  const full = await fullProject();
  const moved = path.join(premiere.folder, 'Moved');
  fs.renameSync(path.join(premiere.folder, 'Day'), moved);
  const open = () =>
    openSimulatedPremiere({ projectPath: path.join(moved, 'Show.sfproj'), media: full.media });
  const [item] = open().snapshot().items;
  expect([item?.mediaPath, item?.offline]).toEqual([path.join(moved, 'cards', 'A001.mov'), false]);
  fs.rmSync(path.join(moved, 'cards'), { recursive: true });
  const [lost] = open().snapshot().items;
  expect([lost?.mediaPath, lost?.offline]).toEqual([full.clipPath, true]);
});

test('a project that does not exist is begun empty, and its file is written on saving alone', () => {
  expect(fs.existsSync(premiere.projectPath)).toBe(false);
  premiere.premiere.save();
  const file = JSON.parse(fs.readFileSync(premiere.projectPath, 'utf8')) as Record<string, unknown>;
  expect([file['format'], file['version']]).toEqual(['slateflow-project', 1]);
  expect(fs.readdirSync(premiere.folder)).toEqual(['Show.sfproj']);
});

test('a project that cannot be saved says so to the script, and leaves nothing half-made', async () => {
  fs.mkdirSync(path.join(premiere.projectPath, 'in the way'), { recursive: true });
  expect(await premiere.premiere.evalScript('project.save()')).toBe('EvalScript error.');
  expect(premiere.premiere.lastError()).toContain('could not be saved');
  expect(fs.readdirSync(premiere.folder)).toEqual(['Show.sfproj']);
});

test('an item whose bin was deleted stays in the sequences that use it', async () => {
  const full = await fullProject();
  await full.run(`bin.deleteBin(); project.save()`);
  const again = openSimulatedPremiere({
    projectPath: full.premiere.snapshot().path,
    media: full.media,
  }).snapshot();
  expect([again.items.length, again.sequences[0]?.videoTracks[0]?.clips.length]).toEqual([0, 1]);
});

describe('a file that is no project of ours is refused in one sentence', () => {
  const whole = () => {
    premiere.premiere.save();
    return fs.readFileSync(premiere.projectPath, 'utf8');
  };
  test.each([
    ['a project of Premiere', () => gzipSync('<PremiereData Version="3"/>'), 'Adobe Premiere'],
    [
      'an unpacked project of Premiere',
      () => '<?xml?><PremiereData Version="3">',
      'Adobe Premiere',
    ],
    ['a text', () => 'Dear diary', 'no project file'],
    ['another JSON', () => '{"format":"else"}', 'no project file'],
    ['an empty file', () => '', 'no project file'],
    ['half a project', () => whole().slice(0, -40), 'damaged'],
    [
      'a project of a later version',
      () => whole().replace('"version": 1', '"version": 2'),
      'damaged',
    ],
    [
      'a project with a reference to nothing',
      () => whole().replace('"parent":null', '"parent":7'),
      'damaged',
    ],
  ])('%s', (_name, content, words) => {
    const projectPath = path.join(premiere.folder, 'Other.prproj');
    fs.writeFileSync(projectPath, content());
    const open = () => openSimulatedPremiere({ projectPath, media: premiere.media });
    expect(open).toThrow(UserFacingError);
    expect(open).toThrow(words);
  });
});
