import type { ColumnSynonyms } from './readTable';

/** Our columns of logs and reports. Wide logs' camera columns are found by their letter (`readPictures`). */
export type LogColumn =
  | 'scene'
  | 'setup'
  | 'take'
  | 'circled'
  | 'camera'
  | 'roll'
  | 'clip'
  | 'file'
  | 'name'
  | 'sound'
  | 'tracks'
  | 'mos'
  | 'wildTrack'
  | 'in'
  | 'out'
  | 'note';

/**
 * What the headings of logs, camera reports and sound reports call them: supervisors' tables, Sound
 * Devices (664 user guide, Wave Agent), the VES camera report interchange format, Resolve's metadata.
 */
export const logColumns: ColumnSynonyms<LogColumn> = {
  scene: ['scene', 'sc', 'scenenumber', 'sceneno', 'scenename', 'szene', 'scène', 'escena'],
  setup: ['setup', 'slate', 'shot', 'slatenumber', 'slateno', 'shotnumber', 'einstellung'],
  take: ['take', 'tk', 'takeno', 'takenumber', 'prise', 'toma'],
  circled: [
    ...['circled', 'circle', 'circledtake', 'circletake', 'print', 'printed', 'best', 'good'],
    ...['goodtake', 'select', 'selected', 'preferred', 'favorite', 'favourite'],
  ],
  camera: ['camera', 'cam', 'cameraletter', 'camletter', 'cameraindex', 'kamera', 'angle'],
  roll: [
    ...['cameraroll', 'camroll', 'roll', 'rollcard', 'card', 'cardname', 'reel', 'reelname'],
    ...['tape', 'tapename', 'magazine', 'mag'],
  ],
  clip: ['clip', 'clipname', 'cameraclip', 'camerafile', 'videofile', 'clipnumber', 'clipno'],
  file: ['filename', 'file', 'sourcefile', 'sourcefilename'],
  name: [],
  sound: ['sound', 'soundfile', 'soundfilename', 'audio', 'audiofile', 'audiofilename', 'wav'],
  tracks: ['tracks'],
  mos: ['mos', 'silent'],
  wildTrack: ['wildtrack', 'wild', 'wt'],
  in: ['in', 'inpoint', 'tcin', 'timecodein', 'start'],
  out: ['out', 'outpoint', 'tcout', 'timecodeout', 'end'],
  note: ['note', 'notes', 'comment', 'comments', 'remarks', 'remark', 'bemerkung'],
};

/** A clip list's: Avid's Name is the clip's, unless an assistant gave it another and the file is told. */
export const aleColumns: ColumnSynonyms<LogColumn> = { ...logColumns, name: ['name'] };
