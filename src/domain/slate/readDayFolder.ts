import { toCalendarDate } from './toCalendarDate';

/** What a folder says of its shooting day; one of the two is told. */
export interface DayFolder {
  /** `Day 03`. */
  readonly day: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
}

/** `Day 3`, `DAY_12`, `SD03`; `D03` with both digits. `SD32` and `SD64` are sizes of a card. */
const dayExpression =
  /^(?!SD(?:32|64)$)(?:(?:SHOOT(?:ING)?[ _-]?)?(?:DAY|SD)[ _-]?0*|D(?=\d{2}$)0?)([1-9]\d{0,2})$/i;

const dateExpression = /^(?:20)?\d{2}([-_.]?)\d{2}\1\d{2}$/;

/**
 * Reads a folder that is named like a shooting day (`Day 3`, `DAY_12`, `SD03`, `D03`) or a date
 * (`2026-04-12`, `20260412`, `260412`). Undefined for everything else.
 */
export function readDayFolder(folder: string): DayFolder | undefined {
  const number = dayExpression.exec(folder)?.[1];
  if (number !== undefined) return { day: `Day ${number.padStart(2, '0')}`, date: null };
  if (!dateExpression.test(folder)) return undefined;
  const date = toCalendarDate(folder.replace(/\D/g, ''));
  return date === undefined ? undefined : { day: null, date };
}
