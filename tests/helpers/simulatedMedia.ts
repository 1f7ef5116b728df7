import fs from 'node:fs';
import type { MediaFacts, ProbeResult, RenderRequest } from '../../src/contract/MediaEngine';
import { untoldFacts, untoldPicture } from '../../src/contract/untoldFacts';
import type { SimulatedMediaPort } from '../../src/premiere/simulated/SimulatedMediaPort';

const ticksPerSecond = 254_016_000_000n;

/** What to say of a medium; the rest is a 10-second 1080p25 clip with stereo sound at 01:00:00:00. */
export interface MediaSketch {
  readonly seconds?: number;
  readonly startSeconds?: number;
  /** Exact fraction; null for sound alone. */
  readonly frameRate?: string | null;
  readonly channels?: number;
}

/** Facts of a medium that need not exist. */
export function mediaFacts(path: string, sketch: MediaSketch = {}): MediaFacts {
  const { seconds = 10, startSeconds = 3600, frameRate = '25/1', channels = 2 } = sketch;
  return {
    path,
    sizeBytes: 1000,
    modifiedMs: 0,
    container: frameRate === null ? 'wav' : 'mov',
    durationTicks: (BigInt(seconds) * ticksPerSecond).toString(),
    startTimecode: '',
    startTicks: (BigInt(startSeconds) * ticksPerSecond).toString(),
    reel: '',
    ...untoldFacts,
    video:
      frameRate === null
        ? null
        : {
            codec: 'prores',
            profile: 'lt',
            width: 1920,
            height: 1080,
            frameRate,
            pixelFormat: 'yuv422p10le',
            frames: -1,
            scan: 'progressive',
            ...untoldPicture(frameRate),
          },
    audio:
      channels === 0
        ? null
        : {
            codec: 'pcm_s24le',
            sampleRate: 48_000,
            channels,
            streams: [channels],
            bitsPerSample: 24,
          },
    sound: null,
  };
}

/** A media port for tests. */
export interface TestMediaPort extends SimulatedMediaPort {
  /** Every order that came. */
  readonly rendered: RenderRequest[];
  /** Lets every render from now on fail with these words; “hang” waits until it is cancelled. */
  readonly failWith: (message: string) => void;
  /** Says how far the render is that hangs, from 0 to 1. */
  readonly tellProgress: (fraction: number) => void;
}

/** A media port that knows the given paths, and writes a small file for each render. */
export function simulatedMedia(known: Readonly<Record<string, MediaSketch>>): TestMediaPort {
  const rendered: RenderRequest[] = [];
  let failure: string | null = null;
  let tellProgress: (fraction: number) => void = () => undefined;
  const probeOne = (path: string): ProbeResult => {
    const sketch = known[path];
    if (sketch) return { path, ok: true, media: mediaFacts(path, sketch) };
    return { path, ok: false, code: 'media-unsupported', message: `“${path}” is not supported.` };
  };
  return {
    rendered,
    tellProgress: (fraction) => tellProgress(fraction),
    failWith: (message) => {
      failure = message;
    },
    probe: (paths) => paths.map(probeOne),
    renderNow: (request) => {
      rendered.push(request);
      if (failure !== null) throw new Error(failure);
      fs.writeFileSync(request.outputPath, 'rendered');
    },
    render: async (request, onProgress, signal) => {
      rendered.push(request);
      tellProgress = onProgress;
      if (failure === 'hang')
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
      signal.throwIfAborted();
      if (failure !== null) throw new Error(failure);
      onProgress(0.5);
      onProgress(1);
      await fs.promises.writeFile(request.outputPath, 'rendered');
    },
  };
}
