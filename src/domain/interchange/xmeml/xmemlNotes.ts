import { ticksPerFrame, type FrameRate } from '../../time/FrameRate';
import { formatTicks, type Ticks } from '../../time/Ticks';
import type { XmlElement } from '../xml/XmlElement';
import { framesAt, parseTicksText } from './xmemlRate';

/**
 * Attributes of ours for what the format counts too coarsely. They stand beside Premiere's own
 * (`MZ.…`, `TL.…`), which other programs pass over, and only where they are needed; on reading they
 * are believed only as long as they agree with the value that they refine.
 */
export type XmemlNotes = Readonly<Record<string, string>>;

const prefix = 'slateflow.';

/** A note of a time that lies between two frames; no note for one that lies on a frame. */
export function noteTime(name: string, ticks: Ticks, rate: FrameRate): XmemlNotes {
  return ticks % ticksPerFrame(rate) === 0n ? {} : { [`${prefix}${name}`]: formatTicks(ticks) };
}

/** A note of a text. */
export function noteText(name: string, text: string): XmemlNotes {
  return { [`${prefix}${name}`]: text };
}

/** A noted text; undefined without a note. */
export function readNote(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes[`${prefix}${name}`];
}

/** A time in frames, made exact by its note where that lies within a frame of it. */
export function readTime(
  element: XmlElement | undefined,
  name: string,
  written: { readonly frames: number; readonly rate: FrameRate },
): Ticks {
  const ticks = framesAt(written.frames, written.rate);
  const noted = parseTicksText(readNote(element, name));
  return noted !== undefined && isWithinFrame(noted, ticks, written.rate) ? noted : ticks;
}

/** Whether two times lie less than a frame apart. */
export function isWithinFrame(left: Ticks, right: Ticks, rate: FrameRate): boolean {
  const distance = left > right ? left - right : right - left;
  return distance < ticksPerFrame(rate);
}
