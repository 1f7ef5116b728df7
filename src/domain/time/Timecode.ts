import { nominalRate, toFrames, type FrameRate, type Frames } from './FrameRate';

/** A label at a rate, not a time. `dropFrame` exists at 29.97 and 59.94 only (SMPTE ST 12-1). */
export interface Timecode {
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly frames: number;
  readonly dropFrame: boolean;
}

const timecodePattern = /^(\d{1,2})[:;.](\d{2})[:;.](\d{2})([:;.])(\d{2,3})$/;

/** Whether labels at this rate may drop: 30000/1001 and 60000/1001 (23.976 never does). */
export function canDropFrames(rate: FrameRate): boolean {
  return rate.denominator === 1001 && (rate.numerator === 30000 || rate.numerator === 60000);
}

/**
 * Reads `HH:MM:SS:FF`; `;` or `.` before the frames means drop-frame.
 * Undefined for what is no label: minutes past 59, frames past the rate, and the labels that
 * drop-frame skips (00:01:00;00).
 */
export function parseTimecode(text: string, rate: FrameRate): Timecode | undefined {
  const match = timecodePattern.exec(text.trim());
  if (!match) return undefined;
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = [1, 2, 3, 5].map((group) =>
    Number(match[group]),
  );
  const dropFrame = match[4] !== ':' && canDropFrames(rate);
  const timecode = { hours, minutes, seconds, frames, dropFrame };
  return isLegal(timecode, rate) ? timecode : undefined;
}

/** `HH:MM:SS:FF`, with `;` before the frames for drop-frame. */
export function formatTimecode(timecode: Timecode): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const { hours, minutes, seconds, frames, dropFrame } = timecode;
  return `${pad(hours)}:${pad(minutes)}:${pad(seconds)}${dropFrame ? ';' : ':'}${pad(frames)}`;
}

/** The count of frames since 00:00:00:00 that a label stands for. */
export function timecodeToFrames(timecode: Timecode, rate: FrameRate): Frames {
  const nominal = nominalRate(rate);
  const totalMinutes = timecode.hours * 60 + timecode.minutes;
  const counted = (totalMinutes * 60 + timecode.seconds) * nominal + timecode.frames;
  if (!timecode.dropFrame) return toFrames(counted);
  return toFrames(
    counted - droppedPerMinute(rate) * (totalMinutes - Math.floor(totalMinutes / 10)),
  );
}

/** The label of a frame count; wraps at 24 hours, negative counts wrap backwards. */
export function framesToTimecode(frames: Frames, rate: FrameRate, dropFrame: boolean): Timecode {
  const drops = dropFrame && canDropFrames(rate);
  const nominal = nominalRate(rate);
  const day = framesPerDay(rate, drops);
  const wrapped = ((frames % day) + day) % day;
  const labelled = drops ? addDropped(wrapped, rate) : wrapped;
  const totalSeconds = Math.floor(labelled / nominal);
  return {
    hours: Math.floor(totalSeconds / 3600),
    minutes: Math.floor(totalSeconds / 60) % 60,
    seconds: totalSeconds % 60,
    frames: labelled % nominal,
    dropFrame: drops,
  };
}

/** Frames between one midnight label and the next: 2 589 408 at 29.97 drop-frame. */
export function framesPerDay(rate: FrameRate, dropFrame: boolean): number {
  const day = 24 * 3600 * nominalRate(rate);
  return dropFrame ? day - droppedPerMinute(rate) * 1296 : day;
}

/** Labels skipped at each minute but the tenth: 2 at 29.97, 4 at 59.94. */
function droppedPerMinute(rate: FrameRate): number {
  return nominalRate(rate) / 15;
}

function addDropped(frames: number, rate: FrameRate): number {
  const dropped = droppedPerMinute(rate);
  const perMinute = nominalRate(rate) * 60 - dropped;
  const perTenMinutes = perMinute * 10 + dropped;
  const tens = Math.floor(frames / perTenMinutes);
  const rest = frames % perTenMinutes;
  const minutes = rest < dropped ? 0 : Math.floor((rest - dropped) / perMinute);
  return frames + dropped * (tens * 9 + minutes);
}

function isLegal(timecode: Timecode, rate: FrameRate): boolean {
  const { hours, minutes, seconds, frames, dropFrame } = timecode;
  if (hours > 23 || minutes > 59 || seconds > 59 || frames >= nominalRate(rate)) return false;
  const isDropped = dropFrame && seconds === 0 && minutes % 10 !== 0;
  return !(isDropped && frames < droppedPerMinute(rate));
}
