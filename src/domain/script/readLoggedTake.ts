import type { Finding } from '../finding/Finding';
import { normaliseSetup, sceneOfSetup } from '../slate/parseSetup';
import { noFlags, type SlateFlags } from '../slate/Slate';
import { parseTakeText } from '../slate/TakeText';
import type { LogColumn } from './logColumns';
import type { LoggedPicture, LoggedTake } from './LoggedTake';
import { lineFinding, type TableRow } from './readTable';

/** A row as read: the take, or why there is none. Problems may stand beside a usable take. */
export interface ReadTake {
  readonly take: LoggedTake | null;
  readonly problems: readonly Finding[];
}

const yes = /^(?:y|yes|x|true|1|\*|✓|✔|ok|circled?|print(?:ed)?|best|good|mos|wt|ja|oui|si|sí)$/i;
const no = /^(?:|n|no|false|0|-|–|—|nein|non)$/i;
const cameraHeading =
  /^(?:cam(?:era)?[\s_.-]*([a-z])|([a-z])[\s_.-]*cam(?:era)?)(?:[\s_.-]*(?:clip|roll|file)s?)?$/i;
/** Reads one row of the log. */
export function readLoggedTake(row: TableRow<LogColumn>): ReadTake {
  const setup = readSetup(row.cells);
  const number = parseTakeText(row.cells.take);
  if (!setup) return { take: null, problems: [noSetup(row)] };
  if (!number) return { take: null, problems: [noNumber(row)] };
  const { flags, problems } = readFlags(row, number.flags, setup.flags);
  if (number.take === null && !flags.wildTrack && !flags.roomTone) {
    return { take: null, problems: [...problems, noNumber(row)] };
  }
  const take: LoggedTake = {
    line: row.line,
    scene: setup.scene,
    setup: setup.setup,
    take: number.take,
    ...flags,
    pictures: readPictures(row),
    sound: withoutEnding(row.cells.sound),
    inTimecode: row.cells.in || null,
    outTimecode: row.cells.out || null,
    note: row.cells.note,
  };
  return { take, problems };
}

interface SetupCell {
  readonly scene: string;
  readonly setup: string;
  /** Marks such as `PU` or `WT` that stand behind the setup. */
  readonly flags: SlateFlags;
}

/** Scene and setup of a row; each may stand for the other, and the setup may be its letter alone. */
function readSetup(cells: TableRow<LogColumn>['cells']): SetupCell | null {
  const { text, flags } = splitMarks(cells.setup);
  const scene = normaliseSetup(cells.scene);
  const setup = text === '' ? scene : normaliseSetup(withScene(text, scene));
  if (setup === undefined) return null;
  return { scene: scene ?? sceneOfSetup(setup) ?? setup, setup, flags };
}

function withScene(text: string, scene: string | undefined): string {
  return scene !== undefined && /^[A-Z]{1,2}$/i.test(text) ? `${scene}${text}` : text;
}

function splitMarks(setup: string): { readonly text: string; readonly flags: SlateFlags } {
  const marks = /[\s-]*((?:MOS|PU|WT|RT)+)$/i.exec(setup);
  if (!marks) return { text: setup, flags: noFlags };
  const flags = parseTakeText(marks[1] ?? '')?.flags ?? noFlags;
  return { text: setup.slice(0, marks.index), flags };
}

type Flags = Pick<LoggedTake, 'circled' | 'mos' | 'pickup' | 'wildTrack' | 'roomTone'>;

/** A mark may stand in a column of its own, behind the take, behind the setup, or in the note. */
function readFlags(
  row: TableRow<LogColumn>,
  take: SlateFlags,
  setup: SlateFlags,
): { readonly flags: Flags; readonly problems: readonly Finding[] } {
  const circled = readFlag(row, 'circled');
  const mos = readFlag(row, 'mos');
  const wildTrack = readFlag(row, 'wildTrack');
  const isAny = (...said: readonly boolean[]) => said.includes(true);
  const { note } = row.cells;
  const flags = {
    circled: circled.value,
    mos: isAny(mos.value, take.mos, setup.mos),
    pickup: isAny(take.pickup, setup.pickup),
    wildTrack: isAny(
      wildTrack.value,
      take.wildTrack,
      setup.wildTrack,
      /\bwild[ -]?track\b/i.test(note),
    ),
    roomTone: isAny(take.roomTone, setup.roomTone, /\broom[ -]?tone\b/i.test(note)),
  };
  return { flags, problems: [...circled.problems, ...mos.problems, ...wildTrack.problems] };
}

function readPictures(row: TableRow<LogColumn>): readonly LoggedPicture[] {
  return [...row.all].flatMap(([heading, cell]) => {
    const match = cameraHeading.exec(heading);
    const camera = (match?.[1] ?? match?.[2])?.toUpperCase();
    if (camera === undefined) return [];
    const names = cell.split(/[,;+\n]/).map((name) => withoutEnding(name));
    return names.flatMap((name) => (name === null ? [] : [toPicture(camera, name)]));
  });
}

/** `B002/C0001` names the card as well. */
function toPicture(camera: string, name: string): LoggedPicture {
  const parts = name.split(/[/\\]/);
  return {
    camera,
    card: parts.length > 1 ? (parts.at(-2) ?? null) : null,
    clip: parts.at(-1) ?? '',
  };
}

function withoutEnding(name: string): string | null {
  const bare = name.trim().replace(/\.[A-Za-z][A-Za-z0-9]{2,3}$/, '');
  return bare === '' || no.test(bare) ? null : bare;
}

function readFlag(
  row: TableRow<LogColumn>,
  column: 'circled' | 'mos' | 'wildTrack',
): { readonly value: boolean; readonly problems: readonly Finding[] } {
  const text = row.cells[column];
  if (yes.test(text)) return { value: true, problems: [] };
  if (no.test(text)) return { value: false, problems: [] };
  const message = `“${text}” under ${column} is neither yes nor no; read as no.`;
  return {
    value: false,
    problems: [lineFinding(`bad-${column.toLowerCase()}`, row.line, message)],
  };
}

function noSetup({ line, cells }: TableRow<LogColumn>): Finding {
  const said = `scene “${cells.scene}”, setup “${cells.setup}” names no setup`;
  return lineFinding('bad-setup', line, `${said}. Row left out.`);
}

function noNumber({ line, cells }: TableRow<LogColumn>): Finding {
  return lineFinding('bad-take', line, `“${cells.take}” is no take number. Row left out.`);
}
