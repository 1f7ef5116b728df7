import type { TransitionDefinition } from './EffectDefinition';

const video: readonly (readonly [name: string, matchName: string])[] = [
  ['Additive Dissolve', 'ADBE Additive Dissolve'],
  ['Barn Doors', 'AE.ADBE Barn Doors'],
  ['Center Split', 'AE.ADBE Center Split'],
  ['Clock Wipe', 'AE.ADBE Clock Wipe'],
  ['Cross Dissolve', 'AE.ADBE Cross Dissolve New'],
  ['Cross Zoom', 'ADBE Cross Zoom'],
  ['Cube Spin', 'ADBE Cube Spin'],
  ['Dip to Black', 'AE.ADBE Dip To Black'],
  ['Dip to White', 'AE.ADBE Dip To White'],
  ['Film Dissolve', 'ADBE Film Dissolve'],
  ['Flip Over', 'ADBE Flip Over'],
  ['Gradient Wipe', 'ADBE Gradient Wipe'],
  ['Inset', 'AE.ADBE Inset'],
  ['Iris Cross', 'ADBE Iris Cross'],
  ['Iris Diamond', 'ADBE Iris Diamond'],
  ['Iris Round', 'ADBE Iris Round'],
  ['Iris Square', 'ADBE Iris Square'],
  ['Morph Cut', 'AE.ADBE MorphCut'],
  ['Non-Additive Dissolve', 'AE.ADBE Non-Additive Dissolve'],
  ['Page Peel', 'AE.ADBE Page Peel'],
  ['Page Turn', 'ADBE Page Turn'],
  ['Push', 'ADBE Push'],
  ['Radial Wipe', 'AE.ADBE Radial Wipe'],
  ['Slide', 'ADBE Slide'],
  ['Split', 'AE.ADBE Split'],
  ['VR Chroma Leaks', 'AE.Mettle SkyBox Chroma Leaks'],
  ['VR Iris Wipe', 'AE.Mettle SkyBox Iris Wipe'],
  ['VR Light Leaks', 'AE.Mettle SkyBox Light Leaks'],
  ['VR Random Blocks', 'AE.Mettle SkyBox Random Blocks'],
  ['Whip', 'AE.ADBE Whip'],
  ['Wipe', 'ADBE Wipe'],
];

/** Match names of audio transitions are their English names, as Premiere's XML export has them. */
const audio = ['Constant Gain', 'Constant Power', 'Exponential Fade'];

/** Transitions that can be put on cuts, by English name. */
export const transitionTable: readonly TransitionDefinition[] = [
  ...video.map(([name, matchName]) => ({ name, matchName, mediaType: 'Video' as const })),
  ...audio.map((name) => ({ name, matchName: name, mediaType: 'Audio' as const })),
];
