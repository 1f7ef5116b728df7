import { describe, expect, test } from '@jest/globals';
import { parseDeliverySpec } from '../../../src/domain/spec/DeliverySpec';
import { encoderFormatOf } from '../../../src/domain/spec/encoderFormatOf';
import { findDeliverySpec, shippedDeliverySpecs } from '../../../src/domain/spec/findDeliverySpec';
import { noteEncoder } from '../../../src/domain/spec/noteEncoder';
import { formatEpr } from '../../../src/domain/interchange/epr';
import { parseEpr } from '../../../src/domain/interchange/epr/parseEpr';
import { encoderFormatFor } from '../../../src/domain/spec/ExportPreset';

const frameRate = { numerator: 24000, denominator: 1001 };
const [webReview] = shippedDeliverySpecs;

function edited(change: (preset: Record<string, unknown>) => void): string {
  const preset = structuredClone(webReview) as unknown as Record<string, unknown>;
  change(preset);
  return JSON.stringify(preset);
}

const proresSound = { codec: 'pcm_s24le', sampleRate: 48000, channels: 2, bitrateKbps: 0 };
const badRules = [
  {
    selector: 'video.width',
    operator: 'atMost',
    value: 'wide',
    severity: 'reject',
    source: 'A test',
  },
];

describe('delivery presets', () => {
  test('ship with a source and the date it was looked at', () => {
    expect(shippedDeliverySpecs.map(({ id }) => id)).toEqual([
      'web-review-1080p',
      'prores-422-hq-master',
      'social-9x16',
    ]);
    for (const spec of shippedDeliverySpecs) {
      expect(spec.source.length).toBeGreaterThan(20);
      expect(spec.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(spec.rules.every(({ source }) => source !== '')).toBe(true);
    }
  });

  test('are found by id alone', () => {
    expect(findDeliverySpec('social-9x16')?.video).toMatchObject({ width: 1080, height: 1920 });
    expect(findDeliverySpec('social')).toBeUndefined();
  });

  test('read back from a file', () => {
    const text = `\uFEFF${JSON.stringify(webReview)}`;
    expect(parseDeliverySpec(text)).toEqual({ ok: true, spec: webReview });
  });

  test.each<[string, string, string]>([
    ['is no JSON', '{ "id": ', 'not JSON'],
    ['lacks its source', edited((preset) => delete preset['source']), 'source'],
    ['was checked on no day', edited((preset) => (preset['checked'] = '2026-13-01')), 'checked'],
    ['is of another shape', edited((preset) => (preset['schema'] = 2)), 'another version'],
    ['holds what nobody knows', edited((preset) => (preset['colour'] = 'red')), 'colour'],
    ['names a token nobody knows', edited((preset) => (preset['fileName'] = '{reel}')), '{reel}'],
    ['climbs by its file name', edited((preset) => (preset['fileName'] = '../x')), 'letters'],
    ['puts ProRes into MP4', edited((preset) => (preset['audio'] = proresSound)), 'MP4'],
    [
      'asks a rule of words for a number',
      edited((preset) => (preset['rules'] = badRules)),
      'rules',
    ],
  ])('are refused in words when one %s', (_, text, words) => {
    const parsed = parseDeliverySpec(text);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? '' : parsed.problem).toContain(words);
  });

  test('give the encoder the sequence’s own rate', () => {
    for (const spec of shippedDeliverySpecs) {
      const format = encoderFormatOf(spec, { frameRate });
      expect(format.frameRate).toBe('24000/1001');
      const read = parseEpr(formatEpr(spec.name, format));
      const source = { width: 1, height: 1, frameRate: '1/1' };
      expect(read).toMatchObject({ kind: 'preset', preset: { name: spec.name, notes: [] } });
      expect(read.kind === 'preset' && encoderFormatFor(read.preset, source)).toEqual(format);
    }
  });

  test('give the encoder a rate of their own where they have one', () => {
    if (!webReview) throw new Error('no preset is shipped');
    const spec = { ...webReview, video: { ...webReview.video, frameRate: '30/1' } };
    expect(encoderFormatOf(spec, { frameRate }).frameRate).toBe('30/1');
  });

  test('tell of ProRes that ffmpeg wrote', () => {
    const [web, master] = shippedDeliverySpecs.map((spec) => encoderFormatOf(spec, { frameRate }));
    if (!web || !master) throw new Error('no preset is shipped');
    expect(noteEncoder(master, 'ffmpeg')).toMatchObject([{ code: 'prores-unlicensed-encoder' }]);
    expect(noteEncoder(master, 'premiere')).toEqual([]);
    expect(noteEncoder(web, 'ffmpeg')).toEqual([]);
  });
});
