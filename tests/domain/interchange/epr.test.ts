import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formatEpr, formatExportPreset } from '../../../src/domain/interchange/epr';
import { parseEpr } from '../../../src/domain/interchange/epr/parseEpr';
import type { EncoderFormat } from '../../../src/domain/spec/EncoderFormat';
import { encoderFormatFor, type ExportPreset } from '../../../src/domain/spec/ExportPreset';

const webReview: EncoderFormat = {
  container: 'mp4',
  videoCodec: 'h264',
  profile: 'high',
  width: 1920,
  height: 1080,
  frameRate: '24000/1001',
  videoBitrateKbps: 10000,
  audioCodec: 'aac',
  audioChannels: 2,
  sampleRate: 48000,
  audioBitrateKbps: 320,
};

const master: EncoderFormat = {
  ...webReview,
  container: 'mov',
  videoCodec: 'prores',
  profile: 'hq',
  frameRate: '25/1',
  videoBitrateKbps: 0,
  audioCodec: 'pcm_s24le',
  audioChannels: 6,
  audioBitrateKbps: 0,
};

const soundAlone: EncoderFormat = { ...master, videoCodec: 'none', profile: '', container: 'wav' };

/** Figures that no test writes: whatever comes from here came from the source. */
const source = { width: 640, height: 360, frameRate: '30000/1001' };

function fixture(name: string): string {
  return readFileSync(path.join(__dirname, '../../fixtures/presets', name), 'utf8');
}

function read(text: string): ExportPreset {
  const parsed = parseEpr(text);
  if (parsed.kind !== 'preset') throw new Error(parsed.problem);
  return parsed.preset;
}

