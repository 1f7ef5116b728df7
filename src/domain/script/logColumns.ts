import type { ColumnSynonyms } from './readTable';

/** Our columns of the log. Camera columns are found by their letter (`readLoggedTake`). */
export type LogColumn =
  'scene' | 'setup' | 'take' | 'circled' | 'sound' | 'mos' | 'wildTrack' | 'in' | 'out' | 'note';

/** What supervisors' headings call them. */
export const logColumns: ColumnSynonyms<LogColumn> = {
  scene: ['scene', 'sc', 'scenenumber', 'sceneno', 'szene'],
  setup: ['setup', 'slate', 'shot'],
  take: ['take', 'tk', 'takeno', 'takenumber'],
  circled: ['circled', 'circle', 'print', 'printed', 'best', 'good', 'select'],
  sound: ['sound', 'soundfile', 'audio', 'audiofile', 'wav', 'recorder', 'soundroll'],
  mos: ['mos', 'silent'],
  wildTrack: ['wildtrack', 'wild', 'wt'],
  in: ['in', 'inpoint', 'tcin', 'timecodein', 'start'],
  out: ['out', 'outpoint', 'tcout', 'timecodeout', 'end'],
  note: ['note', 'notes', 'comment', 'comments', 'remarks'],
};
