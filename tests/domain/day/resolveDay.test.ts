import { describe, expect, test } from '@jest/globals';
import { resolveDay } from '../../../src/domain/day/resolveDay';

const day = {
  version: 1,
  title: 'Day 1',
  cards: ['cards/A001'],
  recorders: ['/Volumes/SOUND/S001'],
  script: 'script.csv',
  log: null,
  binPreset: 'scene-take',
  sequence: 'Rough cut',
  deliveries: ['web-review-1080p'],
};

describe('resolveDay', () => {
  test('takes relative paths from the folder of the file and leaves absolute ones', () => {
    const result = resolveDay(JSON.stringify(day), '/shoot/day.json');
    expect(result).toMatchObject({
      ok: true,
      day: {
        cards: ['/shoot/cards/A001'],
        recorders: ['/Volumes/SOUND/S001'],
        script: '/shoot/script.csv',
      },
    });
  });

  test('refuses a path that climbs out of the folder, naming it', () => {
    const result = resolveDay(
      JSON.stringify({ ...day, script: '../../etc/passwd' }),
      '/shoot/day.json',
    );
    expect(result).toMatchObject({
      ok: false,
      problem: expect.stringContaining('../../etc/passwd') as unknown,
    });
  });

  test('says what is wrong with a file that is no JSON, and with one that lacks a field', () => {
    expect(resolveDay('{', '/day.json')).toMatchObject({ ok: false });
    expect(resolveDay(JSON.stringify({ ...day, title: undefined }), '/day.json')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('title') as unknown,
    });
  });
});
