import {
  angle,
  blob,
  colour,
  flag,
  group,
  menu,
  number,
  percent,
  point,
  type EffectRow,
  type ParameterDefinition,
} from './EffectDefinition';

const blend = percent('Blend With Original', 0);

const level = (name: string, initial: number) => number(name, initial, [0, 255]);

/** The five levels of a channel of the Levels effect. */
const levels = (channel: string): ParameterDefinition[] => [
  level(`(${channel}) Black Input Level`, 0),
  level(`(${channel}) White Input Level`, 255),
  level(`(${channel}) Black Output Level`, 0),
  level(`(${channel}) White Output Level`, 255),
  number(`(${channel}) Gamma`, 100, [10, 1000]),
];

const ultraKey: readonly ParameterDefinition[] = [
  menu('Output', 3),
  menu('Setting', 4),
  colour('Key Color'),
  group('Matte Generation'),
  percent('Transparency', 45),
  percent('Highlight', 10),
  percent('Shadow', 50),
  percent('Tolerance', 50),
  percent('Pedestal', 10),
  group(),
  group('Matte Cleanup'),
  percent('Choke', 0),
  percent('Soften', 0),
  percent('Contrast', 0),
  percent('Mid Point', 50),
  group(),
  group('Spill Suppression'),
  percent('Desaturate', 25),
  percent('Range', 50),
  percent('Spill', 50),
  percent('Luma', 50),
  group(),
  group('Color Correction'),
  number('Saturation', 100, [0, 200]),
  number('Hue', 0, [-180, 180]),
  number('Luminance', 100, [0, 200]),
  group(),
];

