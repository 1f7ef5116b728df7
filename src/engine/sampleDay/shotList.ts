/** What happened on the day, in shooting order; the plan gives every row its files and times. */
export interface ShotRow {
  readonly setup: string;
  readonly take: string;
  /** Timecode at which the first camera rolls, in frames from midnight being left to the plan. */
  readonly at: string;
  /** How long camera A (or the only camera) rolls; the recorder alone for a wild track. */
  readonly frames: number;
  /** Nobody's camera for the wild track and for the take that was never shot. */
  readonly cameras: 'A' | 'B' | 'AB' | '';
  readonly sound: boolean;
  readonly circled: boolean;
  /** Cards change at lunch. */
  readonly half: 1 | 2;
  readonly note: string;
  readonly logged: boolean;
}

const take = { sound: true, circled: false, note: '', logged: true } as const;
const morning = { ...take, half: 1 } as const;
const afternoon = { ...take, half: 2 } as const;

/** The day: scene 24 and 31 before lunch, 12 and 13 after, 25 never reached. */
export const shotList: readonly ShotRow[] = [
  {
    ...morning,
    setup: '24',
    take: '1',
    at: '09:12:20:00',
    frames: 64,
    cameras: 'AB',
    note: 'False start, door stuck',
  },
  {
    ...morning,
    setup: '24',
    take: '2',
    at: '09:15:41:07',
    frames: 132,
    cameras: 'AB',
    circled: true,
    note: 'Good for both',
  },
  { ...morning, setup: '24A', take: '1', at: '09:38:02:12', frames: 72, cameras: 'A' },
  {
    ...morning,
    setup: '24A',
    take: '2',
    at: '09:41:30:21',
    frames: 66,
    cameras: 'A',
    note: 'Boom in frame',
  },
  {
    ...morning,
    setup: '24A',
    take: '3',
    at: '09:46:55:03',
    frames: 118,
    cameras: 'A',
    circled: true,
    note: 'Best, pause before “Écoute”',
  },
  {
    ...morning,
    setup: '24B',
    take: '1',
    at: '10:08:14:18',
    frames: 108,
    cameras: 'AB',
    circled: true,
  },
  { ...morning, setup: '24B', take: '2', at: '10:12:37:00', frames: 68, cameras: 'AB' },
  {
    ...morning,
    setup: '24',
    take: 'WT1',
    at: '10:19:03:05',
    frames: 84,
    cameras: '',
    note: 'Wild track: steps, three doors',
  },
  { ...morning, setup: '31', take: '1', at: '11:02:48:11', frames: 70, cameras: 'AB' },
  {
    ...morning,
    setup: '31',
    take: '2',
    at: '11:07:20:16',
    frames: 120,
    cameras: 'AB',
    circled: true,
    note: 'Slow push',
  },
  {
    ...morning,
    setup: '31A',
    take: '1',
    at: '11:31:09:02',
    frames: 96,
    cameras: 'A',
    sound: false,
    circled: true,
    note: 'MOS, insert of the key',
  },
  { ...afternoon, setup: '12', take: '1', at: '13:24:50:09', frames: 72, cameras: 'A' },
  {
    ...afternoon,
    setup: '12',
    take: '2',
    at: '13:29:11:20',
    frames: 116,
    cameras: 'A',
    circled: true,
  },
  {
    ...afternoon,
    setup: '',
    take: '',
    at: '13:44:00:13',
    frames: 60,
    cameras: 'A',
    sound: false,
    logged: false,
    note: 'Operator ran the camera between setups',
  },
  {
    ...afternoon,
    setup: '12A',
    take: '1',
    at: '13:58:26:04',
    frames: 104,
    cameras: 'AB',
    circled: true,
  },
  {
    ...afternoon,
    setup: '12A',
    take: '2',
    at: '14:02:45:15',
    frames: 70,
    cameras: 'AB',
    note: 'Safety',
  },
  {
    ...afternoon,
    setup: '12B',
    take: '1',
    at: '14:27:33:22',
    frames: 100,
    cameras: 'B',
    circled: true,
    note: 'B camera alone, long lens',
  },
  { ...afternoon, setup: '13', take: '1', at: '15:11:07:08', frames: 72, cameras: 'A' },
  {
    ...afternoon,
    setup: '13',
    take: '2',
    at: '15:15:59:01',
    frames: 112,
    cameras: 'A',
    circled: true,
  },
  {
    ...afternoon,
    setup: '13A',
    take: '1',
    at: '15:40:18:17',
    frames: 100,
    cameras: 'AB',
    circled: true,
    note: 'Lamp flickers, keep',
  },
  {
    ...afternoon,
    setup: '25',
    take: '1',
    at: '16:30:00:00',
    frames: 0,
    cameras: '',
    sound: false,
    circled: true,
    note: 'Logged ahead. Not reached, moved to day 2',
  },
];
