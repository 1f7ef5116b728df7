import { planFingerprint } from '../../../src/domain/cut/fingerprint';
import { findBinPreset } from '../../../src/domain/ingest/findBinPreset';
import { metadataColumns } from '../../../src/domain/ingest/itemMetadata';
import { readCards } from '../../../src/domain/ingest/cards/readCards';
import { planIngest, planIngestInSteps } from '../../../src/domain/ingest/planIngest';
import { readMetadata } from '../../../src/domain/ingest/readMetadata';
import type { BinPreset } from '../../../src/domain/ingest/BinPreset';
import type { IngestPlan } from '../../../src/domain/ingest/IngestPlan';
import type { LoggedTake } from '../../../src/domain/script/LoggedTake';
import {
  aMediaFile,
  applyPlan,
  aRecording,
  emptyProject,
  type MediaFile,
  type PlainProject,
} from '../../helpers/aMediaFile';
import { aTake } from '../../helpers/aTake';

const preset = findBinPreset('scene-take') as BinPreset;

interface Given {
  readonly media: readonly MediaFile[];
  readonly log?: readonly LoggedTake[] | null;
  readonly preset?: BinPreset;
  readonly project?: PlainProject;
  readonly constantRateFolder?: string;
}

function plan({ media, log = null, ...rest }: Given): IngestPlan {
  const listing = media.map(({ file }) => file);
  return planIngest({
    listing,
    cards: readCards(listing, new Map()),
    constantRateFolder: null,
    probes: media.map(({ probe }) => probe),
    log: log && { takes: log, clips: [] },
    preset,
    project: emptyProject,
    ...rest,
  });
}

const decisions = (given: Given) =>
  plan(given).decisions.map(({ binPath, name, action }) => [action, binPath, name]);
const codes = (given: Given) => plan(given).findings.map(({ code }) => code);

const arri = aMediaFile('A001R1AB/A001C003_260412_R1AB.mov');
const sony = aMediaFile('B002/PRIVATE/M4ROOT/CLIP/C0001.MP4');
const sound = aRecording('S001/24A-T03.WAV');
const log = [
  aTake({
    circled: true,
    note: 'Best',
    pictures: [
      { camera: 'A', card: null, clip: 'A001C003_260412_R1AB' },
      { camera: 'B', card: 'B002', clip: 'C0001' },
    ],
  }),
];
const day = { media: [arri, sony, sound], log };

describe('planIngest sorts', () => {
  test('by the log: bins by scene and setup, names by take and camera, camera colours', () => {
    const planned = plan(day);
    expect(planned.findings).toEqual([]);
    expect(planned.decisions).toMatchObject([
      { binPath: '/Footage/24/24A', name: '24A-3_A', label: 4 },
      { binPath: '/Footage/24/24A', name: '24A-3_B', label: 7 },
      { binPath: '/Sound/S001', name: '24A-3', label: 2 },
    ]);
    expect(planned.decisions[1]?.metadata).toEqual({
      scene: '24',
      shot: '24A',
      take: '3',
      camera: 'B',
      good: true,
      logNote: 'Best',
      mediaNote: '',
    });
    expect(planned.decisions[1]?.evidence).toContainEqual({
      field: 'take',
      source: 'log',
      words: 'the log',
    });
    expect(planned.bins.map(({ key, parentId, parentKey }) => [key, parentId, parentKey])).toEqual([
      ['/Footage', 'root', null],
      ['/Footage/24', null, '/Footage'],
      ['/Footage/24/24A', null, '/Footage/24'],
      ['/Sound', 'root', null],
      ['/Sound/S001', null, '/Sound'],
    ]);
    expect(planned.imports).toHaveLength(2);
  });

  test('a Sony clip by the camera letter of its card, since its own name has none', () => {
    expect(plan({ media: [sony] }).decisions[0]?.metadata.camera).toBe('B');
  });

  test('a clip of which nothing is certain into the unsorted bin, with the reason', () => {
    const [decision] = plan({ media: [arri], log: [] }).decisions;
    expect(decision).toMatchObject({
      binPath: '/_Unsorted',
      name: 'A001C003_260412_R1AB',
      metadata: { scene: '', camera: 'A' },
    });
    expect(decision?.reason).toMatch(/scene and setup/);
  });

  test('by the slate in a name, or of a folder, where there is no log', () => {
    expect(decisions({ media: [aMediaFile('24A-3_B.mov'), aMediaFile('31A/clip.mov')] })).toEqual([
      ['add', '/Footage/24/24A', '24A-3_B'],
      ['add', '/Footage/31/31A', 'clip'],
    ]);
  });

  test('wild tracks to the sound, under their own number', () => {
    const wild = aRecording('S001/24-WT1.WAV', { scene: '24', take: 'WT1', wildTrack: true });
    expect(decisions({ media: [wild] })).toEqual([['add', '/Sound/S001', '24-WT1']]);
  });

  test('notes in the log note that a take is MOS', () => {
    const mos = aTake({ mos: true, note: 'insert', sound: null });
    expect(plan({ media: [arri], log: [mos] }).decisions[0]?.metadata.logNote).toBe('MOS. insert');
  });

  test('takes the scene of a setup from the log where its name alone would say another', () => {
    const [decision] = plan({ media: [arri], log: [aTake({ scene: '24A' })] }).decisions;
    expect(decision).toMatchObject({ binPath: '/Footage/24A/24A', metadata: { scene: '24A' } });
  });

  test('a log without file names by the slate that the files bear', () => {
    const bare = aTake({ pictures: [], sound: null, circled: true });
    const given = { media: [aMediaFile('24A-3_A.mov'), sound], log: [bare] };
    expect(plan(given).decisions.map(({ metadata }) => metadata.good)).toEqual([true, true]);
    expect(codes(given)).toEqual([]);
  });
});

