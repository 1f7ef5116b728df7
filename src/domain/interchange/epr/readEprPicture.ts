import type { PresetPicture } from '../../spec/ExportPreset';
import { formatFrameRate, frameRateOfTicks } from '../../time/FrameRate';
import { parseTicks } from '../../time/Ticks';
import {
  dnxCodec,
  dnxhrFlavours,
  fieldTypes,
  fromFourCharacterCode,
  h264Profiles,
  matchBits,
  proresCodecs,
  type EprExporter,
} from './eprCodes';
import { EprProblem, keyOf, readCount, valueOf } from './eprValues';
import type { EprContents } from './readEprParameters';

type Codec = Pick<PresetPicture, 'videoCodec' | 'profile'>;

/**
 * What a preset asks of the picture; null when it exports none. What it asks and is not carried
 * goes into `notes`.
 */
export function readEprPicture(
  contents: EprContents,
  exporter: EprExporter,
  notes: string[],
): PresetPicture | null {
  if (exporter.codec === 'none' || contents.head.get('DoVideo') === 'false') return null;
  noteShape(contents, notes);
  const codec = readCodec(contents, exporter, notes);
  return {
    ...codec,
    size: isFollowing(contents, 'size') ? null : readSize(contents),
    frameRate: isFollowing(contents, 'rate') ? null : readFrameRate(contents, codec.videoCodec),
    fields: isFollowing(contents, 'fields') ? null : readFields(contents),
    videoBitrateKbps: readBitrate(contents, codec.videoCodec),
  };
}

/** The parameter that is greyed out while it follows the source. */
const followers = {
  size: 'ADBEVideoWidth',
  rate: 'ADBEVideoFPS',
  fields: 'ADBEVideoFieldType',
} as const;

/** Older presets grey out what follows the source, newer ones say it in the bit field alone. */
function isFollowing({ parameters }: EprContents, what: keyof typeof followers): boolean {
  if (parameters.get(followers[what])?.isDisabled) return true;
  const data = parameters.get('ADBEVideoMatchSource')?.data.trim() ?? '';
  return (firstByte(data) & matchBits[what]) !== 0;
}

/** The first byte of base64 text: six bits and two. */
function firstByte(base64: string): number {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const [high, low] = [0, 1].map((index) => digits.indexOf(base64.charAt(index) || 'A'));
  return ((high ?? 0) << 2) | ((low ?? 0) >> 4);
}

function readCodec(contents: EprContents, exporter: EprExporter, notes: string[]): Codec {
  const videoCodec = exporter.codec;
  if (videoCodec === 'h264') return { videoCodec, profile: readH264Profile(contents, notes) };
  if (videoCodec !== null) return { videoCodec, profile: '' };
  const code = fromFourCharacterCode(Number(valueOf(contents, 'ADBEVideoCodec')));
  if (code === 'avc1') return { videoCodec: 'h264', profile: readH264Profile(contents, notes) };
  if (code === dnxCodec) return { videoCodec: 'dnxhr', profile: readDnxhr(contents, notes) };
  const flavour = keyOf(proresCodecs, code);
  if (flavour === undefined) {
    throw new EprProblem(`The preset’s codec “${code}” is neither H.264, ProRes nor DNxHR.`);
  }
  return { videoCodec: 'prores', profile: flavour };
}

function readH264Profile({ parameters }: EprContents, notes: string[]): string {
  const value = parameters.get('ADBEVideoMPEGProfile')?.value ?? '';
  const profile = keyOf(h264Profiles, value);
  if (profile !== undefined) return profile;
  notes.push(`H.264 profile ${value} is not known: High is written.`);
  return 'high';
}

function readDnxhr(contents: EprContents, notes: string[]): string {
  const value = valueOf(contents, 'ADBEVideoResolution');
  const flavour = keyOf(dnxhrFlavours, value);
  if (flavour !== undefined) return flavour;
  notes.push(`DNx flavour ${value} is not known: DNxHR HQ is written.`);
  return 'hq';
}

function readSize(contents: EprContents): PresetPicture['size'] {
  return {
    width: readCount(contents, 'ADBEVideoWidth', 'a picture width'),
    height: readCount(contents, 'ADBEVideoHeight', 'a picture height'),
  };
}

/** Stills need no rate of their own. */
function readFrameRate(
  contents: EprContents,
  codec: PresetPicture['videoCodec'],
): PresetPicture['frameRate'] {
  const text = valueOf(contents, 'ADBEVideoFPS');
  if (/^[1-9]\d*$/.test(text)) return formatFrameRate(frameRateOfTicks(parseTicks(text)));
  if (codec === 'still') return null;
  throw new EprProblem('The preset does not say a frame rate.');
}

function readFields({ parameters }: EprContents): PresetPicture['fields'] {
  const value = parameters.get('ADBEVideoFieldType')?.value ?? '';
  return keyOf(fieldTypes, value === '0' ? '' : value) ?? 'progressive';
}

/** Codecs with a size of their own say nothing here that counts. */
function readBitrate(contents: EprContents, codec: PresetPicture['videoCodec']): number {
  if (!['h264', 'hevc', 'mpeg2'].includes(codec)) return 0;
  const megabits = Number(valueOf(contents, 'ADBEVideoTargetBitrate'));
  if (megabits > 0) return Math.round(megabits * 1000);
  throw new EprProblem('The preset does not say a bit rate for the picture.');
}

/** Pixels are square here. A greyed-out shape, or one that follows the source, is no wish. */
function noteShape({ parameters }: EprContents, notes: string[]): void {
  const aspect = parameters.get('ADBEVideoAspect');
  const [width, height] = (aspect?.value ?? '').split(',').map(Number);
  if (!aspect || aspect.isDisabled || !width || !height || width === height) return;
  notes.push(`Pixels of the shape ${width}:${height} are written square.`);
}