/** Video effects that change colours, or key by them. */
export const colourEffects: readonly EffectRow[] = [
  [
    'ASC CDL',
    'AE.ADBE AEASCCDL',
    ['Red', 'Green', 'Blue']
      .flatMap((channel) => [
        number(`${channel} Slope`, 1, [0, 10]),
        number(`${channel} Offset`, 0, [-10, 10]),
        number(`${channel} Power`, 1, [0, 10]),
      ])
      .concat(number('Saturation', 1, [0, 10])),
  ],
  [
    'Alpha Adjust',
    'AE.ADBE Alpha Adjust',
    [percent('Opacity', 100), flag('Ignore Alpha'), flag('Invert Alpha'), flag('Mask Only')],
  ],
  ['Black & White', 'AE.ADBE Black & White', []],
  [
    'Brightness & Contrast',
    'AE.ADBE Brightness & Contrast 2',
    [number('Brightness', 0, [-100, 100]), number('Contrast', 0, [-100, 100])],
  ],
  [
    'Channel Mixer',
    'AE.ADBE Channel Mixer',
    ['Red', 'Green', 'Blue']
      .flatMap((to) =>
        ['Red', 'Green', 'Blue', 'Const'].map((from) =>
          number(`${to}-${from}`, to === from ? 100 : 0, [-200, 200]),
        ),
      )
      .concat(flag('Monochrome')),
  ],
  [
    'Cineon Converter',
    'AE.ADBE Cineon Converter',
    [
      menu('Conversion Type', 3),
      number('10 Bit Black Point', 95, [0, 1023]),
      number('Internal Black Point', 0, [0, 255]),
      number('10 Bit White Point', 685, [0, 1023]),
      number('Internal White Point', 255, [0, 255]),
      number('Gamma', 1.7, [0.1, 10]),
      number('Highlight Rolloff', 20, [0, 100]),
    ],
  ],
  [
    'Color Balance (HLS)',
    'AE.ADBE Color Balance (HLS)',
    [angle('Hue'), number('Lightness', 0, [-100, 100]), number('Saturation', 0, [-100, 100])],
  ],
  [
    'Color Key',
    'AE.ADBE Color Key',
    [
      colour('Key Color', [0, 0, 255]),
      number('Color Tolerance', 0, [0, 255]),
      number('Edge Thin', 0, [-5, 5]),
      number('Edge Feather', 0, [0, 200]),
    ],
  ],
  [
    'Color Pass',
    'PR.ADBE Color Pass',
    [percent('Similarity', 22), flag('Reverse'), colour('Color', 128)],
  ],
  [
    'Color Replace',
    'PR.ADBE Color Replace',
    [
      percent('Similarity', 22),
      flag('Solid Colors'),
      colour('Target Color', 128),
      colour('Replace Color', 128),
    ],
  ],
  [
    'Extract',
    'PR.ADBE Extract',
    [
      level('Black Input Level', 83),
      level('White Input Level', 147),
      percent('Softness', 0),
      flag('Invert'),
    ],
  ],
  [
    'Fast Color Corrector',
    'AE.ADBE Fast Color Corrector',
    [
      menu('Output', 3),
      flag(' '),
      menu('Layout', 2),
      percent('Split View Percent', 50),
      colour('White Balance', 255),
      group('Hue Balance and Angle'),
      angle('Hue Angle'),
      percent('Balance Magnitude', 0),
      number('Balance Gain', 20, [1, 100]),
      angle('Balance Angle'),
      group(),
      number('Saturation', 100, [0, 200]),
      group(' '),
      blob(),
      blob(),
      blob(),
      group(),
      group(' '),
      colour('Black Level'),
      colour('Gray Level', 128),
      colour('White Level', 255),
      number('Input Black Level', 0, [0, 253]),
      number('Input Gray Level', 1, [0.1, 9.97]),
      number('Input White Level', 255, [2, 255]),
      number('Output Black Level', 0, [0, 253]),
      number('Output White Level', 255, [2, 255]),
      group(),
    ],
  ],
  ['Gamma Correction', 'PR.ADBE Gamma Correction', [number('Gamma', 10, [1, 28])]],
  ['Invert', 'AE.ADBE Invert', [menu('Channel', 15), blend]],
  ['Levels', 'PR.ADBE Levels', ['RGB', 'R', 'G', 'B'].flatMap(levels)],
  [
    'Lighting Effects',
    'AE.ADBE LightingEffect',
    [
      group('Light 1'),
      menu('Light Type', 4, 2),
      colour('Light Color', 255),
      point('Center', 0.5, 0.5),
      number('Major Radius', 20, [0, 100]),
      number('Minor Radius', 20, [0, 100]),
      angle('Angle', 225),
      number('Intensity', 20, [-100, 100]),
      percent('Focus', 50),
      group(),
      colour('Ambient Light Color', 255),
      number('Ambience Intensity', 10, [-100, 100]),
    ],
  ],
  ['Luma Key', 'AE.ADBE Legacy Key Luma', [percent('Threshold', 100), percent('Cutoff', 0)]],
  [
    'ProcAmp',
    'AE.ADBE ProcAmp',
    [
      number('Brightness', 0, [-100, 100]),
      number('Contrast', 100, [0, 200]),
      angle('Hue'),
      number('Saturation', 100, [0, 200]),
      flag('Split Screen'),
      percent('Split Percent', 50),
    ],
  ],
  [
    'SDR Conform',
    'AE.ADBE AESDRConform',
    [
      number('Brightness', 0, [-100, 100]),
      number('Contrast', 0, [-100, 100]),
      number('Soft Knee', 80, [0, 100]),
    ],
  ],
  [
    'Tint',
    'AE.ADBE Tint',
    [colour('Map Black To'), colour('Map White To', 255), percent('Amount to Tint', 100)],
  ],
  [
    'Track Matte Key',
    'AE.ADBE Legacy Key Track Matte',
    [menu('Matte', 100), menu('Composite Using', 2), flag('Reverse')],
  ],
  ['Ultra Key', 'AE.ADBE Ultra Key', ultraKey],
  [
    'Video Limiter',
    'AE.ADBE DigitalVideoLimiter',
    [menu('Clip Level', 4, 1), menu('Compression Before Clipping', 6), flag('Gamut Warning')],
  ],
];
