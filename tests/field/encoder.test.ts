import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RenderRequest } from '../../src/contract/MediaEngine';
import { encoderFormatFor } from '../../src/domain/spec/ExportPreset';
import { probe } from '../../src/engine/probe/probe';
import { openProbeCache } from '../../src/engine/probe/ProbeCache';
import { render } from '../../src/engine/render/render';
import { readPreset } from '../../src/premiere/simulated/encoder/readPreset';
import { openSimulatedPremiere } from '../../src/premiere/simulated/openSimulatedPremiere';
import { aJob } from '../helpers/engineJob';
import { aClip, packagedFfmpeg } from '../helpers/mediaFiles';

/** Files that nobody on the project wrote; its README says where each is from and what it holds. */
const presets = path.join(
  process.env['SLATEFLOW_FIELD_DATA'] ?? path.join(__dirname, '../../../shared/data'),
  'presets',
);

const source = { width: 1280, height: 720, frameRate: '25/1' };

let folder: string;
beforeAll(() => {
  if (!fs.existsSync(presets)) {
    throw new Error(`The field data is not at ${presets}; set SLATEFLOW_FIELD_DATA.`);
  }
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slateflow-encoder-'));
});

function read(file: string) {
  const found = readPreset(file);
  if (!found || !('preset' in found)) throw new Error(found?.problem ?? `${file} is no preset.`);
  return found.preset;
}

describe('presets of others', () => {
  test.each([
    [
      'HD 1080i 25.epr',
      { container: 'mpg', videoCodec: 'mpeg2', width: 1920, frameRate: '25/1', fields: 'upper' },
      { audioCodec: 'mp2', audioBitrateKbps: 384 },
    ],
    [
      'Skateboarders-riding.epr',
      {
        container: 'mp4',
        videoCodec: 'h264',
        profile: 'main',
        ...source,
        videoBitrateKbps: 10_000,
      },
      { audioCodec: 'aac', audioBitrateKbps: 320 },
    ],
    [
      'example.epr',
      { container: 'mp4', width: 176, height: 120, frameRate: '25/1', videoBitrateKbps: 80 },
      { audioCodec: 'aac', audioBitrateKbps: 128 },
    ],
    [
      'jianming_ProRes 422.epr',
      {
        container: 'mov',
        videoCodec: 'prores',
        profile: 'standard',
        width: 1280,
        frameRate: '50/1',
      },
      { audioCodec: 'pcm_s16le', audioChannels: 2 },
    ],
    [
      'reviewable.epr',
      { container: 'mp4', videoCodec: 'h264', ...source, videoBitrateKbps: 10_000 },
      { audioCodec: 'aac', audioBitrateKbps: 320 },
    ],
  ] as const)('%s is read for what it holds, plain and gzipped', (name, picture, sound) => {
    const file = path.join(presets, name);
    const packed = path.join(folder, name);
    fs.writeFileSync(packed, gzipSync(fs.readFileSync(file)));
    for (const each of [file, packed]) {
      expect(encoderFormatFor(read(each), source)).toMatchObject({ ...picture, ...sound });
    }
  });

  test('every one of them is read, and none of its secrets', () => {
    const files = fs.readdirSync(presets).filter((name) => name.endsWith('.epr'));
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const name of files) {
      expect(JSON.stringify(read(path.join(presets, name)))).not.toMatch(/token|password/i);
    }
  });

  test('a sequence preset is no export preset', () => {
    const found = readPreset(path.join(presets, 'PProPanel.sqpreset'));
    expect(found && 'preset' in found).toBeFalsy();
  });
});

describe('a full volume', () => {
  let volume: string;
  beforeAll(() => {
    volume = path.join(folder, 'volume');
    fs.mkdirSync(volume);
    // Needs root on Linux: where it cannot be made, the test fails and says so.
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', volume]);
  });
  afterAll(() => {
    execFileSync('umount', [volume]);
  });

  test('is told by an error event, and no file is left under the final name', async () => {
    const ffmpeg = await packagedFfmpeg();
    const clip = await aClip(folder, { name: 'red.mov', color: 'red', tone: 440 });
    const cache = openProbeCache(path.join(folder, 'state'));
    const ports = { cache, ffprobe: () => Promise.resolve(ffmpeg.ffprobe) };
    const facts = await probe({ paths: [clip] }, ports, aJob());
    cache.close();
    const run = async (request: RenderRequest) => {
      await render(request, { ffmpeg }, aJob());
    };
    const premiere = openSimulatedPremiere({
      projectPath: path.join(folder, 'Full.sfproj'),
      media: { probe: () => facts, render: run, renderNow: () => undefined },
    });
    const preset = path.join(presets, 'jianming_ProRes 422.epr');
    await premiere.evalScript(`var heard = [];
      app.encoder.bind('onEncoderJobError', function (id, words) { heard.push(words); });
      app.encoder.bind('onEncoderJobComplete', function (id) { heard.push('complete'); });
      app.project.importFiles([${JSON.stringify(clip)}], true, app.project.rootItem, false);
      var cut = app.project.createNewSequenceFromClips('Cut', [app.project.rootItem.children[0]]);
      app.encoder.encodeSequence(cut, ${JSON.stringify(path.join(volume, 'cut.mov'))},
        ${JSON.stringify(preset)}, 0, 1);
      app.encoder.startBatch();`);
    let heard = '';
    while (heard === '') {
      await new Promise((resolve) => setTimeout(resolve, 50));
      heard = await premiere.evalScript(`heard.join()`);
    }
    expect(heard).toContain('volume is full');
    expect(heard).toContain('cut.mov');
    expect(fs.readdirSync(volume)).toEqual([]);
  });
});
