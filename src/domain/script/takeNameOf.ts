import { formatTakeText } from '../slate/TakeText';
import type { LoggedTake } from './LoggedTake';

type Slated = Pick<LoggedTake, 'setup' | 'take' | 'mos' | 'pickup' | 'wildTrack' | 'roomTone'>;

/** A logged take's number as project metadata keep it: `3`, `3PU`, `WT1`. */
export function takeTextOf({ take, ...flags }: Slated): string {
  return formatTakeText({ take, flags }) ?? '';
}

/** What a logged take is called, and what tells it from every other: `24A-3`, `24A-3PU`, `24-WT1`. */
export function takeNameOf(take: Slated): string {
  return `${take.setup}-${takeTextOf(take)}`;
}
