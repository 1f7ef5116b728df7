import fc from 'fast-check';
import type { CardClip } from '../../../../src/domain/ingest/cards/CardClip';
import { readCards } from '../../../../src/domain/ingest/cards/readCards';
import { aListing, cardTrees } from '../../../helpers/cardTrees';
import { nameOf, othersOf, readPaths, readTree, short } from './readTree';

const alone = { rest: [], proxy: null, sidecars: [] };

describe('[I-7] the clips of a card, their parts, proxies and sidecars, and no support file', () => {
  test('ARRI', () => {
    const reading = readTree(cardTrees.arri);
    const arri = { ...alone, layout: 'arri', card: 'A001R1JL' };
    expect(reading.clips.map(short)).toEqual([
      { ...arri, main: 'A001C001_240101_R1JL.mov' },
      { ...arri, main: 'A001C002_240101_R1JL.mxf' },
    ]);
    expect(othersOf(reading, 'support-file')).toEqual(['A001R1JL.ale', 'A001R1JL_FCP.xml']);
  });

  test('ALEXA 35', () => {
    const reading = readTree(cardTrees.alexa35);
    const arri = { ...alone, layout: 'arri', card: 'A_0045_1EHP' };
    expect(reading.clips.map(short)).toEqual([
      { ...arri, main: 'A_0045C009_241015_135209_h1EHP.mxf' },
      { ...arri, main: 'A_0045C010_241015_140112_h1EHP.mxf' },
    ]);
  });

  test('ARRIRAW, whose frames are one picture', () => {
    const reading = readTree(cardTrees.arriraw);
    expect(reading.clips).toMatchObject([
      { layout: 'arri', card: 'A001R1JL', name: 'A001C003_240101_R1JL', isImageSequence: true },
    ]);
    expect(reading.clips[0]?.parts).toHaveLength(5);
    expect(othersOf(reading, 'support-file')).toEqual(['A001R1JL.ale']);
  });

  test('RED', () => {
    const reading = readTree(cardTrees.red);
    expect(reading.clips.map(short)).toEqual([
      {
        layout: 'red',
        card: 'A001_0502XX',
        main: 'A001_C001_0502XX_001.R3D',
        rest: ['A001_C001_0502XX_002.R3D', 'A001_C001_0502XX_003.R3D'],
        proxy: 'A001_C001_0502XX_001.mov',
        sidecars: ['A001_C001_0502XX.RMD', 'A001_C001_0502XX.rtn', 'A001_C001_0502XX_H.mov'],
      },
      { ...alone, layout: 'red', card: 'A001_0502XX', main: 'A001_C002_0502CE_001.R3D' },
    ]);
    expect(othersOf(reading, 'support-file')).toEqual(['digital_magdynamic.log']);
  });

  test('P2: a span of two clips, and sound without picture', () => {
    const reading = readTree(cardTrees.p2);
    expect(reading.clips.map(short)).toEqual([
      {
        layout: 'p2',
        card: 'P2CARD',
        main: '0001AB.MXF',
        rest: ['0002CD.MXF', '0001AB00.MXF', '0001AB01.MXF', '0002CD00.MXF', '0002CD01.MXF'],
        proxy: '0001AB.MP4',
        sidecars: ['0002CD.MP4', '0001AB.XML', '0002CD.XML'],
      },
      { ...alone, layout: 'p2', card: 'P2CARD', main: '0003EF00.MXF', sidecars: ['0003EF.XML'] },
    ]);
    expect(reading.clips[0]?.span).toEqual({ name: '0001AB', part: null, total: 2, missing: [] });
    expect(othersOf(reading, 'support-file').sort()).toEqual([
      '0001AB.BMP',
      '0001AB00.WAV',
      '0002CD.BMP',
      'LASTCLIP.TXT',
    ]);
  });

  test('XDCAM EX', () => {
    const reading = readTree(cardTrees.xdcamEx);
    expect(reading.clips).toHaveLength(2);
    expect(short(reading.clips[0] as CardClip)).toMatchObject({
      layout: 'xdcam-ex',
      card: 'EX',
      main: '709_0001_01.MP4',
      rest: ['709_0001_02.MP4', '709_0001_03.MP4'],
      sidecars: expect.arrayContaining([
        '709_0001_03M01.XML',
        '709_0001_02R01.BIM',
        '709_0001_01I01.PPN',
        '709_0001.SMI',
      ]) as string[],
    });
    expect(othersOf(reading, 'support-file')).toEqual([
      'MEDIAPRO.XML',
      'MEDIAPRO.BUP',
      'CUEUP.XML',
    ]);
  });

  test('XDCAM, with XDROOT and without', () => {
    const disc = readTree(cardTrees.xdcam);
    expect(disc.clips.map(short)).toEqual([
      {
        layout: 'xdcam',
        card: 'DISC',
        main: 'C0001.MXF',
        rest: [],
        proxy: 'C0001S01.MXF',
        sidecars: ['C0001M01.XML'],
      },
    ]);
    expect(othersOf(disc, 'support-file').sort()).toEqual([
      'DISCMETA.XML',
      'E0001E01.SMI',
      'readme.mp4',
    ]);
    const card = readTree(cardTrees.xdroot);
    expect(card.clips.map(short)).toEqual([
      { ...alone, layout: 'xdcam', card: 'XQD', main: 'C0002.MXF', sidecars: ['C0002M01.XML'] },
    ]);
    expect(othersOf(card, 'support-file').sort()).toEqual(['MEDIAPRO.XML', 'STILL.PNG']);
  });

  test('XAVC S', () => {
    const reading = readTree(cardTrees.xavcS);
    expect(reading.clips.map(short)).toEqual([
      {
        layout: 'xavc-s',
        card: 'B002',
        main: 'C0001.MP4',
        rest: [],
        proxy: 'C0001S03.MP4',
        sidecars: ['C0001M01.XML'],
      },
    ]);
    expect(othersOf(reading, 'support-file').sort()).toEqual([
      'C0001T01.JPG',
      'MEDIAPRO.XML',
      'STATUS.BIN',
    ]);
  });

  test('AVCHD, joined by its playlist, and only what goes on', () => {
    const reading = readTree(cardTrees.avchd);
    expect(reading.clips.map(({ main, parts }) => [nameOf(main.path), parts.length])).toEqual([
      ['00001.MTS', 3],
      ['00000.MTS', 1],
      ['00004.MTS', 1],
    ]);
    expect(reading.clips[0]).toMatchObject({ layout: 'avchd', card: 'CAM' });
    expect(othersOf(reading, 'support-file').sort()).toEqual(['INDEX.BDM', 'MOVIEOBJ.BDM']);
  });

  test('Canon XF', () => {
    const reading = readTree(cardTrees.canonXf);
    expect(reading.clips.map(short)).toEqual([
      {
        layout: 'canon-xf',
        card: 'XF',
        main: 'AA000101.MXF',
        rest: ['AA000102.MXF', 'AA000103.MXF'],
        proxy: null,
        sidecars: ['AA0001.CIF', 'AA000101.CPF', 'AA0001.XML'],
      },
    ]);
    expect(othersOf(reading, 'support-file')).toEqual(['INDEX.MIF']);
  });

  test('Canon Cinema', () => {
    expect(readTree(cardTrees.canonCinema).clips.map(short)).toMatchObject([
      {
        card: 'A_0001',
        main: 'A_0001C001X240101_120000AB_CANON_001.MXF',
        proxy: 'A_0001C001X240101_120000AB_CANON_001_Proxy.MXF',
      },
      { card: 'A_0001', main: 'A_0001C002X240101_120100AB_CANON_001.WAV', proxy: null },
    ]);
  });

  test('DCIM: each folder counts for itself, and photographs are no frames', () => {
    const reading = readTree(cardTrees.dslr);
    const films = reading.clips.filter(({ main }) => main.path.endsWith('.MOV'));
    expect(films.map(short)).toEqual([
      { ...alone, layout: 'dcim', card: 'EOS', main: 'MVI_0001.MOV', sidecars: ['MVI_0001.THM'] },
      { ...alone, layout: 'dcim', card: 'EOS', main: 'MVI_0001.MOV' },
    ]);
    expect(reading.clips).toHaveLength(14);
    expect(othersOf(reading, 'support-file').sort()).toEqual([
      'AUTPRINT.MRK',
      'M0100.CTG',
      'MVI_0001.THM',
      'PREVIEW.JPG',
    ]);
  });

  test('DJI', () => {
    const reading = readTree(cardTrees.dji);
    expect(reading.clips.map(short)).toContainEqual({
      layout: 'dji',
      card: 'SD',
      main: 'DJI_0001.MP4',
      rest: [],
      proxy: 'DJI_0001.LRF',
      sidecars: ['DJI_0001.SRT'],
    });
    expect(reading.clips).toHaveLength(10);
  });

  test('Blackmagic: raw files need a plug-in, and the rest is imported', () => {
    const reading = readTree(cardTrees.blackmagic);
    expect(
      reading.clips.map(({ name, layout, isImageSequence, proxy }) => [
        ...[name, layout, isImageSequence],
        proxy !== null,
      ]),
    ).toEqual([
      ['B004_03240300_C003', 'blackmagic', false, true],
      ['BMC01_1_2012-08-08_1631_C0002', 'recorder', false, false],
      ['BMC01_1_2012-08-08_1631_C0002', 'blackmagic', true, false],
    ]);
    expect(othersOf(reading, 'media-unsupported').sort()).toEqual([
      'B004_03240207_C001.braw',
      'B004_03240207_C002.braw',
      'B004_03240207_C002.braw2',
    ]);
    expect(othersOf(reading, 'support-file').sort()).toEqual([
      'B004_03240207_C001.mp4',
      'B004_03240207_C001.sidecar',
      'B004_03240207_C002_Proxy.mp4',
    ]);
  });

  test('a recorder: every track stays a file of its own', () => {
    const reading = readTree(cardTrees.recorder);
    expect(reading.clips.map(short)).toMatchObject([
      { layout: 'recorder', main: 'Scene1-T001_Tr1.WAV' },
      { layout: 'recorder', main: 'Scene1-T001_Tr2.WAV' },
      { layout: 'recorder', main: 'Scene1-T001_TrL_R.WAV' },
      { layout: 'recorder', main: 'A101_1.WAV', sidecars: ['A101_1.xml'] },
    ]);
    expect(othersOf(reading, 'support-file')).toEqual(['SOUND_REPORT.CSV']);
  });

  test('a plain folder: Edit, Clip and Misc are folders like any other', () => {
    const reading = readTree(cardTrees.plainFolder);
    expect(reading.clips.map(short)).toEqual([
      { ...alone, layout: 'folder', card: '', main: '24A-1_A.mov', proxy: '24A-1_A_Proxy.mov' },
      { ...alone, layout: 'folder', card: '', main: 'General.mov' },
      { ...alone, layout: 'folder', card: '', main: 'from a friend.mp4' },
      { ...alone, layout: 'recorder', card: '', main: 'room tone.wav' },
    ]);
    expect(othersOf(reading, 'support-file')).toEqual(['notes.txt']);
    expect(othersOf(reading, 'system-file')).toEqual(['._24A-1_A.mov', '.DS_Store', 'Thumbs.db']);
  });
});

