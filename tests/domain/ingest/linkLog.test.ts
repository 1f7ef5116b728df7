import fc from 'fast-check';
import type { ClipSpan } from '../../../src/domain/ingest/cards/CardClip';
import { linkLog } from '../../../src/domain/ingest/linkLog';
import { NameReader, type SourceMedium } from '../../../src/domain/ingest/SourceMedium';
import type { LoggedClip, LoggedTake } from '../../../src/domain/script/LoggedTake';
import { takeNameOf } from '../../../src/domain/script/takeNameOf';
import { aMediaFile, aRecording, type MediaFile } from '../../helpers/aMediaFile';
import { aTake } from '../../helpers/aTake';

const names = new NameReader(undefined);

function toMedium({ file, probe }: MediaFile, span: ClipSpan | null = null): SourceMedium {
  if (!probe.ok) throw new Error(probe.message);
  const name = span?.name ?? file.relativePath.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
  const clip = { layout: 'folder' as const, main: file, parts: [file], isImageSequence: false };
  const parts = { ...clip, span, proxy: null, sidecars: [], card: '', name };
  return names.read(parts, probe.media);
}

const picture = (path: string) => toMedium(aMediaFile(path));
const recording = (path: string) => toMedium(aRecording(path, { scene: '', take: '' }));
const aClip = (clip: string, kind: LoggedClip['kind'] = 'picture'): LoggedClip => ({
  kind,
  camera: null,
  card: null,
  clip,
  log: 'camera.csv',
  line: 7,
});

const linked = (media: readonly SourceMedium[], log: readonly LoggedTake[]) => {
  const { links, findings } = linkLog(media, log);
  const pairs = [...links].map(([{ file }, { take, camera }]) => [
    file.relativePath,
    takeNameOf(take),
    camera,
  ]);
  return { pairs, codes: findings.map(({ code }) => code) };
};

describe('linkLog links', () => {
  test('a camera report’s roll and clip number to the clip of that reel', () => {
    const media = [picture('A001R1AB/A001C003_260412_R1AB.mov'), picture('B002/C0001.MP4')];
    const take = aTake({
      pictures: [
        { camera: 'A', card: 'A001', clip: 'C003' },
        { camera: 'B', card: 'B002', clip: '1' },
      ],
      sound: null,
    });
    expect(linked(media, [take])).toEqual({
      pairs: [
        ['A001R1AB/A001C003_260412_R1AB.mov', '24A-3', 'A'],
        ['B002/C0001.MP4', '24A-3', 'B'],
      ],
      codes: [],
    });
  });

  test('one clip that two logs spell differently, once', () => {
    const take = aTake({
      pictures: [
        { camera: 'A', card: null, clip: 'A001C003_260412_R1AB' },
        { camera: 'A', card: 'A001', clip: 'C003' },
      ],
      sound: null,
    });
    const { pairs, codes } = linked([picture('A001R1AB/A001C003_260412_R1AB.mov')], [take]);
    expect([pairs.length, codes]).toEqual([1, []]);
  });

  test('all files of a mono set, and all chapters of a clip', () => {
    const chapter = (part: number) =>
      toMedium(aMediaFile(`GP/GX0${part}0123.MP4`), { name: '0123', part, total: 2, missing: [] });
    const media = [
      ...[1, 2].map((track) => recording(`S001/A101_1_${track}.WAV`)),
      ...[1, 2].map(chapter),
    ];
    const take = aTake({
      pictures: [{ camera: null, card: null, clip: 'GX010123' }],
      sound: 'A101_1_X',
    });
    const { pairs, codes } = linked(media, [take]);
    expect([pairs.map(([file]) => file).sort(), codes]).toEqual([
      ['GP/GX010123.MP4', 'GP/GX020123.MP4', 'S001/A101_1_1.WAV', 'S001/A101_1_2.WAV'],
      [],
    ]);
  });

  test('a RED clip by the name of any of its files', () => {
    const media = [picture('A118_C029_1102JR.RDC/A118_C029_1102JR_001.R3D')];
    const take = aTake({
      pictures: [{ camera: 'A', card: null, clip: 'A118_C029_1102JR' }],
      sound: null,
    });
    expect(linked(media, [take]).codes).toEqual([]);
  });

  test('no clip of two cards that restart their names, unless the log says which', () => {
    const media = [picture('CARD_1/C0001.MP4'), picture('CARD_2/C0001.MP4')];
    const given = (card: string | null) =>
      linked(media, [aTake({ pictures: [{ camera: null, card, clip: 'C0001' }], sound: null })]);
    expect(given(null).pairs).toEqual([]);
    expect(given(null).codes).toContain('log-clip-ambiguous');
    expect(given('CARD_2').pairs).toEqual([['CARD_2/C0001.MP4', '24A-3', null]]);
    expect(given('CARD_3').pairs).toEqual([]);
  });
});

