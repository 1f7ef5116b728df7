import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formatEpr, parseEpr } from '../../../src/domain/interchange/epr';
import type { EncoderFormat } from '../../../src/domain/spec/EncoderFormat';

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

function fixture(name: string): string {
  return readFileSync(path.join(__dirname, '../../fixtures/presets', name), 'utf8');
}

describe('export presets', () => {
  test.each<[string, EncoderFormat]>([
    ['H.264 High with AAC', webReview],
    ['H.264 Baseline', { ...webReview, profile: 'baseline', videoBitrateKbps: 850 }],
    ['H.264 Main in QuickTime', { ...webReview, profile: 'main', container: 'mov' }],
    ['ProRes 422 HQ with 24 bit PCM', master],
    ['ProRes Proxy with 16 bit PCM', { ...master, profile: 'proxy', audioCodec: 'pcm_s16le' }],
  ])('reads back what it wrote: %s', (_, format) => {
    expect(parseEpr(formatEpr('A & B <“1”>', format))).toEqual({ name: 'A & B <“1”>', format });
  });

  test('writes the rate as ticks per frame and the objects in one connected tree', () => {
    const text = formatEpr('Web', webReview);
    expect(text).toContain('<ParamValue>10594584000</ParamValue>');
    const ids = [...text.matchAll(/ObjectID="(\d+)"/g)].map((match) => match[1]);
    const references = [...text.matchAll(/ObjectRef="(\d+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(references)).toEqual(new Set(ids));
  });

  test('refuses a format whose rate is none', () => {
    expect(() => formatEpr('Web', { ...webReview, frameRate: 'fast' })).toThrow(RangeError);
  });

  test('reads a real ProRes preset once nothing in it follows the source', () => {
    const fixed = fixture('prores-422-quicktime.epr').replace('fRAAAA==', 'AAAAAA==');
    expect(parseEpr(fixed)).toEqual({
      name: 'Prores422',
      format: {
        container: 'mov',
        videoCodec: 'prores',
        profile: 'standard',
        width: 1920,
        height: 1080,
        frameRate: '50/1',
        videoBitrateKbps: 0,
        audioCodec: 'pcm_s16le',
        audioChannels: 2,
        sampleRate: 48000,
        audioBitrateKbps: 0,
      },
    });
  });

  test.each(['match-source-h264.epr', 'prores-422-quicktime.epr'])(
    'does not take leftovers for settings where they follow the source: %s',
    (name) => {
      expect(parseEpr(fixture(name))).toEqual({
        problem: expect.stringContaining('Match Source'),
      });
    },
  );

  test('refuses a preset that writes beside the project', () => {
    const text = formatEpr('Web', webReview).replace(
      '<PresetUserComments/>',
      '<PresetUserComments/><OutputPath>SameAsProject</OutputPath>',
    );
    expect(parseEpr(text)).toEqual({
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
      problem: expect.stringContaining('no export preset'),
    });
  });

  test.each([
    ['another exporter', String(0x48323634), String(0x57415645), 'exporter “WAVE”'],
    ['another codec', String(0x61766331), String(0x68766331), 'codec “hvc1”'],
    ['no sound', '<DoAudio>true', '<DoAudio>false', 'no sound'],
    ['no rate', '<ParamValue>10594584000</ParamValue>', '', 'frame rate'],
    ['no width', '<ParamValue>1920</ParamValue>', '', 'width'],
  ])('names what it cannot take: %s', (_, from, to, words) => {
    expect(parseEpr(formatEpr('Web', webReview).replace(from, to))).toEqual({
      problem: expect.stringContaining(words),
    });
  });

  test('never returns a token or a password', () => {
    const secret =
      '<ExporterParam ObjectID="99"><ParamIdentifier>XRefreshToken</ParamIdentifier><ParamValue>s3cret</ParamValue></ExporterParam>' +
      '<ExporterParam ObjectID="98"><ParamIdentifier>ADBEFTPPassword</ParamIdentifier><ParamValue>s3cret</ParamValue></ExporterParam></PremiereData>';
    const parsed = parseEpr(formatEpr('Web', webReview).replace('</PremiereData>', secret));
    expect(parsed).toEqual({ name: 'Web', format: webReview });
  });
});
