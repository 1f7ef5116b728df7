import { readCards } from '../../../../src/domain/ingest/cards/readCards';
import { aListing } from '../../../helpers/cardTrees';
import { othersOf, readPaths } from './readTree';

describe('[I-10] names', () => {
  test('in two spellings of one path are one file', () => {
    const reading = readPaths(['caf\u00e9/a.mov', 'cafe\u0301/a.mov', 'caf\u00e9/b.mov']);
    expect(reading.clips.map(({ main }) => main.relativePath)).toEqual([
      'caf\u00e9/a.mov',
      'caf\u00e9/b.mov',
    ]);
    expect(reading.others).toMatchObject([
      { code: 'listed-twice', file: { relativePath: 'cafe\u0301/a.mov' } },
    ]);
  });

  test('of every script are taken, with blanks, quotes and signs, however long', () => {
    const names = [
      ...['שלום #%&.mov', "🎬 “take” '1'.mov", 'A\u202Eevom.mov', 'blank .mov', 'back\\slash.mov'],
      `${'長'.repeat(200)}.mov`,
    ];
    const reading = readPaths(names);
    expect(reading.clips.map(({ main }) => main.relativePath)).toEqual(names);
    expect(reading.others).toEqual([]);
  });

  test.each([
    ['bell\u0007.mov', 'U+0007'],
    ['tab\tin folder/a.mov', 'U+0009'],
    ['half\uD83C.mov', 'U+D83C'],
    ['odd\uFFFD.mov', 'no Unicode'],
  ])('that no project can hold are refused by naming the character: %j', (name, told) => {
    const reading = readPaths([name]);
    expect(reading.clips).toEqual([]);
    expect(reading.others).toMatchObject([
      { code: 'name-refused', isBlocked: true, reason: expect.stringContaining(told) as string },
    ]);
  });

  test('whose end Windows leaves away are refused there, and nowhere else', () => {
    const file = (path: string) =>
      ({ ...aListing(['x'])[0], path }) as ReturnType<typeof aListing>[0];
    const refusedOf = (path: string) =>
      othersOf(readCards([file(path)], new Map()), 'name-refused');
    for (const path of ['C:\\Day 1 \\a.mov', 'C:/Day 1./a.mov', '\\\\nas\\x\\a.mov ']) {
      expect(refusedOf(path)).toHaveLength(1);
    }
    for (const path of ['C:\\Day 1\\a.mov', '/Day 1 /a.mov']) expect(refusedOf(path)).toEqual([]);
  });
});
