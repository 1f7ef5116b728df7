import type { EncoderFormat } from '../spec/EncoderFormat';
import type { ExportPreset, PresetPicture, PresetSound } from '../spec/ExportPreset';
import { parseFrameRate, ticksPerFrame } from '../time/FrameRate';
import { formatTicks } from '../time/Ticks';
import {
  dnxCodec,
  dnxhrFlavours,
  eprExporters,
  fieldTypes,
  h264Profiles,
  pcmSampleTypes,
  proresCodecs,
  toFourCharacterCode,
  type EprExporter,
} from './epr/eprCodes';
import { toEprObjects, type EprNode } from './epr/EprNode';
import { formatXml } from './xml/formatXml';
import { xmlElement } from './xml/XmlElement';

/**
 * Writes a preset that fixes every figure of a format.
 * @throws RangeError when the format's rate or profile is none that presets know
 */
export function formatEpr(name: string, format: EncoderFormat): string {
  const { width, height, frameRate, videoCodec, profile, videoBitrateKbps } = format;
  const { audioCodec, audioChannels, sampleRate, audioBitrateKbps } = format;
  const fields = format.fields ?? 'progressive';
  const size = { width, height };
  return formatExportPreset({
    name,
    container: format.container,
    picture:
      videoCodec === 'none'
        ? null
        : { videoCodec, profile, size, frameRate, fields, videoBitrateKbps },
    sound: audioChannels === 0 ? null : { audioCodec, audioChannels, sampleRate, audioBitrateKbps },
    notes: [],
  });
}

/**
 * Writes a `PremiereData` version 3 export preset in the structure that real presets have, with
 * the parameters `parseEpr` reads and no others. It is read by the simulated Premiere; whether
 * Adobe Media Encoder takes it is not established, which is why a delivery preset for a real
 * Premiere names a preset file that Media Encoder itself saved.
 * @throws RangeError when its rate or profile is none that presets know, or when it follows the
 * source in another part of the picture than all, rate and fields, or nothing
 */
export function formatExportPreset(preset: ExportPreset): string {
  const { picture, sound } = preset;
  const objects = toEprObjects([
    group('root', '0', [
      ...(picture ? [group('group', 'ADBEVideoTabGroup', videoNodes(picture))] : []),
      ...(sound ? [group('group', 'ADBEAudioTabGroup', audioNodes(sound))] : []),
    ]),
  ]);
  return formatXml(
    xmlElement(
      'PremiereData',
      [
        ...Object.entries(headOf(preset)).map(([field, value]) => xmlElement(field, value)),
        xmlElement('ExportParamContainer', '', { ObjectRef: '1' }),
        ...objects,
      ],
      { Version: '3' },
    ),
  );
}

function headOf(preset: ExportPreset): Readonly<Record<string, string>> {
  const { classId, fileType } = exporterOf(preset);
  return {
    PresetName: preset.name,
    PresetComments: '',
    PresetUserComments: '',
    PresetCreatorApp: '',
    ExporterName: '',
    ExporterClassID: String(toFourCharacterCode(classId)),
    ExporterFileType: String(toFourCharacterCode(fileType)),
    DoVideo: String(preset.picture !== null),
    DoAudio: String(preset.sound !== null),
    DoEffects: 'true',
    DoCaptions: 'true',
    DoMetadata: 'true',
  };
}

/** The exporter that writes a preset's container and codec. @throws RangeError when none does */
export function exporterOf({ container, picture }: ExportPreset): EprExporter {
  const codec = picture?.videoCodec ?? 'none';
  const found = eprExporters.find(
    (each) =>
      each.container === container &&
      (each.codec === codec || each.codec === null || codec === 'none'),
  );
  if (found) return found;
  throw new RangeError(`No exporter writes ${codec} into ${container}.`);
}

function group(kind: 'root' | 'group', name: string, children: readonly EprNode[]): EprNode {
  return { kind, name, value: '', children };
}

function leaf(kind: EprNode['kind'], name: string, value: string): EprNode {
  return { kind, name, value, children: [] };
}