describe('planIngest tells', () => {
  test('what the log lists and nobody shot, and what was shot and not logged', () => {
    const stray = aMediaFile('A001R1AB/A001C004_260412_R1AB.mov');
    const never = aTake({ line: 9, setup: '25', scene: '25', take: 1, pictures: [], sound: null });
    const planned = plan({ media: [arri, stray, sound], log: [...log, never] });
    expect(planned.findings.map(({ code, subject }) => [code, subject])).toEqual([
      ['log-take-without-media', '24A take 3 camera B'],
      ['log-take-without-media', '25 take 1'],
      ['media-not-in-log', stray.file.path],
    ]);
  });

  test('witnesses that disagree, and believes the first of the precedence', () => {
    const other = aRecording('S001/24A-T03.WAV', { scene: '24B' });
    const planned = plan({ media: [other] });
    expect(planned.decisions[0]?.metadata.shot).toBe('24B');
    expect(planned.findings).toMatchObject([{ code: 'slate-conflict' }]);
    expect(planned.findings[0]?.message).toContain('24B-3 in iXML, 24A-3 in the file name');
    const byName = { ...preset, precedence: ['fileName' as const] };
    expect(plan({ media: [other], preset: byName }).decisions[0]?.metadata.shot).toBe('24A');
  });

  test('a clip name that the log gives without its card, when two cards have it', () => {
    const twins = [sony, aMediaFile('B001/PRIVATE/M4ROOT/CLIP/C0001.MP4')];
    const bare = aTake({ pictures: [{ camera: 'B', card: null, clip: 'C0001' }], sound: null });
    expect(codes({ media: twins, log: [bare] })).toContain('log-clip-ambiguous');
    expect(decisions({ media: twins, log: [bare] })).toEqual([
      ['add', '/_Unsorted', 'C0001'],
      ['add', '/_Unsorted', 'C0001'],
    ]);
  });

  test('a camera that is another in the log', () => {
    const wrong = aTake({ pictures: [{ camera: 'B', card: null, clip: 'A001C003_260412_R1AB' }] });
    expect(codes({ media: [arri, sound], log: [wrong] })).toEqual(['camera-conflict']);
  });

  test('a file that is given for two takes', () => {
    expect(codes({ media: [arri, sound], log: [aTake(), aTake({ take: 4, line: 3 })] })).toContain(
      'media-in-two-takes',
    );
  });
});

