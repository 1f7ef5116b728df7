import { textsOfCards, type CardReading } from '../../../../src/domain/ingest/cards/readCards';
import {
  aListing,
  anAvchdPlaylist,
  aP2Clip,
  cardTrees,
  type CardTree,
} from '../../../helpers/cardTrees';
import { messages, nameOf, othersOf, readPaths, readTree, short, without } from './readTree';

describe('[I-7] a part that is missing', () => {
  test.each([
    ['RED', without(cardTrees.red, /_002\.R3D$/)],
    ['XDCAM EX', without(cardTrees.xdcamEx, /709_0001_02\.MP4$/)],
    ['Canon XF', without(cardTrees.canonXf, /AA000102\.MXF$/)],
    ['AVCHD', without(cardTrees.avchd, /00002\.MTS$/)],
  ])('of %s is told as “incomplete: part 2 of 3 missing”', (_name, tree) => {
    const reading = readTree(tree);
    expect(reading.findings).toMatchObject([
      {
        code: 'clip-incomplete',
        severity: 'warning',
        message: expect.stringMatching(/^incomplete: part 2 of 3 missing\./) as string,
      },
    ]);
    const holed = reading.clips.find(({ main }) => main.path === reading.findings[0]?.subject);
    expect(holed?.span).toMatchObject({ part: null, total: 3, missing: [2] });
    expect(holed?.parts).toHaveLength(2);
  });

  test('of P2 is known at either end, and by the card after it', () => {
    expect(messages(readTree(without(cardTrees.p2, /0002CD.*\.MXF$/)))).toEqual([
      expect.stringMatching(/^incomplete: part 2 of 2 missing\./),
    ]);
    expect(messages(readTree(without(cardTrees.p2, /0001AB.*\.MXF$/)))).toEqual([
      expect.stringMatching(/^incomplete: part 1 of 2 missing\./),
    ]);
  });

  test('of P2 lies on the other card, and both together are one clip', () => {
    const oneCard = (card: string, name: string, sides: Parameters<typeof aP2Clip>[1]) => ({
      paths: [`${card}/CONTENTS/VIDEO/${name}.MXF`, `${card}/CONTENTS/CLIP/${name}.XML`],
      texts: { [`${card}/CONTENTS/CLIP/${name}.XML`]: aP2Clip(name, sides) },
    });
    const one = oneCard('ONE', '0001AB', { next: 'id-0001CD' });
    const two = oneCard('TWO', '0001CD', { previous: 'id-0001AB' });
    const both = { paths: [...one.paths, ...two.paths], texts: { ...one.texts, ...two.texts } };
    expect(textsOfCards(aListing(both.paths))).toEqual(
      Object.keys(both.texts).map((path) => `/cards/${path}`),
    );
    const reading = readTree(both);
    expect(reading.clips.map(short)).toMatchObject([{ main: '0001AB.MXF', rest: ['0001CD.MXF'] }]);
    expect(reading.findings).toEqual([]);
    expect(messages(readTree(two))).toEqual([
      expect.stringMatching(/^incomplete: part 1 of 2 missing\./),
    ]);
  });

  test('of what a P2 card describes is told: a picture, a channel of sound', () => {
    const clip = aP2Clip('0001AB', { channels: 4 });
    const paths = [
      'VIDEO/0001AB.MXF',
      'AUDIO/0001AB00.MXF',
      'AUDIO/0001AB02.MXF',
      'CLIP/0001AB.XML',
    ];
    const tree = {
      paths: paths.map((path) => `P2/CONTENTS/${path}`),
      texts: { 'P2/CONTENTS/CLIP/0001AB.XML': clip },
    };
    expect(messages(readTree(tree))).toEqual([
      expect.stringMatching(/^incomplete: sound of 2 of 4 channels missing\./),
    ]);
    const deaf = readTree(without(tree, /VIDEO/));
    expect(messages(deaf)).toEqual([
      expect.stringMatching(/^incomplete: picture and sound of 2 of 4 channels missing\./),
    ]);
    expect(deaf.clips.map(short)).toMatchObject([{ main: '0001AB00.MXF', rest: ['0001AB02.MXF'] }]);
  });

  test('of texts that are broken changes nothing but what they would have told', () => {
    const broken = (tree: CardTree, text: string) =>
      readTree({
        ...tree,
        texts: Object.fromEntries(Object.keys(tree.texts).map((path) => [path, text])),
      });
    for (const text of ['', 'MPLS', '<P2Main>', '\u0000', 'MPLS0100\uFFFF\uFFFF\uFFFF\uFFFF']) {
      expect(broken(cardTrees.avchd, text).clips).toHaveLength(5);
      expect(broken(cardTrees.p2, text).clips).toHaveLength(3);
    }
    const rounds = ['0001AB', '0002CD'].map((name, index, names) =>
      aP2Clip(name, { previous: `id-${names[1 - index]}`, next: `id-${names[1 - index]}` }),
    );
    const texts = Object.fromEntries(
      Object.keys(cardTrees.p2.texts).map((path, index) => [path, rounds[index] ?? '']),
    );
    expect(readTree({ ...cardTrees.p2, texts }).clips).toHaveLength(3);
  });

  test('two playlists that tell of the same streams join them once', () => {
    const playlist = 'CAM/PRIVATE/AVCHD/BDMV/PLAYLIST/00001.MPL';
    const tree = {
      paths: [...cardTrees.avchd.paths, playlist],
      texts: { ...cardTrees.avchd.texts, [playlist]: anAvchdPlaylist('00002', '+00003') },
    };
    expect(readTree(tree).clips).toHaveLength(3);
  });
});

