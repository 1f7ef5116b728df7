/** Looked up once, as in `hostValues`. */
const Clock = Date;

/** How long a script may read before it answers with what it has, in milliseconds. */
const readingMs = 60;

/** How many things are read before the clock is looked at again: that takes time too. */
const lookEvery = 16;

/** Says when a script has read for long enough, however fast this Premiere is. */
export interface TimeLimit {
  readonly endsAtMs: number;
  looked: number;
}

/** A limit that begins now. */
export function startTimeLimit(): TimeLimit {
  return { endsAtMs: new Clock().getTime() + readingMs, looked: 0 };
}

/** Whether it is time to answer; never for the first things asked about, so that each script gets on. */
export function isTimeUp(limit: TimeLimit): boolean {
  limit.looked += 1;
  return limit.looked % lookEvery === 0 && new Clock().getTime() >= limit.endsAtMs;
}
