import type { EncoderFormat } from '../spec/EncoderFormat';
import {
  formatFrameRate,
  frameRateOfTicks,
  parseFrameRate,
  ticksPerFrame,
} from '../time/FrameRate';
import { formatTicks, parseTicks } from '../time/Ticks';
import {
  exporters,
  fromFourCharacterCode,
  h264Profiles,
  pcmSampleTypes,
  proresCodecs,
  toFourCharacterCode,
} from './epr/eprCodes';
import { toEprObjects, type EprNode } from './epr/EprNode';
import { readEprParameters, type EprContents } from './epr/readEprParameters';
import { formatXml } from './xml/formatXml';
import { xmlElement } from './xml/XmlElement';

/** A preset as read, or why it cannot be used, as a sentence for the editor. */
type ParsedEpr =
  { readonly name: string; readonly format: EncoderFormat } | { readonly problem: string };

/** Ends the reading of a preset with its reason; never leaves this file. */
class EprProblem extends Error {}

/**
 * Reads an Adobe export preset (`.epr`, `PremiereData` version 3) as what it asks of the file.
 * H.264 in MP4 and QuickTime with H.264 or ProRes are understood; everything else, settings that
 * follow the source, interlaced output and presets that write beside the project are a problem
 * in words. Parameters are taken by name; tokens and passwords are never returned.
 */
export function parseEpr(text: string): ParsedEpr {
  const contents = readEprParameters(text);
  if (!contents) return { problem: 'The file is no export preset of Premiere or Media Encoder.' };
  if (/same\s?as\s?project/i.test(text)) {
    return {
      problem:
        'The preset writes beside the project (“Same as Project”), which Media Encoder refuses. Save it again with another location.',
    };
  }
  try {
    return {
      name: toDisplayName(contents.head.get('PresetName') ?? ''),
      format: toFormat(contents),
    };
  } catch (error) {
    if (error instanceof EprProblem) return { problem: error.message };
    throw error;
  }
}

/**
 * Writes a `PremiereData` version 3 export preset in the structure that real presets have, with
 * the parameters `parseEpr` reads and no others. It is read by the simulated Premiere; whether
 * Adobe Media Encoder takes it is not established, which is why a delivery preset for a real
 * Premiere names a preset file that Media Encoder itself saved.
 * @throws RangeError when the format's rate or profile is none that presets know
 */
export function formatEpr(name: string, format: EncoderFormat): string {
  const { classId, fileType } = exporters[format.container];
  const objects = toEprObjects([
    group('root', '0', [
      group('group', 'ADBEVideoTabGroup', videoNodes(format)),
      group('group', 'ADBEAudioTabGroup', audioNodes(format)),
    ]),
  ]);
  const head = {
    PresetName: name,
    PresetComments: '',
    PresetUserComments: '',
    PresetCreatorApp: '',
    ExporterName: '',
    ExporterClassID: String(toFourCharacterCode(classId)),
    ExporterFileType: String(toFourCharacterCode(fileType)),
    DoVideo: 'true',
    DoAudio: 'true',
    DoEffects: 'true',
    DoCaptions: 'true',
    DoMetadata: 'true',
  };
  return formatXml(
    xmlElement(
      'PremiereData',
      [
        ...Object.entries(head).map(([field, value]) => xmlElement(field, value)),
        xmlElement('ExportParamContainer', '', { ObjectRef: '1' }),
        ...objects,
      ],
      { Version: '3' },
    ),
  );
}

function group(kind: 'root' | 'group', name: string, children: readonly EprNode[]): EprNode {
  return { kind, name, value: '', children };
}

function leaf(kind: EprNode['kind'], name: string, value: string): EprNode {
  return { kind, name, value, children: [] };
}

