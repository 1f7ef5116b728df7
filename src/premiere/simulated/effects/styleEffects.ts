import {
  angle,
  blob,
  colour,
  fixed,
  flag,
  group,
  menu,
  number,
  percent,
  point,
  type EffectRow,
} from './EffectDefinition';

const blend = percent('Blend With Original', 0);

const level = (name: string, initial: number) => number(name, initial, [0, 255]);

/** Video effects that blur, draw over or take apart the picture. */
export const styleEffects: readonly EffectRow[] = [
  [
    '4-Color Gradient',
    'AE.ADBE 4ColorGradient',
    [
      group('Positions & Colors'),
      point('Point 1', 0.1, 0.1),
      colour('Color 1', [255, 255, 0]),
      point('Point 2', 0.9, 0.1),
      colour('Color 2', [0, 255, 0]),
      point('Point 3', 0.1, 0.9),
      colour('Color 3', [255, 0, 255]),
      point('Point 4', 0.9, 0.9),
      colour('Color 4', [0, 0, 255]),
      group(),
      number('Blend', 100, [0, 30_000]),
      percent('Jitter', 0),
      percent('Opacity', 100),
      menu('Blending Mode', 19),
    ],
  ],
  [
    'Alpha Glow',
    'AE.ADBE Alpha Glow',
    [
      number('Glow', 25, [0, 100]),
      level('Brightness', 255),
      colour('Start Color', 255),
      colour('End Color', 255),
      flag('Use End Color'),
      flag('Fade Out', true),
    ],
  ],
  [
    'Block Dissolve',
    'AE.ADBE Block Dissolve',
    [
      percent('Transition Completion', 0),
      number('Block Width', 1, [1, 127]),
      number('Block Height', 1, [1, 127]),
      number('Feather', 0, [0, 200]),
      flag('Soft Edges', true),
    ],
  ],
  [
    'Brush Strokes',
    'AE.ADBE Brush Strokes',
    [
      angle('Stroke Angle', 135),
      number('Brush Size', 2, [0, 5]),
      number('Stroke Length', 5, [0, 40]),
      number('Stroke Density', 1, [0, 2]),
      number('Stroke Randomness', 1, [0, 2]),
      menu('Paint Surface', 4),
      blend,
    ],
  ],
  ['Camera Blur', 'AE.ADBE Camera Blur', [percent('Percent Blur', 50)]],
  [
    'Color Emboss',
    'AE.ADBE Color Emboss',
    [angle('Direction', 45), number('Relief', 1, [0, 10]), percent('Contrast', 100), blend],
  ],
  [
    'Directional Blur',
    'AE.ADBE Motion Blur',
    [angle('Direction'), number('Blur Length', 0, [0, 1000])],
  ],
  ['Find Edges', 'AE.ADBE Find Edges', [flag('Invert'), blend]],
  [
    'Gaussian Blur',
    'AE.ADBE Gaussian Blur 2',
    [number('Blurriness', 0, [0, 3000]), menu('Blur Dimensions', 3), fixed(flag(' '))],
  ],
  [
    'Gradient Wipe',
    'AE.ADBE Gradient Wipe',
    [
      percent('Transition Completion', 0),
      percent('Transition Softness', 0),
      menu('Gradient Layer', 100),
      menu('Gradient Placement', 3),
      flag('Invert Gradient'),
    ],
  ],
  [
    'Lens Flare',
    'AE.ADBE Lens Flare',
    [
      point('Flare Center', 0.4, 0.4),
      number('Flare Brightness', 100, [0, 300]),
      menu('Lens Type', 3),
      blend,
    ],
  ],
  [
    'Lightning',
    'AE.ADBE Lightning',
    [
      point('Start Point', 0.25, 0.5),
      point('End Point', 0.75, 0.5),
      number('Segments', 7, [1, 40]),
      number('Amplitude', 10, [0, 150]),
      percent('Detail Level', 2),
    ],
  ],
  [
    'Linear Wipe',
    'AE.ADBE Linear Wipe',
    [
      percent('Transition Completion', 0),
      angle('Wipe Angle', 90),
      number('Feather', 0, [0, 32_000]),
    ],
  ],
  [
    'Metadata & Timecode Burn-in',
    'AE.ADBE PPro Metadata',
    [
      point('Position'),
      menu('Justification', 3),
      percent('Size', 14),
      percent('Opacity', 100),
      menu('Source', 3),
    ],
  ],
  [
    'Mosaic',
    'AE.ADBE Mosaic',
    [
      number('Horizontal Blocks', 10, [1, 4000]),
      number('Vertical Blocks', 10, [1, 4000]),
      flag('Sharp Colors'),
    ],
  ],
  [
    'Noise',
    'AE.ADBE Noise2',
    [percent('Amount of Noise', 0), flag('Noise Type', true), flag('Clipping', true)],
  ],
  ['Posterize', 'AE.ADBE Posterize', [number('Level', 7, [2, 255])]],
  [
    'Ramp',
    'AE.ADBE Ramp',
    [
      point('Start of Ramp', 0.5, 0),
      colour('Start Color'),
      point('End of Ramp', 0.5, 1),
      colour('End Color', 255),
      menu('Ramp Shape', 2),
      number('Ramp Scatter', 0, [0, 512]),
      blend,
    ],
  ],
  ['Reduce Interlace Flicker', 'AE.ADBE Reduce Interlace Flicker', [number('Softness', 0, [0, 3])]],
  [
    'Roughen Edges',
    'AE.ADBE Roughen Edges',
    [
      menu('Edge Type', 8),
      colour('Edge Color', [125, 75, 25]),
      number('Border', 8, [0, 500]),
      number('Edge Sharpness', 1, [0, 10]),
      number('Fractal Influence', 1, [0, 1]),
      number('Scale', 100, [10, 1000]),
    ],
  ],
  ['Sharpen', 'AE.ADBE Sharpen', [number('Sharpen Amount', 0, [0, 4000])]],
  [
    'Simple Text',
    'AE.ADBE PPro SimpleText',
    [
      blob('Edit Text'),
      point('Position'),
      menu('Justification', 3),
      percent('Size', 14),
      percent('Opacity', 100),
    ],
  ],
  [
    'Unsharp Mask',
    'AE.ADBE Unsharp Mask',
    [
      number('Amount', 50, [1, 500]),
      number('Radius', 1, [0.1, 250]),
      number('Threshold', 0, [0, 255]),
    ],
  ],
  [
    'VR Blur',
    'AE.Mettle SkyBox Blur',
    [menu('Frame Layout', 3), number('Blurriness', 10, [0, 1000])],
  ],
  ['VR Digital Glitch', 'AE.Mettle SkyBox Digital Glitch', [menu('Frame Layout', 3)]],
  [
    'Venetian Blinds',
    'AE.ADBE Venetian Blinds',
    [
      percent('Transition Completion', 0),
      angle('Direction'),
      number('Width', 20, [1, 32_000]),
      number('Feather', 0, [0, 32_000]),
    ],
  ],
];