describe.each(Object.entries(cardTrees))('[I-7] a card of the layout %s', (_name, tree) => {
  const whole = readTree(tree);

  test('says of itself that nothing is missing', () => {
    expect(whole.findings).toEqual([]);
  });

  test('is the same in small letters', () => {
    const small = readTree({
      paths: tree.paths.map((path) => path.toLowerCase()),
      texts: Object.fromEntries(
        Object.entries(tree.texts).map(([path, text]) => [path.toLowerCase(), text]),
      ),
    });
    const lower = ({ main, parts, proxy, sidecars, isImageSequence }: CardClip) => ({
      isImageSequence,
      paths: [main, ...parts, ...(proxy ? [proxy] : []), ...sidecars].map(({ relativePath }) =>
        relativePath.toLowerCase(),
      ),
    });
    expect(small.clips.map(lower)).toEqual(whole.clips.map(lower));
  });

  test('is the same whichever of its folders is named as the source', () => {
    // What no source holds is not read: the streams of AVCHD alone come without their playlist.
    const needed = [
      ...whole.clips.map(({ main }) => main.relativePath),
      ...Object.keys(tree.texts),
    ];
    const shared = sharedFolders(needed);
    expect(shared.length).toBeGreaterThan(0);
    for (const folder of shared) {
      const inside = tree.paths.filter((path) => path.startsWith(`${folder}/`));
      const texts = Object.entries(tree.texts).map(
        ([path, text]) => [`/cards/${path}`, text] as const,
      );
      const source = `/cards/${folder}`;
      const listing = aListing(
        inside.map((path) => path.slice(folder.length + 1)),
        { source },
      );
      const { clips } = readCards(listing, new Map(texts));
      const toParts = (each: CardClip) => [each.card, ...each.parts.map(({ path }) => path)];
      expect(clips.map(toParts)).toEqual(whole.clips.map(toParts));
    }
  });
});

