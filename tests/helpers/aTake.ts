import type { LoggedTake } from '../../src/domain/script/LoggedTake';

/** A row of the supervisor's log: 24A take 3 on camera A, with sound, unless told otherwise. */
export function aTake(take: Partial<LoggedTake> = {}): LoggedTake {
  const { line = 2, scene = '24', circled = null } = take;
  return {
    line,
    scene,
    setup: '24A',
    take: 3,
    circled: false,
    pictures: [{ camera: 'A', card: null, clip: 'A001C003_260412_R1AB' }],
    sound: '24A-T03',
    furtherSounds: [],
    mos: false,
    pickup: false,
    wildTrack: false,
    roomTone: false,
    inTimecode: null,
    outTimecode: null,
    note: '',
    statedBy: [{ kind: 'supervisor', log: 'log.csv', line, scene, circled }],
    ...take,
  };
}