describe('planIngest keeps out', () => {
  test('what Premiere cannot import, listed as skipped', () => {
    const media = ['A001R1AB/notes.exe', 'A001R1AB/clip.braw', 'A001R1AB/noending'].map((path) =>
      aMediaFile(path),
    );
    const planned = plan({ media });
    expect(planned.decisions.map(({ action, code }) => [action, code])).toEqual([
      ['skip', 'media-unsupported'],
      ['skip', 'media-unsupported'],
      ['skip', 'media-unsupported'],
    ]);
    expect([planned.bins, planned.imports, planned.changes]).toEqual([[], [], []]);
  });

  test('support files and litter of the cards', () => {
    const media = [
      'A001R1AB/A001R1AB.ale',
      'B002/PRIVATE/M4ROOT/CLIP/C0001M01.XML',
      'B002/PRIVATE/M4ROOT/SUB/C0001S03.MP4',
      'B002/PRIVATE/M4ROOT/THMBNL/C0001T01.JPG',
      'B002/PRIVATE/M4ROOT/MEDIAPRO.XML',
      'B002/.DS_Store',
      'B002/PRIVATE/M4ROOT/CLIP/._C0001.MP4',
    ].map((path) => aMediaFile(path));
    expect(plan({ media }).decisions.map(({ code }) => code)).toEqual([
      ...Array<string>(5).fill('support-file'),
      'system-file',
      'system-file',
    ]);
  });

  test('empty, damaged and unprobed files, and goes on', () => {
    const broken: MediaFile = {
      ...arri,
      probe: { path: arri.file.path, ok: false, code: 'media-truncated', message: 'No moov.' },
    };
    const empty = aMediaFile('A001R1AB/A001C009_260412_R1AB.mov', { sizeBytes: 0 });
    const planned = plan({ media: [broken, empty, sound] });
    expect(planned.decisions.map(({ action, code }) => [action, code])).toEqual([
      ['blocked', 'media-truncated'],
      ['blocked', 'media-empty'],
      ['add', ''],
    ]);
  });

  test('the second listing of one file, whatever form its accents have', () => {
    const composed = aMediaFile('caf\u00e9/24A-3_A.mov');
    const apart = aMediaFile('cafe\u0301/24A-3_A.mov');
    expect(plan({ media: [composed, apart] }).decisions.map(({ code }) => code)).toEqual([
      '',
      'listed-twice',
    ]);
  });
});

