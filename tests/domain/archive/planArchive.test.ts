import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { escapeName, unescapeName } from '../../../src/domain/archive/escapeName';
import { planArchive } from '../../../src/domain/archive/planArchive';
import { aListing, anItem, aMaterial } from '../../helpers/archiveBuilders';

const targetsOf = (plan: ReturnType<typeof planArchive>) =>
  Object.fromEntries(plan.files.map(({ source, target }) => [source, target]));
const textOf = (plan: ReturnType<typeof planArchive>, target: string) =>
  plan.texts.find((text) => text.target === target)?.text ?? '';

describe('an archive plan', () => {
  test('takes the whole card of every picked-up clip, sidecars too, in its structure', () => {
    const plan = planArchive(
      aMaterial({
        sources: ['/cards/A001', '/cards/B001'],
        listing: aListing('/cards/A001', ['CLIP/A.mov', 'CLIP/A.xml', 'index.dat']).concat(
          aListing('/cards/B001', ['never used.mov']),
        ),
        items: [anItem({ mediaPath: '/cards/A001/CLIP/A.mov' })],
      }),
    );
    expect(targetsOf(plan)).toEqual({
      '/cards/A001/CLIP/A.mov': 'media/A001/CLIP/A.mov',
      '/cards/A001/CLIP/A.xml': 'media/A001/CLIP/A.xml',
      '/cards/A001/index.dat': 'media/A001/index.dat',
    });
    expect(plan.mhlRoots).toEqual(['media/A001']);
    expect(plan.findings).toMatchObject([{ code: 'source-not-used', subject: '/cards/B001' }]);
  });

  test('keeps cards of one name apart, and the same way every time', () => {
    const sources = ['/second/A001', '/first/A001'];
    const material = aMaterial({
      sources,
      listing: sources.flatMap((source) => aListing(source, ['A.mov'])),
      items: sources.map((source) => anItem({ mediaPath: `${source}/A.mov` })),
    });
    const expected = {
      '/first/A001/A.mov': 'media/A001/A.mov',
      '/second/A001/A.mov': 'media/A001~2/A.mov',
    };
    expect(targetsOf(planArchive(material))).toEqual(expected);
    const turned = { ...material, sources: [...sources].reverse() };
    expect(targetsOf(planArchive(turned))).toEqual(expected);
    expect(textOf(planArchive(material), 'names.csv')).toContain('media/A001~2,A001');
  });

  test('takes media from no card, and tells files of one name apart', () => {
    const plan = planArchive(
      aMaterial({
        items: ['/x/music/a.wav', '/y/music/a.wav', '/x/music/A.WAV'].map((mediaPath) =>
          anItem({ mediaPath }),
        ),
      }),
    );
    expect(targetsOf(plan)).toEqual({
      '/x/music/A.WAV': 'media/music/A.WAV',
      '/x/music/a.wav': 'media/music/a~2.wav',
      '/y/music/a.wav': 'media/music~2/a.wav',
    });
    expect(plan.mhlRoots).toEqual([]);
  });

  test('reads Windows paths', () => {
    const listing = [
      { path: 'E:\\A001\\CLIP\\A.mov', source: 'E:\\A001', relativePath: 'CLIP/A.mov' },
    ];
    const plan = planArchive(
      aMaterial({
        sources: ['E:\\A001\\'],
        listing,
        items: [anItem({ mediaPath: 'E:\\A001\\CLIP\\A.mov' })],
      }),
    );
    expect(plan.files).toEqual([
      { source: 'E:\\A001\\CLIP\\A.mov', target: 'media/A001/CLIP/A.mov' },
    ]);
  });

  test('never leads out of the bundle and never gives one place twice, whatever the names', () => {
    const step = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }).map((name) => name.replace(/[/\\\0]/g, '_')),
      fc.constantFrom(
        '..',
        '.',
        'con',
        'A. ',
        'a',
        'A',
        '\'); app.quit(); //"\u2028',
        'x%41',
        '=41',
      ),
    );
    const paths = fc.uniqueArray(
      fc
        .array(
          step.filter((name) => name !== ''),
          { minLength: 1, maxLength: 3 },
        )
        .map((steps) => steps.join('/')),
    );
    fc.assert(
      fc.property(paths, (relativePaths) => {
        const listing = aListing('/cards/A001', relativePaths);
        const items = listing.map(({ path }) => anItem({ mediaPath: path }));
        const plan = planArchive(aMaterial({ sources: ['/cards/A001'], listing, items }));
        const targets = plan.files.map(({ target }) => target);
        expect(new Set(targets.map((target) => target.toLowerCase())).size).toBe(listing.length);
        for (const target of targets) {
          expect(target).toMatch(/^media\/A001\//);
          expect(target).not.toMatch(/\p{Cc}|[<>:"\\|?*%]|[. ](?:\/|$)/u);
          expect(target.split('/').some((each) => ['', '.', '..'].includes(each))).toBe(false);
        }
      }),
    );
  });

  test('says which media are not on their card', () => {
    const plan = planArchive(
      aMaterial({
        sources: ['/cards/A001'],
        listing: aListing('/cards/A001', ['A.mov']),
        items: ['A.mov', 'gone.mov'].map((name) => anItem({ mediaPath: `/cards/A001/${name}` })),
      }),
    );
    expect(plan.findings).toMatchObject([
      { code: 'media-missing', subject: '/cards/A001/gone.mov' },
    ]);
    expect(plan.catalogue.map(({ path }) => path)).toEqual(['media/A001/A.mov', '']);
  });

  test('gives histories inside a card to be continued too', () => {
    const plan = planArchive(
      aMaterial({
        sources: ['/day'],
        listing: aListing('/day', ['A001/A.mov', 'A001/ascmhl/ascmhl_chain.xml']),
        items: [anItem({ mediaPath: '/day/A001/A.mov' })],
      }),
    );
    expect(plan.mhlRoots).toEqual(['media/day', 'media/day/A001']);
  });
});

