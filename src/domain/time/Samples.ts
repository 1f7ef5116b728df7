import type { Brand } from './Brand';
import { ticksPerSecond, type Ticks } from './Ticks';

/** A count of audio samples (per channel); means nothing without its sample rate in hertz. */
export type Samples = Brand<number, 'samples'>;

/** Marks a whole number that already counts samples. */
export function toSamples(count: number): Samples {
  return count as Samples;
}

/** Ticks at which sample `samples` starts; exact at 44.1, 48 and 96 kHz. */
export function samplesToTicks(samples: Samples, sampleRate: number): Ticks {
  return ((BigInt(samples) * ticksPerSecond) / BigInt(sampleRate)) as Ticks;
}

/** The sample that sounds at `ticks`: rounds to the nearest. */
export function ticksToSamples(ticks: Ticks, sampleRate: number): Samples {
  const scaled = ticks * BigInt(sampleRate);
  const half = ticksPerSecond / 2n;
  return Number((scaled + (scaled < 0n ? -half : half)) / ticksPerSecond) as Samples;
}
