import { planFingerprint } from '../../../src/domain/cut/fingerprint';
import { planRoughCut, type RoughCutRequest } from '../../../src/domain/roughCut/planRoughCut';
import { defaultRoughCutSettings } from '../../../src/domain/roughCut/RoughCutSettings';
import { planTimecodeSync } from '../../../src/domain/sync/planTimecodeSync';
import { durationOf } from '../../../src/domain/time/TimeRange';
import { zeroTicks } from '../../../src/domain/time/Ticks';
import { aCameraClip, aRecorderFile, at, frames, samples } from '../../helpers/aDayMaterial';
import { aScene } from '../../helpers/aScene';
import { aTake } from '../../helpers/aTake';

const clip = (setup: string, take: string, startTicks = at('10:00:00:00')) =>
  aCameraClip({ setup, take, startTicks });

function plan(request: Partial<RoughCutRequest>) {
  const material = request.material ?? { cameras: [], recorders: [] };
  return planRoughCut({
    name: 'Rough cut',
    scenes: [aScene()],
    takes: [],
    matches: planTimecodeSync(material).matches,
    settings: defaultRoughCutSettings,
    material,
    ...request,
  });
}

const rowsOf = (request: Partial<RoughCutRequest>) =>
  plan(request).rows.map(({ subject, kind, why }) => [subject, kind, why]);
const cameras = [clip('24', '1'), clip('24', '2'), clip('24A', '1'), clip('31', '1')];
const material = { cameras, recorders: [] };

describe('planRoughCut chooses', () => {
  test('in script order, with the reason for every take', () => {
    const scenes = [
      aScene({ number: '31', setups: ['31'] }),
      aScene({ circled: [{ setup: '24', take: 1 }] }),
    ];
    expect(rowsOf({ scenes, material })).toEqual([
      ['31-1', 'event', 'only take'],
      ['24-1', 'event', 'circled'],
      ['24A-1', 'event', 'only take'],
    ]);
  });

  test('the last take where none is circled', () => {
    expect(rowsOf({ scenes: [aScene({ setups: ['24'] })], material })).toEqual([
      ['24-2', 'event', 'last take'],
    ]);
    const many = { cameras: [clip('24', '9'), clip('24', '10')], recorders: [] };
    expect(rowsOf({ scenes: [aScene({ setups: ['24'] })], material: many })).toEqual([
      ['24-10', 'event', 'last take'],
    ]);
  });

  test('the take that the log or the project marks where the script marks none', () => {
    const takes = [aTake({ setup: '24', take: 1, circled: true })];
    const scenes = [aScene({ setups: ['24'] })];
    expect(rowsOf({ scenes, takes, material })).toEqual([['24-1', 'event', 'circled']]);
    const good = { cameras: [{ ...clip('24', '1'), good: true }, clip('24', '2')], recorders: [] };
    expect(rowsOf({ scenes, material: good })).toEqual([['24-1', 'event', 'circled']]);
  });

  test('the highest of several circled takes, and says so', () => {
    const circled = [
      { setup: '24', take: 2 },
      { setup: '24', take: 1 },
    ];
    const [row] = plan({ scenes: [aScene({ setups: ['24'], circled })], material }).rows;
    expect(row).toMatchObject({
      subject: '24-2',
      reason: expect.stringContaining('(1 as well)') as string,
    });
  });

  test('the order of the circled takes over that of the setups', () => {
    const circled = [
      { setup: '24A', take: 1 },
      { setup: '24', take: 1 },
    ];
    expect(rowsOf({ scenes: [aScene({ circled })], material }).map(([subject]) => subject)).toEqual(
      ['24A-1', '24-1'],
    );
  });

  test('camera A before B, and another where these did not roll', () => {
    const [b, a, c] = ['B', 'A', 'C'].map((camera) =>
      aCameraClip({ setup: '24', take: '1', camera }),
    );
    const scenes = [aScene({ setups: ['24'] })];
    const chosen = (...clips: readonly (typeof a)[]) =>
      plan({
        scenes,
        material: { cameras: clips.flatMap((each) => each ?? []), recorders: [] },
      }).rows[0]?.clip?.camera;
    expect([chosen(b, a, c), chosen(c, b), chosen(c)]).toEqual(['A', 'B', 'C']);
  });

  test('setups that the script does not list only to name them', () => {
    const { rows, findings } = plan({ scenes: [aScene({ setups: ['24'] })], material });
    expect(rows).toHaveLength(1);
    expect(findings).toMatchObject([{ code: 'setup-not-in-script', subject: '24A' }]);
  });

  test('all known setups where the script lists none', () => {
    expect(rowsOf({ scenes: [aScene({ setups: [] })], material }).map(([name]) => name)).toEqual([
      '24-2',
      '24A-1',
    ]);
  });
});

