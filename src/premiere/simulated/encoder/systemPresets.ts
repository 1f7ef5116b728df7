import { exporterOf } from '../../../domain/interchange/epr';
import {
  eprExporters,
  toFourCharacterCode,
  type EprExporter,
} from '../../../domain/interchange/epr/eprCodes';
import type { ExportPreset, PresetPicture, PresetSound } from '../../../domain/spec/ExportPreset';

/** An exporter with the presets that come with it. */
export interface SystemExporter {
  readonly exporter: EprExporter;
  readonly presets: readonly ExportPreset[];
}

const followsSource = { size: null, frameRate: null, fields: null } as const;

function pcm(audioCodec: 'pcm_s16le' | 'pcm_s24le', sampleRate = 48_000): PresetSound {
  return { audioCodec, audioChannels: 2, sampleRate, audioBitrateKbps: 0 };
}

function coded(audioCodec: 'aac' | 'mp3', kbps: number, sampleRate = 48_000): PresetSound {
  return { audioCodec, audioChannels: 2, sampleRate, audioBitrateKbps: kbps };
}

function h264(megabits: number, fixed: Partial<PresetPicture> = {}): PresetPicture {
  const videoBitrateKbps = megabits * 1000;
  return { videoCodec: 'h264', profile: 'high', ...followsSource, videoBitrateKbps, ...fixed };
}

function intermediate(videoCodec: 'prores' | 'dnxhr', profile: string): PresetPicture {
  return { videoCodec, profile, ...followsSource, videoBitrateKbps: 0 };
}

/** A size of its own, at the source's rate. */
function fixedAt(width: number, height: number): Partial<PresetPicture> {
  return { size: { width, height } };
}

const still: PresetPicture = {
  ...followsSource,
  videoCodec: 'still',
  profile: '',
  videoBitrateKbps: 0,
};

const hevc: PresetPicture = { ...h264(10), videoCodec: 'hevc', profile: '' };

const mpeg2: PresetPicture = {
  videoCodec: 'mpeg2',
  profile: '',
  size: { width: 1920, height: 1080 },
  frameRate: '25/1',
  fields: 'upper',
  videoBitrateKbps: 15_000,
};

type Row = readonly [ExportPreset['container'], string, PresetPicture | null, PresetSound | null];

/**
 * What this encoder brings along: names as public scripts look them up, settings our own and no
 * copies of Adobe's files. One row a preset: container, name, picture, sound.
 */
