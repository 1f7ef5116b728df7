import type { ParameterState, Sequence, Track, TrackItem } from '../model/ProjectModel';
import { transitionsOf } from '../model/transitions';

/** Values of intrinsic parameters that change nothing, by component and index. */
const neutral: Readonly<Record<string, unknown>> = {
  'opacity/0': 100,
  'motion/0': [0.5, 0.5],
  'motion/1': 100,
  'motion/4': 0,
  'motion/5': [0.5, 0.5],
  'panner/0': 0,
};

/** What an item asks for that the renderer here does not do, by what it is called in a note. */
const wishes: Readonly<Record<string, (item: TrackItem, sequence: Sequence) => boolean>> = {
  opacity: (item) => isTouched(item, /^opacity\/0$/) && !isInvisible(item),
  motion: (item) => isTouched(item, /^motion\//),
  panning: (item) => isTouched(item, /^panner\//),
  effects: ({ effects }) => effects.length > 0,
  speed: ({ speed, isReversed }) => speed !== 1 || isReversed,
  'pictures that Premiere makes itself': ({ item, channels }) =>
    item.kind === 'clip' && item.media.kind !== 'file' && channels.length === 0,
  'scaling of pictures that are not as large as the sequence (they are fitted in)': isOtherSize,
};

/**
 * What a render leaves out of a sequence, a sentence; undefined when it shows all of it. The
 * sequences within it are looked at too.
 */
export function describeUnshown(sequence: Sequence): string | undefined {
  const counts = new Map<string, number>();
  const add = (what: string, count: number) => {
    if (count > 0) counts.set(what, (counts.get(what) ?? 0) + count);
  };
  for (const track of tracksOf(sequence)) {
    add('transitions', transitionsOf(track).length);
    for (const [what, isWished] of Object.entries(wishes)) {
      add(what, track.items.filter((item) => isWished(item, track.sequence)).length);
    }
  }
  add('caption tracks', sequence.captionTracks.length);
  if (counts.size === 0) return undefined;
  return `Not rendered: ${[...counts].map(([what, count]) => `${what} (${count})`).join(', ')}.`;
}

/** Whether a picture is set to show nothing at all: that is rendered. */
export function isInvisible({ channels, parameters }: TrackItem): boolean {
  const opacity = parameters.get('opacity/0');
  return channels.length === 0 && opacity?.value === 0 && !opacity.isTimeVarying;
}

/** Every track of a sequence and of those nested in it, each once. */
function tracksOf(sequence: Sequence, seen = new Set<Sequence>()): readonly Track[] {
  if (seen.has(sequence)) return [];
  seen.add(sequence);
  const tracks = [...sequence.videoTracks, ...sequence.audioTracks];
  const nested = tracks.flatMap(({ items }) => items).map(({ item }) => item);
  return [
    ...tracks,
    ...nested.flatMap((item) => (item.kind === 'sequence' ? tracksOf(item.sequence, seen) : [])),
  ];
}

function isTouched({ parameters }: TrackItem, keys: RegExp): boolean {
  return [...parameters].some(([key, state]) => keys.test(key) && differs(key, state));
}

function differs(key: string, { value, isTimeVarying, keys }: ParameterState): boolean {
  if (isTimeVarying && keys.length > 0) return true;
  return key in neutral && JSON.stringify(value) !== JSON.stringify(neutral[key]);
}

function isOtherSize({ item, channels }: TrackItem, { width, height }: Sequence): boolean {
  if (item.kind !== 'clip' || channels.length > 0 || item.scalesToFrame) return false;
  const { video } = item.media;
  return video !== null && (video.width !== width || video.height !== height);
}
