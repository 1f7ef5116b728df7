import type { MediaMeasurements } from '../../src/contract/MediaEngine';
import { untoldFacts, untoldPicture } from '../../src/contract/untoldFacts';

type VideoFacts = NonNullable<MediaMeasurements['media']['video']>;
type AudioFacts = NonNullable<MediaMeasurements['media']['audio']>;

/** Measurements of a file that keeps every rule of `web-review-1080p` for 240 frames at 24000/1001. */
export function aMeasuredMedia(
  changes: Partial<MediaMeasurements> = {},
  streams: { readonly video?: Partial<VideoFacts>; readonly audio?: Partial<AudioFacts> } = {},
): MediaMeasurements {
  return {
    media: {
      path: '/out/Rough_cut_web-review-1080p.mp4',
      sizeBytes: 12_500_000,
      modifiedMs: 0,
      container: 'mov,mp4,m4a,3gp,3g2,mj2',
      durationTicks: '2542700160000',
      startTimecode: '',
      startTicks: '0',
      reel: '',
      ...untoldFacts,
      video: {
        codec: 'h264',
        profile: 'High',
        width: 1920,
        height: 1080,
        frameRate: '24000/1001',
        pixelFormat: 'yuv420p',
        frames: 240,
        scan: 'progressive',
        ...untoldPicture('24000/1001'),
        ...streams.video,
      },
      audio: {
        codec: 'aac',
        sampleRate: 48000,
        channels: 2,
        streams: [2],
        bitsPerSample: 0,
        ...streams.audio,
      },
      sound: null,
    },
    majorBrand: 'isom',
    videoFrames: 240,
    constantFrameRate: true,
    sampleAspectRatio: '1:1',
    colorPrimaries: 'bt709',
    colorTransfer: 'bt709',
    colorMatrix: 'bt709',
    colorRange: 'tv',
    moovBeforeMdat: true,
    integratedLufs: -16.4,
    truePeakDbtp: -2,
    videoBitrate: 9_800_000,
    xxh64: '0000000000000000',
    measuredWith: 'a test',
    ...changes,
  };
}
