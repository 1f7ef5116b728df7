import { mergeLogs } from '../../../src/domain/report/mergeLogs';
import { parseLog } from '../../../src/domain/report/parseLog';
import { takeNameOf } from '../../../src/domain/script/takeNameOf';

const supervisor = (...rows: readonly string[]) =>
  parseLog(
    ['Scene,Setup,Take,Circled,Camera A,Camera B,Sound,Note', ...rows].join('\n'),
    'script.csv',
  );
const camera = (...rows: readonly string[]) =>
  parseLog(['Roll,Clip,Scene,Setup,Take,Circled,Lens,Notes', ...rows].join('\n'), 'camera.csv');
const sound = (...rows: readonly string[]) =>
  parseLog(['File Name,Channels,Scene,Take,Circled,Notes', ...rows].join('\n'), 'sound.csv');

const messages = (logs: Parameters<typeof mergeLogs>[0]) =>
  mergeLogs(logs).findings.map(({ code, message }) => [code, message]);

describe('mergeLogs', () => {
  test('makes one take of what script, camera and sound say of it', () => {
    const { takes, clips, findings } = mergeLogs([
      sound('24A-T03_X.WAV,2(MONO),24A,03,,hum'),
      camera('A001,C003,24,24A,3,,50,soft', 'B002,C0001,24,24A,3,,85,soft'),
      supervisor('24,24A,3,yes,A001C003_260412_R1AB,,,best'),
    ]);
    expect(findings).toEqual([]);
    expect(clips).toEqual([]);
    expect(takes).toMatchObject([
      {
        scene: '24',
        setup: '24A',
        take: 3,
        circled: true,
        sound: '24A-T03_X',
        line: 2,
        note: 'best; soft; hum',
        statedBy: [
          { kind: 'supervisor', log: 'script.csv', line: 2 },
          { kind: 'camera', log: 'camera.csv', line: 2 },
          { kind: 'sound', log: 'sound.csv', line: 2 },
        ],
      },
    ]);
    expect(takes[0]?.pictures.map(({ clip }) => clip)).toEqual([
      'A001C003_260412_R1AB',
      'C003',
      'C0001',
    ]);
  });

  test('tells each contradiction with both files and lines, and lets the supervisor’s word stand', () => {
    const logs = [
      sound('24A-T09.WAV,2(POLY),24A,3,,', '24A-T04.WAV,2(POLY),24A,4,x,'),
      camera('A001,A001C008_260412_R1AB,25,24A,3,,50,'),
      supervisor('24,24A,3,yes,A001C003_260412_R1AB,,24A-T03,', '24,24A,4,no,,,24A-T04,'),
    ];
    const [three, four] = mergeLogs(logs).takes;
    expect([three?.scene, three?.circled, four?.circled]).toEqual(['24', true, false]);
    expect(messages(logs)).toEqual([
      [
        'logs-contradict-scene',
        '24A-3: line 2 of “script.csv” has it in scene 24, line 2 of “camera.csv” in scene 25. The first stands.',
      ],
      [
        'logs-contradict-clip',
        '24A-3: line 2 of “script.csv” gives camera A the clip “A001C003_260412_R1AB”, line 2 of “camera.csv” “A001C008_260412_R1AB”. Both are taken.',
      ],
      [
        'logs-contradict-circled',
        '24A-3: line 2 of “script.csv” circles it, line 2 of “sound.csv” does not. It is circled.',
      ],
      [
        'logs-contradict-sound',
        '24A-3: line 2 of “script.csv” gives the recording “24A-T03”, line 2 of “sound.csv” “24A-T09”. Both are taken.',
      ],
      [
        'logs-contradict-circled',
        '24A-4: line 3 of “script.csv” does not circle it, line 3 of “sound.csv” does. It is not circled.',
      ],
    ]);
  });

  test('a report that circles nothing, or a mono set’s name, contradicts nobody', () => {
    const logs = [
      supervisor('24,24A,3,yes,,,24A_3,'),
      sound('24A_3_X.WAV,2(MONO),24A,3,,', '24A_4.WAV,2(MONO),24A,4,,'),
    ];
    expect(messages(logs)).toEqual([]);
    expect(mergeLogs(logs).takes[0]?.circled).toBe(true);
  });

  test('a clip without a slate is listed once, and not where a take names it', () => {
    const ale = parseLog(
      'Heading\n\nColumn\nName\tTape\n\nData\nA001C003_260412_R1AB\tA001\nA001C004_260412_R1AB\tA001\nA001C004_260412_R1AB\tA001',
      'day.ale',
    );
    const { clips } = mergeLogs([ale, supervisor('24,24A,3,,A001C003_260412_R1AB,,,')]);
    expect(clips.map(({ clip, log, line }) => [clip, log, line])).toEqual([
      ['A001C004_260412_R1AB', 'day.ale', 8],
    ]);
  });

  test('takes that one log alone has are kept in the order of trust', () => {
    const logs = [sound('24-WT1.WAV,2(POLY),24,WT1,,'), supervisor('24,24A,3,,,,,')];
    expect(mergeLogs(logs).takes.map(takeNameOf)).toEqual(['24A-3', '24-WT1']);
  });
});
