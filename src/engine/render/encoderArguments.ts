import type { RenderRequest } from '../../contract/MediaEngine';
import { nominalRate, parseFrameRate } from '../../domain/time/FrameRate';
import type { EncoderFormat } from '../../domain/spec/EncoderFormat';
import { parseTimecode } from '../../domain/time/Timecode';
import { UserFacingError } from '../../contract/UserFacingError';
import { pictureFormatOf } from './pictureFormat';

/** prores_ks numbers its flavours. */
const proresProfiles: Readonly<Record<string, string>> = {
  proxy: '0',
  lt: '1',
  standard: '2',
  hq: '3',
};

/** HD colour (ITU-R BT.709) in video range, said in the stream and in the container. */
const colourTags = [
  ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'],
  ...['-color_range', 'tv'],
];

/** The same on every frame: some encoders read it there and not from their own settings. */
const pictureMarks =
  'setsar=1,setparams=field_mode=prog:range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709';

/** Where the encoder reads and writes: raw frames come by its standard input. */
export interface EncoderPaths {
  /** Interleaved floats, or null for a silent container without sound. */
  readonly sound: string | null;
  readonly output: string;
}

/**
 * ffmpeg's arguments for the one encoding pass.
 * @throws UserFacingError `bad-preset` for what the container or codec does not know
 */
export function encoderArguments(request: RenderRequest, paths: EncoderPaths): readonly string[] {
  const { format } = request;
  const { width, height, pixelFormat } = pictureFormatOf(format);
  return [
    ...['-v', 'error', '-nostats', '-progress', 'pipe:1', '-y'],
    ...['-f', 'rawvideo', '-pix_fmt', pixelFormat, '-s', `${width}x${height}`],
    ...['-framerate', format.frameRate, '-i', 'pipe:0'],
    ...soundInput(format, paths.sound),
    ...['-map', '0:v', ...(paths.sound === null ? [] : ['-map', '1:a'])],
    ...['-vf', pictureMarks, ...pictureArguments(format), ...colourTags],
    ...(paths.sound === null ? [] : soundArguments(format)),
    ...timecodeArguments(request),
    ...['-movflags', '+faststart+write_colr', '-f', format.container, `file:${paths.output}`],
  ];
}

function soundInput(format: EncoderFormat, sound: string | null): readonly string[] {
  if (sound === null) return [];
  const shape = ['-ar', String(format.sampleRate), '-ac', String(format.audioChannels)];
  return ['-f', 'f32le', ...shape, '-i', `file:${sound}`];
}

function pictureArguments(format: EncoderFormat): readonly string[] {
  return format.videoCodec === 'h264' ? h264Arguments(format) : proresArguments(format);
}

/** Closed groups of pictures, half a second to a second long. */
function h264Arguments(format: EncoderFormat): readonly string[] {
  const perSecond = nominalRate(rateOf(format));
  const kbps = format.videoBitrateKbps;
  return [
    ...['-c:v', 'libx264', '-profile:v', format.profile || 'high', '-pix_fmt', 'yuv420p'],
    ...['-b:v', `${kbps}k`, '-maxrate', `${kbps * 1.5}k`, '-bufsize', `${kbps * 2}k`],
    ...['-g', String(perSecond), '-keyint_min', String(Math.ceil(perSecond / 2))],
    ...['-flags', '+cgop'],
  ];
}

function proresArguments(format: EncoderFormat): readonly string[] {
  const profile = proresProfiles[format.profile];
  if (profile === undefined || format.container !== 'mov') {
    throw new UserFacingError(
      'bad-preset',
      `The preset asks for ProRes “${format.profile}” in ${format.container}: there is only proxy, lt, standard and hq, in mov.`,
    );
  }
  return ['-c:v', 'prores_ks', '-profile:v', profile, '-vendor', 'apl0', '-pix_fmt', 'yuv422p10le'];
}

function soundArguments(format: EncoderFormat): readonly string[] {
  if (format.audioCodec === 'aac') {
    return ['-c:a', 'aac', '-b:a', `${format.audioBitrateKbps}k`];
  }
  if (format.container !== 'mov') {
    throw new UserFacingError('bad-preset', 'The preset asks for PCM sound in mp4: use mov.');
  }
  return ['-c:a', format.audioCodec];
}

/** A label that the file's own rate does not have is left out rather than bent. */
function timecodeArguments({ startTimecode, format }: RenderRequest): readonly string[] {
  return parseTimecode(startTimecode, rateOf(format)) ? ['-timecode', startTimecode] : [];
}

function rateOf(format: EncoderFormat) {
  const rate = parseFrameRate(format.frameRate);
  if (rate) return rate;
  throw new UserFacingError('bad-preset', `The preset’s rate “${format.frameRate}” is none.`);
}
