import { parseTakeLog } from '../../../src/domain/script/parseTakeLog';
import { takeNameOf } from '../../../src/domain/script/takeNameOf';
import { aTake } from '../../helpers/aTake';

const header = 'Scene,Setup,Take,Circled,Camera A,Camera B,Sound,MOS,In,Out,Note';
const log = (...rows: readonly string[]) => parseTakeLog([header, ...rows].join('\n'));

describe('parseTakeLog', () => {
  test('reads a take with its clips, sound, in and out', () => {
    const { takes, findings } = log(
      '24,24A,3,yes,A001C003_260412_R1AB,B002/C0001,24A-T03,no,14:03:05:12,14:03:20:00,"Best, soft focus"',
    );
    expect(findings).toEqual([]);
    expect(takes).toEqual([
      aTake({
        circled: true,
        pictures: [
          { camera: 'A', card: null, clip: 'A001C003_260412_R1AB' },
          { camera: 'B', card: 'B002', clip: 'C0001' },
        ],
        inTimecode: '14:03:05:12',
        outTimecode: '14:03:20:00',
        note: 'Best, soft focus',
      }),
    ]);
  });

  test('a camera or recorder that did not roll is none', () => {
    expect(log('24,24A,3,,,C0001,,yes,,,').takes).toEqual([
      aTake({ pictures: [{ camera: 'B', card: null, clip: 'C0001' }], sound: null, mos: true }),
    ]);
  });

  test.each([
    ['24,24WT,1,,,,24-WT01,,,,', '24-WT1'],
    ['24,24,WT1,,,,24-WT01,,,,', '24-WT1'],
    ['24,24,1,,,,24-WT01,,,,Wild track of the kettle', '24-WT1'],
    ['24,24,RT,,,,RT,,,,', '24-RT'],
    ['24,24A,3PU,,,,,,,,', '24A-3PU'],
    ['24,A,3,,,,,,,,', '24A-3'],
    ['24A,,T03,,,,,,,,', '24A-3'],
  ])('“%s” is %s', (row, name) => {
    const { takes, findings } = log(row);
    expect([takes.map(takeNameOf), findings]).toEqual([[name], []]);
  });

  test('understands other headings and delimiters', () => {
    const csv =
      'Slate;Tk;Print;A Cam;Audio File;TC In\n24A;3;✓;A001C003_260412_R1AB.mov;24A-T03.wav;';
    expect(parseTakeLog(csv).takes).toEqual([aTake({ circled: true })]);
  });

  test('names bad rows by their line and uses the good ones', () => {
    const { takes, findings } = log(
      'x,kitchen,1,,,,,,,,',
      '24,24A,last,,,,,,,,',
      '24,24A,3,perhaps,,,,,,,',
      '24,24A,3,yes,,,,,,,',
      '24,24B,,,,,,,,,',
    );
    expect(takes.map(takeNameOf)).toEqual(['24A-3']);
    expect(findings.map(({ code, subject }) => [code, subject])).toEqual([
      ['bad-setup', 'line 2'],
      ['bad-take', 'line 3'],
      ['bad-circled', 'line 4'],
      ['duplicate-take', 'line 5'],
      ['bad-take', 'line 6'],
    ]);
  });

  test('has an error when a column is missing or no row can be used', () => {
    expect(parseTakeLog('').findings).toMatchObject([
      { code: 'no-take-columns', severity: 'error' },
    ]);
    expect(parseTakeLog('Scene,Note\n24,x').findings).toMatchObject([{ code: 'no-take-columns' }]);
    expect(log().findings).toMatchObject([{ code: 'no-usable-rows', severity: 'error' }]);
  });
});
