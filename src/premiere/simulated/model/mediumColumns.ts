import path from 'node:path';
import { frameRateOfTicks } from '../../../domain/time/FrameRate';
import type { Ticks } from '../../../domain/time/Ticks';
import type { Clip, Media, Sequence } from './ProjectModel';

/** A column's id and its value. */
interface Column {
  readonly column: string;
  readonly value: string;
}

/** What a medium says of itself, kept while nothing of it changes: panels read it again and again. */
const known = new WeakMap<Media, { readonly path: string; readonly columns: readonly Column[] }>();

/** What a clip's medium and its interpretation say: rate, picture, sound, file. */
export function mediumColumns(clip: Clip): Column[] {
  const { media } = clip;
  let kept = known.get(media);
  if (kept?.path !== media.path) {
    kept = { path: media.path, columns: readMedium(media) };
    known.set(media, kept);
  }
  return [...kept.columns, ...readClip(clip)];
}

function readMedium(media: Media): Column[] {
  const columns = [column('MediaType', typeOf(media))];
  if (media.path !== '') {
    columns.push(column('FilePath', media.path), column('FileName', path.basename(media.path)));
  }
  if (media.audio) {
    const { sampleRate, channels } = media.audio;
    const { bitsPerSample = 16 } = media.facts.audio ?? {};
    columns.push(
      column('AudioInfo', `${sampleRate} Hz - ${bitsPerSample}-bit - ${soundOf(channels)}`),
    );
  }
  if (media.video) columns.push(text('Codec', media.facts.video?.codec ?? ''));
  return columns;
}

function readClip({ media, rateOverride, interpretation, proxyPath }: Clip): Column[] {
  const columns = [text('Status', media.isOnline ? 'Online' : 'Offline')];
  if (media.video) {
    const rate = rateOverride === null ? rateText(media.video.frameTicks) : fpsText(rateOverride);
    const aspect = aspectText(interpretation.pixelAspectRatio ?? 1);
    columns.push(
      column('MediaTimebase', rate),
      column('VideoInfo', `${media.video.width} x ${media.video.height} (${aspect})`),
    );
  } else if (media.audio) columns.push(column('MediaTimebase', `${media.audio.sampleRate} Hz`));
  if (proxyPath === '') return columns;
  return [
    ...columns,
    text('Proxy', 'Attached'),
    column('ProxyFilePath', proxyPath),
    column('ProxyFileName', path.basename(proxyPath)),
  ];
}

/** Rate and picture of a sequence: panels take its frame size from there as they do a clip's. */
export function sequenceColumns({ width, height, frameTicks, settings }: Sequence): Column[] {
  const [across = 1, down = 1] = settings.pixelAspectRatio.split(':').map(Number);
  return [
    column('MediaTimebase', rateText(frameTicks)),
    column('VideoInfo', `${width} x ${height} (${aspectText(across / down)})`),
  ];
}

function typeOf({ kind, video, audio }: Media): string {
  if (kind === 'captions') return 'Captions';
  if (video && audio) return 'Movie';
  return video ? 'Video' : 'Audio';
}

function soundOf(channels: number): string {
  if (channels === 1) return 'Mono';
  return channels === 2 ? 'Stereo' : `${channels} Mono`;
}

/** `1.0`, `1.0940`. */
function aspectText(ratio: number): string {
  return Number.isInteger(ratio) ? ratio.toFixed(1) : ratio.toFixed(4);
}

/** `23.976 fps`, as the column shows it. */
function rateText(frameTicks: Ticks): string {
  const rate = frameRateOfTicks(frameTicks);
  return fpsText(rate.numerator / rate.denominator);
}

function fpsText(rate: number): string {
  return `${Number(rate.toFixed(3))} fps`;
}

function column(name: string, value: string): Column {
  return { column: `Column.Intrinsic.${name}`, value };
}

function text(name: string, value: string): Column {
  return { column: `Column.PropertyText.${name}`, value };
}
