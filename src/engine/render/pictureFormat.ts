import type { EncoderFormat } from '../../domain/spec/EncoderFormat';

/** How raw frames pass from the decoders to the encoder. */
export interface PictureFormat {
  readonly width: number;
  readonly height: number;
  /** ffmpeg's name. */
  readonly pixelFormat: 'yuv420p' | 'yuv422p10le';
  readonly frameBytes: number;
}

/** Codecs that take more than 4:2:0 at 8 bits: everything else is for viewing. */
const deepCodecs: readonly EncoderFormat['videoCodec'][] = ['prores', 'dnxhr', 'still'];

/** Formats for viewing are 4:2:0 at 8 bits, those to work with are 4:2:2 at 10. */
export function pictureFormatOf({ videoCodec, width, height }: EncoderFormat): PictureFormat {
  const chromaWidth = Math.ceil(width / 2);
  return !deepCodecs.includes(videoCodec)
    ? {
        width,
        height,
        pixelFormat: 'yuv420p',
        frameBytes: width * height + 2 * chromaWidth * Math.ceil(height / 2),
      }
    : {
        width,
        height,
        pixelFormat: 'yuv422p10le',
        frameBytes: 2 * (width * height + 2 * chromaWidth * height),
      };
}

/** A frame of black in video range: luma 16, chroma 128 at 8 bits; 64 and 512 at 10. */
export function blackFrame({ width, height, pixelFormat, frameBytes }: PictureFormat): Buffer {
  const luma = width * height;
  if (pixelFormat === 'yuv420p') {
    return Buffer.alloc(frameBytes, 128).fill(16, 0, luma);
  }
  const frame = Buffer.alloc(frameBytes, Buffer.from([0x00, 0x02]));
  return frame.fill(Buffer.from([0x40, 0x00]), 0, luma * 2);
}
