import fc from 'fast-check';
import {
  framesToTicks,
  parseFrameRate,
  ticksPerFrame,
  ticksToFrames,
  toFrames,
  type FrameRate,
} from '../../../src/domain/time/FrameRate';
import {
  canDropFrames,
  formatTimecode,
  framesPerDay,
  framesToTimecode,
  parseTimecode,
  timecodeToFrames,
} from '../../../src/domain/time/Timecode';

const rate = (label: string): FrameRate =>
  parseFrameRate(label) ?? { numerator: 1, denominator: 1 };
const rates = ['23.976', '24', '25', '29.97', '30', '47.952', '48', '50', '59.94', '60'].map(rate);
const clocks = [
  ...rates.map((frameRate) => ({ frameRate, dropFrame: false })),
  { frameRate: rate('29.97'), dropFrame: true },
  { frameRate: rate('59.94'), dropFrame: true },
];

describe('timecode', () => {
  test.each([
    ['29.97', 2_589_408],
    ['59.94', 5_178_816],
  ])(
    'every frame of a drop-frame day at %s has its own label and comes back',
    (label, perDay) => {
      const frameRate = rate(label);
      expect(framesPerDay(frameRate, true)).toBe(perDay);
      let previous = -1;
      let wrong = 0;
      for (let count = 0; count < perDay; count += 1) {
        const timecode = framesToTimecode(toFrames(count), frameRate, true);
        const { hours, minutes, seconds, frames } = timecode;
        const label = ((hours * 100 + minutes) * 100 + seconds) * 100 + frames;
        if (timecodeToFrames(timecode, frameRate) !== count || label <= previous) wrong += 1;
        previous = label;
      }
      expect(wrong).toBe(0);
      expect(formatTimecode(framesToTimecode(toFrames(perDay), frameRate, true))).toBe(
        '00:00:00;00',
      );
    },
    180_000,
  );

  test('labels, frames and ticks come back at every rate', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...clocks),
        fc.nat({ max: 5_184_000 }),
        ({ frameRate, dropFrame }, count) => {
          const frames = toFrames(count % framesPerDay(frameRate, dropFrame));
          const timecode = framesToTimecode(frames, frameRate, dropFrame);
          expect(parseTimecode(formatTimecode(timecode), frameRate)).toEqual(timecode);
          expect(timecodeToFrames(timecode, frameRate)).toBe(frames);
          expect(ticksToFrames(framesToTicks(frames, frameRate), frameRate)).toBe(frames);
        },
      ),
    );
  });

  test('days wrap forwards and backwards', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...clocks),
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        ({ frameRate, dropFrame }, count) => {
          const day = framesPerDay(frameRate, dropFrame);
          expect(framesToTimecode(toFrames(count + day), frameRate, dropFrame)).toEqual(
            framesToTimecode(toFrames(count), frameRate, dropFrame),
          );
        },
      ),
    );
    expect(formatTimecode(framesToTimecode(toFrames(-1), rate('25'), false))).toBe('23:59:59:24');
  });

  test('drop-frame skips two labels each minute but the tenth', () => {
    const after = (text: string) => {
      const frameRate = rate('29.97');
      const timecode = parseTimecode(text, frameRate);
      const next = timecode ? timecodeToFrames(timecode, frameRate) + 1 : 0;
      return formatTimecode(framesToTimecode(toFrames(next), frameRate, true));
    };
    expect(after('00:00:59;29')).toBe('00:01:00;02');
    expect(after('00:09:59;29')).toBe('00:10:00;00');
    expect(after('00:59:59;29')).toBe('01:00:00;00');
  });

  test.each([
    '00:01:00;00',
    '00:01:00;01',
    '24:00:00:00',
    '00:60:00:00',
    '00:00:00:30',
    '1:2:3',
    '',
  ])('“%s” is no label at 29.97', (text) =>
    expect(parseTimecode(text, rate('29.97'))).toBeUndefined(),
  );

  test('23.976 never drops', () => {
    expect(canDropFrames(rate('23.976'))).toBe(false);
    expect(parseTimecode('00:01:00;00', rate('23.976'))?.dropFrame).toBe(false);
  });

  test('a frame is a whole count of ticks at every broadcast rate', () => {
    for (const frameRate of rates) {
      const { numerator, denominator } = frameRate;
      expect(ticksPerFrame(frameRate) * BigInt(numerator)).toBe(
        254_016_000_000n * BigInt(denominator),
      );
    }
  });
});
