import { toSlateFlags, type SlateFlags } from './Slate';

/** A take's number with what stands around it: `3`, `3PU`, `3TS`, `WT1`, `RT`. */
export interface TakeText {
  readonly take: number | null;
  readonly flags: SlateFlags;
}

/** What tells takes of one setup apart. */
interface TellingTake {
  readonly take: number | null;
  readonly flags: Pick<SlateFlags, 'pickup' | 'wildTrack' | 'roomTone'>;
}

const pattern =
  /^(WT|RT)?[\s_-]*(?:T(?:AKE|K)?[\s._-]*)?0*([1-9]\d{0,4})?[\s_-]*((?:PU|MOS|WT|RT|TS|[\s_-])*)$/i;

/**
 * Reads a take where the place says that it is one: a log's column, iXML's TAKE. An empty text is no
 * number and no mark; undefined is text that is no take.
 */
export function parseTakeText(text: string): TakeText | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [, before = '', number, after = ''] = match;
  const flags = toSlateFlags(`${before} ${after}`.toUpperCase());
  return { take: number === undefined ? null : Number(number), flags };
}

/**
 * One spelling for all: `3`, `3PU`, `WT1`, `RT`. It tells takes of one setup apart, so a mark that
 * does not (MOS, TS) is left out. Null when there is neither number nor mark.
 */
export function formatTakeText({ take, flags }: TellingTake): string | null {
  const number = take ?? '';
  const sound = `${flags.wildTrack ? 'WT' : ''}${flags.roomTone ? 'RT' : ''}`;
  return `${sound}${number}${flags.pickup ? 'PU' : ''}` || null;
}
