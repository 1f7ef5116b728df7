import type { EncoderFormat } from '../../spec/EncoderFormat';
import type { PresetSound } from '../../spec/ExportPreset';
import { fromFourCharacterCode, pcmSampleTypes, type EprExporter } from './eprCodes';
import { EprProblem, keyOf, readCount, valueOf } from './eprValues';
import type { EprContents } from './readEprParameters';

/** Containers whose sound is always of one kind. */
const fixedCodecs: Partial<Record<EncoderFormat['container'], PresetSound['audioCodec']>> = {
  mp3: 'mp3',
  aac: 'aac',
  mpg: 'mp2',
};

/** What a preset asks of the sound; null when it exports none. */
export function readEprSound(
  contents: EprContents,
  exporter: EprExporter,
  notes: string[],
): PresetSound | null {
  if (exporter.codec === 'still' || contents.head.get('DoAudio') === 'false') return null;
  const codec = readCodec(contents, exporter, notes);
  const isPcm = codec.startsWith('pcm');
  return {
    audioCodec: codec,
    audioChannels: readChannels(contents, notes),
    sampleRate: readCount(contents, 'ADBEAudioRatePerSecond', 'a sample rate'),
    audioBitrateKbps: isPcm
      ? 0
      : readCount(contents, 'ADBEAudioBitrate', 'a bit rate for the sound'),
  };
}

function readCodec(
  contents: EprContents,
  { container }: EprExporter,
  notes: string[],
): PresetSound['audioCodec'] {
  const fixed = fixedCodecs[container];
  if (fixed) return fixed;
  const code = fromFourCharacterCode(Number(valueOf(contents, 'ADBEAudioCodec')));
  if (code === 'AAC ') return 'aac';
  if (container === 'mp4') {
    throw new EprProblem(`The preset’s sound “${code}” is not AAC, the only one written into MP4.`);
  }
  if (container === 'mov' && code !== '') notes.push(`Sound “${code}” is written as PCM.`);
  const type = valueOf(contents, 'ADBEAudioSampleType');
  const known = keyOf(pcmSampleTypes, type);
  if (known === undefined) notes.push(`Sample type ${type} is not known: 16 bits are written.`);
  return known ?? 'pcm_s16le';
}

/** Newer presets lay channels out in data of their own and leave the count away. */
function readChannels({ parameters }: EprContents, notes: string[]): number {
  const count = Number(parameters.get('ADBEAudioNumChannels')?.value ?? '');
  if (Number.isInteger(count) && count > 0) return count;
  notes.push('The preset counts no sound channels: stereo is written.');
  return 2;
}