describe('[I-8] GoPro chapters', () => {
  const spansOf = ({ clips }: CardReading, name: string) =>
    clips.flatMap(({ main, span }) =>
      span?.name === name ? [[nameOf(main.path), span.part, span.total, span.missing]] : [],
    );

  test('make one group in order although a sort by name puts them apart', () => {
    const reading = readTree(cardTrees.gopro);
    expect(spansOf(reading, 'GX0123')).toEqual([
      ['GX010123.MP4', 1, 3, []],
      ['GX020123.MP4', 2, 3, []],
      ['GX030123.MP4', 3, 3, []],
    ]);
    expect(spansOf(reading, 'GX0124')).toEqual([
      ['GX010124.MP4', 1, 2, []],
      ['GX020124.MP4', 2, 2, []],
    ]);
    expect(spansOf(reading, '1234')).toEqual([
      ['GOPR1234.MP4', 1, 2, []],
      ['GP011234.MP4', 2, 2, []],
    ]);
    const loop = reading.clips.find(({ main }) => main.path.endsWith('GHAA0001.MP4'));
    expect(loop?.span).toBeNull();
    expect(othersOf(reading, 'media-unsupported')).toEqual(['GS010135.360']);
  });

  test('tell the hole where the middle one is gone, once', () => {
    const reading = readTree(without(cardTrees.gopro, /GX020123/));
    expect(spansOf(reading, 'GX0123')).toEqual([
      ['GX010123.MP4', 1, 3, [2]],
      ['GX030123.MP4', 3, 3, [2]],
    ]);
    expect(messages(reading)).toEqual([
      expect.stringMatching(/^incomplete: part 2 of 3 missing\. “GX0123”/),
    ]);
  });

  test('tell it at the first that is there', () => {
    const { findings } = readTree(without(cardTrees.gopro, /GX010123\.MP4/));
    expect(findings.map(({ subject }) => nameOf(subject))).toEqual(['GX020123.MP4']);
  });

  test('keep their low-resolution copies and thumbnails', () => {
    const reading = readTree(cardTrees.gopro);
    expect(reading.clips.map(short)).toContainEqual({
      layout: 'gopro',
      card: 'HERO',
      main: 'GX010123.MP4',
      rest: [],
      proxy: 'GL010123.LRV',
      sidecars: ['GX010123.THM'],
    });
  });
});

describe('files as large as a file can be', () => {
  const full = 4 * 2 ** 30 - 150_000;
  const streams = ['00000', '00001', '00002', '00004'].map(
    (name) => `CAM/PRIVATE/AVCHD/BDMV/STREAM/${name}.MTS`,
  );
  const sizesOf = (paths: readonly string[], sizes: readonly number[]) =>
    Object.fromEntries(paths.map((path, index) => [path, sizes[index] ?? 0]));

  test('are joined with the next of an AVCHD card without a playlist, and said to be a guess', () => {
    const reading = readPaths(streams, sizesOf(streams, [full, 2 * 2 ** 30 - 1, 500, 500]));
    expect(reading.clips.map(({ parts }) => parts.length)).toEqual([3, 1]);
    expect(reading.findings).toMatchObject([{ code: 'span-guessed', severity: 'info' }]);
    const gap = readPaths(streams.slice(2), sizesOf(streams.slice(2), [full, 500]));
    expect(gap.clips).toHaveLength(2);
    expect(gap.findings).toEqual([]);
  });

  test('are not, where the playlist says that they are apart', () => {
    const playlist = 'CAM/PRIVATE/AVCHD/BDMV/PLAYLIST/00000.MPL';
    const tree = {
      paths: [...streams, playlist],
      texts: { [playlist]: anAvchdPlaylist('00000', '00001', '00002', '00004') },
    };
    const reading = readTree(tree, sizesOf(streams, [full, full, full, full]));
    expect(reading.clips).toHaveLength(4);
    expect(reading.findings).toEqual([]);
  });

  test('are chapters on a DCIM card, which Premiere does not join', () => {
    const films = ['MVI_0001', 'MVI_0002', 'MVI_0003'].map(
      (name) => `EOS/DCIM/100EOS5D/${name}.MOV`,
    );
    const reading = readPaths(films, sizesOf(films, [full, 500, 500]));
    expect(reading.clips.map(({ span }) => span && [span.name, span.part])).toEqual([
      ['MVI_0001', 1],
      ['MVI_0001', 2],
      null,
    ]);
    expect(reading.findings).toHaveLength(1);
  });
});
