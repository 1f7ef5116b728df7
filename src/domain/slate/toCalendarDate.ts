const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The day that digits in a name stand for: `YYMMDD` (of this century) and `YYYYMMDD` as
 * `YYYY-MM-DD`, `MMDD` as `--MM-DD`. Undefined for what is no day of the calendar.
 */
export function toCalendarDate(digits: string): string | undefined {
  if (!/^(?:(?:20)?\d{2})?\d{4}$/.test(digits)) return undefined;
  const [year, month, day] = [digits.slice(-6, -4), digits.slice(-4, -2), digits.slice(-2)];
  const isShort = month === '02' && Number(year) % 4 !== 0;
  const lastDay = isShort ? 28 : (daysOfMonths[Number(month) - 1] ?? 0);
  if (day === '00' || Number(day) > lastDay) return undefined;
  return `${year === '' ? '-' : `20${year}`}-${month}-${day}`;
}
