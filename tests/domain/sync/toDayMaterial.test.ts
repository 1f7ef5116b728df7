import { metadataColumns } from '../../../src/domain/ingest/itemMetadata';
import {
  toDayMaterial,
  type MaterialFacts,
  type MaterialItem,
} from '../../../src/domain/sync/toDayMaterial';
import { at, filmRate, frames } from '../../helpers/aDayMaterial';

function anItem(mediaPath: string, fields: Partial<Record<keyof typeof metadataColumns, string>>) {
  const columns = Object.entries(fields).map(([key, value]) => ({
    column: metadataColumns[key as keyof typeof metadataColumns],
    value,
  }));
  const item: MaterialItem = {
    id: `item ${mediaPath}`,
    name: 'item',
    isSequence: false,
    mediaPath,
    audioClips: 1,
    fields: columns,
  };
  return item;
}

const pictureFacts: MaterialFacts = {
  durationTicks: frames(240).toString(),
  startTimecode: '10:00:00:00',
  startTicks: at('10:00:00:00').toString(),
  reel: 'A001',
  video: { frameRate: '24000/1001', width: 1920, height: 1080 },
  audio: { sampleRate: 48000, channels: 2 },
  sound: null,
};

const soundFacts: MaterialFacts = {
  ...pictureFacts,
  startTimecode: '',
  reel: '',
  video: null,
  sound: {
    wildTrack: false,
    timeReferenceSamples: '1729728000',
    timecodeRate: '24000/1001',
    dropFrame: false,
    originationDate: '2026-04-12',
    trackNames: ['MIX', 'BOOM'],
  },
};

const read = (item: MaterialItem, facts: MaterialFacts) =>
  toDayMaterial([item], new Map([[item.mediaPath, facts]]));

describe('toDayMaterial', () => {
  test('reads a clip’s slate from the project and its clock from the file', () => {
    const path = '/cards/A001R1AB/A001C003_260412_R1AB.mov';
    const fields = { shot: '24A', take: '3', camera: 'A', good: 'True', logNote: 'MOS. insert' };
    expect(read(anItem(path, fields), pictureFacts).cameras).toEqual([
      {
        itemId: `item ${path}`,
        name: 'item',
        path,
        setup: '24A',
        take: '3',
        good: true,
        startTicks: at('10:00:00:00'),
        durationTicks: frames(240),
        hasTimecode: true,
        date: '2026-04-12',
        reel: 'A001',
        audio: { sampleRate: 48000, channels: 2, clips: 1 },
        camera: 'A',
        device: 'A',
        frameRate: filmRate,
        dropFrame: false,
        width: 1920,
        height: 1080,
        mos: true,
      },
    ]);
  });

  test('knows a camera without a letter by its card', () => {
    const [clip] = read(
      anItem('/cards/B002/PRIVATE/M4ROOT/CLIP/C0001.MP4', {}),
      pictureFacts,
    ).cameras;
    expect(clip).toMatchObject({ camera: null, device: 'B', setup: null, take: null });
  });

  test('reads a recorder’s clock, date and tracks', () => {
    expect(read(anItem('/S001/24A-T03.WAV', {}), soundFacts).recorders).toMatchObject([
      {
        hasTimecode: true,
        date: '2026-04-12',
        wildTrack: false,
        trackNames: ['MIX', 'BOOM'],
        clock: { frameRate: filmRate, dropFrame: false },
      },
    ]);
  });

  test('knows a wild track by its take, and a clock that was never set', () => {
    const [wild] = read(
      anItem('/S001/24-WT1.WAV', { shot: '24', take: 'WT1' }),
      soundFacts,
    ).recorders;
    expect(wild?.wildTrack).toBe(true);
    const [plain] = read(anItem('/S001/x.wav', {}), { ...soundFacts, sound: null }).recorders;
    expect(plain).toMatchObject({ hasTimecode: false, clock: null, trackNames: [] });
  });

  test('leaves out sequences, stills and what nobody could probe', () => {
    const nothing = { cameras: [], recorders: [] };
    expect(read({ ...anItem('/a.mov', {}), isSequence: true }, pictureFacts)).toEqual(nothing);
    expect(read(anItem('/a.png', {}), { ...pictureFacts, durationTicks: '0' })).toEqual(nothing);
    expect(toDayMaterial([anItem('/a.mov', {})], new Map())).toEqual(nothing);
  });
});
