import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parseLog } from '../../../src/domain/report/parseLog';
import type { LoggedTake } from '../../../src/domain/script/LoggedTake';
import { takeNameOf } from '../../../src/domain/script/takeNameOf';
import { aTake } from '../../helpers/aTake';

const header = 'Scene,Setup,Take,Circled,Camera A,Camera B,Sound,MOS,In,Out,Note';
const parse = (text: string) => parseLog(text, 'log.csv');
const log = (...rows: readonly string[]) => parse([header, ...rows].join('\n'));
const table = (...rows: readonly string[]) => parse(rows.join('\n'));
const fixture = (name: string) =>
  parseLog(readFileSync(path.join(__dirname, '../../fixtures/logs', name), 'utf8'), name);

const codes = ({ findings }: { readonly findings: readonly { readonly code: string }[] }) =>
  findings.map(({ code }) => code);
const summary = (takes: readonly LoggedTake[]) =>
  takes.map((take) => [takeNameOf(take), take.sound, ...take.furtherSounds]);
const pictures = (takes: readonly LoggedTake[]) =>
  takes.flatMap((take) =>
    take.pictures.map(({ camera, card, clip }) => [takeNameOf(take), camera, card, clip]),
  );

describe('the script supervisor’s log', () => {
  test('reads a take with its clips, sound, in and out', () => {
    const { kind, takes, findings } = log(
      '24,24A,3,yes,A001C003_260412_R1AB,B002/C0001,24A-T03,no,14:03:05:12,14:03:20:00,"Best, soft focus"',
    );
    expect([kind, findings]).toEqual(['supervisor', []]);
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

  test('understands other headings and delimiters, and a title above them', () => {
    const { takes, findings } = table(
      'The Long Table;;;;',
      'Day;4;;;',
      'Slate;Tk;Print;A Cam;Audio File;TC In',
      '24A;3;✓;A001C003_260412_R1AB.mov;24A-T03.wav;',
    );
    expect(findings).toEqual([]);
    expect(takes.map(({ circled, setup, line }) => [setup, circled, line])).toEqual([
      ['24A', true, 4],
    ]);
    expect(pictures(takes)).toEqual([['24A-3', 'A', null, 'A001C003_260412_R1AB']]);
    expect(summary(takes)).toEqual([['24A-3', '24A-T03']]);
  });

  test('has one row for each camera as well', () => {
    const { takes, findings } = table(
      'Scene,Slate,Take,Camera,Cam Roll,Clip,Notes',
      '24,24A,3,A,A001,C003,wide',
      '24,24A,3,B,B002,C0001,close',
      '24,24A,3,B,B002,C0002,close',
    );
    expect(pictures(takes)).toEqual([
      ['24A-3', 'A', 'A001', 'C003'],
      ['24A-3', 'B', 'B002', 'C0001'],
    ]);
    expect(takes[0]?.note).toBe('wide; close');
    expect(codes({ findings })).toEqual(['duplicate-take']);
  });

  test('passes over headings that each page repeats', () => {
    const { takes, findings } = table('Scene,Take', '24A,1', 'Scene, Take', '24A,2');
    expect([takes.map(takeNameOf), findings]).toEqual([['24A-1', '24A-2'], []]);
  });

  test('names bad rows by file and line, and uses the good ones', () => {
    const { takes, findings } = log(
      'x,kitchen,1,,,,,,,,',
      '24,24A,last,,,,,,,,',
      '24,24A,3,perhaps,,,,,,,',
      '24,24A,3,yes,,,,,,,',
      '24,24B,,,,,,,,,',
    );
    expect(takes.map(takeNameOf)).toEqual(['24A-3']);
    expect(findings.map(({ code, subject }) => [code, subject])).toEqual([
      ['bad-setup', 'log.csv, line 2'],
      ['bad-take', 'log.csv, line 3'],
      ['bad-circled', 'log.csv, line 4'],
      ['duplicate-take', 'log.csv, line 5'],
      ['bad-take', 'log.csv, line 6'],
    ]);
  });

  test('says of a take nothing where no take is circled, and no where others are', () => {
    const said = (...rows: readonly string[]) =>
      log(...rows).takes.map(({ statedBy }) => statedBy[0]?.circled);
    expect(said('24,24A,1,,,,,,,,', '24,24A,2,no,,,,,,,')).toEqual([null, false]);
    expect(said('24,24A,1,,,,,,,,', '24,24A,2,yes,,,,,,,')).toEqual([false, true]);
  });
});

describe('a camera report', () => {
  test('is told from a log by its columns, and names one clip a row', () => {
    const { kind, takes, clips, findings } = table(
      'Roll,Clip,Scene,Take,Lens,FPS,Notes,Circle',
      'A001,C003,24A,3,50,24,soft,x',
      'A001,C004,,,50,24,camera test,',
      'B002,C0001,24A,3,85,24,,',
    );
    expect([kind, findings]).toEqual(['camera', []]);
    expect(pictures(takes)).toEqual([
      ['24A-3', 'A', 'A001', 'C003'],
      ['24A-3', 'B', 'B002', 'C0001'],
    ]);
    expect(takes[0]).toMatchObject({ scene: '24', circled: true, note: 'soft' });
    expect(clips).toMatchObject([{ kind: 'picture', camera: 'A', clip: 'C004', line: 3 }]);
  });

  test('takes camera and roll from its title, and needs no roll for a name that is whole', () => {
    const { kind, takes } = table(
      'CAMERA REPORT,,,',
      'Camera:,B,Roll:,B002',
      'Clip,Scene,Take,Notes',
      'C0001,24A,3,',
      'A001C003_260412_R1AB,24A,4,',
    );
    expect(kind).toBe('camera');
    expect(pictures(takes)).toEqual([
      ['24A-3', 'B', 'B002', 'C0001'],
      ['24A-4', 'B', null, 'A001C003_260412_R1AB'],
    ]);
  });
});

describe('a sound report', () => {
  test('of Wave Agent is read with its title block, line ends of CR alone, and mono sets', () => {
    const { kind, takes, clips, findings } = fixture('WaveAgentSoundReport.csv');
    expect([kind, findings]).toEqual(['sound', []]);
    expect(summary(takes)).toEqual([
      ['A101-1', 'A101_1_X', 'A101_1'],
      ['A101-2', 'A101_2'],
      ['A101-3', 'A101_3'],
      ['A101-4', 'A101_4', 'PT A101_4.A1'],
      ['1-6', 'Sr001-001-06_X'],
      ['2C-1', 'Sr001-2C-01_X'],
    ]);
    expect(takes.at(-1)).toMatchObject({ line: 15, scene: '2', note: 'Tail Slate Cloth noise' });
    expect(clips.map(({ kind: what, clip }) => [what, clip])).toEqual([
      ['sound', 'BULLET Impact Plastic LCD TV Screen Shatter Debris 2x'],
    ]);
  });

  test('gives start and length of a recording, which are nobody’s in and out', () => {
    const { kind, takes } = table(
      'File Name,Scene,Take,Start,End,Wild,Notes',
      '24A-T03.WAV,24A,3,14:03:00:00,14:04:00:00,,',
      '24-WT1.WAV,24,1,14:05:00:00,14:06:00:00,wild,kettle',
    );
    expect(kind).toBe('sound');
    expect(takes.map(({ inTimecode, outTimecode }) => [inTimecode, outTimecode])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(summary(takes)).toEqual([
      ['24A-3', '24A-T03'],
      ['24-WT1', '24-WT1'],
    ]);
  });
});

describe('a clip list (ALE)', () => {
  test('without slates lists its clips for completeness', () => {
    const cdl = fixture('sample_cdl.ale');
    expect([cdl.kind, cdl.takes, codes(cdl)]).toEqual(['ale', [], ['log-without-slates']]);
    expect(cdl.clips.map(({ camera, clip, line }) => [camera, clip, line])).toEqual([
      ['A', 'A005_C010_0501J0', 11],
      ['A', 'A005_C010_0501J0', 12],
      ['A', 'A005_C009_0501A0', 13],
      ['A', 'A005_C010_0501J0', 14],
    ]);
    const [red] = fixture('sampleUHD.ale').clips;
    expect(red).toMatchObject({ camera: 'A', card: null, clip: 'A118_C029_1102JR' });
  });

  test.each([
    [
      'by its columns',
      'Name\tScene\tTake\tCircled\tTracks',
      'A001C003_260412_R1AB\t24A\t3\tyes\tV',
    ],
    [
      'by a clip’s new name',
      'Name\tSource File\tCircled\tTracks',
      '24A-3_A\tA001C003_260412_R1AB.mov\t1\tVA1',
    ],
  ])('tells takes %s', (_how, columns, row) => {
    const { takes, findings } = table(
      'Heading',
      'FIELD_DELIM\tTABS',
      'Column',
      columns,
      'Data',
      row,
    );
    expect(findings).toEqual([]);
    expect(takes).toMatchObject([
      { scene: '24', setup: '24A', take: 3, circled: true, sound: null },
    ]);
    expect(pictures(takes)).toEqual([['24A-3', 'A', null, 'A001C003_260412_R1AB']]);
  });

  test('lists recordings by their tracks', () => {
    const rows = ['Column', 'Name\tTracks\tScene\tTake', '', 'Data', '24A-T03\tA1A2\t24A\t3'];
    expect(summary(table('Heading', '', ...rows).takes)).toEqual([['24A-3', '24A-T03']]);
  });
});

describe('a log that cannot be used is refused with one reason', () => {
  test.each([
    ['log-empty', ''],
    ['log-empty', ' \r\n\t\r\n'],
    ['log-is-pro-tools-session', 'SESSION NAME:\tReel 1\nSAMPLE RATE:\t48000.0\n'],
    ['log-wrong-delimiter', 'Scene~Setup~Take\n24~24A~3'],
    ['log-wrong-delimiter', 'Scene   Setup   Take\n24   24A   3'],
    ['log-wrong-delimiter', '"Scene;Setup;Take"\n"24;24A;3"'],
    ['log-wrong-delimiter', 'Scene,Setup,Take\n24;24A;3\n24;24A;4'],
    ['log-wrong-delimiter', 'Heading\nFPS 24\n\nColumn\nName  Tape\n\nData\nC1  A001\n'],
    ['log-no-headings', '24,24A,3\n24,24A,4'],
    ['log-no-scene-column', 'Take,Camera A\n3,A001C003_260412_R1AB'],
    ['log-no-take-column', 'Scene,Note\n24,x'],
    ['no-usable-rows', header],
    ['ale-incomplete', 'Heading\nFIELD_DELIM\tTABS\n\nColumn\nName\tTape\n'],
    ['ale-incomplete', 'Heading\nFIELD_DELIM\tTABS\n'],
  ])('%s: %j', (code, text) => {
    const { takes, clips, findings } = parse(text);
    expect([takes, clips]).toEqual([[], []]);
    expect(findings).toMatchObject([{ code, severity: 'error', subject: 'log.csv' }]);
    expect(findings[0]?.message).toMatch(/^“log\.csv”: .+\.$/);
  });

  test('a report without scenes is still good for completeness, and says so', () => {
    const parsed = table('Clip,Roll,Lens,Notes', 'C0001,B002,50,');
    expect(parsed.clips).toMatchObject([{ camera: 'B', card: 'B002', clip: 'C0001' }]);
    expect(codes(parsed)).toEqual(['log-no-scene-column', 'log-without-slates']);
    expect(parsed.findings.every(({ severity }) => severity !== 'error')).toBe(true);
  });

  test('any text is read or refused, and none breaks the reader', () => {
    const word = fc.constantFrom(
      ...['Scene', 'Take', 'Setup', 'Clip', 'File Name', 'Camera A', 'Heading', 'Column', 'Data'],
      ...['24A', '3', 'x', 'C0001', 'a.wav', '"', '""', ' ', '=', ':', '\0', '\uFEFF'],
      ...[',', ';', '\t', '|', '~', '\n', '\r', '\r\n'],
    );
    const text = fc.array(fc.oneof(word, fc.string({ maxLength: 4 }))).map((all) => all.join(''));
    fc.assert(
      fc.property(text, (given) => {
        const { takes, clips, findings } = parse(given);
        const errors = findings.filter(({ severity }) => severity === 'error');
        expect(errors).toHaveLength(takes.length + clips.length > 0 ? 0 : 1);
      }),
      { numRuns: 1000 },
    );
  });

  test('a byte order mark before the first heading hides no column', () => {
    for (const mark of ['\uFEFF', 'ï»¿']) {
      const parsed = parse(`${mark}Scene,Take\n24A,3`);
      expect(parsed.takes.map(takeNameOf)).toEqual(['24A-3']);
      expect(codes(parsed)).toEqual(['log-mark']);
    }
  });
});
