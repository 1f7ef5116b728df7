import { describe, expect, test } from '@jest/globals';
import type { MediaMeasurements } from '../../../src/contract/MediaEngine';
import type { DeliverySpec } from '../../../src/domain/spec/DeliverySpec';
import { findDeliverySpec } from '../../../src/domain/spec/findDeliverySpec';
import { isAccepted, judgeMedia, type RuleResult } from '../../../src/domain/spec/judgeMedia';
import { framesToTicks, toFrames } from '../../../src/domain/time/FrameRate';
import { aMeasuredMedia } from '../../helpers/aMeasuredMedia';

const frameRate = { numerator: 24000, denominator: 1001 };
const frames = toFrames(240);
const expected = { frames, durationTicks: framesToTicks(frames, frameRate), frameRate };

function aSpec(id: string): DeliverySpec {
  const spec = findDeliverySpec(id);
  if (!spec) throw new Error(`${id} is not shipped`);
  return spec;
}

const webReview = aSpec('web-review-1080p');

function judge(measured: MediaMeasurements, spec = webReview): readonly RuleResult[] {
  return judgeMedia(spec, expected, measured);
}

function resultOf(results: readonly RuleResult[], selector: RuleResult['selector']): RuleResult {
  const found = results.find((result) => result.selector === selector);
  if (!found) throw new Error(`no rule for ${selector}`);
  return found;
}