describe('planIngest knows its own work', () => {
  const done = applyPlan(emptyProject, plan(day));
  const changesOf = ({ bins, imports, changes }: IngestPlan) => [bins, imports, changes];

  test('a second run of the same inputs changes nothing', () => {
    const again = plan({ ...day, project: done });
    expect(changesOf(again)).toEqual([[], [], []]);
    expect(new Set(again.decisions.map(({ action }) => action))).toEqual(new Set(['alreadyThere']));
    expect(done.items.map(({ fields }) => readMetadata(fields).take)).toEqual(['3', '3', '3']);
  });

  test('bins and items that the editor renamed and moved are still known', () => {
    const bins = done.bins.map((bin) => {
      if (bin.name === '24A') return { ...bin, name: 'Kitchen', parentId: 'root' };
      return bin.name === 'Footage' ? { ...bin, name: 'Picture' } : bin;
    });
    const items = done.items.map((item) => ({ ...item, name: `my ${item.name}` }));
    expect(changesOf(plan({ ...day, project: { bins, items } }))).toEqual([[], [], []]);
    const more = aMediaFile('24A-4_A.mov');
    const planned = plan({ media: [...day.media, more], log, project: { bins, items } });
    expect(planned.bins).toEqual([]);
    expect(planned.imports).toEqual([
      { bin: { binId: 'bin /Footage/24/24A', binKey: null }, paths: [more.file.path], stills: [] },
    ]);
  });

  test('a new setup goes into its scene’s renamed bin', () => {
    const bins = done.bins.map((bin) => (bin.name === '24' ? { ...bin, name: 'Scene 24' } : bin));
    const planned = plan({ media: [aMediaFile('24B-1_A.mov')], project: { ...done, bins } });
    expect(planned.bins).toEqual([
      { key: '/Footage/24/24B', name: '24B', parentId: 'bin /Footage/24', parentKey: null },
    ]);
  });

  test('bins of the right name that it did not make are used', () => {
    const bins = [...emptyProject.bins, { id: 'f', parentId: 'root', name: 'Footage' }];
    const planned = plan({ media: [arri], log, project: { bins, items: [] } });
    expect(planned.bins.map(({ key, parentId }) => [key, parentId])).toEqual([
      ['/Footage/24', 'f'],
      ['/Footage/24/24A', null],
    ]);
  });

  test('an item that stands at the root is sorted, and one in an editor’s bin stays there', () => {
    const at = (binId: string): PlainProject => ({
      bins: [...emptyProject.bins, { id: 'selects', parentId: 'root', name: 'Selects' }],
      items: [
        {
          id: 'x',
          binId,
          name: 'A001C003_260412_R1AB.mov',
          mediaPath: arri.file.path,
          proxyPath: '',
          fields: [],
        },
      ],
    });
    const fromRoot = plan({ media: [arri], log, project: at('root') });
    expect(fromRoot.changes).toMatchObject([
      { itemId: 'x', name: '24A-3_A', bin: { binKey: '/Footage/24/24A' } },
    ]);
    const fromSelects = plan({ media: [arri], log, project: at('selects') });
    expect(fromSelects.bins).toEqual([]);
    expect(fromSelects.changes[0]).not.toHaveProperty('bin');
    const after = applyPlan(at('selects'), fromSelects);
    expect(changesOf(plan({ media: [arri], log, project: after }))).toEqual([[], [], []]);
    const next = plan({ media: [aMediaFile('24A-4_A.mov')], project: after });
    expect(next.imports[0]?.bin).toEqual({ binId: null, binKey: '/Footage/24/24A' });
  });

  test('goes on where a run stopped between import and description', () => {
    const planned = plan(day);
    const half = applyPlan(emptyProject, { ...planned, changes: [] });
    const rest = plan({ ...day, project: half });
    expect([rest.bins, rest.imports]).toEqual([[], []]);
    expect(changesOf(plan({ ...day, project: applyPlan(half, rest) }))).toEqual([[], [], []]);
  });

  test('fields that the editor filled otherwise stay', () => {
    const items = done.items.map((item) => ({
      ...item,
      fields: item.fields.map((field) =>
        field.column === metadataColumns.shot ? { ...field, value: '24X' } : field,
      ),
    }));
    expect(changesOf(plan({ ...day, project: { ...done, items } }))).toEqual([[], [], []]);
  });

  test('plans the same for the same request', () => {
    expect(planFingerprint(plan(day))).toBe(planFingerprint(plan(day)));
    expect(planFingerprint(plan(day))).not.toBe(planFingerprint(plan({ ...day, log: null })));
  });

  test('a clip name and a sound roll that mean harm do none', () => {
    const evil = aMediaFile("'); app.quit(); ..\u2028.mov");
    const roll = aRecording('x/24A-T03.WAV', { soundRoll: '../../Other' });
    const planned = plan({ media: [evil, roll] });
    expect(planned.decisions.map(({ binPath }) => binPath)).toEqual([
      '/_Unsorted',
      '/Sound/..-..-Other',
    ]);
    expect(planned.bins.map(({ name }) => name)).toEqual(['_Unsorted', 'Sound', '..-..-Other']);
    expect(planned.findings).toMatchObject([{ code: 'name-made-safe' }]);
  });
});

describe('planIngest needs an eye', () => {
  test('on media whose witnesses disagree, and says so cell by cell', () => {
    const other = aRecording('S001/24A-T03.WAV', { scene: '24B' });
    const [decision] = plan({ media: [other] }).decisions;
    expect(decision?.attention).toBe('conflict');
    const words = new Map(decision?.evidence.map((each) => [each.field, each.words]));
    expect(words.get('shot')).toBe('iXML; the file name says 24A');
    expect(words.get('take')).toBe('iXML');
  });

  test('on media of which nothing is certain', () => {
    expect(plan({ media: [arri] }).decisions[0]?.attention).toBe('uncertain');
    expect(plan(day).decisions.map(({ attention }) => attention)).toEqual([null, null, null]);
  });

  test('[I-6] precedence is the preset’s, and every conflict is listed', () => {
    const container = { scene: '24C', take: '3', camera: '', reel: '' };
    const medium = aMediaFile('24E/24B-3_A.mov', { slate: container });
    const bare = aTake({ pictures: [{ camera: 'A', card: null, clip: '24B-3_A' }], sound: null });
    const orders = [
      [['log', 'metadata', 'fileName', 'folderName'], '24A'],
      [['metadata', 'log', 'fileName', 'folderName'], '24C'],
      [['fileName', 'metadata', 'folderName', 'log'], '24B'],
      [['folderName'], '24E'],
    ] as const;
    for (const [precedence, shot] of orders) {
      const given = { ...preset, precedence: [...precedence] };
      const planned = plan({ media: [medium], log: [bare], preset: given });
      expect(planned.decisions[0]?.metadata.shot).toBe(shot);
      const conflicts = planned.findings.filter(({ code }) => code === 'slate-conflict');
      expect(conflicts).toHaveLength(precedence.length > 1 ? 1 : 0);
      for (const { message } of conflicts) {
        for (const said of ['24A-3', '24B-3', '24C-3', '24E']) expect(message).toContain(said);
      }
    }
  });
});

