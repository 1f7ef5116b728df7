import type { Brand } from './Brand';

/**
 * Premiere's clock: 254 016 000 000 ticks a second, so a frame at any broadcast
 * rate and a sample at 44.1, 48 or 96 kHz are whole ticks. A bigint, because
 * ten hours of ticks no longer fit a double.
 */
export type Ticks = Brand<bigint, 'ticks'>;

/** Ticks in one second (Premiere scripting guide, "Time"). */
export const ticksPerSecond = 254_016_000_000n as Ticks;

/** Zero ticks: the start of a sequence or of a media file. */
export const zeroTicks = 0n as Ticks;

/** Marks a bigint that is already counted in ticks. */
export function toTicks(value: bigint): Ticks {
  return value as Ticks;
}

/** Reads ticks from the decimal string they cross every wire as. @throws RangeError when it is none */
export function parseTicks(text: string): Ticks {
  if (!/^-?\d+$/.test(text)) throw new RangeError(`“${text}” is not a count of ticks.`);
  return BigInt(text) as Ticks;
}

/** Ticks as the decimal string they cross every wire as. */
export function formatTicks(ticks: Ticks): string {
  return ticks.toString();
}

/** Sum of two spans. */
export function addTicks(left: Ticks, right: Ticks): Ticks {
  return (left + right) as Ticks;
}

/** `left` less `right`; may be negative. */
export function subtractTicks(left: Ticks, right: Ticks): Ticks {
  return (left - right) as Ticks;
}

/** The smaller of two times. */
export function minTicks(left: Ticks, right: Ticks): Ticks {
  return left < right ? left : right;
}

/** The greater of two times. */
export function maxTicks(left: Ticks, right: Ticks): Ticks {
  return left > right ? left : right;
}

/** Seconds as a double: for display, ffmpeg arguments and host calls that take nothing else. */
export function ticksToSeconds(ticks: Ticks): number {
  const whole = ticks / ticksPerSecond;
  const rest = ticks % ticksPerSecond;
  return Number(whole) + Number(rest) / Number(ticksPerSecond);
}

/** The tick nearest to a count of seconds that came as a double (ffprobe, CSV). */
export function secondsToTicks(seconds: number): Ticks {
  const whole = Math.trunc(seconds);
  const rest = Math.round((seconds - whole) * Number(ticksPerSecond));
  return (BigInt(whole) * ticksPerSecond + BigInt(rest)) as Ticks;
}