describe('judging a file by its specification', () => {
  test('passes a file that keeps every rule', () => {
    const results = judge(aMeasuredMedia());
    expect(results.filter(({ state }) => state !== 'pass')).toEqual([]);
    expect(isAccepted(results)).toBe(true);
  });

  test.each<[RuleResult['selector'], MediaMeasurements, string, string]>([
    ['container.brand', aMeasuredMedia({ majorBrand: 'qt  ' }), 'qt', 'isom or'],
    ['video.codec', aMeasuredMedia({}, { video: { codec: 'hevc' } }), 'hevc', 'h264'],
    ['video.profile', aMeasuredMedia({}, { video: { profile: 'Main' } }), 'Main', 'High'],
    ['video.width', aMeasuredMedia({}, { video: { width: 1280 } }), '1280', '1920'],
    ['video.height', aMeasuredMedia({}, { video: { height: 1088 } }), '1088', '1080'],
    ['video.sampleAspectRatio', aMeasuredMedia({ sampleAspectRatio: '4:3' }), '4:3', '1:1'],
    ['video.frameRate', aMeasuredMedia({}, { video: { frameRate: '24/1' } }), '24/1', '24000/1001'],
    ['video.constantFrameRate', aMeasuredMedia({ constantFrameRate: false }), 'no', 'yes'],
    ['video.frames', aMeasuredMedia({ videoFrames: 239 }), '239', '240'],
    [
      'video.pixelFormat',
      aMeasuredMedia({}, { video: { pixelFormat: 'yuv422p' } }),
      'yuv422p',
      'yuv420p',
    ],
    ['audio.codec', aMeasuredMedia({}, { audio: { codec: 'mp3' } }), 'mp3', 'aac'],
    ['audio.sampleRate', aMeasuredMedia({}, { audio: { sampleRate: 44100 } }), '44100', '48000'],
    ['audio.channels', aMeasuredMedia({}, { audio: { channels: 1 } }), '1', '2'],
    ['file.moovBeforeMdat', aMeasuredMedia({ moovBeforeMdat: false }), 'no', 'yes'],
  ])('rejects a wrong %s, with both values', (selector, measured, found, wanted) => {
    const results = judge(measured);
    const failed = results.filter(({ state }) => state === 'fail');
    expect(failed.map((result) => result.selector)).toEqual([selector]);
    expect(failed[0]).toMatchObject({ severity: 'reject', measured: found });
    expect(failed[0]?.expected).toContain(wanted);
    expect(failed[0]?.source).not.toBe('');
    expect(isAccepted(results)).toBe(false);
  });

  test('warns of missing colour tags, which are not Rec. 709', () => {
    const results = judge(aMeasuredMedia({ colorPrimaries: '', colorRange: 'unknown' }));
    expect(resultOf(results, 'video.colorPrimaries')).toMatchObject({
      state: 'fail',
      severity: 'warn',
      measured: 'untagged',
    });
    expect(resultOf(results, 'video.colorRange').state).toBe('fail');
    expect(isAccepted(results)).toBe(true);
  });

  test('takes loudness for advice', () => {
    const results = judge(aMeasuredMedia({ integratedLufs: -27, truePeakDbtp: 0.3 }));
    expect(resultOf(results, 'loudness.integratedLufs')).toMatchObject({
      state: 'fail',
      severity: 'warn',
      measured: '-27',
      expected: '-16 ± 2',
    });
    expect(resultOf(results, 'loudness.truePeakDbtp').state).toBe('fail');
    expect(isAccepted(results)).toBe(true);
  });

  test.each([null, -70, Number.NEGATIVE_INFINITY])(
    'does not give silence a loudness: %s',
    (integratedLufs) => {
      const results = judge(aMeasuredMedia({ integratedLufs, truePeakDbtp: null }));
      const loudness = resultOf(results, 'loudness.integratedLufs');
      expect(loudness).toMatchObject({ state: 'notMeasurable', measured: '' });
      expect(loudness.reason).not.toBe('');
      expect(resultOf(results, 'loudness.truePeakDbtp').state).toBe('notMeasurable');
    },
  );

  test('never passes what it does not know', () => {
    const results = judge(
      aMeasuredMedia(
        { videoFrames: null, constantFrameRate: null, moovBeforeMdat: null, majorBrand: '' },
        { video: { profile: 'unknown', frameRate: '' } },
      ),
    );
    const unknown = results.filter(({ state }) => state === 'notMeasurable');
    expect(unknown.map(({ selector }) => selector)).toEqual([
      'container.brand',
      'video.profile',
      'video.frameRate',
      'video.constantFrameRate',
      'video.frames',
      'file.moovBeforeMdat',
    ]);
    expect(unknown.every(({ reason }) => reason !== '')).toBe(true);
    expect(isAccepted(results)).toBe(false);
  });

  test('takes a file that says nothing of its pixels for square', () => {
    const results = judge(aMeasuredMedia({ sampleAspectRatio: '0:1' }));
    expect(resultOf(results, 'video.sampleAspectRatio').state).toBe('pass');
  });

  test('says so when picture or sound are missing altogether', () => {
    const whole = aMeasuredMedia();
    const results = judge({ ...whole, media: { ...whole.media, audio: null } });
    expect(resultOf(results, 'audio.channels')).toMatchObject({
      state: 'fail',
      measured: 'no sound',
    });
  });

  test('counts the frames of another rate from the sequence’s length', () => {
    const spec = { ...webReview, video: { ...webReview.video, frameRate: '25/1' } };
    const at25 = { video: { frameRate: '25/1' } };
    const results = judge(aMeasuredMedia({ videoFrames: 250 }, at25), spec);
    expect(resultOf(results, 'video.frames')).toMatchObject({
      state: 'pass',
      expected: '250 ± 1',
    });
    const short = judge(aMeasuredMedia({ videoFrames: 240 }, at25), spec);
    expect(resultOf(short, 'video.frames').state).toBe('fail');
  });

  test('knows ProRes by its flavour and asks it for no colour range', () => {
    const measured = aMeasuredMedia(
      { majorBrand: 'qt  ', integratedLufs: -23, colorRange: '', moovBeforeMdat: false },
      {
        video: { codec: 'prores', profile: 'HQ', pixelFormat: 'yuv422p10le' },
        audio: { codec: 'pcm_s24le' },
      },
    );
    const results = judge(measured, aSpec('prores-422-hq-master'));
    expect(results.filter(({ state }) => state !== 'pass')).toEqual([]);
  });

  test('lets a preset’s own rule stand in place of what follows from the format', () => {
    const spec: DeliverySpec = {
      ...webReview,
      rules: [
        {
          selector: 'audio.channels',
          operator: 'atLeast',
          value: 1,
          severity: 'note',
          source: 'A recipient that takes mono',
        },
      ],
    };
    const results = judge(aMeasuredMedia({}, { audio: { channels: 1 } }), spec);
    expect(results.filter(({ selector }) => selector === 'audio.channels')).toHaveLength(1);
    expect(resultOf(results, 'audio.channels')).toMatchObject({
      state: 'pass',
      expected: 'at least 1',
    });
  });
});
