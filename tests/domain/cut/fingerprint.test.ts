import fc from 'fast-check';
import { planFingerprint } from '../../../src/domain/cut/fingerprint';

test('equal values have equal fingerprints, whatever the order of their keys', () => {
  expect(planFingerprint({ a: 1, b: [{ c: 2n, d: null }] })).toBe(
    planFingerprint({ b: [{ d: null, c: 2n }], a: 1, e: undefined }),
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const copy: unknown = JSON.parse(JSON.stringify(value));
      expect(planFingerprint(copy)).toBe(planFingerprint(value));
      expect(planFingerprint(value)).toMatch(/^[0-9a-f]{32}$/);
    }),
  );
});

test('different values have different fingerprints', () => {
  const values = [1, 1n, '1', '1n', [1], { a: 1 }, { a: 2 }, ['a', 1], null, '', [], {}, [[]]];
  const few = new Set(values.map(planFingerprint));
  expect(few.size).toBe(values.length);
  const many = new Set(
    Array.from({ length: 50_000 }, (_, index) => planFingerprint(`/clip ${index}`)),
  );
  expect(many.size).toBe(50_000);
});
