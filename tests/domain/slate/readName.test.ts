import fc from 'fast-check';
import { formatSlate } from '../../../src/domain/slate/formatSlate';
import { namePatternIds, namePatterns } from '../../../src/domain/slate/namePatterns';
import { readCardName } from '../../../src/domain/slate/readCardName';
import { readDayFolder } from '../../../src/domain/slate/readDayFolder';
import { readName } from '../../../src/domain/slate/readName';
import { noFlags } from '../../../src/domain/slate/Slate';

describe('the table of patterns', () => {
  test.each(namePatterns.map((pattern) => [pattern.id, pattern] as const))(
    '%s reads its own examples, and says where it is from',
    (_id, { examples, source, of, read }) => {
      expect(examples.length).toBeGreaterThan(0);
      expect(source + of).not.toBe('');
      for (const example of examples) expect(read(example)).toBeDefined();
    },
  );

  test('names each pattern once', () => {
    expect(new Set(namePatternIds).size).toBe(namePatternIds.length);
  });

  test.each(namePatterns.map((pattern) => [pattern.id, pattern.examples] as const))(
    'an example of %s is read by it first',
    (id, examples) => {
      for (const example of examples) expect(readName(example)?.pattern).toBe(id);
    },
  );

  test('is chosen from and ordered by a preset', () => {
    expect(readName('A101_1')?.certainty).toBe('uncertain');
    expect(readName('24A-3_A', ['sony-xavc'])).toBeUndefined();
    expect(readName('A001C001_240101_R1AB', ['panasonic', 'arri-classic'])?.pattern).toBe(
      'panasonic',
    );
  });
});

test.each(['A001C003_261340_R1AB', 'A001C003_260230_R1AB', 'A001_C001_1301AB'])(
  'a date that is none makes no name of a camera: %s',
  (name) => {
    expect(readName(name)).toBeUndefined();
  },
);

// Found in lists that the patterns were not written from.
test.each([
  ['A036C010_191203', { camera: 'A', reel: 'A036', clip: 'C010', date: '2019-12-03' }],
  ['A012C001H200529BY_CANON', { camera: 'A', reel: 'A012', clip: 'C001', date: '2020-05-29' }],
  ['260312_113334_Tr1', { date: '2026-03-12', track: 'Tr1' }],
  ['24A-3 48fps', { setup: '24A', take: 3 }],
  ['4M-1.sub.01', { setup: '4M', take: 1 }],
  ['12A-3 Tail Slate', { setup: '12A', take: 3, flags: { tailSlate: true, circled: false } }],
])('%s is read for certain', (name, expected) => {
  expect(readName(name)).toMatchObject({ certainty: 'certain', ...expected });
});

test.each([
  ...['003C', '1ST-2', '12-25', '06-01', '29-97', '10-2023', 'R1-2', 'E1-2', 'S1-2', '250910-T001'],
])('“%s” is doubted: it may as well be a reel, a date, a rate or an episode', (name) => {
  expect(readName(name)).toMatchObject({ certainty: 'uncertain', scene: null, setup: null });
});

test.each([
  ['B002', 'B', 'B002'],
  ['A001R1AB', 'A', 'A001'],
  ['A_0001_12NR', 'A', 'A_0001'],
  ['A_0045_1EHP', 'A', 'A_0045'],
  ['AB0045_1EHP', 'AB', 'AB0045'],
  ['A001_0502XX', 'A', 'A001'],
  ['A001.RDM', 'A', 'A001'],
  ['A001_0502XX.RDM', 'A', 'A001'],
])('the folder %s is a card of camera %s, reel %s', (folder, camera, reel) => {
  expect(readCardName(folder)).toEqual({ camera, reel });
});

test.each(['PRIVATE', 'M4ROOT', 'CLIP', 'C0001', 'Day 01', 'A001C001', ''])(
  '“%s” is no card',
  (folder) => {
    expect(readCardName(folder)).toBeUndefined();
  },
);

test.each([
  ['Day 03', 'Day 03', null],
  ['DAY_12', 'Day 12', null],
  ['SD3', 'Day 03', null],
  ['D03', 'Day 03', null],
  ['Day3', 'Day 03', null],
  ['Shooting Day 7', 'Day 07', null],
  ['2026-04-12', null, '2026-04-12'],
  ['20260412', null, '2026-04-12'],
  ['260412', null, '2026-04-12'],
])('the folder %s is a day', (folder, day, date) => {
  expect(readDayFolder(folder)).toEqual({ day, date });
});

test.each([
  'Day',
  'Holiday 3',
  '2026-13-01',
  '2026-0412',
  '2026-02-30',
  'D3',
  'SD64',
  '1080',
  'A001',
  '123456',
  '',
])('“%s” is no day', (folder) => {
  expect(readDayFolder(folder)).toBeUndefined();
});

test('what a slate is written as is read back as it was', () => {
  const slate = fc.record({
    scene: fc.integer({ min: 1, max: 199 }),
    letter: fc.constantFrom('A', 'B', 'C', 'E', 'G', 'AA'),
    take: fc.integer({ min: 1, max: 99 }),
    camera: fc.constantFrom(null, 'A', 'B'),
  });
  fc.assert(
    fc.property(slate, ({ scene, letter, take, camera }) => {
      const setup = `${scene}${letter}`;
      const name = formatSlate({ scene: String(scene), setup, take, camera, flags: noFlags });
      expect(readName(name)).toMatchObject({ certainty: 'certain', setup, take, camera });
    }),
  );
});

