import type { ScriptRealm } from '../es3/ScriptRealm';

interface XmpDate {
  /** Milliseconds since 1970. */
  time: number;
  isUtc: boolean;
}

/** Puts `XMPDateTime` into a context. */
export function installXmpDates(realm: ScriptRealm): void {
  const dateOf = realm.run('(function (time) { return new Date(time); })', '') as (
    time: number,
  ) => object;
  const part = (read: (date: Date) => number) => (date: XmpDate) => read(new Date(date.time));
  realm.define<XmpDate>({
    name: 'XMPDateTime',
    isValue: true,
    construct: ([given]) => ({ time: timeOf(given), isUtc: false }),
    getters: {
      year: part((date) => date.getFullYear()),
      month: part((date) => date.getMonth() + 1),
      day: part((date) => date.getDate()),
      hour: part((date) => date.getHours()),
      minute: part((date) => date.getMinutes()),
      second: part((date) => date.getSeconds()),
      nanosecond: part((date) => date.getMilliseconds() * 1e6),
      tzSign: part((date) => -Math.sign(date.getTimezoneOffset())),
      tzHour: part((date) => Math.trunc(Math.abs(date.getTimezoneOffset()) / 60)),
      tzMinute: part((date) => Math.abs(date.getTimezoneOffset()) % 60),
    },
    methods: {
      convertToLocalTime: (date) => {
        date.isUtc = false;
      },
      convertToUTCTime: (date) => {
        date.isUtc = true;
      },
      setLocalTimeZone: (date) => {
        date.isUtc = false;
      },
      getDate: ({ time }) => dateOf(time),
      compareTo: ({ time }, [other]) => {
        const target = realm.targetOf('XMPDateTime', other) as XmpDate | undefined;
        return Math.sign(time - (target?.time ?? NaN));
      },
      toString: formatIso,
    },
  });
}

/** ISO notation with the zone, as XMP writes dates (XMP Specification, part 1, §8.2.1.2). */
function formatIso({ time, isUtc }: XmpDate): string {
  const offset = isUtc ? 0 : -new Date(time).getTimezoneOffset();
  const local = new Date(time + offset * 60_000).toISOString().replace(/\.000Z$|Z$/, '');
  if (isUtc) return `${local}Z`;
  const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}

function timeOf(given: unknown): number {
  if (given === undefined) return Date.now();
  if (typeof given === 'string') return Date.parse(given);
  return Number(given);
}
