import type { RenderRequest } from '../../contract/MediaEngine';
import { UserFacingError } from '../../contract/UserFacingError';
import type { EncoderFormat } from '../../domain/spec/EncoderFormat';
import { parseFrameRate } from '../../domain/time/FrameRate';
import { parseTimecode } from '../../domain/time/Timecode';
import { pictureArguments } from './pictureArguments';
import { pictureFormatOf } from './pictureFormat';

/** HD colour (ITU-R BT.709) in video range, said in the stream and in the container. */
const colourTags = [
  ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'],
  ...['-color_range', 'tv'],
];

/** ffmpeg's names of the containers that are not called after their extension. */
const muxers: Partial<Record<EncoderFormat['container'], string>> = {
  mpg: 'vob',
  aif: 'aiff',
  aac: 'adts',
  png: 'image2',
  jpg: 'image2',
  tif: 'image2',
};

/** ffmpeg's names of the encoders that are not called after their codec. */
const soundEncoders: Partial<Record<EncoderFormat['audioCodec'], string>> = { mp3: 'libmp3lame' };

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
  const hasPicture = format.videoCodec !== 'none';
  const inputs = [hasPicture ? 'v' : '', paths.sound === null ? '' : 'a'].filter(Boolean);
  return [
    ...['-v', 'error', '-nostats', '-progress', 'pipe:1', '-y'],
    ...(hasPicture ? pictureInput(format) : []),
    ...soundInput(format, paths.sound),
    ...inputs.flatMap((kind, index) => ['-map', `${index}:${kind}`]),
    ...(hasPicture ? [...pictureArguments(format), ...tagsOf(format)] : []),
    ...(paths.sound === null ? [] : soundArguments(format)),
    ...containerArguments(request),
    `file:${paths.output}`,
  ];
}

function pictureInput(format: EncoderFormat): readonly string[] {
  const { width, height, pixelFormat } = pictureFormatOf(format);
  return [
    ...['-f', 'rawvideo', '-pix_fmt', pixelFormat, '-s', `${width}x${height}`],
    ...['-framerate', format.frameRate, '-i', 'pipe:0'],
  ];
}

function soundInput(format: EncoderFormat, sound: string | null): readonly string[] {
  if (sound === null) return [];
  const shape = ['-ar', String(format.sampleRate), '-ac', String(format.audioChannels)];
  return ['-f', 'f32le', ...shape, '-i', `file:${sound}`];
}

/** Stills are RGB, or full range as JPEG wants it. */
function tagsOf({ videoCodec }: EncoderFormat): readonly string[] {
  return videoCodec === 'still' ? [] : colourTags;
}

function soundArguments({ audioCodec, audioBitrateKbps, container }: EncoderFormat) {
  if (!audioCodec.startsWith('pcm')) {
    return ['-c:a', soundEncoders[audioCodec] ?? audioCodec, '-b:a', `${audioBitrateKbps}k`];
  }
  if (container === 'mp4') {
    throw new UserFacingError('bad-preset', 'The preset asks for PCM sound in mp4: use mov.');
  }
  // AIFF counts its samples from the other end.
  return ['-c:a', container === 'aif' ? audioCodec.replace('le', 'be') : audioCodec];
}

function containerArguments(request: RenderRequest): readonly string[] {
  const { container } = request.format;
  const isMovie = container === 'mp4' || container === 'mov';
  return [
    ...(isMovie ? [...timecodeArguments(request), '-movflags', '+faststart+write_colr'] : []),
    ...['-f', muxers[container] ?? container],
    ...(muxers[container] === 'image2' ? ['-update', '1'] : []),
  ];
}

/** A label that the file's own rate does not have is left out rather than bent. */
function timecodeArguments({ startTimecode, format }: RenderRequest): readonly string[] {
  const rate = parseFrameRate(format.frameRate);
  return rate && parseTimecode(startTimecode, rate) ? ['-timecode', startTimecode] : [];
}
