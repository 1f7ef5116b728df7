import { UserFacingError } from '../../contract/UserFacingError';
import type { EncoderFormat } from '../../domain/spec/EncoderFormat';
import { nominalRate, parseFrameRate } from '../../domain/time/FrameRate';

/** prores_ks numbers its flavours. */
const proresProfiles: Readonly<Record<string, string>> = {
  proxy: '0',
  lt: '1',
  standard: '2',
  hq: '3',
  '4444': '4',
  xq: '5',
};

/** Encoders of single pictures by container, and the pixels they take. */
const stillEncoders: Partial<Record<EncoderFormat['container'], readonly string[]>> = {
  png: ['-c:v', 'png', '-pix_fmt', 'rgb24'],
  tif: ['-c:v', 'tiff', '-pix_fmt', 'rgb24'],
  jpg: ['-c:v', 'mjpeg', '-q:v', '2', '-pix_fmt', 'yuvj422p'],
};

/** ffmpeg's field modes. */
const fieldModes = { progressive: 'prog', upper: 'tff', lower: 'bff' } as const;

/**
 * ffmpeg's filter and encoder for the picture of a format.
 * @throws UserFacingError `bad-preset` for what the container or codec does not know
 */
export function pictureArguments(format: EncoderFormat): readonly string[] {
  const codec = codecArguments[format.videoCodec](format);
  return ['-vf', pictureMarks(format), ...codec, ...fieldArguments(format)];
}

/** The same on every frame: some encoders read it there and not from their own settings. */
function pictureMarks({ videoCodec, fields = 'progressive' }: EncoderFormat): string {
  const colour = 'color_primaries=bt709:color_trc=bt709:colorspace=bt709';
  const marks = `setsar=1,setparams=field_mode=${fieldModes[fields]}:range=tv:${colour}`;
  return videoCodec === 'still' ? `${marks},scale=in_range=tv:out_range=pc` : marks;
}

type Arguments = (format: EncoderFormat) => readonly string[];

/** Encoder and settings by codec. */
const codecArguments: Readonly<Record<EncoderFormat['videoCodec'], Arguments>> = {
  h264: h264Arguments,
  hevc: (format) => [
    ...['-c:v', 'libx265', '-tag:v', 'hvc1', '-pix_fmt', 'yuv420p'],
    ...targetRate(format),
  ],
  mpeg2: (format) => ['-c:v', 'mpeg2video', '-pix_fmt', 'yuv420p', ...targetRate(format)],
  prores: proresArguments,
  dnxhr: dnxhrArguments,
  still: ({ container }) => ['-frames:v', '1', ...(stillEncoders[container] ?? [])],
  none: () => [],
};

function targetRate({ videoBitrateKbps: kbps }: EncoderFormat): readonly string[] {
  return ['-b:v', `${kbps}k`, '-maxrate', `${kbps * 1.5}k`, '-bufsize', `${kbps * 2}k`];
}

/** Closed groups of pictures, half a second to a second long. */
function h264Arguments(format: EncoderFormat): readonly string[] {
  const perSecond = nominalRate(rateOf(format));
  return [
    ...['-c:v', 'libx264', '-profile:v', format.profile || 'high', '-pix_fmt', 'yuv420p'],
    ...targetRate(format),
    ...['-g', String(perSecond), '-keyint_min', String(Math.ceil(perSecond / 2))],
    ...(isInterlaced(format) ? [] : ['-flags', '+cgop']),
  ];
}

function proresArguments({ profile, container }: EncoderFormat): readonly string[] {
  const number = proresProfiles[profile];
  if (number === undefined || container !== 'mov') {
    throw new UserFacingError(
      'bad-preset',
      `The preset asks for ProRes “${profile}” in ${container}: there is only proxy, lt, standard, hq, 4444 and xq, in mov.`,
    );
  }
  const pixels = number < '4' ? 'yuv422p10le' : 'yuv444p10le';
  return ['-c:v', 'prores_ks', '-profile:v', number, '-vendor', 'apl0', '-pix_fmt', pixels];
}

function dnxhrArguments({ profile }: EncoderFormat): readonly string[] {
  const pixels = profile === 'hqx' ? 'yuv422p10le' : 'yuv422p';
  return ['-c:v', 'dnxhd', '-profile:v', `dnxhr_${profile}`, '-pix_fmt', pixels];
}

/** Interlaced coding where the codec knows it; the others say it in the frame's marks. */
function fieldArguments(format: EncoderFormat): readonly string[] {
  const { videoCodec, fields = 'progressive' } = format;
  if (!isInterlaced(format)) return [];
  const order = fields === 'upper' ? '1' : '0';
  if (videoCodec === 'h264') return ['-flags', '+ildct+ilme+cgop', '-top', order];
  return videoCodec === 'mpeg2' ? ['-flags', '+ildct+ilme', '-top', order] : [];
}

function isInterlaced({ fields = 'progressive' }: EncoderFormat): boolean {
  return fields !== 'progressive';
}

/** @throws UserFacingError `bad-preset` for a rate that is none */
export function rateOf({ frameRate }: EncoderFormat) {
  const rate = parseFrameRate(frameRate);
  if (rate) return rate;
  throw new UserFacingError('bad-preset', `The preset’s rate “${frameRate}” is none.`);
}
