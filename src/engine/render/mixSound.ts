import { open } from 'node:fs/promises';
import { openSoundReader, type SoundReader, type SoundReaderPorts } from './SoundReader';
import type { EnvelopePoint, SoundRun, SoundShape } from './planSound';

/** The sound of a whole sequence. */
export interface SoundMix {
  readonly runs: readonly SoundRun[];
  readonly shape: SoundShape;
  /** Length in samples a channel. */
  readonly samples: number;
}

/** A second at 48 kHz: large enough to be quick, small enough to end at once when cancelled. */
const blockSamples = 48_000;

/**
 * Adds up the runs, each at its very sample, and writes the sum as interleaved 32-bit floats
 * (little-endian). The sum may exceed full scale; the encoder clips it.
 */
export async function mixSound(
  mix: SoundMix,
  file: string,
  ports: SoundReaderPorts,
): Promise<void> {
  const handle = await open(file, 'wx');
  const readers = new Map<SoundRun, SoundReader>();
  try {
    let runs = mix.runs;
    for (let start = 0; start < mix.samples; start += blockSamples) {
      ports.signal.throwIfAborted();
      const end = Math.min(start + blockSamples, mix.samples);
      const sum = new Float32Array((end - start) * mix.shape.channels);
      await addRuns(runs, { start, end, sum, channels: mix.shape.channels }, { readers, ports });
      await handle.writeFile(Buffer.from(sum.buffer));
      runs = runs.filter(({ endSample }) => endSample > end);
    }
  } finally {
    for (const reader of readers.values()) await reader.close();
    await handle.close();
  }
}

interface Block {
  readonly start: number;
  readonly end: number;
  /** Interleaved. */
  readonly sum: Float32Array;
  readonly channels: number;
}

interface Reading {
  readonly readers: Map<SoundRun, SoundReader>;
  readonly ports: SoundReaderPorts;
}

async function addRuns(
  runs: readonly SoundRun[],
  block: Block,
  { readers, ports }: Reading,
): Promise<void> {
  const readerOf = (run: SoundRun) => {
    const reader = readers.get(run) ?? openSoundReader(run, ports);
    readers.set(run, reader);
    return reader;
  };
  for (const [index, run] of runs.entries()) {
    if (run.startSample >= block.end) return;
    const reader = readerOf(run);
    // The next one starts meanwhile: starting a process takes its time.
    const next = runs[index + 1];
    if (next) readerOf(next);
    await addRun(run, reader, block);
    if (run.endSample > block.end) continue;
    readers.delete(run);
    await reader.close();
  }
}

async function addRun(run: SoundRun, reader: SoundReader, block: Block): Promise<void> {
  const first = Math.max(block.start, run.startSample);
  const end = Math.min(block.end, run.endSample);
  const sound = await reader.read(end - first);
  const shaped = run.envelope.length > 0 ? shapeSound(sound, first, run) : sound;
  for (const { from, to, gain } of run.routes) {
    let input = from;
    let output = (first - block.start) * block.channels + to;
    for (let sample = first; sample < end; sample += 1) {
      block.sum[output] = (block.sum[output] ?? 0) + gain * (shaped[input] ?? 0);
      input += run.streamChannels;
      output += block.channels;
    }
  }
}

/** The same sound under the run's envelope; `first` is the sample of the file that it begins at. */
function shapeSound(sound: Float32Array, first: number, run: SoundRun): Float32Array {
  const shaped = new Float32Array(sound.length);
  const { envelope, streamChannels } = run;
  let next = 0;
  for (let index = 0; index < sound.length; index += streamChannels) {
    const sample = first - run.startSample + index / streamChannels;
    while (next < envelope.length && (envelope[next]?.sample ?? 0) <= sample) next += 1;
    const gain = gainBetween(envelope[next - 1], envelope[next], sample);
    for (let channel = 0; channel < streamChannels; channel += 1) {
      shaped[index + channel] = gain * (sound[index + channel] ?? 0);
    }
  }
  return shaped;
}

function gainBetween(
  before: EnvelopePoint | undefined,
  after: EnvelopePoint | undefined,
  sample: number,
): number {
  if (!before || !after) return (before ?? after)?.gain ?? 1;
  const share = (sample - before.sample) / (after.sample - before.sample);
  return before.gain + (after.gain - before.gain) * share;
}
