import type { RenderEvent } from '../../contract/MediaEngine';
import {
  framesToTicks,
  ticksToNearestFrame,
  toFrames,
  type FrameRate,
} from '../../domain/time/FrameRate';
import { parseTicks, toTicks, type Ticks } from '../../domain/time/Ticks';

/** Frames of the rendered file that follow one another from one medium, or black. */
export interface PictureRun {
  readonly frames: number;
  /** Null is black. */
  readonly source: { readonly mediaPath: string; readonly inTicks: Ticks } | null;
}

/**
 * What shows in every frame of the file: the upper track covers the lower, gaps are black. Edges
 * lie on the frames of the file's own rate, whatever the sequence's is.
 *
 * ```
 * V2   ........[b ====]......
 * V1   [a ==========]..[c ==]
 * runs [a ====][b ====][c ==]
 * ```
 */
export function planPicture(
  videoTracks: readonly (readonly RenderEvent[])[],
  durationTicks: Ticks,
  rate: FrameRate,
): readonly PictureRun[] {
  const events = videoTracks.flat();
  const shown = paint(events, { total: ticksToNearestFrame(durationTicks, rate), rate });
  const runs: PictureRun[] = [];
  for (let start = 0, end = 0; start < shown.length; start = end) {
    const index = shown[start] ?? noEvent;
    while (end < shown.length && shown[end] === index) end += 1;
    const event = events[index];
    const at = framesToTicks(toFrames(start), rate);
    runs.push({ frames: end - start, source: event ? toSource(event, at) : null });
  }
  return runs;
}

const noEvent = -1;

/** For every frame the index of the event that shows, painted from the bottom up. */
function paint(
  events: readonly RenderEvent[],
  { total, rate }: { readonly total: number; readonly rate: FrameRate },
): Int32Array {
  const shown = new Int32Array(total).fill(noEvent);
  for (const [index, event] of events.entries()) {
    const start = ticksToNearestFrame(parseTicks(event.startTicks), rate);
    const end = ticksToNearestFrame(parseTicks(event.endTicks), rate);
    shown.fill(index, start, Math.max(start, end));
  }
  return shown;
}

function toSource(event: RenderEvent, at: Ticks): PictureRun['source'] {
  const offset = at - parseTicks(event.startTicks);
  const inTicks = parseTicks(event.inTicks) + offset;
  // An edge rounded to an earlier frame must not reach before the medium.
  return { mediaPath: event.mediaPath, inTicks: toTicks(inTicks < 0n ? 0n : inTicks) };
}
