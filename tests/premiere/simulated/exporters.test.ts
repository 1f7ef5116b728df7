import fs from 'node:fs';
import path from 'node:path';
import { parseEpr } from '../../../src/domain/interchange/epr/parseEpr';
import { openTestPremiere, type TestPremiere } from '../../helpers/testPremiere';

let premiere: TestPremiere;
let run: TestPremiere['run'];
beforeEach(async () => {
  premiere = await openTestPremiere();
  ({ run } = premiere);
  await run(`var exporters = app.encoder.getExporters();
    function exporterNamed(part) {
      for (var i = 0; i < exporters.length; i++)
        if (exporters[i].name.toLowerCase().indexOf(part) >= 0) return exporters[i];
    }
    function presetNamed(exporter, part) {
      var presets = exporter.getPresets();
      for (var i = 0; i < presets.length; i++) if (presets[i].name.indexOf(part) >= 0) return presets[i];
    }`);
});

const inFolder = (name: string) => path.join(premiere.folder, name);

test('exporters are an array with names and decimal four-character codes', async () => {
  expect(await run(`exporters instanceof Array`)).toBe('true');
  expect(
    await run(`var h = exporterNamed('h.264'); [h.name, h.classID, h.fileType, h.bind].join()`),
  ).toMatch(/^H\.264,1313424203,1211250228,function/);
});

test('presets have names and match names', async () => {
  expect(
    await run(`var p = presetNamed(exporterNamed('aac'), '44.1'); p.name + '|' + p.matchName`),
  ).toBe('Stereo AAC, 44.1 kHz 128 kbps|Stereo AAC, 44.1 kHz 128 kbps');
  expect(await run(`typeof p.path`)).toBe('undefined');
});

test('every preset is written as a file that says what the preset is', async () => {
  const written = await run(`var names = [], e, p, list, file;
    for (e = 0; e < exporters.length; e++) {
      list = exporters[e].getPresets();
      for (p = 0; p < list.length; p++) {
        file = ${JSON.stringify(premiere.folder)} + '/' + e + '_' + p + '.epr';
        if (list[p].writeToFile(file)) names.push(list[p].name + '=' + file);
      }
    }
    names.join('|')`);
  const entries = written.split('|').map((entry) => entry.split('='));
  expect(entries.length).toBeGreaterThan(30);
  for (const [name, file = ''] of entries) {
    const parsed = parseEpr(fs.readFileSync(file, 'utf8'));
    expect(parsed).toMatchObject({ kind: 'preset', preset: { name, notes: [] } });
  }
});

test('a preset that was written can be exported with: sound alone', async () => {
  const answer = await run(`var epr = ${JSON.stringify(inFolder('wav.epr'))};
    presetNamed(exporterNamed('waveform'), '48kHz 16').writeToFile(epr);
    var cut = made('Cut', bring('/cards/A001.mov'));
    cut.exportAsMediaDirect(${JSON.stringify(inFolder('sound.wav'))}, epr, 0) + cut.getExportFileExtension(epr)`);
  expect(answer).toBe('No Errorwav');
  expect(premiere.media.rendered).toMatchObject([
    { format: { container: 'wav', videoCodec: 'none', audioCodec: 'pcm_s16le' }, videoTracks: [] },
  ]);
});

test('a preset that cannot be written is false', async () => {
  expect(await run(`exporters[0].getPresets()[0].writeToFile('/no/such/folder/a.epr')`)).toBe(
    'false',
  );
});

test.each([
  '/Applications/Adobe Media Encoder 2024/Adobe Media Encoder 2024.app/Contents/MediaIO/systempresets/4E49434B_48323634/YouTube 1080p HD.epr',
  'C:\\Program Files\\Adobe\\Adobe Premiere Pro 2026\\MediaIO\\systempresets\\4E49434B_48323634\\01 - Match Source - High bitrate.epr',
])('presets are known where an encoder has them installed: %s', async (installed) => {
  await run(`var cut = made('Cut', bring('/cards/B001.mov'))`);
  const answer = await run(
    `cut.exportAsMediaDirect(${JSON.stringify(inFolder('a.mp4'))}, ${JSON.stringify(installed)}, 0)`,
  );
  expect(answer).toBe('No Error');
  expect(premiere.media.rendered).toMatchObject([
    { format: { container: 'mp4', width: 1920, frameRate: '24000/1001' } },
  ]);
});

test('a preset of an exporter that is installed nowhere is not found', async () => {
  await run(`var cut = made('Cut', bring('/cards/A001.mov'))`);
  expect(
    await run(`cut.exportAsMediaDirect(${JSON.stringify(inFolder('a.mp4'))},
      '/Adobe/MediaIO/systempresets/4E49434B_48323634/No such.epr', 0)`),
  ).toBe('Preset not found');
});