describe('planRoughCut places', () => {
  const log = [
    aTake({ setup: '24', take: 2, inTimecode: '10:00:01:00', outTimecode: '10:00:03:12' }),
  ];
  const scenes = [aScene({ dialogue: 'ANNA: Hello.' })];

  test('every take from its in to its out, one after the other, on frames', () => {
    const { sequence } = plan({ scenes, takes: log, material });
    expect(sequence?.placements).toMatchObject([
      { name: '24-2_A', sourceIn: frames(24), sourceOut: frames(84), start: zeroTicks },
      { name: '24A-1_A', sourceIn: zeroTicks, sourceOut: frames(240), start: frames(60) },
    ]);
    expect(sequence).toMatchObject({
      startTicks: at('01:00:00:00'),
      durationTicks: frames(300),
      settingsItemId: cameras[1]?.itemId,
      width: 1920,
      videoTracks: 1,
    });
  });

  test('the mix under the picture and the scratch sound last, disabled', () => {
    const startTicks = at('10:00:00:00');
    const recorder = aRecorderFile({ setup: '24', take: '2', startTicks: at('09:59:58:00') });
    const synced = { cameras: [clip('24', '2', startTicks)], recorders: [recorder] };
    const { sequence, rows } = plan({
      scenes: [aScene({ setups: ['24'] })],
      takes: log,
      material: synced,
    });
    expect(sequence?.placements).toMatchObject([
      {
        itemId: recorder.itemId,
        sourceIn: frames(72),
        sourceOut: frames(132),
        audioTrack: 0,
        audioEnabled: [true, false, false],
        unitTicks: samples(1),
      },
      { name: '24-2_A', videoTrack: 0, audioTrack: 3, audioEnabled: [false] },
    ]);
    expect(sequence?.audioTracks).toBe(4);
    expect(rows[0]?.sound).toBe('24-2');
  });

  test('camera sound is heard where there is no other, but not of a MOS take', () => {
    const unsynced = plan({ scenes, material }).sequence?.placements[0];
    expect(unsynced?.audioEnabled).toEqual([true]);
    const mos = { cameras: [{ ...clip('24', '2'), mos: true }], recorders: [] };
    expect(plan({ scenes, material: mos }).sequence?.placements[0]?.audioEnabled).toEqual([false]);
  });

  test('a scene marker with the dialogue', () => {
    const sequence = plan({ scenes, takes: log, material }).sequence;
    expect(sequence?.markers).toEqual([
      {
        startTicks: zeroTicks,
        durationTicks: zeroTicks,
        name: '24 INT. KITCHEN - DAY',
        comment: 'ANNA: Hello.',
        color: 'green',
      },
    ]);
  });

  test('clips of another rate by time, with a warning', () => {
    const rate = { numerator: 25, denominator: 1 };
    const odd = aCameraClip({
      setup: '24A',
      take: '1',
      frameRate: rate,
      durationTicks: frames(251, rate),
      startTicks: at('10:00:00:00', rate),
    });
    const { sequence, findings } = plan({
      scenes: [aScene(), aScene({ number: '31', setups: ['31'] })],
      material: { cameras: [clip('24', '2'), odd, clip('31', '1')], recorders: [] },
    });
    expect(findings).toMatchObject([{ code: 'mixed-rate', subject: odd.path }]);
    const placed = sequence?.placements[1];
    const sourceTicks = placed && placed.sourceOut - placed.sourceIn;
    expect(sourceTicks).toBe(frames(240));
  });

  test('the same plan for the same request', () => {
    const request = { scenes, takes: log, material };
    expect(planFingerprint(plan(request))).toBe(planFingerprint(plan(request)));
  });
});

