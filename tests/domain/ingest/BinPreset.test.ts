import { binPathsOf } from '../../../src/domain/ingest/binPathsOf';
import { toBinPreset } from '../../../src/domain/ingest/BinPreset';
import { findBinPreset, shippedBinPresets } from '../../../src/domain/ingest/findBinPreset';

const shipped = findBinPreset('scene-take');

describe('bin presets', () => {
  test('the shipped ones are found by their id', () => {
    expect(shippedBinPresets.map(({ id }) => id)).toEqual([
      'scene-take',
      'camera-roll',
      'shooting-day',
      'documentary',
      'interview',
      'multicam',
    ]);
    expect(findBinPreset('none')).toBeUndefined();
  });

  test.each([
    ['/Footage/../{setup}', 'climbs'],
    ['/Footage/./{setup}', 'climbs'],
    ['/Footage//{setup}', 'without a name'],
    ['/Footage/', 'without a name'],
    ['/', 'without a name'],
    ['Footage', 'must start'],
    ['', 'must start'],
    ['/Footage\\..\\x', 'levels are parted'],
    ['/Foot\u0000age', 'control'],
    ['/Foot\u2028age', 'control'],
    ['/{reel}', 'unknown'],
    ['/{scene', 'brace'],
  ])('a path “%s” is refused in words', (pictureBin, words) => {
    const result = toBinPreset({ ...shipped, pictureBin });
    expect(result).toMatchObject({ ok: false, problem: expect.stringContaining(words) as string });
  });

  test('[X-9] one of a newer version is refused with a message', () => {
    expect(toBinPreset({ ...shipped, version: 2 })).toMatchObject({
      ok: false,
      problem: expect.stringContaining('newer Slateflow') as string,
    });
    expect(toBinPreset('no preset').ok).toBe(false);
  });

  test('columns that Slateflow goes by, unknown patterns and sources named twice are refused', () => {
    const problems = [
      { metadata: { SlateflowBin: '{roll}' } },
      { metadata: { 'Column.Intrinsic.TapeName': '{nothing}' } },
      { patterns: ['no-such-pattern'] },
      { precedence: ['log', 'log'] },
      { labels: [{ when: { camera: 'a' }, label: 1 }] },
      { labels: [{ when: {}, label: 16 }] },
      { uncertain: { bin: '/{scene}', label: null } },
    ].map((change) => toBinPreset({ ...shipped, ...change }));
    for (const result of problems) expect(result.ok).toBe(false);
  });

  test('[X-9] keys of others are kept', () => {
    const result = toBinPreset({ ...shipped, house: 'ours' });
    expect(result.ok && result.preset).toMatchObject({ house: 'ours' });
  });
});

test('bins have paths from the root', () => {
  const bins = [
    { id: '3', parentId: '2', name: '24A' },
    { id: '1', parentId: null, name: '' },
    { id: '2', parentId: '1', name: 'Footage' },
  ];
  expect([...binPathsOf(bins)].sort()).toEqual([
    ['1', '/'],
    ['2', '/Footage'],
    ['3', '/Footage/24A'],
  ]);
});
