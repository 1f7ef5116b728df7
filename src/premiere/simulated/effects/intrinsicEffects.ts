import {
  fixed,
  flag,
  menu,
  number,
  percent,
  point,
  angle,
  type EffectDefinition,
  type ParameterDefinition,
} from './EffectDefinition';

/** 0 dB on the level's curve: `10^((dB - 15) / 20)`, so +15 dB is 1 (premiere-hosts C7). */
export const unityLevel = 10 ** (-15 / 20);

/** An effect every track item of a kind has; `key` begins the keys of its parameters. */
export interface IntrinsicEffect extends EffectDefinition {
  readonly key: 'opacity' | 'motion' | 'volume' | 'channelVolume' | 'panner';
}

const level = (name: string): ParameterDefinition => number(name, unityLevel, [0, 1]);
const bypass = flag('Bypass');

const opacity: IntrinsicEffect = {
  key: 'opacity',
  matchName: 'AE.ADBE Opacity',
  name: 'Opacity',
  mediaType: 'Video',
  // The first blend mode is the one that shows: 18 normal, 17 multiply, 22 screen.
  parameters: [
    percent('Opacity', 100),
    fixed(menu('Blend Mode', 28, 18)),
    fixed(menu('Blend Mode', 28)),
  ],
};

const motion: IntrinsicEffect = {
  key: 'motion',
  matchName: 'AE.ADBE Motion',
  name: 'Motion',
  mediaType: 'Video',
  parameters: [
    point('Position'),
    number('Scale', 100, [0, 10_000]),
    number('Scale Width', 100, [0, 10_000]),
    fixed(flag(' ', true)),
    angle('Rotation'),
    point('Anchor Point'),
    number('Anti-flicker Filter', 0, [0, 1]),
  ],
};

/** Motion of 26 crops as well. */
const croppingMotion: IntrinsicEffect = {
  ...motion,
  parameters: [
    ...motion.parameters,
    percent('Crop Left', 0),
    percent('Crop Top', 0),
    percent('Crop Right', 0),
    percent('Crop Bottom', 0),
  ],
};

/** Speakers by count of channels, as Channel Volume lists them. */
const speakers: Readonly<Record<number, readonly string[]>> = {
  2: ['Left', 'Right'],
  6: ['Left', 'Right', 'Center', 'LFE', 'Left Surround', 'Right Surround'],
};

/** Effects every picture has, in Premiere's order. */
export function pictureEffects(cropsInMotion: boolean): readonly IntrinsicEffect[] {
  return [opacity, cropsInMotion ? croppingMotion : motion];
}

/** Effects every sound has, in Premiere's order; one channel has no Channel Volume. */
export function soundEffects(channels: number): readonly IntrinsicEffect[] {
  return soundEffectsByChannels.get(channels) ?? makeSoundEffects(channels);
}

function makeSoundEffects(channels: number): readonly IntrinsicEffect[] {
  const layout = channels === 1 ? 'Mono' : channels === 6 ? '5.1' : 'Stereo';
  const volume: IntrinsicEffect = {
    key: 'volume',
    matchName: `Internal Volume ${layout}`,
    name: 'Volume',
    mediaType: 'Audio',
    parameters: [bypass, level('Level')],
  };
  const channelVolume: IntrinsicEffect = {
    key: 'channelVolume',
    matchName: `Internal Channel Volume ${layout}`,
    name: 'Channel Volume',
    mediaType: 'Audio',
    parameters: [bypass, ...(speakers[channels] ?? speakers[2] ?? []).map(level)],
  };
  const panner: IntrinsicEffect = {
    key: 'panner',
    matchName: 'Internal Panner',
    name: 'Panner',
    mediaType: 'Audio',
    parameters: [number(channels === 1 ? 'Pan' : 'Balance', 0, [-1, 1])],
  };
  return channels === 1 ? [volume, panner] : [volume, channelVolume, panner];
}

const soundEffectsByChannels = new Map([1, 2, 6].map((count) => [count, makeSoundEffects(count)]));
