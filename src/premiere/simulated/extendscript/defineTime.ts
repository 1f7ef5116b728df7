import { frameRateOfTicks, ticksToFrames } from '../../../domain/time/FrameRate';
import {
  formatTicks,
  parseTicks,
  subtractTicks,
  ticksPerSecond,
  ticksToSeconds,
  toTicks,
  zeroTicks,
  type Ticks,
} from '../../../domain/time/Ticks';
import { formatTimecode, framesToTimecode } from '../../../domain/time/Timecode';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toNumber } from '../es3/scriptValues';
import { exactTicks, type Dom } from './Dom';

/** Display formats that are no plain timecode (premiere-hosts C0). */
const special = {
  drop: [102, 106],
  frames: 109,
  feet16: 111,
  feet35: 112,
  samples: 200,
  milliseconds: 201,
} as const;

/** Frames in a foot of film. */
const framesPerFoot: Readonly<Record<number, number>> = {
  [special.feet16]: 40,
  [special.feet35]: 16,
};

/** Ticks of a frame by display format, where the format alone says it. */
const formatFrames: Readonly<Record<number, bigint>> = {
  100: 10_584_000_000n,
  101: 10_160_640_000n,
  102: 8_475_667_200n,
  103: 8_475_667_200n,
  104: 8_467_200_000n,
  105: 5_080_320_000n,
  106: 4_237_833_600n,
  107: 4_237_833_600n,
  108: 4_233_600_000n,
  110: 10_594_584_000n,
  113: 5_292_000_000n,
  200: 5_292_000n,
};

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
        time.ticks = fractionOf(toNumber(numerator), toNumber(denominator));
        return true;
      },
      getFormatted: ({ ticks }, [frame, format]) => {
        const code = format === undefined ? 0 : toNumber(format);
        return formatTime(ticks, dom.target('Time', frame)?.ticks ?? frameOf(code), code);
      },
    },
  });
}

/**
 * A time in one of Premiere's display formats; `frameTicks` is a frame, or a sample for format 200.
 * Drop-frame labels have semicolons throughout; samples and milliseconds follow whole seconds.
 */
export function formatTime(ticks: Ticks, frameTicks: Ticks, format: number): string {
  if (ticks < 0n) return `-${formatTime(subtractTicks(zeroTicks, ticks), frameTicks, format)}`;
  if (format === special.milliseconds) return clock(ticks, toTicks(ticksPerSecond / 1000n));
  if (format === special.samples) return clock(ticks, sampleOf(frameTicks));
  const rate = frameRateOfTicks(frameTicks);
  const frames = ticksToFrames(ticks, rate);
  const perFoot = framesPerFoot[format];
  if (perFoot) return `${Math.floor(frames / perFoot)}+${pad(frames % perFoot, 2)}`;
  if (format === special.frames) return String(frames);
  const drops = (special.drop as readonly number[]).includes(format);
  const label = formatTimecode(framesToTimecode(frames, rate, drops));
  return label.includes(';') ? label.replaceAll(':', ';') : label;
}

/** Hours, minutes, seconds, and how many units of the second are over. */
function clock(ticks: Ticks, unit: Ticks): string {
  const seconds = Number(ticks / ticksPerSecond);
  const rest = (ticks % ticksPerSecond) / unit;
  const digits = String(ticksPerSecond / unit - 1n).length;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return [...parts.map((part) => pad(part, 2)), pad(Number(rest), digits)].join(':');
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

/** A sample, also where a frame was given by mistake. */
function sampleOf(frameTicks: Ticks): Ticks {
  return frameTicks > 0n && frameTicks * 1000n < ticksPerSecond ? frameTicks : frameOf(200);
}

function frameOf(format: number): Ticks {
  return toTicks(formatFrames[format] ?? 10_160_640_000n);
}

function fractionOf(numerator: number, denominator: number): Ticks {
  if (denominator === 0) throw new ScriptError(scriptErrorTexts.illegalType);
  const isWhole = Number.isInteger(numerator) && Number.isInteger(denominator);
  if (!isWhole) return exactTicks(numerator / denominator);
  return toTicks((ticksPerSecond * BigInt(numerator)) / BigInt(denominator));
}

/** Digits in text count exactly; any other number is rounded to a whole tick. */
function ticksFrom(value: unknown): Ticks {
  if (typeof value === 'string' && /^-?\d+$/.test(value)) return parseTicks(value);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) {
    return toTicks(BigInt(Math.round(number)));
  }
  throw new ScriptError(scriptErrorTexts.illegalType);
}
