import type {
  ContainerSlate,
  DeviceFacts,
  MediaFacts,
  VideoFacts,
} from '../../contract/MediaEngine';
import { findTag, type FfprobeReport, type FfprobeStream } from '../ffmpeg/runFfprobe';
import type { SonyMetadata } from './readSonySidecar';

/** Where cameras and editors write the reel. */
export const reelTags = [
  ...['reel_name', 'com.apple.proapps.reel', 'com.arri.camera.ReelName', 'reel', 'tape'],
];

/**
 * Tags by what they tell, the surest first: keys of QuickTime as Apple's devices and professional
 * applications and ARRI's cameras write them, of Android, of MXF.
 */
const deviceTags: Readonly<Record<keyof DeviceFacts, readonly string[]>> = {
  maker: [
    ...['com.apple.quicktime.make', 'com.apple.proapps.manufacturer', 'com.android.manufacturer'],
    ...['make', 'company_name'],
  ],
  model: [
    ...['com.apple.quicktime.model', 'com.arri.camera.CameraModel', 'com.apple.proapps.cameraName'],
    ...['com.android.model', 'model', 'product_name'],
  ],
  serial: ['com.apple.proapps.serialno', 'com.arri.camera.CameraSerialNumber', 'serial_number'],
  lens: ['com.apple.quicktime.camera.lens_model', 'com.arri.camera.LensType', 'lens'],
  iso: ['com.apple.proapps.iso', 'com.arri.camera.ExposureIndexAsa', 'iso'],
  shutter: [
    ...['com.apple.proapps.shutterAngle', 'com.arri.camera.ShutterAngle'],
    ...['shutter_angle', 'shutter_speed'],
  ],
  whiteBalance: [
    ...['com.apple.proapps.whiteBalance', 'com.arri.camera.WhiteBalanceKelvin', 'white_balance'],
  ],
};

const slateTags: Readonly<Record<keyof ContainerSlate, readonly string[]>> = {
  scene: ['com.apple.proapps.scene', 'com.arri.camera.SceneName', 'scene'],
  take: ['com.apple.proapps.shot', 'com.arri.camera.TakeName', 'take'],
  camera: ['com.apple.proapps.angle', 'com.arri.camera.CameraIndex', 'camera'],
  reel: reelTags,
};

type Told = Pick<MediaFacts, 'recordedAt' | 'clipName' | 'device' | 'slate'>;

/** What a container's tags say of device, date and slate, and where they are silent a sidecar. */
export function readContainerTags(report: FfprobeReport, sidecar: SonyMetadata | null): Told {
  const tag = (...names: readonly string[]) => findTag(report, names);
  const dates = [tag('com.apple.quicktime.creationdate'), tag('creation_time', 'date')];
  return {
    recordedAt: [...dates.map(toDate), sidecar?.recordedAt].find(Boolean) ?? '',
    clipName: tag('com.apple.proapps.clipID', 'clip_name', 'material_package_name'),
    device: readTags(report, deviceTags, sidecar?.device),
    slate: readTags(report, slateTags),
  };
}

function readTags<Name extends string>(
  report: FfprobeReport,
  tags: Readonly<Record<Name, readonly string[]>>,
  otherwise: Partial<Record<Name, string>> = {},
): Record<Name, string> {
  const told = (Object.keys(tags) as Name[]).map((name) => {
    const text = findTag(report, tags[name]);
    return [name, text === '' ? (otherwise[name] ?? '') : text];
  });
  return Object.fromEntries(told) as Record<Name, string>;
}

/** Cameras whose clock was never set write the first day of their calendar. */
function toDate(text: string): string {
  const isWhole = /^\d{4}-\d{2}-\d{2}/.test(text);
  return isWhole && !/^(?:1904|1970)-01-01/.test(text) ? text : '';
}

/** How a player turns the picture, in degrees clockwise. */
export function rotationOf({ side_data_list, tags }: FfprobeStream): VideoFacts['rotation'] {
  const matrix = side_data_list.find(({ rotation }) => rotation !== undefined)?.rotation;
  const degrees = matrix === undefined ? Number(tags['rotate'] ?? 0) : -matrix;
  const quarters = Math.round((Number.isFinite(degrees) ? degrees : 0) / 90);
  const turns: readonly VideoFacts['rotation'][] = [0, 90, 180, 270];
  return turns[((quarters % 4) + 4) % 4] ?? 0;
}

/** Colour tags of a picture; what ffprobe calls unknown is told by nobody. */
export function colourOf(stream: FfprobeStream): VideoFacts['colour'] {
  const known = (text: string) => (text === 'unknown' || text === 'unspecified' ? '' : text);
  return {
    primaries: known(stream.color_primaries),
    transfer: known(stream.color_transfer),
    matrix: known(stream.color_space),
    range: known(stream.color_range),
  };
}