describe('the project in the bundle', () => {
  const listing = aListing('/cards/A001', ['A.mov']);
  const medium = { path: '/cards/A001/A.mov', relativePath: '../cards/A001/A.mov' };
  const plan = (text: string | null, path = '/edits/day.slateflow') =>
    planArchive(
      aMaterial({
        sources: ['/cards/A001'],
        listing,
        items: [anItem({ mediaPath: '/cards/A001/A.mov' })],
        project: { path, text },
      }),
    );

  test('leads to its media within the bundle and nowhere else', () => {
    const project = {
      format: 'slateflow-project',
      version: 1,
      media: [{ ...medium, facts: { path: medium.path, sizeBytes: 5 } }],
    };
    const archived = plan(JSON.stringify(project));
    const text = textOf(archived, 'project/day.slateflow');
    expect(JSON.parse(text)).toEqual({
      ...project,
      media: [
        {
          path: '../media/A001/A.mov',
          relativePath: '../media/A001/A.mov',
          facts: { path: '../media/A001/A.mov', sizeBytes: 5 },
        },
      ],
    });
    expect(text).not.toContain('/cards/');
    expect(archived.findings).toEqual([]);
  });

  test('names media that the bundle does not hold', () => {
    const lost = { ...medium, path: '/elsewhere/B.mov', facts: { path: '/elsewhere/B.mov' } };
    const { findings } = plan(JSON.stringify({ format: 'slateflow-project', media: [lost] }));
    expect(findings).toMatchObject([{ code: 'media-not-in-bundle', subject: '/elsewhere/B.mov' }]);
  });

  test('of Premiere itself is copied as it is, and that is said', () => {
    const archived = plan(null, '/edits/day.prproj');
    expect(targetsOf(archived)['/edits/day.prproj']).toBe('project/day.prproj');
    expect(archived.findings).toMatchObject([{ code: 'project-not-relinked', severity: 'info' }]);
  });
});

describe('the catalogue', () => {
  const plan = planArchive(
    aMaterial({
      sources: ['/cards/A001'],
      listing: aListing('/cards/A001', ['A.mov', 'T01.wav']),
      items: [
        anItem({
          name: '24A-3_A',
          mediaPath: '/cards/A001/A.mov',
          note: 'good, "but" loud\nsecond line',
          startTicks: String(254_016_000_000n * 36_000n),
          durationTicks: String(10_160_640_000n * 50n),
          frameTicks: '10160640000',
        }),
        anItem({
          mediaPath: '/cards/A001/T01.wav',
          frameTicks: '0',
          startTicks: String(254_016_000_000n * 61n + 127_008_000_000n),
        }),
        anItem({ mediaPath: '' }),
      ],
    }),
  );

  test('has one row for every item with media, readable by any spreadsheet', () => {
    const rows: unknown = parse(textOf(plan, 'catalogue.csv'), { columns: true, bom: true });
    expect(rows).toMatchObject([
      {
        name: '24A-3_A',
        scene: '24',
        setup: '24A',
        take: '3',
        camera: 'A',
        path: 'media/A001/A.mov',
        timecode: '10:00:00:00',
        duration: '00:00:02:00',
        note: 'good, "but" loud\nsecond line',
      },
      { path: 'media/A001/T01.wav', timecode: '00:01:01.500', frameRate: '' },
    ]);
  });

  test('says the same line by line in JSON', () => {
    const lines = textOf(plan, 'catalogue.jsonl').trim().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(plan.catalogue);
  });

  test('does not guess whether a label drops frames', () => {
    const item = { mediaPath: '/x/A.mov', frameTicks: '8475667200', startTicks: '254016000000' };
    const of = (changes: object) =>
      planArchive(aMaterial({ items: [anItem({ ...item, ...changes })] })).catalogue[0]?.timecode;
    expect(of({})).toBe('00:00:01.000');
    expect(of({ startTimecode: '01:00:00;00' })).toBe('01:00:00;00');
  });
});

test('the README tells how to find, restore and check without our software', () => {
  const readme = textOf(
    planArchive(
      aMaterial({
        title: 'Day 3',
        sources: ['/cards/A001'],
        listing: aListing('/cards/A001', ['A.mov']),
        items: [anItem({ mediaPath: '/cards/A001/A.mov' })],
      }),
    ),
    'README.txt',
  );
  for (const part of ['Day 3', 'media/A001', 'catalogue.csv', 'sha256sum -c manifest-sha256.txt']) {
    expect(readme).toContain(part);
  }
});

describe('an escaped name', () => {
  test('gives the original back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        expect(unescapeName(escapeName(name))).toBe(name);
      }),
    );
    for (const name of ['', '.', '..', 'a.', 'CON.txt', '=41', '=u0041', '50%', 'lone \ud800']) {
      expect(unescapeName(escapeName(name))).toBe(name);
    }
  });

  test('of more than 255 bytes is shortened and keeps its extension', () => {
    const escaped = escapeName(`${'長'.repeat(100)}.mov`);
    expect(Buffer.byteLength(escaped)).toBeLessThanOrEqual(255);
    expect(escaped.endsWith('.mov')).toBe(true);
  });
});
