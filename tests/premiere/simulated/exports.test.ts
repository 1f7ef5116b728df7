import fs from 'node:fs';
import path from 'node:path';
import { formatEpr } from '../../../src/domain/interchange/epr';
import { parseXmeml, parseXmemlSequences } from '../../../src/domain/interchange/xmeml/parseXmeml';
import { openSimulatedPremiere } from '../../../src/premiere/simulated/openSimulatedPremiere';
import { openTestPremiere, seconds, type TestPremiere } from '../../helpers/testPremiere';
import { screenerFormat } from '../../helpers/screenerFormat';

let premiere: TestPremiere;
let run: TestPremiere['run'];
beforeEach(async () => {
  premiere = await openTestPremiere();
  ({ run } = premiere);
  await run(`var clip = bring('/cards/A001.mov'), other = bring('/cards/A002.mov'), cut = made('Cut', clip);
    function target(name) { return ${JSON.stringify(premiere.folder)} + '/' + name; }`);
});

const inFolder = (name: string) => path.join(premiere.folder, name);
const textOf = (name: string) => fs.readFileSync(inFolder(name), 'utf8');

describe('a direct export', () => {
  beforeEach(() => {
    const preset = formatEpr('Web', screenerFormat);
    fs.writeFileSync(inFolder('web.epr'), preset);
  });

  test('is over when the script goes on', async () => {
    expect(
      await run(`var answer = cut.exportAsMediaDirect(target('a.mp4'), target('web.epr'), app.encoder.ENCODE_WORKAREA);
        answer + ' ' + new File(target('a.mp4')).exists`),
    ).toBe('No Error true');
  });

  test('says in words what went wrong, and leaves nothing', async () => {
    premiere.media.failWith('The volume is full.');
    expect(await run(`cut.exportAsMediaDirect(target('a.mp4'), target('web.epr'), 0)`)).toBe(
      'The volume is full.',
    );
    expect(await run(`cut.exportAsMediaDirect(target('no/a.mp4'), target('web.epr'), 0)`)).toBe(
      'Output folder not found',
    );
    expect(fs.readdirSync(premiere.folder)).toEqual(['web.epr']);
  });

  test('keeps what stands there and writes beside it, with the preset’s ending', async () => {
    fs.writeFileSync(inFolder('a.mp4'), 'mine');
    await run(`cut.exportAsMediaDirect(target('a.mov'), target('web.epr'), 0)`);
    expect(textOf('a.mp4')).toBe('mine');
    expect(fs.existsSync(inFolder('a_1.mp4'))).toBe(true);
  });
});

test('a sequence goes out as FCP7 XML with its clips, marks, links and markers', async () => {
  expect(
    await run(`var marker = cut.markers.createMarker(2); marker.name = 'Here';
      cut.videoTracks[0].clips[0].end = at('${seconds(4)}');
      cut.overwriteClip(other, at('${seconds(5)}'), 1, 0);
      cut.videoTracks[1].clips[0].disabled = true;
      cut.audioTracks[0].setMute(1);
      cut.exportAsFinalCutProXML(target('cut.xml'), 1)`),
  ).toBe('0');
  const { cut } = parseXmeml(textOf('cut.xml'));
  expect(cut).toMatchObject({
    name: 'Cut',
    width: 1920,
    markers: [{ name: 'Here', startTicks: BigInt(seconds(2)) }],
  });
  const [first, second] = cut?.videoTracks ?? [];
  expect(first?.events).toMatchObject([
    { name: 'A001.mov', range: { start: 0n, end: BigInt(seconds(4)) }, enabled: true },
  ]);
  expect(second?.events).toMatchObject([{ name: 'A002.mov', enabled: false }]);
  expect(cut?.audioTracks[0]?.enabled).toBe(false);
  expect(cut?.media.map(({ path: mediaPath }) => mediaPath)).toEqual([
    '/cards/A001.mov',
    '/cards/A002.mov',
  ]);
});

test('a project goes out as FCP7 XML with every sequence, and comes back', async () => {
  await run(`made('Second', other); project.exportFinalCutProXML(target('all.xml'), 1)`);
  const cuts = parseXmemlSequences(textOf('all.xml'));
  expect(cuts.map(({ cut }) => cut?.name)).toEqual(['Cut', 'Second']);
  expect(
    await run(`var bin = root.createBin('Back'), names = [], i;
      project.importFiles([target('all.xml')], true, bin, false);
      for (i = 0; i < bin.children.numItems; i++) names.push(bin.children[i].name);
      names.join() + ' ' + shape(project.sequences[2].videoTracks[0]) + ' ' + shape(project.sequences[3].videoTracks[0])`),
  ).toBe('A001.mov,A002.mov,Cut,Second A001.mov 0-10@0 A002.mov 0-10@0');
});

test('an export that cannot be written is not 0, and says so unless it shall not', async () => {
  expect(await run(`cut.exportAsFinalCutProXML('/no/such/folder/a.xml', 1)`)).toBe('1');
  expect(premiere.premiere.alerts).toEqual([]);
  await run(`cut.exportAsFinalCutProXML('/no/such/folder/a.xml', 0)`);
  expect(premiere.premiere.alerts).toEqual(['“/no/such/folder/a.xml” could not be written.']);
});

test('a sequence goes out as a project of its own, with what it uses and nothing else', async () => {
  await run(`var bin = root.createBin('Cuts'), inner = made('Inner', other), outer = made('Outer', clip);
    outer.overwriteClip(inner.projectItem, at('${seconds(5)}'), 1, 1);
    bring('/sound/mono.wav'); outer.exportAsProject(target('part.prproj'))`);
  const { media } = premiere;
  const part = openSimulatedPremiere({ projectPath: inFolder('part.prproj'), media }).snapshot();
  expect(part.sequences.map(({ name }) => name).sort()).toEqual(['Inner', 'Outer']);
  expect(part.items.map(({ name }) => name).sort()).toEqual(['A001.mov', 'A002.mov']);
  expect(part.sequences.find(({ name }) => name === 'Outer')?.videoTracks[1]?.clips).toMatchObject([
    { name: 'Inner' },
  ]);
});

test('formats that nobody here writes are refused aloud, with nothing written', async () => {
  const ten = `1, 0, 48000, 16, 1, 1, 0, 0`;
  expect(await run(`project.exportAAF(cut, target('a.aaf'), ${ten})`)).toBe('1');
  expect(await run(`project.exportOMF(cut, target('a.omf'), 'T', 48000, 16, 1, 1, 0, 0, 0)`)).toBe(
    '1',
  );
  expect(await run(`project.exportTimeline('Some Controller')`)).toBe('1');
  expect(premiere.premiere.alerts).toHaveLength(3);
  expect(fs.readdirSync(premiere.folder)).toEqual([]);
  await expect(run(`project.exportAAF(cut, target('a.aaf'))`)).rejects.toThrow(
    'Not Enough Parameters',
  );
});
