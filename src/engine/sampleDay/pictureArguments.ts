import nodeModule from 'node:module';
import path from 'node:path';
import { audioRate, sampleRate, toLabel } from './sampleClock';
import type { SampleClip, SampleTake } from './SampleTake';
import { sampleTitle, scenes } from './scenes';
import { randomOf } from './takeSound';

/** Raster of the cameras' pictures. */
export const pictureSize = { width: 640, height: 360 } as const;

/** Files that a camera writes of one clip, as absolute paths; the last two are camera B's alone. */
interface ClipOutputs {
  readonly clip: string;
  readonly thumbnail: string | null;
  readonly proxy: string | null;
}

/** The folder of the burnt-in letters; ffmpeg runs in it, so that no path has to be escaped. */
export function fontFolder(): string {
  // Through the module's default export: webpack would take a bare createRequire for its own.
  const manifest = nodeModule.createRequire(__filename).resolve('dejavu-fonts-ttf/package.json');
  return path.join(path.dirname(manifest), 'ttf');
}

const rate = `${sampleRate.numerator}/${sampleRate.denominator}`;

/** The same bytes every time: no dates, no version texts, one thread. */
const repeatable = ['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'];

const sound = ['-c:a', 'aac', '-b:a', '128k'];

const tags = ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'];

/**
 * What ffmpeg needs to make a camera's clip from nothing and from the sound on its standard input
 * (two channels, signed 16 bit, 48 kHz). Works with builds from 2018 on.
 */
export function toPictureArguments(
  take: SampleTake,
  clip: SampleClip,
  outputs: ClipOutputs,
): readonly string[] {
  const timecode = ['-timecode', toLabel(clip.startFrame)];
  const reel = clip.camera === 'A' ? ['-metadata:s:v:0', `reel_name=${clip.card}`] : [];
  const picture = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '25', '-g', '24', '-bf', '0'];
  const format = ['-threads', '1', '-pix_fmt', 'yuv420p', '-color_range', 'tv', ...tags];
  const whole = ['-map', '0:v:0', '-map', '1:a:0', ...picture, ...format, ...sound, ...repeatable];
  return [
    ...['-hide_banner', '-nostdin', '-y', '-v', 'error'],
    ...['-f', 'lavfi', '-i', toGraph(take, clip)],
    ...['-f', 's16le', '-ar', String(audioRate), '-ac', '2', '-i', 'pipe:0'],
    ...whole,
    ...timecode,
    ...reel,
    outputs.clip,
    ...(outputs.proxy ? [...whole, '-vf', 'scale=320:180', ...timecode, outputs.proxy] : []),
    ...(outputs.thumbnail ? toThumbnail(outputs.thumbnail) : []),
  ];
}

function toThumbnail(file: string): readonly string[] {
  const still = ['-frames:v', '1', '-vf', 'scale=160:90', '-pix_fmt', 'yuvj420p', '-f', 'image2'];
  return ['-map', '0:v:0', ...still, '-threads', '1', ...repeatable, file];
}

/** A corridor in the take's own colour with the slate over it; the picture is white at the clap. */
function toGraph(take: SampleTake, clip: SampleClip): string {
  const { width, height } = pictureSize;
  const seconds = ((clip.frames - 0.5) * sampleRate.denominator) / sampleRate.numerator;
  const source = `color=c=${toColor(take, clip)}:s=${width}x${height}:r=${rate}:d=${seconds.toFixed(6)}`;
  const flash =
    take.slateFrame === null
      ? []
      : [`drawbox=color=white:t=fill:enable='eq(n,${take.slateFrame - clip.startFrame})'`];
  return [source, ...toCorridor(clip), ...toBurnIn(take, clip), ...flash].join(',');
}

/** Doors within doors; camera B stands closer. */
function toCorridor({ camera }: SampleClip): readonly string[] {
  const { width, height } = pictureSize;
  const shares = camera === 'A' ? [0.72, 0.48, 0.3] : [0.86, 0.6, 0.38];
  return shares.map((share) => {
    const box = { w: Math.round(width * share), h: Math.round(height * share) };
    const corner = `x=${(width - box.w) / 2}:y=${(height - box.h) / 2}`;
    return `drawbox=${corner}:w=${box.w}:h=${box.h}:color=black@0.3:t=fill`;
  });
}

function toBurnIn(take: SampleTake, clip: SampleClip): readonly string[] {
  const heading = scenes.find(({ scene }) => scene === take.scene)?.heading ?? 'NOT LOGGED';
  const slate = take.setup === '' ? 'NO SLATE' : `${take.setup}  T${take.take}`;
  const label = toLabel(clip.startFrame).replaceAll(':', '\\:');
  const clock = `timecode='${label}':rate=${rate}`;
  const box = 'box=1:boxcolor=black@0.65:boxborderw=8';
  return [
    toText(`text='${slate}'`, 'fontsize=58:x=24:y=22'),
    toText(`text='CAM ${clip.camera}'`, 'fontsize=40:x=w-tw-24:y=28'),
    toText(`text='${`${sampleTitle}   ${heading}`.toUpperCase()}'`, 'fontsize=17:x=26:y=92'),
    toText(`text='${clip.card}  ${clip.name}'`, 'fontsize=17:x=(w-tw)/2:y=h-104'),
    toText(clock, `fontsize=38:x=(w-tw)/2:y=h-68:${box}`),
    ...(take.mos ? [toText(`text='MOS'`, 'fontsize=40:x=w-tw-24:y=78')] : []),
  ];
}

function toText(content: string, style: string): string {
  return `drawtext=fontfile=DejaVuSansMono-Bold.ttf:${content}:${style}:fontcolor=white`;
}

/** A muted colour: setups differ in hue, takes and cameras in lightness. */
function toColor(take: SampleTake, { camera }: SampleClip): string {
  const hue = randomOf(`hue ${take.setup}`)() * 6;
  const light = (camera === 'A' ? 0.5 : 0.62) - 0.07 * (Number(take.take) || 0);
  const channel = (shift: number): string => {
    const wave = Math.abs(((hue + shift) % 6) - 3) - 1;
    const value = light * (0.55 + 0.45 * Math.max(0, Math.min(1, wave)));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `0x${channel(0)}${channel(4)}${channel(2)}`;
}
