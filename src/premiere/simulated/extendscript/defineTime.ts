import { framesToTimecode, formatTimecode } from '../../../domain/time/Timecode';
import { frameRateOfTicks, ticksToFrames } from '../../../domain/time/FrameRate';
import {
  formatTicks,
  parseTicks,
  ticksPerSecond,
  ticksToSeconds,
  toTicks,
  zeroTicks,
  type Ticks,
} from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toNumber } from '../es3/scriptValues';
import { exactTicks, type Dom } from './Dom';

/** Formats that drop frames, that count frames, samples and milliseconds. */
const special = { drop: [102, 106], frames: 109, samples: 200, milliseconds: 201 };

/** `Time`: constructible, its two properties two views of one count. */
export function defineTime(dom: Dom): void {
  dom.define('Time', {
    isValue: true,
    // An argument is ignored: the new Time is 0 (hmcp#58).
    construct: () => ({ ticks: zeroTicks }),
    getters: {
      seconds: ({ ticks }) => ticksToSeconds(ticks),
      ticks: ({ ticks }) => formatTicks(ticks),
    },
    setters: {
      seconds: (time, value) => {
        time.ticks = exactTicks(toNumber(value));
      },
      ticks: (time, value) => {
        time.ticks = ticksFrom(value);
      },
    },
    methods: {
      setSecondsAsFraction: (time, [numerator, denominator]) => {
        const [top, bottom] = [toNumber(numerator), toNumber(denominator)];
        time.ticks = toTicks((ticksPerSecond * BigInt(top)) / BigInt(bottom));
        return true;
      },
      getFormatted: ({ ticks }, [frame, format]) => {
        const frameTicks = dom.target('Time', frame)?.ticks ?? toTicks(10_160_640_000n);
        return formatTime(ticks, frameTicks, format === undefined ? 0 : toNumber(format));
      },
    },
  });
}

/** A time in one of Premiere's display formats. */
export function formatTime(ticks: Ticks, frameTicks: Ticks, format: number): string {
  if (format === special.milliseconds) return String((ticks * 1000n) / ticksPerSecond);
  if (format === special.samples) return String(ticks / toTicks(ticksPerSecond / 48_000n));
  const rate = frameRateOfTicks(frameTicks);
  const frames = ticksToFrames(ticks, rate);
  if (format === special.frames) return String(frames);
  return formatTimecode(framesToTimecode(frames, rate, special.drop.includes(format)));
}

function ticksFrom(value: unknown): Ticks {
  if (typeof value === 'number' && Number.isFinite(value))
    return toTicks(BigInt(Math.trunc(value)));
  if (typeof value === 'string' && /^-?\d+$/.test(value)) return parseTicks(value);
  throw new ScriptError(scriptErrorTexts.illegalType);
}