describe('export presets', () => {
  test.each<[string, EncoderFormat]>([
    ['H.264 High with AAC', webReview],
    ['H.264 Baseline', { ...webReview, profile: 'baseline', videoBitrateKbps: 850 }],
    ['H.264 Main in QuickTime', { ...webReview, profile: 'main', container: 'mov' }],
    ['interlaced H.264', { ...webReview, fields: 'upper' }],
    ['HEVC', { ...webReview, videoCodec: 'hevc', profile: '' }],
    ['ProRes 422 HQ with 24 bit PCM', master],
    ['ProRes Proxy with 16 bit PCM', { ...master, profile: 'proxy', audioCodec: 'pcm_s16le' }],
    ['ProRes 4444', { ...master, profile: '4444' }],
    ['DNxHR HQX', { ...master, videoCodec: 'dnxhr', profile: 'hqx' }],
  ])('reads back what it wrote: %s', (_, format) => {
    const preset = read(formatEpr('A & B <“1”>', format));
    expect(preset).toMatchObject({ name: 'A & B <“1”>', notes: [] });
    expect(encoderFormatFor(preset, source)).toEqual(format);
  });

  test.each<[string, EncoderFormat]>([
    ['wave', soundAlone],
    ['MP3', { ...soundAlone, container: 'mp3', audioCodec: 'mp3', audioBitrateKbps: 256 }],
    ['AAC', { ...soundAlone, container: 'aac', audioCodec: 'aac', audioBitrateKbps: 128 }],
  ])('reads sound alone as such: %s', (_, format) => {
    const preset = read(formatEpr('Sound', format));
    expect(preset.picture).toBeNull();
    expect(encoderFormatFor(preset, source)).toEqual({ ...format, ...source });
  });

  test('reads a picture without sound as silent, and a still without a rate of its own', () => {
    const silent = read(formatEpr('Mute', { ...webReview, audioChannels: 0 }));
    expect([silent.sound, encoderFormatFor(silent, source).audioChannels]).toEqual([null, 0]);
    const still = read(
      formatEpr('Still', { ...webReview, container: 'png', videoCodec: 'still', profile: '' }),
    );
    expect(still).toMatchObject({ container: 'png', picture: { videoCodec: 'still' } });
  });

  test('writes the rate as ticks per frame and the objects in one connected tree', () => {
    const text = formatEpr('Web', webReview);
    expect(text).toContain('<ParamValue>10594584000</ParamValue>');
    const ids = [...text.matchAll(/ObjectID="(\d+)"/g)].map((match) => match[1]);
    const references = [...text.matchAll(/ObjectRef="(\d+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(references)).toEqual(new Set(ids));
  });

  test('refuses to write a rate that is none, and a preset that follows the source in part', () => {
    expect(() => formatEpr('Web', { ...webReview, frameRate: 'fast' })).toThrow(RangeError);
    const { picture, ...preset } = read(formatEpr('Web', webReview));
    if (!picture) throw new Error('There is no picture.');
    const half: ExportPreset = { ...preset, picture: { ...picture, size: null } };
    expect(() => formatExportPreset(half)).toThrow(RangeError);
    const following = { ...picture, size: null, frameRate: null, fields: null };
    const whole: ExportPreset = { ...preset, picture: following };
    expect(read(formatExportPreset(whole)).picture).toEqual(following);
  });

  test('reads a real ProRes preset: its own rate, the rest as the source', () => {
    const preset = read(fixture('prores-422-quicktime.epr'));
    expect(preset.picture).toMatchObject({ size: null, frameRate: '50/1', fields: null });
    expect(encoderFormatFor(preset, source)).toEqual({
      container: 'mov',
      videoCodec: 'prores',
      profile: 'standard',
      ...source,
      frameRate: '50/1',
      videoBitrateKbps: 0,
      audioCodec: 'pcm_s16le',
      audioChannels: 2,
      sampleRate: 48000,
      audioBitrateKbps: 0,
    });
  });

  test('does not take leftovers for settings where they follow the source', () => {
    const preset = read(fixture('match-source-h264.epr'));
    expect(preset.picture).toMatchObject({ size: null, frameRate: null, fields: null });
    expect(encoderFormatFor(preset, source)).toMatchObject(source);
  });

  test('refuses a preset that writes beside the project', () => {
    const text = formatEpr('Web', webReview).replace(
      '<PresetUserComments/>',
      '<PresetUserComments/><OutputPath>SameAsProject</OutputPath>',
    );
    expect(parseEpr(text)).toEqual({
      kind: 'unusable',
      problem: expect.stringContaining('Same as Project'),
    });
  });

  test.each([
    ['no XML', 'Web review'],
    ['broken XML', '<PremiereData Version="3"><PresetName>'],
    ['another document', '<xmeml version="4"></xmeml>'],
    ['an empty file', ''],
  ])('says in words that %s is no preset', (_, text) => {
    expect(parseEpr(text)).toEqual({
      kind: 'no-preset',
      problem: expect.stringContaining('no export preset'),
    });
  });

  test.each([
    ['another exporter', String(0x48323634), String(0x58585858), 'exporter “XXXX”'],
    ['another sound', String(0x41414320), String(0x61632d33), 'sound “ac-3”'],
    ['no rate', '<ParamValue>10594584000</ParamValue>', '', 'frame rate'],
    ['no width', '<ParamValue>1920</ParamValue>', '', 'width'],
  ])('names what it cannot take: %s', (_, from, to, words) => {
    expect(parseEpr(formatEpr('Web', webReview).replace(from, to))).toEqual({
      kind: 'unusable',
      problem: expect.stringContaining(words),
    });
  });

  test('names another codec in QuickTime', () => {
    const text = formatEpr('Master', master).replace(String(0x61706368), String(0x6a706567));
    expect(parseEpr(text)).toMatchObject({ problem: expect.stringContaining('codec “jpeg”') });
  });

  test('notes what it asks and nobody carries out', () => {
    const effect =
      '<StandardFilterWrapperTimecode ObjectID="77"><Enabled>true</Enabled></StandardFilterWrapperTimecode>' +
      '<StandardFilterWrapperOverlay ObjectID="78"><Enabled>false</Enabled></StandardFilterWrapperOverlay></PremiereData>';
    const text = formatEpr('Web', webReview)
      .replace('</PremiereData>', effect)
      .replace('>1,1<', '>4,3<');
    expect(read(text).notes).toEqual([
      'The export effect “Timecode” is not applied.',
      'Pixels of the shape 4:3 are written square.',
    ]);
  });

  test('never returns a token or a password', () => {
    const secret =
      '<ExporterParam ObjectID="99"><ParamIdentifier>XRefreshToken</ParamIdentifier><ParamValue>s3cret</ParamValue></ExporterParam>' +
      '<ExporterParam ObjectID="98"><ParamIdentifier>ADBEFTPPassword</ParamIdentifier><ParamValue>s3cret</ParamValue></ExporterParam></PremiereData>';
    const parsed = parseEpr(formatEpr('Web', webReview).replace('</PremiereData>', secret));
    expect(JSON.stringify(parsed)).not.toContain('s3cret');
  });
});