const rows: readonly Row[] = [
  ['aac', 'Stereo AAC, 44.1 kHz 128 kbps', null, coded('aac', 128, 44_100)],
  ['aac', 'Stereo AAC, 48kHz 256kbps', null, coded('aac', 256)],
  ['aif', 'AIFF 48kHz 16-bit', null, pcm('pcm_s16le')],
  ['mp4', 'Match Source - High bitrate', h264(10), coded('aac', 320)],
  ['mp4', 'Match Source - Medium bitrate', h264(3), coded('aac', 320)],
  ['mp4', 'Match Source - Low bitrate', h264(1), coded('aac', 128)],
  ['mp4', 'Match Source - Adaptive High Bitrate', h264(10), coded('aac', 320)],
  ['mp4', 'High Quality 2160p 4K', h264(40, fixedAt(3840, 2160)), coded('aac', 320)],
  ['mp4', 'High Quality 1080p HD', h264(20, fixedAt(1920, 1080)), coded('aac', 320)],
  ['mp4', 'High Quality 720p HD', h264(10, fixedAt(1280, 720)), coded('aac', 320)],
  ['mp4', 'YouTube 2160p 4K Ultra HD', h264(40, fixedAt(3840, 2160)), coded('aac', 320)],
  ['mp4', 'YouTube 1080p HD', h264(16, fixedAt(1920, 1080)), coded('aac', 320)],
  ['mp4', 'YouTube 720p HD', h264(8, fixedAt(1280, 720)), coded('aac', 320)],
  ['mp4', 'Vimeo 1080p HD', h264(16, fixedAt(1920, 1080)), coded('aac', 320)],
  ['mp4', 'Facebook 1080p HD', h264(8, fixedAt(1920, 1080)), coded('aac', 256)],
  ['mp4', 'Mobile Device 1080p HD', h264(6, fixedAt(1920, 1080)), coded('aac', 192)],
  ['mp4', 'Mobile Device 720p HD', h264(3, fixedAt(1280, 720)), coded('aac', 192)],
  ['mp4', 'HEVC Match Source - High Bitrate', hevc, coded('aac', 320)],
  ['jpg', 'JPEG Sequence (Match Source)', still, null],
  ['mp3', 'MP3 128kbps', null, coded('mp3', 128)],
  ['mp3', 'MP3 256kbps High Quality', null, coded('mp3', 256)],
  ['mpg', 'HD 1080i 25', mpeg2, { ...coded('mp3', 384), audioCodec: 'mp2' }],
  ['png', 'PNG Sequence (Match Source)', still, null],
  ['mov', 'H264 Match Source - High bitrate', h264(25), pcm('pcm_s16le')],
  ['mov', 'Apple ProRes 422', intermediate('prores', 'standard'), pcm('pcm_s24le')],
  ['mov', 'Apple ProRes 422 HQ', intermediate('prores', 'hq'), pcm('pcm_s24le')],
  ['mov', 'Apple ProRes 422 LT', intermediate('prores', 'lt'), pcm('pcm_s24le')],
  ['mov', 'Apple ProRes 422 Proxy', intermediate('prores', 'proxy'), pcm('pcm_s24le')],
  ['mov', 'Apple ProRes 4444', intermediate('prores', '4444'), pcm('pcm_s24le')],
  ['mov', 'DNxHR HQX', intermediate('dnxhr', 'hqx'), pcm('pcm_s24le')],
  ['mov', 'DNxHR HQ', intermediate('dnxhr', 'hq'), pcm('pcm_s24le')],
  ['mov', 'DNxHR SQ', intermediate('dnxhr', 'sq'), pcm('pcm_s24le')],
  ['mov', 'DNxHR LB', intermediate('dnxhr', 'lb'), pcm('pcm_s24le')],
  ['tif', 'TIFF Sequence (Match Source)', still, null],
  ['wav', 'Waveform Audio 48kHz 16-bit', null, pcm('pcm_s16le')],
  ['wav', 'Waveform Audio 48kHz 24-bit', null, pcm('pcm_s24le')],
  ['wav', 'Waveform Audio 44.1kHz 16-bit', null, pcm('pcm_s16le', 44_100)],
];

const shipped: readonly ExportPreset[] = rows.map(([container, name, picture, sound]) => ({
  container,
  name,
  picture,
  sound,
  notes: [],
}));

/** Every exporter of the encoder, in order of name, with its presets. */
export const systemExporters: readonly SystemExporter[] = eprExporters.map((exporter) => ({
  exporter,
  presets: shipped.filter((preset) => exporterOf(preset) === exporter),
}));

/** The folder of an exporter's own presets: class and file type in hexadecimal. */
function folderOf({ classId, fileType }: EprExporter): string {
  const codes = [classId, fileType].map((code) => toFourCharacterCode(code).toString(16));
  return codes.join('_').toUpperCase();
}

/**
 * The shipped preset that a path into an installed encoder's own folders names:
 * `…/MediaIO/systempresets/4E49434B_48323634/YouTube 1080p HD.epr`, with or without a number before
 * its name. Scripts name these wherever their author had the encoder installed.
 */
export function findSystemPreset(presetPath: string): ExportPreset | undefined {
  const parts = /systempresets[\\/]+([0-9A-Fa-f_]+)[\\/]+(?:\d+ - )?([^\\/]+)\.epr$/.exec(
    presetPath,
  );
  const [, folder = '', name = ''] = parts ?? [];
  return systemExporters
    .find(({ exporter }) => folderOf(exporter) === folder.toUpperCase())
    ?.presets.find((preset) => preset.name.toLowerCase() === name.toLowerCase());
}
