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

/** Exporters by what a preset's head says of them: class and file type. */
export interface EprExporter {
  /** As the encoder lists it. */
  readonly name: string;
  readonly classId: string;
  readonly fileType: string;
  readonly container: EncoderFormat['container'];
  /** The one codec it writes; null where a parameter names it. */
  readonly codec: EncoderFormat['videoCodec'] | null;
}

/**
 * The exporters whose files can be written here. Class and file type stand in real presets
 * (H.264, QuickTime, MPEG-2, PNG) or in the folder names of the encoder's own presets that public
 * scripts name; those of AIFF and TIFF follow the same pattern and are not established.
 */
export const eprExporters: readonly EprExporter[] = [
  { name: 'AAC Audio', classId: 'NICK', fileType: 'AAC ', container: 'aac', codec: 'none' },
  { name: 'AIFF', classId: '????', fileType: 'AIFF', container: 'aif', codec: 'none' },
  { name: 'H.264', classId: 'NICK', fileType: 'H264', container: 'mp4', codec: 'h264' },
  { name: 'HEVC (H.265)', classId: 'JEFF', fileType: 'HEVC', container: 'mp4', codec: 'hevc' },
  { name: 'JPEG', classId: '????', fileType: 'JPEG', container: 'jpg', codec: 'still' },
  { name: 'MP3', classId: '????', fileType: 'MP3 ', container: 'mp3', codec: 'none' },
  { name: 'MPEG2', classId: 'LORI', fileType: 'mpg2', container: 'mpg', codec: 'mpeg2' },
  { name: 'PNG', classId: '????', fileType: 'PNG ', container: 'png', codec: 'still' },
  { name: 'QuickTime', classId: '????', fileType: 'MooV', container: 'mov', codec: null },
  { name: 'TIFF', classId: '????', fileType: 'TIFF', container: 'tif', codec: 'still' },
  { name: 'Waveform Audio', classId: '????', fileType: 'WAVE', container: 'wav', codec: 'none' },
];

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
  '4444': 'ap4h',
  xq: 'ap4x',
};

/** ADBEVideoCodec of DNxHD and DNxHR. */
export const dnxCodec = 'AVdn';

/**
 * ADBEVideoResolution of the DNxHR flavours: the compression ids of SMPTE ST 2019-1. That Adobe
 * writes these is our own reading and not established.
 */
export const dnxhrFlavours: Readonly<Record<string, string>> = {
  lb: '1274',
  sq: '1273',
  hq: '1272',
  hqx: '1271',
};

/** ADBEVideoFieldType; left out means progressive. */
export const fieldTypes: Readonly<Record<'progressive' | 'upper' | 'lower', string>> = {
  progressive: '',
  upper: '1',
  lower: '2',
};

/**
 * ADBEAudioSampleType of PCM. 1 stands in real QuickTime presets of 16 bits; 2 for 24 bits is our
 * own reading and not established in Adobe's encoder.
 */
export const pcmSampleTypes: Readonly<Record<'pcm_s16le' | 'pcm_s24le', string>> = {
  pcm_s16le: '1',
  pcm_s24le: '2',
};

/**
 * Bits of ADBEVideoMatchSource. Read from two real presets, of which one follows the source in
 * rate and fields alone (0x06) and one in everything but its own 50 frames a second.
 */
export const matchBits = { size: 1, rate: 2, fields: 4 } as const;
