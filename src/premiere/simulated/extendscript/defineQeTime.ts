import { frameRateOfTicks, ticksToFrames } from '../../../domain/time/FrameRate';
import { ticksToSeconds, toTicks } from '../../../domain/time/Ticks';
import { formatTime } from './defineTime';
import type { Dom } from './Dom';

/**
 * `QETime`: a moment of a sequence. Its label is what the sequence shows there, counted from the zero
 * point, so that it can be given to `razor`; ticks, seconds and frames count from the first frame,
 * as the public DOM does. Community typings call the ticks a number; four published panels find an
 * item's QE twin by comparing them strictly with the public DOM's text, so text they are.
 */
export function defineQeTime(dom: Dom): void {
  dom.define('QETime', {
    getters: {
      ticks: ({ ticks }) => ticks.toString(),
      secs: ({ ticks }) => ticksToSeconds(ticks),
      frames: ({ ticks, sequence }) => ticksToFrames(ticks, frameRateOfTicks(sequence.frameTicks)),
      timecode: ({ ticks, sequence: { zeroPoint, frameTicks, displayFormat } }) =>
        formatTime(toTicks(ticks + zeroPoint), frameTicks, displayFormat),
    },
  });
}
