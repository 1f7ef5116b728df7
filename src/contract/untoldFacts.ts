import type { MediaFacts, VideoFacts } from './MediaEngine';

/** What is said of a medium whose file tells nothing of its device, date and slate. */
export const untoldFacts: Pick<MediaFacts, 'recordedAt' | 'clipName' | 'device' | 'slate'> = {
  recordedAt: '',
  clipName: '',
  device: { maker: '', model: '', serial: '', lens: '', iso: '', shutter: '', whiteBalance: '' },
  slate: { scene: '', take: '', camera: '', reel: '' },
};

/** What is said of a picture whose file tells only its raster and a constant rate. */
export function untoldPicture(
  frameRate: string,
): Pick<VideoFacts, 'variableRate' | 'nearestRate' | 'rotation' | 'colour'> {
  return {
    variableRate: false,
    nearestRate: frameRate,
    rotation: 0,
    colour: { primaries: '', transfer: '', matrix: '', range: '' },
  };
}
