import fc from 'fast-check';
import { moved, replaced, without } from '../../../../src/panel/ingest/preset/inOrder';

const listWithPlaces = fc
  .array(fc.integer(), { minLength: 1 })
  .chain((list) => fc.tuple(fc.constant(list), fc.nat(list.length - 1), fc.nat(list.length - 1)));

test('an entry that is moved there and back leaves the list as it was', () => {
  fc.assert(
    fc.property(listWithPlaces, ([list, from, to]) => {
      const there = moved(list, from, to);
      expect(there[to]).toBe(list[from]);
      expect(moved(there, to, from)).toEqual(list);
    }),
  );
});

test('takes out and replaces the one entry at its place', () => {
  expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
  expect(replaced(['a', 'b', 'c'], 1, 'x')).toEqual(['a', 'x', 'c']);
});
