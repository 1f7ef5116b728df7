import type { CameraClip, RecorderFile } from '../../../src/domain/sync/DayMaterial';
import { planTimecodeSync } from '../../../src/domain/sync/planTimecodeSync';
import { toSyncMatchRow } from '../../../src/domain/sync/SyncMatch';
import { toClock } from '../../../src/domain/sync/toClock';
import { addTicks } from '../../../src/domain/time/Ticks';
import {
  aCameraClip,
  aRecorderFile,
  at,
  filmRate,
  frames,
  samples,
} from '../../helpers/aDayMaterial';

const match = (clip: Partial<CameraClip>, ...recorders: readonly RecorderFile[]) =>
  planTimecodeSync({ cameras: [aCameraClip(clip)], recorders }).matches[0];
const unslated = { setup: null, take: null } as const;

describe('planTimecodeSync', () => {
  test('places a clip in the recorder’s file to the sample', () => {
    const startTicks = addTicks(at('09:59:58:00'), samples(1234));
    const found = match({}, aRecorderFile({ startTicks }));
    expect(found).toMatchObject({ state: 'synced', method: 'timecode', confidence: 0.99 });
    expect(found?.offsetTicks).toBe(frames(48) - samples(1234));
  });

  test('gives a negative offset where the clip starts before the recorder', () => {
    const found = match({}, aRecorderFile({ startTicks: at('10:00:01:00') }));
    expect(found?.offsetTicks).toBe(0n - frames(24));
    const late = match({}, aRecorderFile({ startTicks: at('10:00:01:00') }));
    expect(late && toSyncMatchRow(late).offsetSeconds).toBeCloseTo(-1.001, 9);
  });

  test('finds the recorder on the other side of midnight', () => {
    const recorder = aRecorderFile({ startTicks: at('23:59:58:00') });
    const found = match({ startTicks: at('00:00:01:00') }, recorder);
    expect(found).toMatchObject({ state: 'synced' });
    expect(found?.offsetTicks).toBe(frames(72));
    const before = match(
      { startTicks: at('23:59:58:00') },
      aRecorderFile({ startTicks: at('00:00:01:00') }),
    );
    expect(before?.offsetTicks).toBe(frames(0) - frames(72));
  });

  test('follows the label where recorder and camera count differently', () => {
    const whole = { numerator: 24, denominator: 1 };
    const startTicks = at('09:59:58:00', whole);
    const recorder = aRecorderFile({ startTicks, clock: { frameRate: whole, dropFrame: false } });
    expect(match({}, recorder)?.offsetTicks).toBe(frames(48));
  });

  test('leaves a clip that was shot without sound alone', () => {
    expect(match({ mos: true }, aRecorderFile())).toMatchObject({ state: 'mos', recorder: null });
    expect(match({ audio: null })).toMatchObject({ state: 'mos' });
  });

  test('never matches a wild track', () => {
    const wild = aRecorderFile({ ...unslated, wildTrack: true });
    expect(match({}, wild)).toMatchObject({
      state: 'no-match',
      reason: expect.stringContaining('wild') as string,
    });
    expect(match({}, aRecorderFile({ wildTrack: true }))).toMatchObject({ state: 'no-match' });
  });

  test('says no match where no recorder rolled or nothing carries timecode', () => {
    expect(match({})).toMatchObject({ state: 'no-match', method: 'none', offsetTicks: null });
    expect(match({ hasTimecode: false }, aRecorderFile())).toMatchObject({ state: 'no-match' });
    expect(match(unslated, aRecorderFile({ hasTimecode: false }))).toMatchObject({
      state: 'no-match',
    });
  });

  test('trusts timecode alone less', () => {
    expect(match(unslated, aRecorderFile())).toMatchObject({ state: 'synced', confidence: 0.8 });
  });

  test('a few frames in common with no slate are no match', () => {
    const recorder = aRecorderFile({ ...unslated, startTicks: at('10:00:09:20') });
    expect(match({}, recorder)).toMatchObject({ state: 'no-match' });
  });

  test('timecode and slate that disagree are a conflict', () => {
    const other = aRecorderFile({ take: '4' });
    expect(match({}, other)).toMatchObject({ state: 'conflict', recorder: null });
    const elsewhere = aRecorderFile({ startTicks: at('11:00:00:00') });
    expect(match({}, elsewhere)).toMatchObject({ state: 'conflict' });
    expect(match({}, other, elsewhere)?.reason).toContain('24A-3');
  });

  test('the slate picks among files that rolled at once', () => {
    const other = aRecorderFile({ take: '4' });
    expect(match({}, other, aRecorderFile())).toMatchObject({ state: 'synced' });
  });

  test('two files that could both be right are ambiguous', () => {
    const [first, second] = ['a', 'b'].map((name) =>
      aRecorderFile({ ...unslated, path: name, name }),
    ) as [RecorderFile, RecorderFile];
    expect(match({}, first, second)).toMatchObject({
      state: 'ambiguous',
      reason: expect.stringContaining('“b”') as string,
    });
    const copy = aRecorderFile({ path: 'copy', startTicks: at('10:00:01:00') });
    expect(match({}, aRecorderFile(), copy)).toMatchObject({ state: 'ambiguous' });
  });

  test('of a recording that went over to a second file it takes the larger part', () => {
    const first = aRecorderFile({ durationTicks: frames(100) });
    const second = aRecorderFile({ path: 'second', startTicks: at('10:00:02:04') });
    expect(match({}, first, second)).toMatchObject({ state: 'synced', recorder: 'second' });
  });

  test('the same time on another day is no match without a slate', () => {
    const recorder = aRecorderFile({ ...unslated, date: '2026-04-13' });
    expect(match({ date: '2026-04-12' }, recorder)).toMatchObject({ state: 'no-match' });
    expect(match({ date: '2026-04-13' }, recorder)).toMatchObject({ state: 'synced' });
  });

  test('a camera that shot two clips at once is not believed without a slate', () => {
    const cameras = [
      aCameraClip({ ...unslated, path: 'one' }),
      aCameraClip({ ...unslated, path: 'two', startTicks: at('10:00:02:00') }),
      aCameraClip({ ...unslated, path: 'three', camera: 'B', device: 'B' }),
    ];
    const { matches, findings } = planTimecodeSync({ cameras, recorders: [aRecorderFile()] });
    expect(matches.map(({ state }) => state)).toEqual(['ambiguous', 'ambiguous', 'synced']);
    expect(findings.map(({ code, subject }) => [code, subject])).toEqual([
      ['device-overlaps-itself', 'two'],
      ['device-overlaps-itself', 'one'],
    ]);
  });

  test('plans a 1,500-take day within a second', () => {
    const takes = Array.from({ length: 1500 }, (_, index) => {
      const startTicks = frames(index * 400);
      return { setup: '24A', take: String(index + 1), startTicks };
    });
    const material = {
      cameras: takes.map((take) => aCameraClip({ ...take, path: take.take })),
      recorders: takes.map((take) => aRecorderFile({ ...take, path: take.take })),
    };
    const started = performance.now();
    const { matches } = planTimecodeSync(material);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(new Set(matches.map(({ state }) => state))).toEqual(new Set(['synced']));
  });
});

test('clocks of other frame counts follow the time of day', () => {
  const clock = (numerator: number) => ({
    frameRate: { numerator, denominator: 1 },
    dropFrame: false,
  });
  expect(toClock(at('10:00:00:00'), clock(25), { frameRate: filmRate, dropFrame: false })).toBe(
    at('10:00:00:00'),
  );
});

test('a drop-frame label is the same label on a clock that does not drop', () => {
  const frameRate = { numerator: 30000, denominator: 1001 };
  const dropping = { frameRate, dropFrame: true };
  const counting = { frameRate, dropFrame: false };
  expect(toClock(at('10:00:00;00', frameRate), dropping, counting)).toBe(
    at('10:00:00:00', frameRate),
  );
});
