import { readName } from '../slate/readName';
import { readFileName, readFileNames } from '../script/cellWords';
import type { LogColumn } from '../script/logColumns';
import type { LoggedPicture } from '../script/LoggedTake';
import type { TableRow } from '../script/readTable';

/** What a report's title says for all of its rows; empty where it does not. */
export interface ReportDefaults {
  readonly camera: string;
  readonly roll: string;
}

const cameraHeading =
  /^(?:cam(?:era)?[\s_.-]*([a-z])|([a-z])[\s_.-]*cam(?:era)?)(?:[\s_.-]*(clip|roll|card|file)s?)?$/i;

/** The camera that a wide log's column is for, and what stands in it; null for another column. */
export function cameraOfHeading(
  heading: string,
): { readonly camera: string; readonly holds: 'clip' | 'roll' } | null {
  const match = cameraHeading.exec(heading.trim());
  if (!match) return null;
  const [, after = '', before = '', content = ''] = match;
  return {
    camera: (after || before).toUpperCase(),
    holds: /roll|card/i.test(content) ? 'roll' : 'clip',
  };
}

/** The clips that a row names: one column a camera, or one row a camera. */
export function readPictures(
  row: TableRow<LogColumn>,
  defaults: ReportDefaults,
): readonly LoggedPicture[] {
  const wide = readWidePictures(row);
  return wide.length > 0 ? wide : readRowPictures(row.cells, defaults);
}

/** A roll column is the card of the clip beside it; where there is no clip, it holds the clip. */
function readWidePictures({ all }: TableRow<LogColumn>): readonly LoggedPicture[] {
  const columns = [...all].flatMap(([heading, cell]) => {
    const column = cameraOfHeading(heading);
    return column ? [{ ...column, cell }] : [];
  });
  const rolls = columns.filter(({ holds }) => holds === 'roll');
  const clips = columns.filter(({ holds }) => holds === 'clip');
  const withClips = new Set(clips.map(({ camera }) => camera));
  const read = [...clips, ...rolls.filter(({ camera }) => !withClips.has(camera))];
  return read.flatMap(({ camera, cell }) => {
    const roll = rolls.find((column) => withClips.has(camera) && column.camera === camera);
    return readFileNames(cell).map((name) => toPicture(name, camera, roll?.cell ?? ''));
  });
}

function readRowPictures(
  cells: TableRow<LogColumn>['cells'],
  defaults: ReportDefaults,
): readonly LoggedPicture[] {
  const roll = cells.roll || defaults.roll;
  const letter = /^(?:cam(?:era)?[\s_.-]*)?([a-z])$/i.exec(cells.camera || defaults.camera);
  const ofRoll = /^([A-Z])_?\d{3,4}(?![0-9])/.exec(roll)?.[1];
  const names = readFileNames(cells.clip || cells.file || cells.name).filter(
    (name) => !isSoundFile(name),
  );
  return names.map((name) => {
    const picture = toPicture(name, letter?.[1]?.toUpperCase() ?? null, roll);
    const camera = picture.camera ?? readName(picture.clip)?.camera ?? ofRoll ?? null;
    return { ...picture, camera };
  });
}

/** Whether a cell names a recorder's file. */
export function isSoundFile(name: string): boolean {
  return /\.(?:wav|bwf|aiff?|mp3|flac)$/i.test(name.trim());
}

/** A RED clip by its name alone, whichever of its files was named: `A118_C029_1102JR_001`. */
export function withoutPart(clip: string): string {
  const isPart = (readName(clip)?.part ?? null) !== null;
  return isPart ? clip.replace(/_\d+$/, '') : clip;
}

/** `B002/C0001` names the card itself. */
function toPicture(name: string, camera: string | null, roll: string): LoggedPicture {
  const parts = (readFileName(name) ?? '').split(/[/\\]/);
  const clip = withoutPart(parts.at(-1) ?? '');
  const own = parts.length === 2 ? (parts[0] ?? '') : '';
  return { camera, card: own || cardOf(clip, roll), clip };
}

/** The roll beside a clip; a name with its reel in it needs none. */
function cardOf(clip: string, roll: string): string | null {
  const card = readFileName(roll);
  const isWhole = (readName(clip)?.reel ?? null) !== null;
  return isWhole || card === clip ? null : card;
}
