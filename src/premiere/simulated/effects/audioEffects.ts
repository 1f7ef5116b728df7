import {
  flag,
  number,
  percent,
  type EffectDefinition,
  type ParameterDefinition,
} from './EffectDefinition';

/** Parameters of audio effects are 0 to 1 of their control, whatever unit the panel shows. */
const share = (name: string, initial = 0.5): ParameterDefinition => number(name, initial, [0, 1]);

/** Name and parameters after Bypass. */
type Row = readonly [name: string, parameters?: readonly ParameterDefinition[]];

const bands = (count: number): ParameterDefinition[] =>
  Array.from({ length: count }, (_unused, band) => share(`Band ${band + 1} Gain`));

const rows: readonly Row[] = [
  ['Amplify', [share('Gain')]],
  [
    'Analog Delay',
    [share('Dry Out'), share('Wet Out'), share('Delay'), share('Feedback'), share('Trash')],
  ],
  ['Automatic Click Remover', [share('Threshold'), share('Complexity')]],
  ['Balance', [share('Balance')]],
  ['Bandpass', [share('Center'), share('Q')]],
  ['Bass', [share('Boost')]],
  ['Channel Volume', [share('Left'), share('Right')]],
  ['Chorus/Flanger', [share('Speed'), share('Width'), share('Intensity'), share('Transience')]],
  ['Convolution Reverb', [share('Mix'), share('Room Size'), share('Pre-Delay'), share('Gain')]],
  ['DeEsser', [share('Threshold'), share('Center Frequency'), share('Bandwidth')]],
  ['DeHummer', [share('Frequency'), share('Q'), share('Gain')]],
  ['DeNoise', [share('Amount'), share('Gain')]],
  ['DeReverb', [share('Amount'), share('Gain')]],
  ['Delay', [share('Delay'), share('Feedback'), share('Mix')]],
  ['Distortion', [share('Positive'), share('Negative')]],
  [
    'Dynamics',
    [share('Threshold'), share('Ratio'), share('Attack'), share('Release'), share('MakeUp')],
  ],
  ['Dynamics Processing'],
  ['FFT Filter'],
  ['Fill Left with Right'],
  ['Fill Right with Left'],
  ['Flanger', [share('Initial Delay Time'), share('Final Delay Time'), share('Feedback')]],
  ['GuitarSuite'],
  ['Graphic Equalizer (10 Bands)', bands(10)],
  ['Graphic Equalizer (20 Bands)', bands(20)],
  ['Graphic Equalizer (30 Bands)', bands(30)],
  [
    'Hard Limiter',
    [
      share('Maximum Amplitude', 1),
      share('Input Boost', 0),
      share('Look-Ahead Time'),
      share('Release Time'),
      flag('Link Channels', true),
    ],
  ],
  ['Highpass', [share('Cutoff')]],
  ['Invert'],
  ['Loudness Meter', [share('Target Loudness')]],
  ['Lowpass', [share('Cutoff')]],
  ['Mastering', [share('Reverb'), share('Exciter'), share('Widener'), share('Output Gain')]],
  [
    'Multiband Compressor',
    ['Low', 'Mid', 'High', 'Top']
      .map((band) => share(`${band} Threshold`))
      .concat(share('Output Gain')),
  ],
  ['Multitap Delay', [share('Delay 1'), share('Feedback 1'), share('Level 1'), share('Mix')]],
  ['Mute', [flag('Mute', true)]],
  ['Notch Filter', [share('Frequency'), share('Gain')]],
  [
    'Parametric Equalizer',
    [
      share('Master Gain'),
      ...['L', '1', '2', '3', '4', '5', 'H'].flatMap((band) => [
        share(`Band ${band} Frequency`),
        share(`Band ${band} Gain`),
        share(`Band ${band} Q`),
      ]),
    ],
  ],
  ['Phaser', [share('Stages'), share('Intensity'), share('Depth'), share('Mod Rate')]],
  ['Pitch Shifter', [share('Transpose Ratio'), share('Cents'), share('Semi-tones')]],
  ['Scientific Filter'],
  ['Simple Notch Filter', [share('Center'), share('Q')]],
  ['Simple Parametric EQ', [share('Center'), share('Q'), share('Boost')]],
  [
    'Single-band Compressor',
    [share('Threshold'), share('Ratio'), share('Attack'), share('Release'), share('Output Gain')],
  ],
  ['Stereo Expander', [share('Center Channel Pan'), share('Stereo Expand')]],
  [
    'Studio Reverb',
    [share('Room Size'), share('Decay'), share('Early Reflections'), share('Dry'), share('Wet')],
  ],
  ['Surround Reverb', [share('Mix'), share('Room Size')]],
  ['Swap Channels'],
  ['Treble', [share('Boost')]],
  [
    'Tube-modeled Compressor',
    [share('Threshold'), share('Ratio'), share('Attack'), share('Release')],
  ],
  ['Vocal Enhancer', [percent('Mode', 0)]],
  ['Volume', [share('Level')]],
];

/**
 * Audio effects that can be applied, by English name. Their match names are not established (in 26
 * some were seen to be GUIDs): here they are their English names, which no language changes.
 */
export const audioEffects: readonly EffectDefinition[] = rows.map(([name, parameters = []]) => ({
  matchName: name,
  name,
  mediaType: 'Audio',
  parameters: [flag('Bypass'), ...parameters],
}));
