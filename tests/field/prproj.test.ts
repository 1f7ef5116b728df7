import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parsePrproj } from '../../src/domain/interchange/prproj/parsePrproj';
import type { PremiereProject } from '../../src/domain/interchange/prproj/PremiereProject';
import { openTestPremiere } from '../helpers/testPremiere';

/** Projects that nobody here made; the README beside them counts what they hold. */
const data = path.join(
  process.env['SLATEFLOW_FIELD_DATA'] ?? path.join(__dirname, '../../../shared/data'),
  'prproj',
);

interface Facts {
  readonly version: string;
  readonly build: string;
  readonly bins: number;
  readonly items: number;
  readonly sequences: number;
  readonly media: number;
  readonly videoItems: number;
  readonly audioItems: number;
  readonly effects: number;
  readonly markers: number;
  readonly offline: number;
  readonly windows: number;
  readonly posix: number;
}

const nothing = {
  bins: 0,
  items: 0,
  sequences: 0,
  media: 0,
  videoItems: 0,
  audioItems: 0,
  effects: 0,
  markers: 0,
  offline: 0,
  windows: 0,
  posix: 0,
};

const supercut = {
  ...nothing,
  version: '37',
  build: '13.1.5x47 - 25.11.2019 21:37:23',
  items: 5,
  sequences: 2,
  media: 3,
  videoItems: 9,
  audioItems: 9,
  windows: 3,
};

/** As the README's table says. */
const table: readonly (readonly [string, Facts])[] = [
  [
    'PP_Lesson_15.prproj',
    {
      ...nothing,
      version: '32',
      build: '11.0.2x47 - Sun Feb 12 17:01:43 2017',
      bins: 5,
      items: 24,
      sequences: 3,
      media: 27,
      videoItems: 13,
      audioItems: 12,
      effects: 2,
      posix: 18,
    },
  ],
  [
    'PP_Tutorial_Lesson_05.prproj',
    {
      ...nothing,
      version: '31',
      build: '10.4.0x30 - Thu Nov  3 13:43:15 2016',
      bins: 11,
      items: 40,
      sequences: 4,
      media: 39,
      videoItems: 13,
      audioItems: 10,
      effects: 1,
      markers: 8,
      offline: 1,
      posix: 34,
    },
  ],
  [
    'PRPROJ-READER_test.prproj',
    {
      ...nothing,
      version: '38',
      build: '14.3.2x42 - Wed Dec 29 15:50:24 2021',
      bins: 1,
      items: 4,
      sequences: 1,
      media: 3,
      videoItems: 2,
      audioItems: 1,
      posix: 2,
    },
  ],
  ['test.zipped.prproj', supercut],
  ['test.unzipped.prproj', supercut],
  [
    'IDL_demo_Untitled_v43.prproj',
    { ...nothing, version: '43', build: '25.1.0x73 - Fri Feb 21 13:37:02 2025' },
  ],
  [
    'premiere-cli_empty_v45.prproj',
    { ...nothing, version: '45', build: '26.3.0x93 - Fri Jul 10 13:02:50 2026' },
  ],
  [
    'Untitled--8627e8e5-eccf-e7ea-8c87-b4de7f17596a-2026-07-10_12-30-47.prproj',
    { ...nothing, version: '45', build: '26.3.0x93 - Fri Jul 10 12:30:47 2026' },
  ],
];

/** What a stranger's script counts in the project in front. */
const countScript = `(function () {
  var count = { bins: 0, items: 0, offline: 0, videoItems: 0, audioItems: 0, sequences: 0 };
  var paths = [];
  function walk(bin) {
    for (var i = 0; i < bin.children.numItems; i++) {
      var item = bin.children[i];
      if (item.type === 2) { count.bins++; walk(item); continue; }
      count.items++;
      if (item.isOffline()) count.offline++;
      if (!item.isSequence() && item.getMediaPath()) paths.push(item.getMediaPath());
    }
  }
  walk(app.project.rootItem);
  count.sequences = app.project.sequences.numSequences;
  for (var s = 0; s < count.sequences; s++) {
    var sequence = app.project.sequences[s];
    for (var v = 0; v < sequence.videoTracks.numTracks; v++)
      count.videoItems += sequence.videoTracks[v].clips.numItems;
    for (var a = 0; a < sequence.audioTracks.numTracks; a++)
      count.audioItems += sequence.audioTracks[a].clips.numItems;
  }
  return [count.bins, count.items, count.offline, count.sequences, count.videoItems,
    count.audioItems].join(' ') + '\\n' + paths.join('\\n');
})()`;

