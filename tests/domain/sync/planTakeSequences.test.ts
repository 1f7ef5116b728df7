import type { DayMaterial } from '../../../src/domain/sync/DayMaterial';
import { planTakeSequences } from '../../../src/domain/sync/planTakeSequences';
import { planTimecodeSync } from '../../../src/domain/sync/planTimecodeSync';
import { addTicks, subtractTicks } from '../../../src/domain/time/Ticks';
import { aCameraClip, aRecorderFile, at, frames, samples } from '../../helpers/aDayMaterial';

const plan = (material: DayMaterial) =>
  planTakeSequences(planTimecodeSync(material).matches, material);

const cameraA = aCameraClip();
const cameraB = aCameraClip({
  camera: 'B',
  startTicks: at('10:00:00:05'),
  durationTicks: frames(200),
});

describe('planTakeSequences', () => {
  test('stacks the cameras over the recorder, aligned, scratch sound last and disabled', () => {
    const [take, ...others] = plan({ cameras: [cameraB, cameraA], recorders: [aRecorderFile()] });
    expect(others).toEqual([]);
    expect(take).toMatchObject({
      name: '24A-3',
      settingsItemId: cameraA.itemId,
      startTicks: at('10:00:00:00'),
      durationTicks: frames(240),
      videoTracks: 2,
      audioTracks: 5,
      clips: [cameraA.path, cameraB.path],
    });
    expect(take?.placements).toEqual([
      {
        itemId: aRecorderFile().itemId,
        name: '24A-3',
        sourceIn: frames(48),
        sourceOut: frames(288),
        start: frames(0),
        videoTrack: null,
        audioTrack: 0,
        videoEnabled: false,
        audioEnabled: [true, false, false],
        unitTicks: samples(1),
      },
      {
        itemId: cameraA.itemId,
        name: '24A-3_A',
        sourceIn: frames(0),
        sourceOut: frames(240),
        start: frames(0),
        videoTrack: 0,
        audioTrack: 3,
        videoEnabled: true,
        audioEnabled: [false],
        unitTicks: frames(1),
      },
      expect.objectContaining({
        itemId: cameraB.itemId,
        start: frames(5),
        sourceOut: frames(200),
        videoTrack: 1,
        audioTrack: 4,
      }),
    ]);
  });

  test('starts at the earliest frame of any camera', () => {
    const early = aCameraClip({ camera: 'B', startTicks: at('09:59:59:00') });
    const [take] = plan({ cameras: [cameraA, early], recorders: [aRecorderFile()] });
    expect(take?.startTicks).toBe(at('09:59:59:00'));
    expect(take?.placements.map(({ start }) => start)).toEqual([frames(0), frames(24), frames(0)]);
    expect(take?.durationTicks).toBe(frames(264));
  });

  test('trims sound to the picture, on frames, its in point to the sample', () => {
    const late = addTicks(at('10:00:01:00'), samples(1));
    const recorder = aRecorderFile({ startTicks: late, durationTicks: frames(100) });
    const [take] = plan({ cameras: [cameraA], recorders: [recorder] });
    const [sound] = take?.placements ?? [];
    // The first whole frame that it covers, and the last.
    expect(sound).toMatchObject({
      start: frames(25),
      sourceIn: subtractTicks(frames(1), samples(1)),
      sourceOut: subtractTicks(frames(100), samples(1)),
    });
  });

  test('all tracks sound where none is called a mix', () => {
    const recorder = aRecorderFile({ trackNames: ['BOOM', 'LAV1', 'LAV2'] });
    const [take] = plan({ cameras: [cameraA], recorders: [recorder] });
    expect(take?.placements[0]?.audioEnabled).toEqual([true, true, true]);
  });

  test('a take without synced sound has no sequence', () => {
    const mos = aCameraClip({ take: '4', mos: true, startTicks: at('11:00:00:00') });
    const { name } = aCameraClip({ take: null, setup: null });
    const [take, ...others] = plan({
      cameras: [mos, aCameraClip({ take: null, setup: null })],
      recorders: [aRecorderFile({ take: null, setup: null })],
    });
    expect([take?.name, others]).toEqual([name, []]);
  });
});