describe('planIngest and what a medium is like', () => {
  test('leaves what still grows for later', () => {
    const growing = aMediaFile('24A-3_A.mov', { isGrowing: true });
    expect(plan({ media: [growing] }).decisions[0]).toMatchObject({
      action: 'skip',
      code: 'still-growing',
    });
  });

  test('a variable rate is marked, told, and a constant copy imported where that is asked for', () => {
    const phone = aMediaFile('24A-3_A.mov', {
      video: { variableRate: true, nearestRate: '30000/1001' },
    });
    const marked = plan({ media: [phone] });
    expect(marked.decisions[0]?.metadata.mediaNote).toContain('variable frame rate');
    expect(marked.findings).toMatchObject([{ code: 'variable-frame-rate' }]);
    expect(marked.copies).toEqual([]);
    const copied = plan({ media: [phone], constantRateFolder: '/copies' });
    expect(copied.copies).toEqual([
      {
        source: phone.file.path,
        target: '/copies/cards/24A-3_A_CFR.mov',
        frameRate: '30000/1001',
      },
    ]);
    expect(copied.imports.flatMap(({ paths }) => paths)).toEqual(['/copies/cards/24A-3_A_CFR.mov']);
    const after = applyPlan(emptyProject, copied);
    for (const constantRateFolder of ['/copies', '/elsewhere', undefined]) {
      const again = plan({
        media: [phone],
        project: after,
        ...(constantRateFolder === undefined ? {} : { constantRateFolder }),
      });
      expect([again.bins, again.copies, again.imports, again.changes]).toEqual([[], [], [], []]);
    }
  });

  test('further columns are filled from templates, and left where the editor filled them', () => {
    const column = 'Column.Intrinsic.TapeName';
    const mapped = { ...preset, metadata: { [column]: '{roll} of {camera}' } };
    const planned = plan({ media: [arri], log, preset: mapped });
    expect(planned.changes[0]?.fields).toContainEqual({ column, value: 'A001 of A' });
    const after = applyPlan(emptyProject, planned);
    const items = after.items.map((item) => ({
      ...item,
      fields: item.fields.map((field) =>
        field.column === column ? { column, value: '7' } : field,
      ),
    }));
    expect(
      plan({ media: [arri], log, preset: mapped, project: { ...after, items } }).changes,
    ).toEqual([]);
  });

  test('the first label rule that fits colours a clip', () => {
    const labels = [
      { when: { circled: true, camera: 'A' }, label: 13 },
      { when: { kind: 'picture' as const }, label: 1 },
    ];
    expect(
      plan({ ...day, preset: { ...preset, labels } }).decisions.map(({ label }) => label),
    ).toEqual([13, 1, null]);
  });

  test('what is uncertain keeps the levels that are known', () => {
    const uncertain = { bin: '/Later/{roll}/{scene}', label: 15 };
    expect(plan({ media: [arri], preset: { ...preset, uncertain } }).decisions[0]).toMatchObject({
      binPath: '/Later/A001',
      label: 15,
    });
  });
});

test('a plan is made in steps no longer than a medium, so that a page can draw between them', () => {
  const media = Array.from({ length: 500 }, (_, index) => aMediaFile(`${index + 1}A-1_A.mov`));
  const listing = media.map(({ file }) => file);
  const request = {
    listing,
    cards: readCards(listing, new Map()),
    probes: media.map(({ probe }) => probe),
    log: null,
    preset,
    constantRateFolder: null,
    project: emptyProject,
  };
  const steps = planIngestInSteps(request);
  let count = 0;
  while (!steps.next().done) count += 1;
  expect(count).toBeGreaterThanOrEqual(media.length);
});
