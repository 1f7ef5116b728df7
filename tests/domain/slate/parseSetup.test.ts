import fc from 'fast-check';
import { compareSetups } from '../../../src/domain/slate/compareSetups';
import { normaliseSetup, sceneOfSetup } from '../../../src/domain/slate/parseSetup';

describe('setups where the place says that they are one', () => {
  test.each(['24A', '24-A', '24 A', '024A', 'Sc24A', 'scene 24a', ' 24A '])(
    '“%s” is setup 24A',
    (text) => expect(normaliseSetup(text)).toBe('24A'),
  );

  test.each(['24-3', 'A', '', 'kitchen', '24ABC', '0', '24A/B'])('“%s” is none', (text) =>
    expect(normaliseSetup(text)).toBeUndefined(),
  );

  test.each([
    ['24A', '24'],
    ['24', '24'],
    ['A24B', 'A24'],
    ['24AA', '24'],
    ['101', '101'],
    ['kitchen', undefined],
  ])('the scene of %s is %s', (setup, scene) => expect(sceneOfSetup(setup)).toBe(scene));

  test('scenes sort with a letter before going before and a letter after going after', () => {
    const inOrder = ['1', '2', '2A', 'A3', 'B3', '3', '3Z', '3AA', '10', '10A', '101', 'kitchen'];
    fc.assert(
      fc.property(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), (shuffled) => {
        expect([...shuffled].sort(compareSetups)).toEqual(inOrder);
      }),
    );
  });
});
