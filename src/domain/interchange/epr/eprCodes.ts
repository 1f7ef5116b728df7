import type { EncoderFormat } from '../../spec/EncoderFormat';

/** `avc1` as the decimal number a preset holds: its four characters read as one big-endian number. */
export function toFourCharacterCode(text: string): number {
  return Array.from(text, (character) => character.charCodeAt(0)).reduce(
    (code, byte) => code * 256 + byte,
    0,
  );
}

/** The four characters of a decimal code; empty when they are not all printable. */
export function fromFourCharacterCode(code: number): string {
  const bytes = [24, 16, 8, 0].map((shift) => (code >>> shift) & 0xff);
  return bytes.every((byte) => byte >= 0x20 && byte < 0x7f) ? String.fromCharCode(...bytes) : '';
}

/** What a preset's head says of the exporter: class and file type. Read from real presets. */
export const exporters: Readonly<
  Record<EncoderFormat['container'], { readonly classId: string; readonly fileType: string }>
> = {
  mp4: { classId: 'NICK', fileType: 'H264' },
  mov: { classId: '????', fileType: 'MooV' },
};

/** ADBEVideoMPEGProfile of H.264; Baseline is told by leaving the value out. */
export const h264Profiles: Readonly<Record<string, string>> = {
  baseline: '',
  main: '1',
  high: '3',
};

/** ADBEVideoCodec of the ProRes flavours. */
export const proresCodecs: Readonly<Record<string, string>> = {
  proxy: 'apco',
  lt: 'apcs',
  standard: 'apcn',
  hq: 'apch',
};

/**
 * ADBEAudioSampleType of PCM. 1 stands in real QuickTime presets of 16 bits; 2 for 24 bits is our
 * own reading and not established in Adobe's encoder.
 */
export const pcmSampleTypes: Readonly<Record<'pcm_s16le' | 'pcm_s24le', string>> = {
  pcm_s16le: '1',
  pcm_s24le: '2',
};
