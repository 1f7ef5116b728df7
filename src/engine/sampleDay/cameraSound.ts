import type { SampleClip, SampleTake } from './SampleTake';
import { samplesPerFrame } from './sampleClock';
import { randomOf, type TakeSound } from './takeSound';

// Asked for millions of times: a name of this file is found sooner than one of the global object.
const { max, min, round } = Math;

/** The later, weaker copy of a sound that comes off the wall: 17 ms at 48 kHz. */
const echoSamples = 816;

/**
 * What a camera's own two microphones hear of the take: the players from afar, off the wall and
 * in noise, as interleaved signed 16 bit little-endian. A MOS take has the camera's hum alone.
 */
export function formatCameraSound(take: SampleTake, clip: SampleClip, sound: TakeSound): Buffer {
  const count = clip.frames * samplesPerFrame;
  const offset = clip.startFrame * samplesPerFrame - sound.startSample;
  const bytes = Buffer.alloc(count * 4);
  const random = randomOf(clip.path);
  const [first, second] = sound.voices;
  const level = take.mos ? 0 : 1;
  const heard = (index: number): number =>
    (first[index] ?? 0) + (second[index] ?? 0) + (sound.slate[index] ?? 0);
  for (let index = 0; index < count; index += 1) {
    const direct = heard(offset + index);
    const echo = heard(offset + index - echoSamples);
    const set = level * (0.45 * direct + 0.15 * echo);
    bytes.writeInt16LE(toInteger(set + 0.02 * (random() - 0.5)), index * 4);
    bytes.writeInt16LE(toInteger(0.9 * set + 0.02 * (random() - 0.5)), index * 4 + 2);
  }
  return bytes;
}

function toInteger(value: number): number {
  return round(max(-1, min(1, value)) * 32767);
}
