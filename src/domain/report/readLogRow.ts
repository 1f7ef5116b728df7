import type { Finding } from '../finding/Finding';
import { parseSlate } from '../slate/parseSlate';
import { formatTakeText } from '../slate/TakeText';
import { readFileName, readFileNames } from '../script/cellWords';
import type { LogColumn } from '../script/logColumns';
import type { LoggedClip, LoggedPicture, LoggedTake, LogKind } from '../script/LoggedTake';
import { readSlateCells, type SlateCells } from '../script/readSlateCells';
import type { TableRow } from '../script/readTable';
import { isSoundFile, readPictures, type ReportDefaults } from './readPictures';

/** Which log a row stands in. */
export interface LogSource {
  readonly kind: LogKind;
  /** File name of the log. */
  readonly log: string;
  readonly defaults: ReportDefaults;
}

/** A row as read: its take, or the clips it names without one. */
export interface ReadLogRow {
  readonly take: LoggedTake | null;
  readonly clips: readonly LoggedClip[];
  readonly problems: readonly Finding[];
}

/** What a row names beside its slate. */
interface NamedFiles {
  readonly pictures: readonly LoggedPicture[];
  readonly sounds: readonly string[];
}

/** Reads one row of a log or report. A report's row without a slate still names a clip. */
export function readLogRow(row: TableRow<LogColumn>, source: LogSource): ReadLogRow {
  const files = readFiles(row, source);
  const isReport = source.kind !== 'supervisor';
  const slated = isReport ? withSlateOfName(row) : row;
  const { scene, setup, take } = slated.cells;
  if (isReport && scene + setup + take === '') return toClips(row.line, files, source);
  const { slate, problems } = readSlateCells(slated, isReport);
  if (slate) return { take: toTake(row, { slate, files, source }), clips: [], problems };
  return isReport
    ? { ...toClips(row.line, files, source), problems }
    : { take: null, clips: [], problems };
}

/** A clip list whose clips are called by their slates has often no column for them. */
function withSlateOfName(row: TableRow<LogColumn>): TableRow<LogColumn> {
  const { cells } = row;
  if (cells.scene + cells.setup + cells.take !== '') return row;
  const slate = parseSlate(cells.name) ?? parseSlate(cells.clip || cells.file);
  if (slate === undefined) return row;
  const take = formatTakeText(slate) ?? '';
  return { ...row, cells: { ...cells, scene: slate.scene ?? '', setup: slate.setup, take } };
}

function readFiles(row: TableRow<LogColumn>, { kind, defaults }: LogSource): NamedFiles {
  const { sound, clip, file, name, tracks } = row.cells;
  const named = readFileNames(clip || file || name);
  const isSound = kind === 'sound' || (kind === 'ale' && /^A[\dA-Z]*$/i.test(tracks));
  const recorded = named.filter((each) => isSound || isSoundFile(each));
  const sounds = [...readFileNames(sound), ...recorded].flatMap((each) => readFileName(each) ?? []);
  const pictures = isSound ? [] : readPictures(row, defaults);
  return { pictures, sounds: [...new Set(sounds)] };
}

function toTake(
  { line, cells }: TableRow<LogColumn>,
  read: { readonly slate: SlateCells; readonly files: NamedFiles; readonly source: LogSource },
): LoggedTake {
  const { statedScene, circled, ...slate } = read.slate;
  const { kind, log } = read.source;
  const [sound = null, ...furtherSounds] = read.files.sounds;
  // A report's start and end are the whole clip's: no choice of anybody's.
  const points = kind === 'supervisor' ? cells : { in: '', out: '' };
  return {
    line,
    ...slate,
    circled: circled ?? false,
    pictures: read.files.pictures,
    sound,
    furtherSounds,
    inTimecode: points.in || null,
    outTimecode: points.out || null,
    note: cells.note,
    statedBy: [{ kind, log, line, scene: statedScene, circled }],
  };
}

function toClips(line: number, { pictures, sounds }: NamedFiles, { log }: LogSource): ReadLogRow {
  const clips = [
    ...pictures.map((picture) => ({ kind: 'picture' as const, ...picture, log, line })),
    ...sounds.map((clip) => ({
      kind: 'sound' as const,
      camera: null,
      card: null,
      clip,
      log,
      line,
    })),
  ];
  return { take: null, clips, problems: [] };
}
