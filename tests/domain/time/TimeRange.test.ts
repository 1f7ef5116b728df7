import fc from 'fast-check';
import { toTicks } from '../../../src/domain/time/Ticks';
import {
  contains,
  durationOf,
  intersection,
  overlaps,
  shift,
} from '../../../src/domain/time/TimeRange';

const aRange = fc
  .tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 1000n }))
  .map(([start, length]) => ({ start: toTicks(start), end: toTicks(start + length) }));

test('two ranges share what lies in both', () => {
  fc.assert(
    fc.property(aRange, aRange, (left, right) => {
      const shared = intersection(left, right);
      expect(shared !== undefined).toBe(overlaps(left, right));
      expect(overlaps(left, right)).toBe(overlaps(right, left));
      if (!shared) return;
      expect(contains(left, shared) && contains(right, shared)).toBe(true);
      expect(durationOf(shared) > 0n).toBe(true);
    }),
  );
});

test('a range that is shifted keeps its length and comes back', () => {
  fc.assert(
    fc.property(aRange, fc.bigInt({ min: -1000n, max: 1000n }), (range, by) => {
      const moved = shift(range, toTicks(by));
      expect(durationOf(moved)).toBe(durationOf(range));
      expect(shift(moved, toTicks(-by))).toEqual(range);
    }),
  );
});

test('ranges that touch share nothing', () => {
  const first = { start: toTicks(0n), end: toTicks(10n) };
  expect(overlaps(first, shift(first, toTicks(10n)))).toBe(false);
});