describe('linkLog completes', () => {
  test('both tables: what was logged and is not there, what is there and was not logged', () => {
    const stray = picture('A001R1AB/A001C009_260412_R1AB.mov');
    const media = [picture('A001R1AB/A001C003_260412_R1AB.mov'), stray];
    const log = [aTake(), aTake({ line: 3, take: 4, pictures: [], sound: '24A-T04' })];
    const { inLogNoMedia, mediaNotInLog } = linkLog(media, log, [aClip('A001C005_260412_R1AB')]);
    const slate = { log: 'log.csv', scene: '24', setup: '24A' };
    expect(inLogNoMedia).toEqual([
      { ...slate, line: 2, take: '3', what: 'sound', named: '24A-T03' },
      { ...slate, line: 3, take: '4', what: 'the whole take', named: '24A-T04' },
      {
        line: 7,
        log: 'camera.csv',
        scene: '',
        setup: '',
        take: '',
        what: 'picture',
        named: 'A001C005_260412_R1AB',
      },
    ]);
    expect(mediaNotInLog).toEqual([stray]);
  });

  test('a clip that a report lists without a slate is in the log, and linked to no take', () => {
    const media = [picture('A001R1AB/A001C003_260412_R1AB.mov')];
    const { links, inLogNoMedia, mediaNotInLog } = linkLog(
      media,
      [],
      [aClip('A001C003_260412_R1AB')],
    );
    expect([links.size, inLogNoMedia, mediaNotInLog]).toEqual([0, [], []]);
  });

  test('says nothing where there is no log', () => {
    const { inLogNoMedia, mediaNotInLog, findings } = linkLog([picture('C0001.MP4')], null);
    expect([inLogNoMedia, mediaNotInLog, findings]).toEqual([[], [], []]);
  });

  test('every row is linked or in the one table, every medium linked, listed or in the other', () => {
    const clip = fc.constantFrom('C0001', 'C0002', 'A001C001_260412_R1AB', '24A-3_A', '3');
    const card = fc.constantFrom('A001', 'B002', 'CARD');
    const camera = fc.option(fc.constantFrom('A', 'B'));
    const media = fc.uniqueArray(
      fc.tuple(card, clip, fc.constantFrom('MP4', 'MXF', 'WAV')).map((path) => path.join('/')),
      { maxLength: 8 },
    );
    const pictures = fc.array(fc.record({ camera, card: fc.option(card), clip }), { maxLength: 2 });
    const take = fc.record({
      take: fc.integer({ min: 1, max: 4 }),
      pictures,
      sound: fc.option(clip),
      mos: fc.boolean(),
    });
    const takes = fc.uniqueArray(take, { selector: (each) => each.take });
    const clips = fc.array(fc.tuple(clip, fc.constantFrom('picture' as const, 'sound' as const)));
    fc.assert(
      fc.property(media, takes, clips, (paths, rows, listed) => {
        const all = paths.map((each) => {
          const name = each.replace(/\/(?=[A-Z0-9]+$)/, '.');
          return name.endsWith('WAV') ? recording(name) : picture(name);
        });
        const log = rows.map((row, index) => aTake({ ...row, line: index + 2 }));
        const reported = listed.map(([name, kind]) => aClip(name, kind));
        const done = linkLog(all, log, reported);
        const found = new Set([...done.links.values()].map((link) => link.take.line));
        const absent = new Set(done.inLogNoMedia.map((row) => row.line));
        for (const { line } of log) expect(found.has(line) || absent.has(line)).toBe(true);
        for (const row of done.inLogNoMedia) {
          if (row.what === 'the whole take') expect(found.has(row.line)).toBe(false);
        }
        const byClips = new Set(
          all.filter(({ stem, kind }) =>
            reported.some((each) => each.kind === kind && stem.endsWith(each.clip)),
          ),
        );
        for (const medium of all) {
          const isTold = done.mediaNotInLog.includes(medium);
          expect(isTold && done.links.has(medium)).toBe(false);
          expect(isTold || done.links.has(medium) || byClips.has(medium)).toBe(true);
        }
      }),
    );
  });

  test('takes time that grows with rows and media, even where all names are the same', () => {
    const timeOf = (count: number) => {
      const media = Array.from({ length: count }, (_, at) => picture(`CARD${at}/C0001.MP4`));
      const log = Array.from({ length: count }, (_, at) =>
        aTake({
          take: at + 1,
          sound: null,
          pictures: [{ camera: null, card: at % 2 ? `CARD${at}` : null, clip: 'C0001' }],
        }),
      );
      const start = performance.now();
      const { links } = linkLog(media, log);
      expect(links.size).toBe(count / 2);
      return performance.now() - start;
    };
    timeOf(500);
    const [small, large] = [timeOf(1000), timeOf(8000)];
    expect(large).toBeLessThan(24 * small + 200);
  });
});