function videoNodes(format: EncoderFormat): readonly EprNode[] {
  const rate = parseFrameRate(format.frameRate);
  if (!rate) throw new RangeError(`“${format.frameRate}” is not a frame rate.`);
  const isH264 = format.videoCodec === 'h264';
  const profile = (isH264 ? h264Profiles : proresCodecs)[format.profile];
  if (profile === undefined) throw new RangeError(`“${format.profile}” is not a profile.`);
  const codec = toFourCharacterCode(isH264 ? 'avc1' : profile);
  return [
    leaf('integer', 'ADBEVideoCodec', String(codec)),
    leaf('data', 'ADBEVideoMatchSource', ''),
    leaf('integer', 'ADBEVideoWidth', String(format.width)),
    leaf('integer', 'ADBEVideoHeight', String(format.height)),
    leaf('ticks', 'ADBEVideoFPS', formatTicks(ticksPerFrame(rate))),
    leaf('integer', 'ADBEVideoFieldType', ''),
    leaf('ratio', 'ADBEVideoAspect', '1,1'),
    leaf('integer', 'ADBEVideoMPEGProfile', isH264 ? profile : ''),
    leaf('integer', 'ADBEVideoBitrateEncoding', '1'),
    leaf('float', 'ADBEVideoTargetBitrate', toAdobeFloat(format.videoBitrateKbps / 1000)),
  ];
}

function audioNodes(format: EncoderFormat): readonly EprNode[] {
  const isAac = format.audioCodec === 'aac';
  const sampleType = format.audioCodec === 'aac' ? '' : pcmSampleTypes[format.audioCodec];
  return [
    leaf('integer', 'ADBEAudioCodec', isAac ? String(toFourCharacterCode('AAC ')) : ''),
    leaf('integer', 'ADBEAudioRatePerSecond', String(format.sampleRate)),
    leaf('integer', 'ADBEAudioNumChannels', String(format.audioChannels)),
    leaf('integer', 'ADBEAudioSampleType', sampleType),
    leaf('integer', 'ADBEAudioBitrate', isAac ? String(format.audioBitrateKbps) : ''),
  ];
}

/** Whole numbers keep their point: `15.`. */
function toAdobeFloat(value: number): string {
  return Number.isInteger(value) ? `${value}.` : String(value);
}

/** Adobe's own names are localisation keys, `($$$/…/PresetName=HD 1080i 25)`. */
function toDisplayName(name: string): string {
  return /^\(\$\$\$\/[^=]*=(.*)\)$/s.exec(name)?.[1] ?? name;
}

function toFormat(contents: EprContents): EncoderFormat {
  const container = readContainer(contents);
  refuseMissingParts(contents);
  refuseSourceSettings(contents);
  const video = readVideoCodec(contents, container);
  const audio = readAudioCodec(contents, container);
  const isH264 = video.videoCodec === 'h264';
  return {
    container,
    ...video,
    width: readCount(contents, 'ADBEVideoWidth', 'a picture width'),
    height: readCount(contents, 'ADBEVideoHeight', 'a picture height'),
    frameRate: readFrameRate(contents),
    videoBitrateKbps: isH264 ? Math.round(readBitrate(contents) * 1000) : 0,
    ...audio,
    audioChannels: readCount(contents, 'ADBEAudioNumChannels', 'a number of sound channels'),
    sampleRate: readCount(contents, 'ADBEAudioRatePerSecond', 'a sample rate'),
  };
}

function readContainer({ head }: EprContents): EncoderFormat['container'] {
  const fileType = fromFourCharacterCode(Number(head.get('ExporterFileType') ?? ''));
  const classId = fromFourCharacterCode(Number(head.get('ExporterClassID') ?? ''));
  for (const container of ['mp4', 'mov'] as const) {
    const exporter = exporters[container];
    if (exporter.fileType === fileType && exporter.classId === classId) return container;
  }
  throw new EprProblem(
    `The preset is for the exporter “${fileType}”; H.264 and QuickTime are supported.`,
  );
}

function refuseMissingParts({ head }: EprContents): void {
  if (head.get('DoVideo') === 'false') throw new EprProblem('The preset exports no picture.');
  if (head.get('DoAudio') === 'false') throw new EprProblem('The preset exports no sound.');
}

