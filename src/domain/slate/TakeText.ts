import { noFlags, type SlateFlags } from './Slate';

/** A take's number with what stands around it: `3`, `3PU`, `WT1`, `RT`. */
export interface TakeText {
  readonly take: number | null;
  readonly flags: SlateFlags;
}

const pattern =
  /^(WT|RT)?[\s_-]*(?:T(?:AKE|K)?[\s._-]*)?0*([1-9]\d{0,4})?[\s_-]*((?:PU|MOS|WT|RT|[\s_-])*)$/i;

/**
 * Reads a take where the place says that it is one: a log's column, iXML's TAKE. An empty text is no
 * number and no mark; undefined is text that is no take.
 */
export function parseTakeText(text: string): TakeText | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [, before = '', number, after = ''] = match;
  const marks = `${before} ${after}`.toUpperCase();
  const flags = {
    ...noFlags,
    mos: marks.includes('MOS'),
    pickup: marks.includes('PU'),
    wildTrack: marks.includes('WT'),
    roomTone: marks.includes('RT'),
  };
  return { take: number === undefined ? null : Number(number), flags };
}

/**
 * One spelling for all: `3`, `3PU`, `WT1`, `RT`. It tells takes of one setup apart, so a mark that
 * does not (MOS) is left out. Null when there is neither number nor mark.
 */
export function formatTakeText({ take, flags }: TakeText): string | null {
  const number = take ?? '';
  const sound = `${flags.wildTrack ? 'WT' : ''}${flags.roomTone ? 'RT' : ''}`;
  return `${sound}${number}${flags.pickup ? 'PU' : ''}` || null;
}
