import { canDropFrames, formatTimecode, framesToTimecode } from '../../time/Timecode';
import { ticksToFrames, type FrameRate } from '../../time/FrameRate';
import type { Ticks } from '../../time/Ticks';
import { xmlElement, type XmlElement } from '../xml/XmlElement';
import { formatXmemlRate, toXmemlRate } from './xmemlRate';

/** A start timecode to be written. */
interface StartTimecode {
  /** As time since 00:00:00:00. */
  readonly ticks: Ticks;
  readonly rate: FrameRate;
  readonly dropFrame: boolean;
  /** Null writes no reel, as Premiere does. */
  readonly reel: string | null;
}

/** A `timecode` element: label and true frame count agree through drop-frame. */
export function formatTimecodeElement({ ticks, rate, dropFrame, reel }: StartTimecode): XmlElement {
  const sayable = toXmemlRate(rate);
  const frame = ticksToFrames(ticks, sayable);
  const drops = dropFrame && canDropFrames(sayable);
  const label = formatTimecode(framesToTimecode(frame, sayable, drops));
  return xmlElement('timecode', [
    formatXmemlRate(sayable),
    xmlElement('string', drops ? label.replace(/:/g, ';') : label),
    xmlElement('frame', String(frame)),
    xmlElement('displayformat', drops ? 'DF' : 'NDF'),
    reel === null ? undefined : xmlElement('reel', [xmlElement('name', reel)]),
  ]);
}