const parseFile = (name: string): PremiereProject => {
  const bytes = fs.readFileSync(path.join(data, name));
  const text = bytes[0] === 0x1f ? gunzipSync(bytes) : bytes;
  const { project } = parsePrproj(text.toString('utf8'));
  if (!project) throw new Error(`${name} is not read.`);
  return project;
};

const countOf = (project: PremiereProject, tag: string) =>
  project.counts.find((entry) => entry.tag === tag)?.count ?? 0;

const openReal = async (name: string) => {
  const opened = await openTestPremiere();
  const file = path.join(data, name);
  expect(await opened.run(`app.openDocument(${JSON.stringify(file)}, true, true, true)`)).toBe(
    'true',
  );
  return opened;
};

test('every project in the folder is in the table', () => {
  const names = fs.readdirSync(data).filter((name) => name.endsWith('.prproj'));
  expect([...names].sort()).toEqual(table.map(([name]) => name).sort());
});

describe.each(table)('%s', (name, facts) => {
  test('holds the objects that its README row counts', () => {
    const project = parseFile(name);
    expect(project).toMatchObject({ version: facts.version, modifiedBy: facts.build });
    expect(project.media.size).toBe(facts.media);
    expect(project.sequences.size).toBe(facts.sequences);
    expect(countOf(project, 'VideoFilterComponent')).toBe(facts.effects);
    // The row counts tags: a marker is one, and so is its place in the list of its clip.
    expect(countOf(project, 'Marker') * 2).toBe(facts.markers);
    const media = [...project.media.values()];
    expect(media.filter(({ offlineReason }) => offlineReason !== 0)).toHaveLength(facts.offline);
    const paths = [...new Set(media.map((medium) => medium.path))];
    expect(paths.filter((one) => /^[A-Z]:\\/.test(one))).toHaveLength(facts.windows);
    expect(paths.filter((one) => one.startsWith('/'))).toHaveLength(facts.posix);
    expect(project.remarks).toEqual([]);
  });

  test('is opened by a script that counts the same', async () => {
    const { premiere, run } = await openReal(name);
    const [counts, ...paths] = (await run(countScript)).split('\n');
    const { bins, items, offline, sequences, videoItems, audioItems } = facts;
    expect(counts).toBe([bins, items, offline, sequences, videoItems, audioItems].join(' '));
    const known = [...parseFile(name).media.values()].map((medium) => medium.path);
    for (const one of paths.filter((found) => found !== '')) expect(known).toContain(one);
    expect(premiere.notUnderstood()).toMatchObject({
      projectVersion: facts.version,
      build: facts.build,
    });
    expect(premiere.alerts).toEqual([]);
  });

  test('is saved under another name with nothing lost, and read back the same', async () => {
    const { folder, premiere, run } = await openReal(name);
    const before = await run(countScript);
    const file = path.join(data, name);
    const original = fs.readFileSync(file);
    const copy = path.join(folder, 'Copy.prproj');
    expect(await run(`app.project.saveAs(${JSON.stringify(copy)})`)).toBe('0');
    const shown = premiere.snapshot();
    await run('app.project.closeDocument(0, 0)');
    await run(`app.openDocument(${JSON.stringify(copy)})`);
    expect(await run(countScript)).toBe(before);
    expect({ ...premiere.snapshot(), path: '', name: '' }).toMatchObject({
      bins: shown.bins.map(({ path: binPath }) => ({ path: binPath })),
      items: shown.items.map((item) => ({ ...item, id: expect.any(String) as string })),
    });
    const saved = JSON.parse(fs.readFileSync(copy, 'utf8')) as {
      origin: { original: { packing: string; base64: string } };
    };
    const { packing, base64 } = saved.origin.original;
    const bytes = Buffer.from(base64, 'base64');
    expect((packing === 'gzip' ? gunzipSync(bytes) : bytes).equals(original)).toBe(true);
    expect(fs.readFileSync(file).equals(original)).toBe(true);
  });
});

test('a project of Premiere is not saved over, and saving says so', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slateflow-prproj-'));
  const file = path.join(folder, 'Own.prproj');
  fs.copyFileSync(path.join(data, 'test.zipped.prproj'), file);
  const before = fs.readFileSync(file);
  const { premiere, run } = await openTestPremiere({ projectPath: file });
  await expect(run('app.project.save()')).rejects.toThrow(/never overwritten/);
  await expect(run(`app.project.saveAs(${JSON.stringify(file)})`)).rejects.toThrow(
    /never overwritten/,
  );
  expect(fs.readFileSync(file).equals(before)).toBe(true);
  expect(await run('app.project.name')).toBe('Own.prproj');
  expect(premiere.alerts.join('\n')).toMatch(/never overwritten/);
});
