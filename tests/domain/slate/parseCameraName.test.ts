import { parseCameraName, parseCardName } from '../../../src/domain/slate/parseCameraName';

describe('camera clip names', () => {
  test.each([
    ['A001C003_260412_R1AB', 'arri', 'A', 'A001', 'C003', '2026-04-12'],
    ['A004C010_20100610_R1JL', 'arri', 'A', 'A004', 'C010', '2010-06-10'],
    ['A001D001_240101_L1AB', 'arri', 'A', 'A001', 'D001', '2024-01-01'],
    ['A_0001C001_230202_052359_h12NR', 'arri', 'A', 'A_0001', 'C001', '2023-02-02'],
    ['A001_C001_0101AB', 'red', 'A', 'A001', 'C001', null],
    ['A001_08151512_C001', 'blackmagic', 'A', 'A001', 'C001', null],
    ['A001C001_240101AB_CANON', 'canon', 'A', 'A001', 'C001', '2024-01-01'],
    ['A_0001C002X240101_101112AB_CANON_01', 'canon', 'A', 'A_0001', 'C002', '2024-01-01'],
    ['A001C001_240101_X1YZ', 'panasonic', 'A', 'A001', 'C001', '2024-01-01'],
    ['A001C001_240101AB', 'sony-cinema', 'A', 'A001', 'C001', '2024-01-01'],
    ['C0001', 'sony-xavc', null, null, 'C0001', null],
  ])('%s is %s', (name, maker, camera, reel, clip, date) => {
    expect(parseCameraName(name)).toEqual({ maker, camera, reel, clip, date, part: null });
  });

  test('a RED part keeps its number', () => {
    expect(parseCameraName('A001_C001_0101AB_002')?.part).toBe(2);
  });

  test.each(['24A-3_A', 'A001', 'A001C003', 'A001C003_261340_R1AB', 'IMG_0001', 'c0001', ''])(
    '“%s” is no camera name',
    (name) => expect(parseCameraName(name)).toBeUndefined(),
  );

  test.each([
    ['B002', 'B', 'B002'],
    ['A001R1AB', 'A', 'A001'],
    ['A_0001_12NR', 'A', 'A_0001'],
    ['A001.RDM', 'A', 'A001'],
  ])('the folder %s is a card of camera %s, reel %s', (folder, camera, reel) =>
    expect(parseCardName(folder)).toEqual({ camera, reel }),
  );

  test.each(['PRIVATE', 'M4ROOT', 'CLIP', 'C0001', 'Day 01', ''])('“%s” is no card', (folder) =>
    expect(parseCardName(folder)).toBeUndefined(),
  );
});
