import type { Cut } from '../../cut/Cut';
import type { Finding } from '../../finding/Finding';
import { parseFrameRate, sameFrameRate, type FrameRate } from '../../time/FrameRate';
import { canDropFrames } from '../../time/Timecode';
import { childOf, textOf, type XmlElement } from '../xml/XmlElement';
import { readTimecodeFrames } from './readFile';
import { readNote, readTime } from './xmemlNotes';
import { parseFrames, parseXmemlRate, toXmemlRate } from './xmemlRate';

/** What a sequence says of itself as a whole. */
interface XmemlSettings {
  readonly settings: Pick<
    Cut,
    'name' | 'frameRate' | 'width' | 'height' | 'dropFrame' | 'startTicks'
  >;
  /** The rate that the document counts in; `settings.frameRate` may be finer. */
  readonly countedRate: FrameRate;
  readonly findings: readonly Finding[];
}

const assumedRate: FrameRate = { numerator: 24, denominator: 1 };
const assumedRaster = { width: 1920, height: 1080 };

/** Reads the rate, raster and start timecode of a `sequence`. */
export function readXmemlSettings(sequence: XmlElement): XmemlSettings {
  const name = textOf(sequence, 'name') ?? '';
  const characteristics = readCharacteristics(sequence);
  const rate = parseXmemlRate(sequence) ?? parseXmemlRate(characteristics);
  const countedRate = rate ?? assumedRate;
  const timecode = childOf(sequence, 'timecode');
  const raster = readRaster(characteristics);
  const settings = {
    name,
    frameRate: readFinerRate(sequence, countedRate),
    ...(raster ?? assumedRaster),
    dropFrame: isDropFrame(timecode, countedRate),
    startTicks: readTime(sequence, 'startTicks', readTimecodeFrames(timecode, countedRate)),
  };
  return { settings, countedRate, findings: describeAssumed(name, { rate, raster }) };
}

function readCharacteristics(sequence: XmlElement): XmlElement | undefined {
  const format = childOf(childOf(childOf(sequence, 'media'), 'video'), 'format');
  return childOf(format, 'samplecharacteristics');
}

function readRaster(
  characteristics: XmlElement | undefined,
): Pick<Cut, 'width' | 'height'> | undefined {
  const width = parseFrames(textOf(characteristics, 'width'));
  const height = parseFrames(textOf(characteristics, 'height'));
  return width !== undefined && height !== undefined ? { width, height } : undefined;
}

/** A rate that the format cannot say, where our note of it agrees with the one written. */
function readFinerRate(sequence: XmlElement, written: FrameRate): FrameRate {
  const noted = parseFrameRate(readNote(sequence, 'frameRate') ?? '');
  return noted && sameFrameRate(toXmemlRate(noted), written) ? noted : written;
}

function isDropFrame(timecode: XmlElement | undefined, rate: FrameRate): boolean {
  const format = textOf(timecode, 'displayformat')?.trim().toUpperCase();
  const isLabelDropped = (textOf(timecode, 'string') ?? '').includes(';');
  return canDropFrames(rate) && (format === undefined ? isLabelDropped : format === 'DF');
}

function describeAssumed(
  subject: string,
  told: { readonly rate: unknown; readonly raster: unknown },
): readonly Finding[] {
  const describe = (code: string, message: string): Finding => ({
    code,
    severity: 'warning',
    subject,
    message,
  });
  const findings = [
    told.rate ? null : describe('xmeml-rate-assumed', 'Nothing tells the rate; 24 was taken.'),
    told.raster
      ? null
      : describe('xmeml-raster-assumed', 'Nothing tells the raster; 1920 × 1080 was taken.'),
  ];
  return findings.filter((finding) => finding !== null);
}
