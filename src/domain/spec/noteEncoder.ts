import type { Finding } from '../finding/Finding';
import type { EncoderFormat } from './EncoderFormat';

/**
 * What a recipient should be told of the encoder. ProRes that ffmpeg wrote comes from an encoder
 * without Apple's licence, which some recipients refuse (Apple ProRes white paper, support HT5151).
 */
export function noteEncoder(
  format: EncoderFormat,
  encoder: 'ffmpeg' | 'premiere',
): readonly Finding[] {
  if (format.videoCodec !== 'prores' || encoder !== 'ffmpeg') return [];
  return [
    {
      code: 'prores-unlicensed-encoder',
      severity: 'warning',
      subject: `ProRes ${format.profile}`,
      message:
        'This ProRes was written by ffmpeg, which is no encoder licensed by Apple. Some recipients refuse such files: ask before you deliver it, or export it from Premiere.',
    },
  ];
}
