import { parseFrameRate, ticksToFrames, type FrameRate } from '../../time/FrameRate';
import { ticksPerSecond, toTicks, type Ticks } from '../../time/Ticks';

/** OTIO's time: `value` units of which `rate` make a second. */
export interface RationalTime {
  readonly OTIO_SCHEMA: 'RationalTime.1';
  readonly rate: number;
  readonly value: number;
}

/** OTIO's span of time. */
interface OtioTimeRange {
  readonly OTIO_SCHEMA: 'TimeRange.1';
  readonly duration: RationalTime;
  readonly start_time: RationalTime;
}

/** The rate at which every tick is a whole value: exact within 9.8 hours, where doubles end. */
const tickRate: FrameRate = { numerator: Number(ticksPerSecond), denominator: 1 };

/** A time at the first of the rates that holds it exactly; in ticks when none does. */
export function toRationalTime(ticks: Ticks, rates: readonly FrameRate[]): RationalTime {
  const rate = rates.find((each) => valueAt(ticks, each) !== undefined) ?? tickRate;
  return {
    OTIO_SCHEMA: 'RationalTime.1',
    rate: rate.numerator / rate.denominator,
    value: valueAt(ticks, rate) ?? ticksToFrames(ticks, rate),
  };
}

/**
 * A span at the first of the rates that holds both its times exactly. Where none does (a sub-frame
 * start and a length in 29.97 frames, which are no whole samples), each time has a rate of its own.
 */
export function toOtioTimeRange(
  start: Ticks,
  duration: Ticks,
  rates: readonly FrameRate[],
): OtioTimeRange {
  const holds = (ticks: Ticks, rate: FrameRate) => valueAt(ticks, rate) !== undefined;
  const common = rates.find((rate) => holds(start, rate) && holds(duration, rate));
  const usable = common ? [common] : rates;
  return {
    OTIO_SCHEMA: 'TimeRange.1',
    duration: toRationalTime(duration, usable),
    start_time: toRationalTime(start, usable),
  };
}

/** The exact rate that a double stands for: 23.976…, 23.98 and 23.976 are all 24000/1001. */
export function rateOfNumber(rate: number): FrameRate | undefined {
  if (!Number.isFinite(rate) || rate <= 0) return undefined;
  if (Number.isInteger(rate)) return { numerator: rate, denominator: 1 };
  const ntsc = Math.round(rate * 1.001) * 1000;
  if (Math.abs(ntsc / 1001 - rate) < 5e-5) return parseFrameRate(`${ntsc}/1001`);
  return parseFrameRate(String(rate)) ?? parseFrameRate(`${Math.round(rate * 1e6)}/1000000`);
}

/** `value` units at a rate, to the nearest tick; undefined when either is no number. */
export function ticksOfValue(value: number, rate: number): Ticks | undefined {
  const exact = rateOfNumber(rate);
  if (!exact || !Number.isFinite(value)) return undefined;
  const whole = Math.floor(value);
  const unit = ticksPerSecond * BigInt(exact.denominator);
  const numerator = BigInt(exact.numerator);
  const wholeTicks = (BigInt(whole) * unit + numerator / 2n) / numerator;
  const rest = Math.round((value - whole) * (Number(unit) / exact.numerator));
  return toTicks(wholeTicks + BigInt(rest));
}

/** The whole and safe count of units that a time is at a rate; undefined when there is none. */
function valueAt(ticks: Ticks, rate: FrameRate): number | undefined {
  const scaled = ticks * BigInt(rate.numerator);
  const unit = ticksPerSecond * BigInt(rate.denominator);
  const value = Number(scaled / unit);
  return scaled % unit === 0n && Number.isSafeInteger(value) ? value : undefined;
}
