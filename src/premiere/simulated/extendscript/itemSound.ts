import { toNumber } from '../es3/scriptValues';
import { audioClipsOf } from '../model/placing';
import type { ProjectItem } from '../model/ProjectModel';
import { isClip, type AudioMapping, type Dom } from './Dom';

/** Channels of an audio clip by `audioChannelsType`: mono, stereo, 5.1. */
const widths: readonly number[] = [1, 2, 6];

/** `getAudioChannelMapping`, which is read as a property, and the object it gives. */
export function defineAudioMapping(dom: Dom): void {
  dom.define('AudioChannelMapping', {
    isValue: true,
    getters: {
      audioClipsNumber: ({ audioClipsNumber }) => audioClipsNumber,
      audioChannelsType: ({ audioChannelsType }) => audioChannelsType,
    },
    setters: {
      audioClipsNumber: (mapping, value) => {
        mapping.audioClipsNumber = toNumber(value);
      },
      audioChannelsType: (mapping, value) => {
        mapping.audioChannelsType = toNumber(value);
      },
    },
    methods: {
      setMappingForChannel: (mapping, [channel, source]) => {
        const [at, from] = [toNumber(channel), toNumber(source)];
        if (!Number.isInteger(at) || at < 0 || !Number.isInteger(from) || from < 0) return false;
        mapping.sources[at] = from;
        return true;
      },
    },
  });
}

/** How an item's sound lands when it is placed; undefined for a bin. */
export function mappingOf(dom: Dom, item: ProjectItem): object | undefined {
  if ('children' in item) return undefined;
  const clips = audioClipsOf(item);
  return dom.wrap('AudioChannelMapping', {
    audioClipsNumber: clips.length,
    audioChannelsType: Math.max(0, widths.indexOf(clips[0]?.length ?? 1)),
    sources: clips.flat(),
  });
}

/** Gives an item another mapping; what is placed already keeps its own. */
export function soundMutators(dom: Dom) {
  return {
    setAudioChannelMapping: {
      run: (item: ProjectItem, [given]: readonly unknown[]) => {
        const mapping = dom.demand('AudioChannelMapping', given);
        if (!isClip(item)) return false;
        const clips = clipsOf(mapping);
        const channels = item.media.audio?.channels ?? 0;
        if (clips.flat().some((channel) => channel >= channels)) return false;
        item.audioClips = clips;
        return true;
      },
      pretend: () => true,
    },
  };
}

function clipsOf(mapping: AudioMapping): number[][] {
  const width = widths[mapping.audioChannelsType] ?? 1;
  return Array.from({ length: mapping.audioClipsNumber }, (_clip, clip) =>
    Array.from({ length: width }, (_channel, channel) => {
      const at = clip * width + channel;
      return mapping.sources[at] ?? at;
    }),
  );
}