/** Any bit of the match field: what single bits mean differs by exporter, so none is guessed at. */
function refuseSourceSettings({ parameters }: EprContents): void {
  const match = parameters.get('ADBEVideoMatchSource')?.data ?? '';
  const isFollowing = ['ADBEVideoWidth', 'ADBEVideoHeight', 'ADBEVideoFPS'].some(
    (name) => parameters.get(name)?.isDisabled,
  );
  if (!/^A*=*$/.test(match.trim()) || isFollowing) {
    throw new EprProblem(
      'The preset takes picture settings from the source (“Match Source”). Save it with fixed settings.',
    );
  }
  if (valueOf(parameters, 'ADBEVideoFieldType') !== '0') {
    throw new EprProblem('The preset is interlaced; progressive presets are supported.');
  }
}

function readVideoCodec(
  { parameters }: EprContents,
  container: EncoderFormat['container'],
): Pick<EncoderFormat, 'videoCodec' | 'profile'> {
  const code = fromFourCharacterCode(Number(valueOf(parameters, 'ADBEVideoCodec')));
  const isH264 = code === 'avc1' || (code === '' && container === 'mp4');
  if (!isH264) {
    const flavour = keyOf(proresCodecs, code);
    if (flavour !== undefined) return { videoCodec: 'prores', profile: flavour };
    throw new EprProblem(`The preset’s codec “${code}” is neither H.264 nor a ProRes 422 flavour.`);
  }
  const profile = keyOf(h264Profiles, parameters.get('ADBEVideoMPEGProfile')?.value ?? '');
  if (profile !== undefined) return { videoCodec: 'h264', profile };
  throw new EprProblem('The preset’s H.264 profile is none of Baseline, Main and High.');
}

function readAudioCodec(
  contents: EprContents,
  container: EncoderFormat['container'],
): Pick<EncoderFormat, 'audioCodec' | 'audioBitrateKbps'> {
  const { parameters } = contents;
  const code = fromFourCharacterCode(Number(valueOf(parameters, 'ADBEAudioCodec')));
  if (code === 'AAC ') {
    const kbps = readCount(contents, 'ADBEAudioBitrate', 'a bit rate for the sound');
    return { audioCodec: 'aac', audioBitrateKbps: kbps };
  }
  const sampleType = keyOf(pcmSampleTypes, valueOf(parameters, 'ADBEAudioSampleType'));
  if (code !== '' || container !== 'mov' || sampleType === undefined) {
    throw new EprProblem('The preset’s sound is neither AAC nor 16 or 24 bit PCM.');
  }
  return { audioCodec: sampleType, audioBitrateKbps: 0 };
}

function readFrameRate({ parameters }: EprContents): string {
  const text = valueOf(parameters, 'ADBEVideoFPS');
  if (!/^[1-9]\d*$/.test(text)) throw new EprProblem('The preset does not say a frame rate.');
  return formatFrameRate(frameRateOfTicks(parseTicks(text)));
}

/** Mbit a second. */
function readBitrate({ parameters }: EprContents): number {
  const value = Number(valueOf(parameters, 'ADBEVideoTargetBitrate'));
  if (!(value > 0)) throw new EprProblem('The preset does not say a bit rate for the picture.');
  return value;
}

function readCount({ parameters }: EprContents, name: string, meaning: string): number {
  const value = Number(valueOf(parameters, name));
  if (!Number.isInteger(value) || value <= 0) {
    throw new EprProblem(`The preset does not say ${meaning}.`);
  }
  return value;
}

/** Zero where the value is left out, as newer versions do. */
function valueOf(parameters: EprContents['parameters'], name: string): string {
  const value = parameters.get(name)?.value ?? '';
  return value === '' ? '0' : value;
}

function keyOf<Key extends string>(
  table: Readonly<Record<Key, string>>,
  value: string,
): Key | undefined {
  return (Object.keys(table) as Key[]).find((key) => table[key] === value);
}
