/** A scene of the script; lengths are eighths of a page. */
export interface SampleScene {
  readonly scene: string;
  readonly heading: string;
  readonly eighths: number;
  readonly setups: readonly string[];
  /** In the order they belong in the cut. */
  readonly circled: readonly string[];
  readonly dialogue: string;
}

/** Title of the sample's film. */
export const sampleTitle = 'The Long Hallway';

/** The day's scenes in script order. The day was shot in another. */
export const scenes: readonly SampleScene[] = [
  {
    scene: '12',
    heading: 'INT. HALLWAY - EVENING',
    eighths: 14,
    setups: ['12', '12A', '12B'],
    circled: ['12-2', '12A-1', '12B-1'],
    dialogue: 'MAYA\nIt was shorter yesterday.\n\nRENÉ\nHallways don’t grow, Maya.',
  },
  {
    scene: '13',
    heading: 'INT. RENÉ’S ROOM - EVENING',
    eighths: 9,
    setups: ['13', '13A'],
    circled: ['13-2', '13A-1'],
    dialogue: 'RENÉ\n(counting doors, "one" to "twelve")\nDouze. Il y en avait onze.',
  },
  {
    scene: '24',
    heading: 'INT. HALLWAY - NIGHT',
    eighths: 12,
    setups: ['24', '24A', '24B'],
    circled: ['24-2', '24A-3', '24B-1'],
    dialogue: 'MAYA\nÉcoute… You hear it too?\n\nRENÉ\nÇa vient du fond.',
  },
  {
    scene: '25',
    heading: 'INT. HALLWAY, FAR END - NIGHT',
    eighths: 3,
    setups: ['25'],
    circled: ['25-1'],
    dialogue: 'MAYA\nThere is no far end.',
  },
  {
    scene: '31',
    heading: 'INT. HALLWAY - DAWN',
    eighths: 6,
    setups: ['31', '31A'],
    circled: ['31-2', '31A-1'],
    dialogue: '',
  },
];