/** Every folder that all of these paths lie in. */
function sharedFolders(paths: readonly string[]): readonly string[] {
  const steps = (paths[0] ?? '').split('/').slice(0, -1);
  return steps
    .map((_, index) => steps.slice(0, index + 1).join('/'))
    .filter((folder) => paths.every((path) => path.startsWith(`${folder}/`)));
}

test('a path of Windows is placed like any other', () => {
  const listing = aListing(cardTrees.red.paths).map((file) => ({
    ...file,
    source: 'D:\\cards',
    path: `D:\\cards\\${file.relativePath.replace(/\//g, '\\')}`,
  }));
  expect(readCards(listing, new Map()).clips.map(short)).toEqual(
    readTree(cardTrees.red).clips.map(short),
  );
});

test('several cards in one source are told apart by their folders', () => {
  const two = ['A', 'B'].flatMap((card) => [
    `${card}/PRIVATE/M4ROOT/CLIP/C0001.MP4`,
    `${card}/PRIVATE/M4ROOT/CLIP/C0001M01.XML`,
    `${card}/PRIVATE/M4ROOT/SUB/C0001S03.MP4`,
  ]);
  const reading = readPaths(two);
  expect(
    reading.clips.map(({ card, proxy, sidecars }) => [card, proxy?.path, sidecars[0]?.path]),
  ).toEqual(
    ['A', 'B'].map((card) => [
      card,
      `/cards/${card}/PRIVATE/M4ROOT/SUB/C0001S03.MP4`,
      `/cards/${card}/PRIVATE/M4ROOT/CLIP/C0001M01.XML`,
    ]),
  );
});