describe('planRoughCut leaves a gap', () => {
  test('of the scene’s length in eighths, with a red marker, for a scene without picture', () => {
    const scenes = [
      aScene({ setups: ['24'] }),
      aScene({ number: '25', heading: 'EXT. YARD', eighths: 3, setups: ['25'], dialogue: 'Hm.' }),
      aScene({ number: '31', setups: ['31'] }),
    ];
    const { sequence, rows, findings } = plan({ scenes, material });
    // 22.5 s at 24000/1001 are 539.46 frames.
    const [, gap, left, after] = rows;
    expect(gap).toMatchObject({ subject: 'Scene 25', kind: 'gap', code: 'scene-missing' });
    expect(gap?.range && durationOf(gap.range)).toBe(frames(539));
    expect(left).toMatchObject({ subject: '25', kind: 'left-out' });
    expect(after?.range?.start).toBe(frames(240 + 539));
    expect(sequence?.markers[1]).toEqual({
      startTicks: frames(240),
      durationTicks: frames(539),
      name: '25 EXT. YARD – missing',
      comment: 'No picture of scene 25 (EXT. YARD) is in the project.\nHm.',
      color: 'red',
    });
    expect(findings.map(({ code, subject }) => [code, subject])).toEqual([
      ['scene-missing', 'Scene 25'],
      ['setup-without-take', '25'],
      ['setup-not-in-script', '24A'],
    ]);
  });

  test('for a circled take without picture, and takes no other in its place', () => {
    const scenes = [aScene({ circled: [{ setup: '24', take: 7 }] })];
    const { rows, sequence, findings } = plan({ scenes, material });
    expect(rows.map(({ subject, kind }) => [subject, kind])).toEqual([
      ['24-7', 'gap'],
      ['24A-1', 'event'],
    ]);
    expect(sequence?.markers.map(({ name, color }) => [name, color])).toEqual([
      ['24 INT. KITCHEN - DAY – 24-7 missing', 'red'],
    ]);
    expect(findings).toMatchObject([{ code: 'take-without-media', subject: '24-7' }]);
  });

  test.each([
    ['out before in', '10:00:03:00', '10:00:01:00'],
    ['out past the end', '10:00:01:00', '10:00:11:00'],
    ['in before the start', '09:59:59:00', '10:00:01:00'],
    ['no timecode', 'soon', '10:00:01:00'],
    ['frames past the rate', '10:00:00:24', '10:00:01:00'],
  ])('where the log’s in and out cannot be used: %s', (_, inTimecode, outTimecode) => {
    const takes = [aTake({ setup: '24', take: 2, inTimecode, outTimecode, line: 7 })];
    const { rows, findings } = plan({ takes, material });
    expect(rows[0]).toMatchObject({ subject: '24-2', kind: 'gap', code: 'bad-in-out' });
    expect(findings).toMatchObject([{ severity: 'error', subject: '24-2' }]);
    expect(findings[0]?.message).toContain('line 7');
  });

  test('nowhere when there is nothing to build', () => {
    const { sequence, findings } = plan({});
    expect(sequence).toBeNull();
    expect(findings.at(-1)).toMatchObject({ code: 'nothing-to-cut', severity: 'error' });
  });
});

test('in and out are found on the other side of midnight', () => {
  const late = clip('24', '2', at('23:59:58:00'));
  const takes = [
    aTake({ setup: '24', take: 2, inTimecode: '23:59:59:00', outTimecode: '00:00:01:00' }),
  ];
  const { rows } = plan({
    scenes: [aScene({ setups: ['24'] })],
    takes,
    material: { cameras: [late], recorders: [] },
  });
  expect(rows[0]?.clip).toMatchObject({ sourceIn: frames(24), sourceOut: frames(72) });
});

test('a 100-scene script with 1,500 takes is planned within a second', () => {
  const scenes = Array.from({ length: 100 }, (_, index) =>
    aScene({ number: `${index + 1}`, setups: [`${index + 1}`, `${index + 1}A`, `${index + 1}B`] }),
  );
  const clips = scenes.flatMap(({ setups }, index) =>
    setups.flatMap((setup, at5) =>
      Array.from({ length: 5 }, (_, take) =>
        clip(setup, `${take + 1}`, frames(index * 9000 + at5 * 3000 + take * 400)),
      ),
    ),
  );
  const started = performance.now();
  const { rows } = plan({ scenes, material: { cameras: clips, recorders: [] } });
  expect(performance.now() - started).toBeLessThan(1000);
  expect(rows).toHaveLength(300);
});
