import { formatTimecode, framesToTimecode } from '../../domain/time/Timecode';
import { toFrames, type FrameRate } from '../../domain/time/FrameRate';

/** The rate of the sample's cameras and of the recorder's timecode: non-drop, as 23.976 always is. */
export const sampleRate: FrameRate = { numerator: 24000, denominator: 1001 };

/** Hertz of all sound of the sample. */
export const audioRate = 48000;

/** One frame lasts exactly this many samples: 48000 × 1001 / 24000. */
export const samplesPerFrame = 2002;

/** The label of a frame counted from midnight, `09:12:20:00`. */
export function toLabel(frames: number): string {
  return formatTimecode(framesToTimecode(toFrames(frames), sampleRate, false));
}