test('every listed file is a clip’s part, proxy or sidecar, or another, exactly once', () => {
  const all = Object.values(cardTrees).flatMap(({ paths }) => paths);
  const texts = Object.assign({}, ...Object.values(cardTrees).map((tree) => tree.texts)) as Record<
    string,
    string
  >;
  const step = fc.constantFrom(
    ...new Set(all.flatMap((path) => path.split('/'))),
    ...['x.mov', 'y.0001.dpx', 'bell\u0007.mov'],
  );
  const path = fc.array(step, { minLength: 1, maxLength: 5 }).map((steps) => steps.join('/'));
  const size = fc.constantFrom(0, 1000, 2 ** 31 - 1, 2 ** 32 - 1);
  const file = fc.record({ path: fc.oneof(path, fc.constantFrom(...all)), size });
  fc.assert(
    fc.property(fc.uniqueArray(file, { maxLength: 80, selector: (each) => each.path }), (files) => {
      const paths = files.map((each) => each.path);
      const sizes = Object.fromEntries(files.map((each) => [each.path, each.size]));
      const { clips, others } = readTree({ paths, texts }, sizes);
      const placed = [
        ...clips.flatMap(({ parts, proxy, sidecars }) => [
          ...parts,
          ...(proxy ? [proxy] : []),
          ...sidecars,
        ]),
        ...others.map((other) => other.file),
      ].map(({ relativePath }) => relativePath);
      expect([...placed].sort()).toEqual([...paths].sort());
      for (const { main, parts } of clips) expect(parts[0]).toBe(main);
    }),
    { numRuns: 300 },
  );
});

test('twice as many files are looked at twice as often', () => {
  const looksAt = (cards: number) => {
    let looks = 0;
    const paths = Array.from({ length: cards }, (_, card) =>
      Object.values(cardTrees).flatMap((tree) => tree.paths.map((path) => `C${card}/${path}`)),
    ).flat();
    const counted = aListing(paths).map((file) => ({
      ...file,
      get path() {
        looks += 1;
        return file.path;
      },
      get relativePath() {
        looks += 1;
        return file.relativePath;
      },
      get sizeBytes() {
        looks += 1;
        return file.sizeBytes;
      },
    }));
    const { clips } = readCards(counted, new Map());
    expect(clips.length).toBeGreaterThan(cards * 30);
    return looks;
  };
  expect(looksAt(40)).toBe(2 * looksAt(20));
});
