import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AudioFacts, MediaFacts, VideoFacts } from '../../src/contract/MediaEngine';
import { untoldFacts, untoldPicture } from '../../src/contract/untoldFacts';

/** Ticks in a second, and in a frame at 24000/1001. */
export const second = 254_016_000_000n;
export const frame = 10_594_584_000n;

/** A clip name that ends any string it is pasted into. */
export const hostileName = `'); app.quit(); //"\u2028`;

const picture: VideoFacts = {
  codec: 'prores',
  profile: 'Standard',
  width: 1920,
  height: 1080,
  frameRate: '24000/1001',
  pixelFormat: 'yuv422p10le',
  frames: 240,
  scan: 'progressive',
  ...untoldPicture('24000/1001'),
};

function sound(channels: number): AudioFacts {
  const streams = [channels];
  return { codec: 'pcm_s24le', sampleRate: 48_000, channels, streams, bitsPerSample: 24 };
}

function aFile(path: string, streams: Pick<MediaFacts, 'video' | 'audio'>): MediaFacts {
  return {
    path,
    sizeBytes: 1_000,
    modifiedMs: 0,
    container: 'mov,mp4,m4a,3gp,3g2,mj2',
    durationTicks: String(240n * frame),
    startTimecode: '10:00:00:00',
    startTicks: String(864_864n * frame),
    reel: '',
    ...untoldFacts,
    ...streams,
    sound: null,
  };
}

/** Media of the contract suite: ten seconds of each kind that lands differently. */
export const contractMedia = {
  /** Picture with one stereo sound. */
  camera: aFile('/cards/A001C001.mov', { video: picture, audio: sound(2) }),
  /** Another, with the same channels. */
  otherCamera: aFile('/cards/A001C002.mov', { video: picture, audio: sound(2) }),
  /** Picture alone. */
  mute: aFile('/cards/A001C003.mov', { video: picture, audio: null }),
  /** Four channels, four mono sounds. */
  recorder: aFile('/cards/24A-3.wav', { video: null, audio: sound(4) }),
  /** A file that was named to do harm; a file's name holds no slash. */
  hostile: aFile(`/cards/${hostileName.replaceAll('/', '')}.mov`, { video: picture, audio: null }),
} as const satisfies Record<string, MediaFacts>;

/** Low-resolution copies of the camera's clip: one that matches it, and one of another length. */
export const contractProxies = {
  matching: aFile('/cards/Proxy/A001C001.mp4', {
    video: { ...picture, codec: 'h264', width: 960, height: 540 },
    audio: sound(2),
  }),
  tooLong: {
    ...aFile('/cards/Proxy/A001C009.mp4', {
      video: { ...picture, codec: 'h264', width: 960, height: 540 },
      audio: sound(2),
    }),
    durationTicks: String(300n * frame),
  },
} as const satisfies Record<string, MediaFacts>;

/** How many frames the image sequence has. */
export const stillFrames = 3;

/** Writes a numbered image sequence into a folder: what is known of its first frame. */
export function writeStills(folder: string): MediaFacts {
  const pathOf = (number: number) => join(folder, `VFX_010.${1001 + number}.dpx`);
  for (let number = 0; number < stillFrames; number += 1) writeFileSync(pathOf(number), 'frame');
  const video = { ...picture, codec: 'dpx', frames: 1 };
  return { ...aFile(pathOf(0), { video, audio: null }), durationTicks: String(frame) };
}