const digits = (length: number) =>
  fc.integer({ min: 1, max: 10 ** length - 1 }).map((count) => String(count).padStart(length, '0'));
const signs = (length: number) =>
  fc
    .array(fc.constantFrom(...Array.from('ABCDEFGHJKLMNPQRSTUVWXYZ0123456789')), {
      minLength: length,
      maxLength: length,
    })
    .map((chars) => chars.join(''));
const clipParts = fc.record({
  camera: fc.constantFrom('A', 'B', 'Z'),
  reel: digits(3),
  clip: digits(3),
  day: fc.integer({ min: 1, max: 28 }).map((day) => String(day).padStart(2, '0')),
  month: fc.integer({ min: 1, max: 12 }).map((month) => String(month).padStart(2, '0')),
  year: fc.integer({ min: 10, max: 40 }),
  code: signs(4),
});

test('what a camera calls a clip is read back as it was', () => {
  fc.assert(
    fc.property(clipParts, ({ camera, reel, clip, day, month, year, code }) => {
      const expected = { certainty: 'certain', camera, reel: `${camera}${reel}`, clip: `C${clip}` };
      const dated = { ...expected, date: `20${year}-${month}-${day}` };
      const undated = { ...expected, date: `--${month}-${day}` };
      const start = `${camera}${reel}C${clip}_${year}${month}${day}`;
      expect(readName(`${start}_R${code}`)).toMatchObject(dated);
      expect(readName(`${start}${code.slice(0, 2)}`)).toMatchObject(dated);
      expect(readName(`${start}${code.slice(0, 2)}_CANON`)).toMatchObject(dated);
      const red = `${camera}${reel}_C${clip}_${month}${day}${code.slice(0, 2)}`;
      expect(readName(red)).toMatchObject({ ...undated, part: null });
      expect(readName(`${red}_002`)).toMatchObject({ ...undated, part: 2 });
      expect(readName(`${camera}${reel}_${month}${day}1512_C${clip}`)).toMatchObject(undated);
      expect(
        readName(`${camera}_0${reel}C${clip}_${year}${month}${day}_101112_h${code}`),
      ).toMatchObject({ ...dated, reel: `${camera}_0${reel}` });
    }),
  );
});

test('what chapters of an action camera are called is read back as it was', () => {
  fc.assert(
    fc.property(fc.constantFrom('GX', 'GH', 'GS'), digits(2), digits(4), (kind, part, clip) => {
      expect(readName(`${kind}${part}${clip}`)).toMatchObject({
        certainty: 'certain',
        clip,
        part: Number(part),
      });
    }),
  );
});

/** A slate for certain: what ingest would file by. */
const isSlate = (name: string) => {
  const reading = readName(name);
  return reading?.certainty === 'certain' && reading.setup !== null;
};

test('no reel, version, raster, rate, date or effects shot is a slate for certain', () => {
  const date = fc
    .date({ min: new Date('2001-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  const trap = fc.oneof(
    fc.tuple(fc.constantFrom('A', 'B', 'C'), digits(3)).map((parts) => parts.join('')),
    digits(2).map((version) => `v${version}`),
    digits(3).map((version) => `V${version}`),
    fc.constantFrom('1080', '1080p', '720', '720p', '2160p', '4K', '8k', '1920x1080', '2.39'),
    fc.constantFrom('24p', '25P', '50i', '48FPS', '120fps', '23.976', '29.97'),
    date,
    date.map((day) => day.replace(/-/g, '')),
    date.map((day) => day.replace(/-/g, '_')),
    date.map((day) => day.slice(2)),
    date.map((day) => day.slice(5)),
    fc.integer({ min: 0, max: 99_999 }).map(String),
    fc
      .tuple(digits(3), fc.constantFrom('trl', 'CSC', 'mtr'), digits(4), digits(2))
      .map(([sequence, show, shot, version]) => `${sequence}_${show}_${shot}_bg01_v${version}`),
  );
  fc.assert(fc.property(trap, (name) => !isSlate(name)));
});

test('no heap of signs is a slate whose numbers it does not hold', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 3 }),
    fc.constantFrom('-', '_', ' ', 'T', 'PU', 'SC', 'SLATE', '*', '.', 'CAM'),
    fc.integer({ min: 0, max: 2000 }).map(String),
    fc.constantFrom('A', 'B', 'I', 'O', 'V'),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 6 }), (heap) => {
      const name = heap.join('');
      const reading = readName(name);
      if (reading?.certainty !== 'certain' || reading.setup === null) return;
      const own = /\d+/.exec(reading.setup)?.[0] ?? '';
      const take = reading.take === null ? '' : String(reading.take);
      expect(name).toMatch(new RegExp(`${own}.*${take}`, 'su'));
      expect(reading.setup).not.toMatch(/[IO]/);
    }),
    { numRuns: 2000 },
  );
});

test('a heap of signs without a number is no slate', () => {
  const wordless = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\p{N}/gu, ''));
  fc.assert(fc.property(wordless, (name) => !isSlate(name)));
});
