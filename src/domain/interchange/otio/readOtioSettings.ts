import type { Cut } from '../../cut/Cut';
import type { Finding } from '../../finding/Finding';
import { parseFrameRate, type FrameRate } from '../../time/FrameRate';
import { zeroTicks } from '../../time/Ticks';
import { metadataOf, objectOf, objectsOf, textOf, ticksOf, type OtioObject } from './OtioObject';
import { notesKey, timelineNotes } from './otioNotes';
import { rateOfNumber } from './RationalTime';
import { activeReference } from './readOtioMedium';

/** What a timeline says of the sequence as a whole. */
export interface OtioSettings {
  readonly settings: Pick<
    Cut,
    'name' | 'frameRate' | 'width' | 'height' | 'dropFrame' | 'startTicks'
  >;
  readonly findings: readonly Finding[];
}

type Raster = Pick<Cut, 'width' | 'height'>;

const assumedRate: FrameRate = { numerator: 24, denominator: 1 };
const assumedRaster: Raster = { width: 1920, height: 1080 };
/** Above it a rate counts samples, not frames. */
const highestFrameRate = 240;

/** Reads rate, raster and start: our notes first, then Premiere's words, then what the clips count in. */
export function readOtioSettings(timeline: OtioObject): OtioSettings {
  const notes = timelineNotes.safeParse(metadataOf(timeline, notesKey)).data;
  const rate = notes ? parseFrameRate(notes.frameRate) : findRate(timeline);
  const raster = notes ?? readRaster(timeline);
  const { width, height } = raster ?? assumedRaster;
  const settings = {
    name: textOf(timeline['name']),
    frameRate: rate ?? assumedRate,
    width,
    height,
    dropFrame: notes ? notes.dropFrame : false,
    startTicks: ticksOf(timeline['global_start_time']) ?? zeroTicks,
  };
  return { settings, findings: describeAssumed(rate, raster) };
}

function describeAssumed(
  rate: FrameRate | undefined,
  raster: Raster | undefined,
): readonly Finding[] {
  const findings = [
    rate ? null : assumed('otio-rate-assumed', 'Nothing tells the frame rate; 24 was taken.'),
    raster
      ? null
      : assumed('otio-raster-assumed', 'Nothing tells the raster; 1920 × 1080 was taken.'),
  ];
  return findings.filter((finding) => finding !== null);
}

function findRate(timeline: OtioObject): FrameRate | undefined {
  const stack = objectOf(timeline['tracks']);
  const candidates = [
    metadataOf(stack, 'PremierePro_OTIO')?.['VideoFrameRate'],
    objectOf(timeline['global_start_time'])?.['rate'],
    ...objectsOf(stack?.['children']).flatMap((track) =>
      objectsOf(track['children']).flatMap(ratesOf),
    ),
  ];
  const rates = candidates.filter((rate) => typeof rate === 'number' && rate <= highestFrameRate);
  return rates.map((rate) => rateOfNumber(Number(rate))).find((rate) => rate !== undefined);
}

function ratesOf(item: OtioObject): readonly unknown[] {
  const ranges = [item['source_range'], activeReference(item)?.['available_range']];
  return ranges.map((range) => objectOf(objectOf(range)?.['duration'])?.['rate']);
}

function readRaster(timeline: OtioObject): Raster | undefined {
  const stack = objectOf(timeline['tracks']);
  const resolution = objectOf(metadataOf(stack, 'PremierePro_OTIO')?.['VideoResolution']);
  const [width, height] = [resolution?.['width'], resolution?.['height']];
  return typeof width === 'number' && typeof height === 'number' ? { width, height } : undefined;
}

function assumed(code: string, message: string): Finding {
  return { code, severity: 'warning', subject: 'timeline', message };
}
