import { formatFrameRate, parseFrameRate } from '../time/FrameRate';
import type { RuleSelector, RuleValue } from './DeliveryRule';

/** What was measured of a file, in the shape that the engine's measurements have. Nulls and empty texts are unknown. */
export interface MeasuredMedia {
  readonly media: {
    readonly video: {
      readonly codec: string;
      readonly profile: string;
      readonly width: number;
      readonly height: number;
      /** Exact fraction. */
      readonly frameRate: string;
      readonly pixelFormat: string;
      readonly scan: string;
    } | null;
    readonly audio: {
      readonly codec: string;
      readonly sampleRate: number;
      readonly channels: number;
    } | null;
  };
  readonly majorBrand: string;
  readonly videoFrames: number | null;
  readonly constantFrameRate: boolean | null;
  readonly sampleAspectRatio: string;
  readonly colorPrimaries: string;
  readonly colorTransfer: string;
  readonly colorMatrix: string;
  readonly colorRange: string;
  readonly moovBeforeMdat: boolean | null;
  readonly integratedLufs: number | null;
  readonly truePeakDbtp: number | null;
  /** Bits a second. */
  readonly videoBitrate: number | null;
}

/** A value of a file, or why there is none. */
type SelectedValue =
  | { readonly ok: true; readonly value: RuleValue }
  | { readonly ok: false; readonly reason: string };

type Reader = (measured: MeasuredMedia) => SelectedValue;

/** Below this the loudness meter's gate (ITU-R BS.1770) lets nothing through: silence has no loudness. */
const silenceLufs = -70;

const readers: Readonly<Record<RuleSelector, Reader>> = {
  'container.brand': ({ majorBrand }) => known(majorBrand.trim(), 'The file names no brand.'),
  'video.codec': ofVideo(({ codec }) => known(codec, 'The codec is not known.')),
  'video.profile': ofVideo(({ profile }) => known(profile, 'The file does not say its profile.')),
  'video.width': ofVideo(({ width }) => value(width)),
  'video.height': ofVideo(({ height }) => value(height)),
  'video.sampleAspectRatio': ({ sampleAspectRatio }) => value(toAspect(sampleAspectRatio)),
  'video.frameRate': ofVideo(({ frameRate }) => toRate(frameRate)),
  'video.constantFrameRate': (measured) =>
    known(measured.constantFrameRate, 'The packets’ times could not be read.'),
  'video.frames': (measured) => known(measured.videoFrames, 'The frames could not be counted.'),
  'video.scan': ofVideo(({ scan }) => known(scan, 'The file does not say how it is scanned.')),
  'video.pixelFormat': ofVideo(({ pixelFormat }) =>
    known(pixelFormat, 'The pixel format is not known.'),
  ),
  'video.colorPrimaries': ({ colorPrimaries }) => value(toTag(colorPrimaries)),
  'video.colorTransfer': ({ colorTransfer }) => value(toTag(colorTransfer)),
  'video.colorMatrix': ({ colorMatrix }) => value(toTag(colorMatrix)),
  'video.colorRange': ({ colorRange }) => value(toTag(colorRange)),
  'video.bitrateKbps': ({ videoBitrate }) =>
    known(videoBitrate && Math.round(videoBitrate / 1000), 'The bit rate could not be measured.'),
  'audio.codec': ofAudio(({ codec }) => known(codec, 'The codec is not known.')),
  'audio.sampleRate': ofAudio(({ sampleRate }) => value(sampleRate)),
  'audio.channels': ofAudio(({ channels }) => value(channels)),
  'file.moovBeforeMdat': ({ moovBeforeMdat }) =>
    known(moovBeforeMdat, 'The file has no such index.'),
  'loudness.integratedLufs': ({ integratedLufs }) => toLoudness(integratedLufs),
  'loudness.truePeakDbtp': ({ truePeakDbtp }) =>
    known(Number.isFinite(truePeakDbtp) ? truePeakDbtp : null, 'There is no sound to measure.'),
};

/** Reads what a rule looks at. */
export function readSelector(selector: RuleSelector, measured: MeasuredMedia): SelectedValue {
  return readers[selector](measured);
}

function value(found: RuleValue): SelectedValue {
  return { ok: true, value: found };
}

function known(found: RuleValue | null, reason: string): SelectedValue {
  const isUnknown = found === null || found === '' || found === 'unknown';
  return isUnknown ? { ok: false, reason } : value(found);
}

function ofVideo(
  read: (video: NonNullable<MeasuredMedia['media']['video']>) => SelectedValue,
): Reader {
  return ({ media }) => (media.video ? read(media.video) : value('no picture'));
}

function ofAudio(
  read: (audio: NonNullable<MeasuredMedia['media']['audio']>) => SelectedValue,
): Reader {
  return ({ media }) => (media.audio ? read(media.audio) : value('no sound'));
}

/** A file that says nothing of its pixels has square ones. */
function toAspect(ratio: string): string {
  return ['', '0:1', 'N/A', 'unknown'].includes(ratio) ? '1:1' : ratio;
}

/** A missing tag is a fact of its own: untagged is not Rec. 709. */
function toTag(tag: string): string {
  return tag === '' || tag === 'unknown' ? 'untagged' : tag;
}

/** Fractions are compared reduced, in one shape. */
function toRate(text: string): SelectedValue {
  const rate = parseFrameRate(text);
  return rate ? value(formatFrameRate(rate)) : { ok: false, reason: 'The rate is not known.' };
}

function toLoudness(lufs: number | null): SelectedValue {
  const isSilent = lufs === null || !Number.isFinite(lufs) || lufs <= silenceLufs;
  return isSilent
    ? { ok: false, reason: 'There is no sound to measure, or too little of it.' }
    : value(lufs);
}
