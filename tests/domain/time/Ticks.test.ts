import fc from 'fast-check';
import {
  formatFrameRate,
  frameRateOfTicks,
  framesToTicks,
  parseFrameRate,
  sameFrameRate,
  ticksPerFrame,
  ticksToFrames,
  ticksToNearestFrame,
  toFrames,
} from '../../../src/domain/time/FrameRate';
import { hostSeconds } from '../../../src/domain/time/hostSeconds';
import { samplesToTicks, ticksToSamples, toSamples } from '../../../src/domain/time/Samples';
import {
  formatTicks,
  parseTicks,
  secondsToTicks,
  ticksPerSecond,
  ticksToSeconds,
  toTicks,
} from '../../../src/domain/time/Ticks';

const day = 24n * 3600n * ticksPerSecond;
const anyTicks = fc.bigInt({ min: -day, max: day }).map(toTicks);
const labels = ['23.976', '24', '25', '29.97', '30', '50', '59.94', '60'];
const rates = labels.flatMap((label) => parseFrameRate(label) ?? []);

describe('ticks', () => {
  test('cross the wire as they are', () => {
    fc.assert(
      fc.property(anyTicks, (ticks) => {
        expect(parseTicks(formatTicks(ticks))).toBe(ticks);
      }),
    );
    expect(() => parseTicks('1.5')).toThrow(RangeError);
  });

  test('samples come back at every usual sample rate', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(44_100, 48_000, 96_000),
        fc.integer({ min: -(2 ** 40), max: 2 ** 40 }),
        (sampleRate, count) => {
          const samples = toSamples(count);
          expect(ticksToSamples(samplesToTicks(samples, sampleRate), sampleRate)).toBe(samples);
        },
      ),
    );
  });

  test('seconds come back to less than a sample within a day', () => {
    fc.assert(
      fc.property(anyTicks, (ticks) => {
        const apart = secondsToTicks(ticksToSeconds(ticks)) - ticks;
        expect(apart < 10_000n && apart > -10_000n).toBe(true);
      }),
    );
  });

  test('the frame that shows rounds down, the nearest is at most half a frame away', () => {
    fc.assert(
      fc.property(anyTicks, fc.constantFrom(...rates), (ticks, rate) => {
        const frame = ticksPerFrame(rate);
        const into = ticks - framesToTicks(ticksToFrames(ticks, rate), rate);
        expect(into >= 0n && into < frame).toBe(true);
        const off = ticks - framesToTicks(ticksToNearestFrame(ticks, rate), rate);
        expect(off * 2n <= frame && off * 2n + frame >= 0n).toBe(true);
      }),
    );
  });

  test('rates are exact fractions and come back from their text and their frame', () => {
    for (const rate of rates) {
      expect(parseFrameRate(formatFrameRate(rate))).toEqual(rate);
      expect(sameFrameRate(frameRateOfTicks(ticksPerFrame(rate)), rate)).toBe(true);
    }
    expect(parseFrameRate('29.97')).toEqual({ numerator: 30000, denominator: 1001 });
    expect(parseFrameRate('0/0')).toBeUndefined();
  });

  test('a source point in host seconds is rounded down to its own frame or sample', () => {
    const units = [...rates.map(ticksPerFrame), samplesToTicks(toSamples(1), 48_000)];
    fc.assert(
      fc.property(fc.constantFrom(...units), fc.nat({ max: 10_000_000 }), (unit, count) => {
        const point = toTicks(unit * BigInt(count));
        const read = secondsToTicks(hostSeconds(point, unit));
        expect(read / unit).toBe(BigInt(count));
      }),
    );
    expect(framesToTicks(toFrames(0), rates[0] ?? { numerator: 1, denominator: 1 })).toBe(0n);
  });
});
