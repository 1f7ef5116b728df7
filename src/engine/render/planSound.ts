import type { RenderEvent } from '../../contract/MediaEngine';
import { ticksToSamples } from '../../domain/time/Samples';
import { parseTicks } from '../../domain/time/Ticks';
import type { InspectedMedium } from './inspectMedia';

/** A stretch of one stream of a medium, and where it sounds. Samples at the file's rate. */
export interface SoundRun {
  readonly mediaPath: string;
  /** Among the medium's sound streams, from 0. */
  readonly stream: number;
  /** Channels of that stream. */
  readonly streamChannels: number;
  readonly startSample: number;
  readonly endSample: number;
  readonly inSample: number;
  /** Which channel of the stream goes to which channel of the file, and how loud (linear). */
  readonly routes: readonly SoundRoute[];
  /** Gain over time, times that of the routes; none is 1. Samples from the run's start. */
  readonly envelope: readonly EnvelopePoint[];
}

/** A linear gain at a sample; straight lines between. */
export interface EnvelopePoint {
  readonly sample: number;
  readonly gain: number;
}

/** One channel of a stream on its way into the file. */
export interface SoundRoute {
  readonly from: number;
  readonly to: number;
  readonly gain: number;
}

/** What the file's sound is like. */
export interface SoundShape {
  readonly sampleRate: number;
  readonly channels: number;
}

/** Every use of sound as runs by start; channels that the medium does not have are silent. */
export function planSound(
  audioTracks: readonly (readonly RenderEvent[])[],
  media: ReadonlyMap<string, InspectedMedium>,
  shape: SoundShape,
): readonly SoundRun[] {
  return audioTracks
    .flat()
    .flatMap((event) => toRuns(event, media.get(event.mediaPath)?.soundStreams ?? [], shape))
    .filter((run) => run.endSample > run.startSample && run.routes.length > 0)
    .sort((left, right) => left.startSample - right.startSample);
}

/** One run for each stream that holds channels of the event. */
function toRuns(
  event: RenderEvent,
  soundStreams: readonly number[],
  { sampleRate, channels }: SoundShape,
): readonly SoundRun[] {
  const at = (ticks: string): number => ticksToSamples(parseTicks(ticks), sampleRate);
  const startSample = at(event.startTicks);
  const endSample = at(event.endTicks);
  const envelope = (event.gainKeys ?? []).map(({ offsetTicks, gain }) => ({
    sample: at(offsetTicks),
    gain,
  }));
  let firstChannel = 0;
  return soundStreams.map((streamChannels, stream) => {
    const offset = firstChannel;
    firstChannel += streamChannels;
    const routes = routesOf(event, channels)
      .map((route) => ({ ...route, from: route.from - offset }))
      .filter(({ from }) => from >= 0 && from < streamChannels);
    const { mediaPath } = event;
    const inSample = at(event.inTicks);
    const span = { startSample, endSample, inSample };
    return { mediaPath, stream, streamChannels, ...span, routes, envelope };
  });
}

/**
 * As many channels as the file has go one to one, a pair goes left and right; any others sound in
 * the centre: from both of the first two channels, each at full level. A mono file takes the mean.
 */
function routesOf(event: RenderEvent, outputs: number): readonly SoundRoute[] {
  const { channels, gain } = event;
  if (outputs === 1) {
    return channels.map((from) => ({ from, to: 0, gain: gain / channels.length }));
  }
  const isPaired = channels.length === outputs || (channels.length === 2 && outputs >= 2);
  if (isPaired) return channels.map((from, to) => ({ from, to, gain }));
  return channels.flatMap((from) => [0, 1].map((to) => ({ from, to, gain })));
}
