import { numberOf } from './hostValues';

/** `audioChannelsType` of mono, and the channels of an audio track item by that number. */
const monoType = 0;
const channelsByType = [1, 2, 6];

/** How an item's sound lands when it is placed. */
export interface ItemSound {
  /** Audio track items that one placement makes. */
  readonly clips: number;
  /** Channels in each of them; 0 for a kind that has no fixed number. */
  readonly channels: number;
}

/** Of what has no sound. */
export const noSound: ItemSound = { clips: 0, channels: 0 };

/** How an item's sound would land now. */
export function readSound(item: ProjectItem): ItemSound {
  const mapping = item.getAudioChannelMapping;
  const clips = mapping ? numberOf(mapping.audioClipsNumber) : 0;
  if (!mapping || clips === 0) return noSound;
  const channels = channelsByType[numberOf(mapping.audioChannelsType)];
  return { clips: clips, channels: channels === undefined ? 0 : channels };
}

/**
 * Makes each source channel an audio track item of its own, where this Premiere can and it is not
 * so yet. How many channels the source has is told by the mapping that stands alone.
 */
export function splitChannels(item: ProjectItem): void {
  const sound = readSound(item);
  const mapping = item.getAudioChannelMapping;
  if (!mapping || sound.channels < 2 || item.setAudioChannelMapping === undefined) return;
  const sources = sound.clips * sound.channels;
  mapping.audioChannelsType = monoType;
  mapping.audioClipsNumber = sources;
  for (let channel = 0; channel < sources; channel += 1) {
    mapping.setMappingForChannel(channel, channel);
  }
  item.setAudioChannelMapping(mapping);
}
