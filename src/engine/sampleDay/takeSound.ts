import type { SampleTake } from './SampleTake';
import { audioRate, samplesPerFrame } from './sampleClock';

/** The sound on the set during a take, from before the recorder rolls until all have cut. */
export interface TakeSound {
  /** Samples from midnight of the first value. */
  readonly startSample: number;
  /** What each of the two players does; full scale is 1. */
  readonly voices: readonly [Float32Array, Float32Array];
  /** The tone of the slate. */
  readonly slate: Float32Array;
}

// Asked for millions of times: a name of this file is found sooner than one of the global object.
const { imul, min, sin, PI } = Math;

/** Semitones of a pentatonic scale. */
const scale = [0, 3, 5, 7, 10, 12, 15] as const;
const slateHertz = 1000;

/**
 * A duet that no other take has: two voices in turn, notes of changing pitch and length with a
 * breath at their start, so that both an ear and a correlation can tell takes and offsets apart.
 */
export function makeTakeSound(take: SampleTake): TakeSound {
  const { start, end } = extentOf(take);
  const length = end - start;
  const voices = [new Float32Array(length), new Float32Array(length)] as const;
  const random = randomOf(`${take.setup}-${take.take}`);
  const base = 110 * 2 ** (Math.floor(random() * 12) / 12);
  let position = Math.floor(random() * 2000);
  let speaker = 0;
  let notesLeft = 3;
  while (position < length) {
    const duration = Math.floor((0.09 + random() * 0.2) * audioRate);
    const semitone = scale[Math.floor(random() * scale.length)] ?? 0;
    const hertz = base * (speaker === 0 ? 1 : 1.5) * 2 ** (semitone / 12);
    addNote(voices[speaker === 0 ? 0 : 1], { position, duration, hertz, random });
    position += duration + Math.floor((0.01 + random() * 0.11) * audioRate);
    notesLeft -= 1;
    if (notesLeft === 0) {
      speaker = 1 - speaker;
      notesLeft = 2 + Math.floor(random() * 4);
    }
  }
  return { startSample: start, voices, slate: makeSlate(take, start, length) };
}

/** Numbers from 0 to below 1, the same for the same name on every machine. */
export function randomOf(name: string): () => number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) {
    state = imul(state ^ byte, 0x01000193) >>> 0;
  }
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

function extentOf({ clips, recording }: SampleTake): { start: number; end: number } {
  const ranges = clips.map(({ startFrame, frames }) => ({
    start: startFrame * samplesPerFrame,
    end: (startFrame + frames) * samplesPerFrame,
  }));
  if (recording) {
    const { startSample, samples } = recording;
    ranges.push({ start: startSample, end: startSample + samples });
  }
  return {
    start: Math.min(...ranges.map((range) => range.start)),
    end: Math.max(...ranges.map((range) => range.end)),
  };
}

function addNote(
  voice: Float32Array,
  note: { position: number; duration: number; hertz: number; random: () => number },
): void {
  const { position, duration, hertz, random } = note;
  const step = (2 * PI * hertz) / audioRate;
  const attack = 0.012 * audioRate;
  const breath = 0.03 * audioRate;
  for (let index = 0; index < duration && position + index < voice.length; index += 1) {
    const phase = step * index;
    const tone = sin(phase) + 0.5 * sin(2 * phase) + 0.3 * sin(3 * phase);
    const envelope = min(1, index / attack) * (1 - index / duration);
    const hiss = index < breath ? (random() - 0.5) * (1 - index / breath) : 0;
    voice[position + index] = 0.16 * envelope * tone + 0.2 * hiss;
  }
}

/** A kilohertz for exactly the slate's frame; nothing on a take without sound. */
function makeSlate(take: SampleTake, start: number, length: number): Float32Array {
  const slate = new Float32Array(length);
  if (take.slateFrame === null || take.mos) return slate;
  const first = take.slateFrame * samplesPerFrame - start;
  for (let index = 0; index < samplesPerFrame; index += 1) {
    slate[first + index] = 0.5 * sin((2 * PI * slateHertz * index) / audioRate);
  }
  return slate;
}
