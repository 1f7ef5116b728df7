import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import path from 'node:path';
import { findFfmpeg, type FfmpegPaths } from '../../src/engine/ffmpeg/findFfmpeg';

const run = promisify(execFile);

/** The packaged ffmpeg and ffprobe: the oldest that must do. */
export function packagedFfmpeg(): Promise<FfmpegPaths> {
  return findFfmpeg({ PATH: '' });
}

/** What a generated clip is like. */
export interface ClipSettings {
  readonly name: string;
  readonly seconds?: number;
  /** Exact fraction. */
  readonly rate?: string;
  readonly size?: string;
  /** Plain colour of the whole picture; empty for a moving pattern. */
  readonly color?: string;
  readonly timecode?: string;
  readonly reel?: string;
  /** Hertz of a steady tone at -18 dBFS; 0 for no sound. */
  readonly tone?: number;
  readonly channels?: number;
}

/** Makes a small clip with picture and, unless told otherwise, one channel of sound. */
export async function aClip(folder: string, settings: ClipSettings): Promise<string> {
  const { name, seconds = 2, rate = '24000/1001', size = '320x180', tone = 440 } = settings;
  const file = path.join(folder, name);
  const source = settings.color ? `color=c=${settings.color}` : 'testsrc2';
  const separator = settings.color ? ':' : '=';
  const picture = ['-f', 'lavfi', '-i', `${source}${separator}s=${size}:r=${rate}:d=${seconds}`];
  const sound = tone > 0 ? toneArguments(tone, seconds, settings.channels ?? 1) : [];
  const { ffmpeg } = await packagedFfmpeg();
  await run(ffmpeg, [
    ...['-v', 'error', '-y', ...picture, ...sound],
    ...(settings.timecode ? ['-timecode', settings.timecode] : []),
    ...(settings.reel ? ['-metadata:s:v', `reel_name=${settings.reel}`] : []),
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '10', '-pix_fmt', 'yuv420p'],
    ...['-c:a', name.endsWith('.mov') ? 'pcm_s24le' : 'aac'],
    file,
  ]);
  return file;
}

/** A steady tone of 0.125 of full scale (-18 dBFS) as a wave file. */
export async function aTone(
  folder: string,
  settings: {
    readonly name: string;
    readonly hertz: number;
    readonly seconds: number;
    readonly channels?: number;
  },
): Promise<string> {
  const file = path.join(folder, settings.name);
  const { ffmpeg } = await packagedFfmpeg();
  const { hertz, seconds, channels = 1 } = settings;
  const input = toneArguments(hertz, seconds, channels);
  await run(ffmpeg, ['-v', 'error', '-y', ...input, '-c:a', 'pcm_s24le', file]);
  return file;
}

function toneArguments(hertz: number, seconds: number, channels: number): readonly string[] {
  // Another octave a channel, so that each can be told from the others.
  const expressions = Array.from(
    { length: channels },
    (_, channel) => `0.125*sin(2*PI*${hertz * (channel + 1)}*t)`,
  );
  return ['-f', 'lavfi', '-i', `aevalsrc=${expressions.join('|')}:s=48000:d=${seconds}`];
}

/** Sound of a file as samples between -1 and 1, one array a channel, at 48 kHz. */
export async function decodeSound(file: string): Promise<readonly Float32Array[]> {
  const { ffmpeg, ffprobe } = await packagedFfmpeg();
  const asked = ['-v', 'error', '-select_streams', 'a:0', '-show_entries', 'stream=channels'];
  const { stdout: text } = await run(ffprobe, [...asked, '-of', 'csv=p=0', file]);
  const channels = Number(text.trim());
  const { stdout } = await run(
    ffmpeg,
    ['-v', 'error', '-i', file, '-f', 'f32le', '-ar', '48000', '-'],
    {
      encoding: 'buffer',
      maxBuffer: 1 << 30,
    },
  );
  const samples = new Float32Array(stdout.buffer, stdout.byteOffset, Math.floor(stdout.length / 4));
  return Array.from({ length: channels }, (_, channel) =>
    samples.filter((_sample, at) => at % channels === channel),
  );
}

/** Mean colour of every frame, as red, green and blue from 0 to 255. */
export async function decodeFrames(file: string): Promise<readonly (readonly number[])[]> {
  const { ffmpeg } = await packagedFfmpeg();
  const { stdout } = await run(
    ffmpeg,
    [
      '-v',
      'error',
      '-i',
      file,
      '-vf',
      'scale=1:1:flags=area',
      '-vsync',
      '0',
      '-f',
      'rawvideo',
      '-pix_fmt',
      'rgb24',
      '-',
    ],
    { encoding: 'buffer', maxBuffer: 1 << 28 },
  );
  return Array.from({ length: stdout.length / 3 }, (_, frame) => [
    ...stdout.subarray(frame * 3, frame * 3 + 3),
  ]);
}
