import {
  addTicks,
  formatTicks,
  parseTicks,
  secondsToTicks,
  subtractTicks,
  ticksPerSecond,
  ticksToSeconds,
  toTicks,
  zeroTicks,
  type Ticks,
} from '../../../domain/time/Ticks';
import { ScriptError, scriptErrorTexts } from '../es3/ScriptError';
import { toNumber } from '../es3/scriptValues';
import type { TimeValue } from '../extendscript/Dom';
import { floorToUnit } from '../model/timeGrid';
import type { Uxp } from './Uxp';

/** What stands for the ends of time and for no time; Premiere's own numbers are not known. */
const limits = { max: toTicks(2n ** 63n - 1n), min: toTicks(1n - 2n ** 63n) } as const;
const invalid = toTicks(-(2n ** 63n));

/** Constants of the class, in ticks. */
const constants: Readonly<Record<string, Ticks>> = {
  TIME_ZERO: zeroTicks,
  TIME_ONE_SECOND: ticksPerSecond,
  TIME_ONE_MINUTE: toTicks(60n * ticksPerSecond),
  TIME_ONE_HOUR: toTicks(3600n * ticksPerSecond),
  TIME_MAX: limits.max,
  TIME_MIN: limits.min,
  TIME_INVALID: invalid,
};

/** Whether a time is one: `TickTime.TIME_INVALID` is given where there is none. */
export function isValidTime(ticks: Ticks): boolean {
  return ticks !== invalid;
}

/** `TickTime`, which never changes, and `FrameRate`. */
export function defineTickTime(uxp: Uxp): void {
  const frameOf = (rate: unknown) => uxp.demand('FrameRate', rate).ticks;
  const given = (value: unknown) => uxp.ticks(value);
  const other =
    (work: (ticks: Ticks, args: readonly unknown[]) => Ticks) =>
    ({ ticks }: TimeValue, args: readonly unknown[]) =>
      uxp.time(work(ticks, args));
  uxp.define('TickTime', {
    construct: () => ({ ticks: zeroTicks }),
    getters: {
      seconds: ({ ticks }) => ticksToSeconds(ticks),
      ticks: ({ ticks }) => formatTicks(ticks),
      ticksNumber: ({ ticks }) => Number(ticks),
    },
    methods: {
      add: other((ticks, [time]) => addTicks(ticks, given(time))),
      subtract: other((ticks, [time]) => subtractTicks(ticks, given(time))),
      multiply: other((ticks, [factor]) => scaled(ticks, toNumber(factor))),
      divide: other((ticks, [divisor]) => divided(ticks, toNumber(divisor))),
      alignToFrame: other((ticks, [rate]) => floorToUnit(ticks, frameOf(rate))),
      alignToNearestFrame: other((ticks, [rate]) => {
        const frame = frameOf(rate);
        return floorToUnit(toTicks(ticks + frame / 2n), frame);
      }),
      equals: ({ ticks }, [time]) => ticks === given(time),
    },
    statics: {
      createWithSeconds: (_none, [seconds]) => uxp.time(secondsToTicks(toNumber(seconds))),
      createWithTicks: (_none, [text]) => uxp.time(ticksOfText(text)),
      createWithFrameAndFrameRate: (_none, [frames, rate]) =>
        uxp.time(toTicks(BigInt(Math.trunc(toNumber(frames))) * frameOf(rate))),
    },
    staticGetters: Object.fromEntries(
      Object.entries(constants).map(([name, ticks]) => [name, () => uxp.time(ticks)]),
    ),
  });
  defineFrameRate(uxp);
}

/** Only the exact fraction gives whole frames: 23.976 is another rate than 24000/1001. */
function defineFrameRate(uxp: Uxp): void {
  uxp.define('FrameRate', {
    isValue: true,
    construct: () => ({ ticks: ticksPerSecond }),
    getters: {
      value: ({ ticks }) => Number(ticksPerSecond) / Number(ticks),
      ticksPerFrame: ({ ticks }) => Number(ticks),
    },
    setters: {
      ticksPerFrame: (rate, value) => {
        rate.ticks = wholeFrame(toNumber(value));
      },
    },
    methods: { equals: ({ ticks }, [rate]) => ticks === uxp.demand('FrameRate', rate).ticks },
    statics: {
      createWithValue: (_none, [value]) =>
        uxp.wrap('FrameRate', { ticks: wholeFrame(Number(ticksPerSecond) / toNumber(value)) }),
    },
  });
}

function ticksOfText(text: unknown): Ticks {
  if (typeof text === 'string' && /^-?\d+$/.test(text)) return parseTicks(text);
  throw new ScriptError(scriptErrorTexts.illegalType);
}

function scaled(ticks: Ticks, factor: number): Ticks {
  if (Number.isInteger(factor)) return toTicks(ticks * BigInt(factor));
  return toTicks(BigInt(Math.round(Number(ticks) * factor)));
}

function divided(ticks: Ticks, divisor: number): Ticks {
  if (divisor === 0) return invalid;
  if (Number.isInteger(divisor)) return toTicks(ticks / BigInt(divisor));
  return toTicks(BigInt(Math.round(Number(ticks) / divisor)));
}

function wholeFrame(ticks: number): Ticks {
  if (!(ticks >= 1) || !Number.isFinite(ticks)) {
    throw new ScriptError(scriptErrorTexts.illegalType);
  }
  return toTicks(BigInt(Math.round(ticks)));
}