/** Greys a parameter out that follows the source. */
function following(isDisabled: boolean, node: EprNode): EprNode {
  return { ...node, isDisabled };
}

function videoNodes(picture: PresetPicture): readonly EprNode[] {
  const { size, frameRate, fields } = picture;
  const followsSize = size === null;
  const followsRate = frameRate === null;
  const { code, profile, resolution } = codecValues(picture);
  return [
    leaf('integer', 'ADBEVideoCodec', code),
    leaf('integer', 'ADBEVideoResolution', resolution),
    leaf('data', 'ADBEVideoMatchSource', matchOf(picture)),
    following(followsSize, leaf('integer', 'ADBEVideoWidth', String(size?.width ?? 1920))),
    following(followsSize, leaf('integer', 'ADBEVideoHeight', String(size?.height ?? 1080))),
    following(followsRate, leaf('ticks', 'ADBEVideoFPS', ticksOf(frameRate ?? '25/1'))),
    following(
      followsRate,
      leaf('integer', 'ADBEVideoFieldType', fieldTypes[fields ?? 'progressive']),
    ),
    following(followsSize, leaf('ratio', 'ADBEVideoAspect', '1,1')),
    leaf('integer', 'ADBEVideoMPEGProfile', profile),
    leaf('integer', 'ADBEVideoBitrateEncoding', '1'),
    leaf('float', 'ADBEVideoTargetBitrate', toAdobeFloat(picture.videoBitrateKbps / 1000)),
  ];
}

/** What follows the source. @throws RangeError for what no real preset was seen to follow alone */
function matchOf({ size, frameRate, fields }: PresetPicture): string {
  if (frameRate === null && fields === null) return size ? 'rateAndFields' : 'everything';
  if (size && frameRate !== null && fields !== null) return 'nothing';
  throw new RangeError('A preset that follows the source in this part alone cannot be written.');
}

function ticksOf(frameRate: string): string {
  const rate = parseFrameRate(frameRate);
  if (!rate) throw new RangeError(`“${frameRate}” is not a frame rate.`);
  return formatTicks(ticksPerFrame(rate));
}

/** What names the codec and its flavour; empty where nothing does. */
function codecValues({ videoCodec, profile }: PresetPicture) {
  const tables = { h264: h264Profiles, prores: proresCodecs, dnxhr: dnxhrFlavours } as const;
  if (videoCodec !== 'h264' && videoCodec !== 'prores' && videoCodec !== 'dnxhr') {
    return { code: '', profile: '', resolution: '' };
  }
  const value = tables[videoCodec][profile];
  if (value === undefined) throw new RangeError(`“${profile}” is not a profile.`);
  const name = { h264: 'avc1', prores: value, dnxhr: dnxCodec }[videoCodec];
  return {
    code: String(toFourCharacterCode(name)),
    profile: videoCodec === 'h264' ? value : '',
    resolution: videoCodec === 'dnxhr' ? value : '',
  };
}

function audioNodes(sound: PresetSound): readonly EprNode[] {
  const { audioCodec, audioBitrateKbps } = sound;
  const isPcm = audioCodec === 'pcm_s16le' || audioCodec === 'pcm_s24le';
  const code = audioCodec === 'aac' ? String(toFourCharacterCode('AAC ')) : '';
  return [
    leaf('integer', 'ADBEAudioCodec', code),
    leaf('integer', 'ADBEAudioRatePerSecond', String(sound.sampleRate)),
    leaf('integer', 'ADBEAudioNumChannels', String(sound.audioChannels)),
    leaf('integer', 'ADBEAudioSampleType', isPcm ? pcmSampleTypes[audioCodec] : ''),
    leaf('integer', 'ADBEAudioBitrate', isPcm ? '' : String(audioBitrateKbps)),
  ];
}

/** Whole numbers keep their point: `15.`. */
function toAdobeFloat(value: number): string {
  return Number.isInteger(value) ? `${value}.` : String(value);
}
