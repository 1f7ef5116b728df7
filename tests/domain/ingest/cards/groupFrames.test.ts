import type { CardReading } from '../../../../src/domain/ingest/cards/readCards';
import { readPaths } from './readTree';

describe('numbered stills', () => {
  const numbered = (from: number, count: number, toPath: (digits: string) => string) =>
    Array.from({ length: count }, (_, index) => toPath(String(from + index).padStart(7, '0')));
  const sequencesOf = ({ clips }: CardReading) =>
    clips.flatMap(({ isImageSequence, name, parts }) =>
      isImageSequence ? [[name, parts.length]] : [],
    );

  test.each(['dpx', 'exr', 'ari', 'arx', 'dng', 'tga'])(
    'of %s are one clip from three on',
    (end) => {
      const frames = numbered(1, 3, (digits) => `scan/A001C001.${digits}.${end}`);
      const reading = readPaths(frames);
      expect(sequencesOf(reading)).toEqual([['A001C001', 3]]);
      expect(reading.findings).toEqual([]);
      expect(reading.clips[0]?.main.relativePath).toBe(frames[0]);
      expect(sequencesOf(readPaths(frames.slice(1)))).toEqual([]);
    },
  );

  test.each(['tif', 'tiff', 'png', 'jpg', 'jpeg'])(
    'of %s are one in a long row, as a guess',
    (end) => {
      const frames = numbered(1, 8, (digits) => `render/title_${digits}.${end}`);
      const reading = readPaths(frames);
      expect(sequencesOf(reading)).toEqual([['title', 8]]);
      expect(reading.findings).toMatchObject([{ code: 'frames-guessed', severity: 'info' }]);
      expect(sequencesOf(readPaths(frames.slice(1)))).toEqual([]);
    },
  );

  test('tell their holes as ranges, and bear their folder’s name where they have none', () => {
    const toPath = (digits: string) => `VFX_010/${digits}.dpx`;
    const frames = [
      ...numbered(100, 20, toPath),
      ...numbered(121, 1, toPath),
      ...numbered(127, 9, toPath),
    ];
    const reading = readPaths(frames);
    expect(sequencesOf(reading)).toEqual([['VFX_010', 30]]);
    expect(reading.findings).toMatchObject([
      {
        code: 'frames-missing',
        message: expect.stringContaining('lacks the frames 120, 122-126.') as string,
      },
    ]);
  });

  test('of another folder, width, ending or stem are another picture', () => {
    const frames = [
      ...numbered(1, 3, (digits) => `a/x.${digits}.dpx`),
      ...numbered(4, 3, (digits) => `b/x.${digits}.dpx`),
      ...numbered(7, 3, (digits) => `a/x.${digits}.exr`),
      ...numbered(10, 3, (digits) => `a/x.${digits.slice(1)}.dpx`),
      ...numbered(13, 3, (digits) => `a/y.${digits}.dpx`),
    ];
    expect(sequencesOf(readPaths(frames)).map(([, count]) => count)).toEqual([3, 3, 3, 3, 3]);
  });

  test('with more holes than frames are single pictures', () => {
    const frames = [1, 50, 900, 1700].map(
      (number) => `refs/plan.${String(number).padStart(4, '0')}.tga`,
    );
    expect(sequencesOf(readPaths(frames))).toEqual([]);
  });

  test.each(['IMG_', 'DSC0', 'DSC_', '_MG_', 'P101', 'DJI_', 'IMG_20240101_12', 'G001'])(
    'that a camera calls %s0001 are photographs',
    (prefix) => {
      const photos = Array.from(
        { length: 40 },
        (_, index) => `${prefix}${String(index + 1000).padStart(4, '0')}`,
      );
      for (const end of ['JPG', 'dng']) {
        const reading = readPaths(photos.map((name) => `trip/${name}.${end}`));
        expect(reading.clips).toHaveLength(40);
        expect(sequencesOf(reading)).toEqual([]);
      }
    },
  );

  test('of raw film lie on camera cards too, and photographs beside them stay single', () => {
    const reading = readPaths([
      ...numbered(1, 20, (digits) => `SSD/DCIM/A001/A001_C001_${digits}.dng`),
      ...numbered(1, 20, (digits) => `SSD/DCIM/100MEDIA/X${digits.slice(3)}.dng`),
    ]);
    expect(sequencesOf(reading)).toEqual([['A001_C001', 20]]);
    expect(reading.clips).toHaveLength(21);
  });
});
