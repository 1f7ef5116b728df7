import {
  framesToTicks,
  nominalRate,
  parseFrameRate,
  ticksToFrames,
  ticksToNearestFrame,
  toFrames,
  type FrameRate,
} from '../../time/FrameRate';
import { toTicks, type Ticks } from '../../time/Ticks';
import { childOf, textOf, xmlElement, type XmlElement } from '../xml/XmlElement';

/**
 * The rate that FCP7 XML can say: a whole timebase, or one slowed by exactly 1000/1001. Others
 * come out at their nearest whole timebase.
 */
export function toXmemlRate(rate: FrameRate): FrameRate {
  const nominal = nominalRate(rate);
  const ntsc = parseFrameRate(`${nominal * 1000}/1001`) ?? rate;
  const isNtsc = rate.numerator * ntsc.denominator === ntsc.numerator * rate.denominator;
  return isNtsc ? ntsc : { numerator: Math.max(nominal, 1), denominator: 1 };
}

/** A `rate` element. */
export function formatXmemlRate(rate: FrameRate): XmlElement {
  const sayable = toXmemlRate(rate);
  return xmlElement('rate', [
    xmlElement('timebase', String(nominalRate(sayable))),
    xmlElement('ntsc', sayable.denominator === 1 ? 'FALSE' : 'TRUE'),
  ]);
}

/** The rate of an element's own `rate` child; undefined where it has none and inherits. */
export function parseXmemlRate(parent: XmlElement | undefined): FrameRate | undefined {
  const rate = childOf(parent, 'rate');
  const timebase = Number(textOf(rate, 'timebase'));
  if (!Number.isInteger(timebase) || timebase <= 0) return undefined;
  const isNtsc = (textOf(rate, 'ntsc') ?? '').trim().toUpperCase() === 'TRUE';
  return isNtsc
    ? parseFrameRate(`${timebase * 1000}/1001`)
    : { numerator: timebase, denominator: 1 };
}

/** A time in whole frames of a rate: the frame that begins at or before it. */
export function formatFrames(ticks: Ticks, rate: FrameRate): string {
  return String(ticksToFrames(ticks, rate));
}

/** A time in the frames nearest to it. */
export function formatNearestFrames(ticks: Ticks, rate: FrameRate): string {
  return String(ticksToNearestFrame(ticks, rate));
}

/** A count of frames, which some programs write as `1055.0`; undefined when missing or no number. */
export function parseFrames(text: string | undefined): number | undefined {
  const count = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(count) ? Math.round(count) : undefined;
}

/** A count of frames in ticks. */
export function framesAt(count: number, rate: FrameRate): Ticks {
  return framesToTicks(toFrames(count), rate);
}

/** A count of ticks as Premiere writes it; undefined when missing or no number. */
export function parseTicksText(text: string | undefined): Ticks | undefined {
  return text !== undefined && /^-?\d+$/.test(text.trim()) ? toTicks(BigInt(text)) : undefined;
}
