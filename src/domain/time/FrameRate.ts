import type { Brand } from './Brand';
import { ticksPerSecond, type Ticks } from './Ticks';

/** A count of frames; means nothing without its rate. */
export type Frames = Brand<number, 'frames'>;

/** Frames a second as an exact fraction: 24000/1001. “29.97” is only a label. */
export interface FrameRate {
  readonly numerator: number;
  readonly denominator: number;
}

/** The nominal rates a label can mean, by what people write. */
const labelledRates: Readonly<Record<string, FrameRate>> = {
  '23.976': { numerator: 24000, denominator: 1001 },
  '23.98': { numerator: 24000, denominator: 1001 },
  '29.97': { numerator: 30000, denominator: 1001 },
  '47.952': { numerator: 48000, denominator: 1001 },
  '47.95': { numerator: 48000, denominator: 1001 },
  '59.94': { numerator: 60000, denominator: 1001 },
};

/** Marks a whole number that already counts frames. */
export function toFrames(count: number): Frames {
  return count as Frames;
}

/** Reads `24000/1001`, `25` or a label such as `23.976`; undefined when it is no positive rate. */
export function parseFrameRate(text: string): FrameRate | undefined {
  const labelled = labelledRates[text.trim()];
  if (labelled) return labelled;
  const match = /^(\d+)(?:\/(\d+))?(?:\.0+)?$/.exec(text.trim());
  if (!match) return undefined;
  const numerator = Number(match[1]);
  const denominator = Number(match[2] ?? '1');
  return numerator > 0 && denominator > 0 ? reduce(numerator, denominator) : undefined;
}

/** `24000/1001`, and `25/1` for whole rates: the shape used in files and on the wire. */
export function formatFrameRate(rate: FrameRate): string {
  return `${rate.numerator}/${rate.denominator}`;
}

/** Whether two rates are the same fraction. */
export function sameFrameRate(left: FrameRate, right: FrameRate): boolean {
  return left.numerator * right.denominator === right.numerator * left.denominator;
}

/** Ticks in one frame; whole for every broadcast rate. */
export function ticksPerFrame(rate: FrameRate): Ticks {
  return ((ticksPerSecond * BigInt(rate.denominator)) / BigInt(rate.numerator)) as Ticks;
}

/** The rate whose frame lasts this many ticks, reduced; 1001-denominated where it is an NTSC rate. */
export function frameRateOfTicks(ticks: Ticks): FrameRate {
  const gcd = greatestCommonDivisor(ticksPerSecond, ticks);
  return { numerator: Number(ticksPerSecond / gcd), denominator: Number(ticks / gcd) };
}

/** The whole number of frames counted in one timecode second: 24 for 24000/1001. */
export function nominalRate(rate: FrameRate): number {
  return Math.round(rate.numerator / rate.denominator);
}

/** Ticks at which frame `frames` starts. */
export function framesToTicks(frames: Frames, rate: FrameRate): Ticks {
  return (BigInt(frames) * ticksPerFrame(rate)) as Ticks;
}

/** The frame that shows at `ticks`: rounds down, as Premiere does. */
export function ticksToFrames(ticks: Ticks, rate: FrameRate): Frames {
  const perFrame = ticksPerFrame(rate);
  const quotient = ticks / perFrame;
  const below = ticks < 0n && ticks % perFrame !== 0n ? quotient - 1n : quotient;
  return Number(below) as Frames;
}

/** The frame whose start is nearest to `ticks`; halves go up. */
export function ticksToNearestFrame(ticks: Ticks, rate: FrameRate): Frames {
  return ticksToFrames((ticks + ticksPerFrame(rate) / 2n) as Ticks, rate);
}

function reduce(numerator: number, denominator: number): FrameRate {
  const gcd = Number(greatestCommonDivisor(BigInt(numerator), BigInt(denominator)));
  return { numerator: numerator / gcd, denominator: denominator / gcd };
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : greatestCommonDivisor(right, left % right);
}
