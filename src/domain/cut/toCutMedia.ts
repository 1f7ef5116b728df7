import type { Finding } from '../finding/Finding';
import { frameRateOfTicks, parseFrameRate } from '../time/FrameRate';
import { parseTicks } from '../time/Ticks';
import type { CutMedia } from './Cut';
import type { ItemReading, MediaReading, SequenceReading } from './SequenceReading';

/** What a medium is made from: the item, and what probing said of its file where anyone probed it. */
export interface MediumSource {
  readonly id: string;
  readonly item: ItemReading;
  readonly facts: MediaReading | undefined;
  /** Gives its raster to picture that nobody probed. */
  readonly sequence: SequenceReading;
}

const assumedSampleRate = 48_000;

/** A project item's medium. Facts from probing go before what the host says. */
export function toCutMedia({ id, item, facts, sequence }: MediumSource): CutMedia {
  const { startTicks, durationTicks } = facts ?? item;
  return {
    id,
    name: baseName(item.mediaPath) || item.name,
    path: item.mediaPath,
    reel: facts?.reel || null,
    startTicks: parseTicks(startTicks),
    durationTicks: parseTicks(durationTicks),
    ...(facts ? toProbedStreams(facts) : toAssumedStreams(item, sequence)),
  };
}

/** What had to be assumed of an item, in words. */
export function describeMedium({ item, facts }: MediumSource): readonly Finding[] {
  if (item.isSequence) {
    return [
      describe(
        item,
        'cut-nested-sequence',
        'A sequence inside the sequence: it goes out as one event without media.',
      ),
    ];
  }
  if (item.mediaPath === '') {
    return [
      describe(
        item,
        'cut-item-without-media',
        'This item has no media file; it goes out as an event without media.',
      ),
    ];
  }
  if (facts) return [];
  return [
    describe(
      item,
      'cut-media-not-probed',
      'The media was not probed: raster, sample rate and channels are assumed.',
    ),
  ];
}

function toProbedStreams({ video, audio }: MediaReading): Pick<CutMedia, 'video' | 'audio'> {
  const frameRate = video ? parseFrameRate(video.frameRate) : undefined;
  return {
    video: video && frameRate ? { frameRate, width: video.width, height: video.height } : null,
    audio: audio ? { sampleRate: audio.sampleRate, channels: audio.channels } : null,
  };
}

/** One audio item may be mono or stereo; camera sound is stereo far more often. */
function toAssumedStreams(
  item: ItemReading,
  { width, height }: SequenceReading,
): Pick<CutMedia, 'video' | 'audio'> {
  const frameTicks = parseTicks(item.frameTicks);
  const channels = item.audioClips === 1 ? 2 : item.audioClips;
  return {
    video: frameTicks > 0n ? { frameRate: frameRateOfTicks(frameTicks), width, height } : null,
    audio: channels > 0 ? { sampleRate: assumedSampleRate, channels } : null,
  };
}

function baseName(path: string): string {
  return path.replace(/^.*[\\/]/, '');
}

function describe(item: ItemReading, code: string, message: string): Finding {
  return { code, severity: 'warning', subject: item.name, message };
}
