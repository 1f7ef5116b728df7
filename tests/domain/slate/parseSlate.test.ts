import fc from 'fast-check';
import { formatSlate } from '../../../src/domain/slate/formatSlate';
import { parseSlate } from '../../../src/domain/slate/parseSlate';
import { sceneOfSetup } from '../../../src/domain/slate/parseSetup';
import { noFlags, type Slate } from '../../../src/domain/slate/Slate';

function aSlate(slate: Partial<Slate> = {}): Slate {
  return { scene: '24', setup: '24A', take: 3, camera: null, flags: noFlags, ...slate };
}

describe('parseSlate', () => {
  test.each([
    '24A-3',
    '24A_T03',
    '24A/3',
    '024A-003',
    '24A T3',
    '24AT03',
    '24-A-3',
    '24 A 3',
    'Sc24A-3',
    'Scene 24A Take 3',
    '24a-t03.WAV',
    'S24A-T03_1.wav',
    'Scene024A-T003_Tr1_2.wav',
  ])('reads “%s” as setup 24A, take 3', (name) => {
    expect(parseSlate(name)).toEqual(aSlate());
  });

  test.each([
    ['24A-3_A', aSlate({ camera: 'A' })],
    ['24A-3 Cam B.mov', aSlate({ camera: 'B' })],
    ['24A-3AB', aSlate({ camera: 'AB' })],
    ['24A-3_AB', aSlate({ camera: 'AB' })],
    ['24-T-3', aSlate({ setup: '24' })],
    ['24T03', aSlate({ setup: '24' })],
    ['A24-1', aSlate({ scene: 'A24', setup: 'A24', take: 1 })],
    ['A24B-1', aSlate({ scene: 'A24', setup: 'A24B', take: 1 })],
    ['24AA-10', aSlate({ setup: '24AA', take: 10 })],
    ['124A-3', aSlate({ scene: '124', setup: '124A' })],
    ['5-10', aSlate({ scene: '5', setup: '5', take: 10 })],
    ['S01T01', aSlate({ scene: '1', setup: '1', take: 1 })],
    ['24A', aSlate({ take: null })],
    ['Scene 24', aSlate({ setup: '24', take: null })],
  ])('reads “%s”', (name, expected) => {
    expect(parseSlate(name)).toEqual(expected);
  });

  test.each([
    ['24A-3PU', { pickup: true }, 3],
    ['24APU-1', { pickup: true }, 1],
    ['24A-3 MOS', { mos: true }, 3],
    ['24AMOS-3', { mos: true }, 3],
    ['24A-WT1', { wildTrack: true }, 1],
    ['24A-WT-T01', { wildTrack: true }, 1],
    ['WT_24A-2', { wildTrack: true }, 2],
    ['24A wild track 2', { wildTrack: true }, 2],
    ['24A_RT', { roomTone: true }, null],
    ['24A_T03_TS', { tailSlate: true }, 3],
    ['24A-3 Tail Slate', { tailSlate: true }, 3],
  ])('reads the mark in “%s”', (name, flags, take) => {
    expect(parseSlate(name)).toEqual(aSlate({ take, flags: { ...noFlags, ...flags } }));
  });

  test('keeps a UK slate number apart from the scene', () => {
    expect(parseSlate('Slate 112 Take 3')).toEqual(aSlate({ scene: null, setup: '112' }));
    expect(parseSlate('Sc 4 / Slate 5 / Take 2')).toEqual(
      aSlate({ scene: '4', setup: '5', take: 2 }),
    );
  });

  test.each([
    '10I',
    '10I-3',
    '24O-1',
    '51-0',
    '510',
    '24',
    '2024',
    '2024-06-01',
    '2024-06',
    '1080',
    '1080p',
    '720p-1',
    '4K',
    '4K-2',
    '24p',
    '25',
    'v03',
    'V03-1',
    'A001',
    'A001-3',
    'S001',
    'A001C003_260412_R1AB',
    'C0001',
    'A001_C001_0101AB',
    'A001_08151512_C001',
    'GX010123',
    'IMG_0001',
    'WT 24',
    'RT 24',
    '24_3',
    '24 3',
    '24A3',
    '24A-3_BA',
    '24A-3_OK',
    'MyFilm 24A-3 final',
    '',
    "'); app.quit(); //\u2028",
  ])('reads no slate out of “%s”', (name) => {
    expect(parseSlate(name)).toBeUndefined();
  });

  test('does not take 24A for 24AA or 124A', () => {
    expect(parseSlate('24AA-1')?.setup).not.toBe('24A');
    expect(parseSlate('124A-1')?.setup).not.toBe('24A');
  });

  test('takes B2K-1 for scene B2, setup K, and 2K-1 for no slate: no raster bears a letter before it', () => {
    expect(parseSlate('B2K-1')).toMatchObject({ scene: 'B2', setup: 'B2K', take: 1 });
    expect(parseSlate('2K-1')).toBeUndefined();
  });

  test('reads back whatever formatSlate wrote', () => {
    const letter = fc.constantFrom(...Array.from('ABCDEFGHJKLMNPQRSUXYZ'));
    const setup = fc
      .tuple(
        fc.constantFrom('', '', 'A', 'B'),
        fc.integer({ min: 1, max: 99 }),
        fc.oneof(fc.constant(''), letter, fc.constantFrom('AA', 'AB', 'BC')),
      )
      .map(([prefix, number, letters]) => `${prefix}${number}${letters}`)
      .filter((name) => !/^(2|4|5|6|8|12)K$/.test(name));
    const flags = fc
      .tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.constantFrom('', 'wildTrack', 'roomTone'))
      .map(([mos, pickup, tailSlate, sound]) => ({
        mos,
        pickup,
        tailSlate,
        wildTrack: sound === 'wildTrack',
        roomTone: sound === 'roomTone',
      }));
    const usSlate = fc.record({
      setup,
      take: fc.integer({ min: 1, max: 32000 }),
      camera: fc.constantFrom(null, 'A', 'B', 'Z', 'AB'),
      flags,
    });
    fc.assert(
      fc.property(usSlate, (parts) => {
        const slate = { ...parts, scene: sceneOfSetup(parts.setup) ?? '' };
        expect(parseSlate(formatSlate(slate))).toEqual(slate);
      }),
    );
    const ukSlate = fc.record({
      scene: fc.constantFrom(null, '4', '12A', 'A7'),
      setup: fc.integer({ min: 200, max: 9999 }).map(String),
      take: fc.option(fc.integer({ min: 1, max: 99 })),
      camera: fc.constantFrom(null, 'A', 'B'),
      flags,
    });
    fc.assert(
      fc.property(ukSlate, (slate) => {
        expect(parseSlate(formatSlate(slate))).toEqual(slate);
      }),
    );
  });
});
