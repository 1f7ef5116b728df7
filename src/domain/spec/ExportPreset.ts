import type { EncoderFormat } from './EncoderFormat';

/** The picture a preset asks for; null follows the source. */
export interface PresetPicture {
  readonly videoCodec: EncoderFormat['videoCodec'];
  readonly profile: string;
  readonly size: { readonly width: number; readonly height: number } | null;
  /** Exact fraction. */
  readonly frameRate: string | null;
  readonly fields: 'progressive' | 'upper' | 'lower' | null;
  /** Target; 0 where the codec sets its own. */
  readonly videoBitrateKbps: number;
}

/** The sound a preset asks for. */
export type PresetSound = Pick<
  EncoderFormat,
  'audioCodec' | 'audioChannels' | 'sampleRate' | 'audioBitrateKbps'
>;

/** An export preset: what it asks of a file before anybody knows of what. */
export interface ExportPreset {
  readonly name: string;
  readonly container: EncoderFormat['container'];
  /** Null for sound alone. */
  readonly picture: PresetPicture | null;
  /** Null for picture alone. */
  readonly sound: PresetSound | null;
  /** What it asks beside that and its reader does not carry, a sentence each. */
  readonly notes: readonly string[];
}

/** What of a source a preset may follow. */
export interface ExportSource {
  readonly width: number;
  readonly height: number;
  /** Exact fraction. */
  readonly frameRate: string;
}

/** Sound of a file that has none still needs a rate to count in. */
const silence: PresetSound = {
  audioCodec: 'pcm_s16le',
  audioChannels: 0,
  sampleRate: 48_000,
  audioBitrateKbps: 0,
};

/** What to encode of a source: what the preset fixes, and the source's own for the rest. */
export function encoderFormatFor(
  { container, picture, sound }: ExportPreset,
  source: ExportSource,
): EncoderFormat {
  return { container, ...pictureFor(picture, source), ...(sound ?? silence) };
}

type PictureFormat = Omit<EncoderFormat, keyof PresetSound | 'container'>;

function pictureFor(picture: PresetPicture | null, source: ExportSource): PictureFormat {
  if (!picture) return { ...source, videoCodec: 'none', profile: '', videoBitrateKbps: 0 };
  const { videoCodec, profile, fields, videoBitrateKbps } = picture;
  const isInterlaced = fields !== null && fields !== 'progressive';
  return {
    ...source,
    ...picture.size,
    frameRate: picture.frameRate ?? source.frameRate,
    videoCodec,
    profile,
    videoBitrateKbps,
    ...(isInterlaced ? { fields } : {}),
  };
}
