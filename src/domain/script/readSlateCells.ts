import type { Finding } from '../finding/Finding';
import { normaliseSetup, sceneOfSetup } from '../slate/parseSetup';
import { noFlags, type SlateFlags } from '../slate/Slate';
import { parseTakeText } from '../slate/TakeText';
import { readYesNo } from './cellWords';
import type { LogColumn } from './logColumns';
import { lineFinding } from './readRows';
import type { TableRow } from './readTable';

type Cells = TableRow<LogColumn>['cells'];

/** Marks that tell takes apart or say how they were shot; where the slate was held is not kept. */
type TakeFlags = Omit<SlateFlags, 'tailSlate'>;

/** What a row says of its slate. */
export interface SlateCells extends TakeFlags {
  readonly scene: string;
  /** Null where the row gives the setup alone. */
  readonly statedScene: string | null;
  readonly setup: string;
  readonly take: number | null;
  /** Null where the cell is empty. */
  readonly circled: boolean | null;
}

/** A row's slate, or why there is none. Problems may stand beside a usable one. */
export interface ReadSlateCells {
  readonly slate: SlateCells | null;
  readonly problems: readonly Finding[];
}

/**
 * Reads scene, setup, take and marks of one row. Reports call scene what is the setup
 * (`sceneIsSetup`), a supervisor's log may have scenes that are called `24A`.
 */
export function readSlateCells(row: TableRow<LogColumn>, sceneIsSetup: boolean): ReadSlateCells {
  const setup = readSetup(row.cells, sceneIsSetup);
  const number = parseTakeText(row.cells.take);
  if (!setup) return { slate: null, problems: [noSetup(row)] };
  if (!number) return { slate: null, problems: [noNumber(row)] };
  const { flags, circled, problems } = readFlags(row, number.flags, setup.flags);
  if (number.take === null && !flags.wildTrack && !flags.roomTone) {
    return { slate: null, problems: [...problems, noNumber(row)] };
  }
  const { place } = setup;
  return { slate: { ...place, take: number.take, ...flags, circled }, problems };
}

interface SetupCell {
  readonly place: Pick<SlateCells, 'scene' | 'statedScene' | 'setup'>;
  /** Marks such as `PU` or `WT` that stand behind the setup. */
  readonly flags: SlateFlags;
}

/** Scene and setup of a row; each may stand for the other, and the setup may be its letter alone. */
function readSetup(cells: Cells, sceneIsSetup: boolean): SetupCell | null {
  const isAlone = sceneIsSetup && cells.setup === '';
  const { text, flags } = splitMarks(isAlone ? cells.scene : cells.setup);
  const statedScene = normaliseSetup(isAlone ? '' : cells.scene) ?? null;
  const setup = normaliseSetup(withScene(text, statedScene ?? ''));
  if (setup === undefined) return null;
  return { place: { scene: statedScene ?? sceneOf(setup), statedScene, setup }, flags };
}

function sceneOf(setup: string): string {
  return sceneOfSetup(setup) ?? setup;
}

/** The setup may be its letter alone, or missing. */
function withScene(text: string, scene: string): string {
  return /^[A-Z]{0,2}$/i.test(text) ? `${scene}${text}` : text;
}

function splitMarks(setup: string): { readonly text: string; readonly flags: SlateFlags } {
  const marks = /[\s-]*((?:MOS|PU|WT|RT)+)$/i.exec(setup);
  if (!marks) return { text: setup, flags: noFlags };
  const flags = parseTakeText(marks[1] ?? '')?.flags ?? noFlags;
  return { text: setup.slice(0, marks.index), flags };
}

interface ReadFlags {
  readonly flags: TakeFlags;
  readonly circled: boolean | null;
  readonly problems: readonly Finding[];
}

/** A mark may stand in a column of its own, behind the take, behind the setup, or in the note. */
function readFlags(row: TableRow<LogColumn>, take: SlateFlags, setup: SlateFlags): ReadFlags {
  const circled = readFlag(row, 'circled');
  const mos = readFlag(row, 'mos');
  const wildTrack = readFlag(row, 'wildTrack');
  const isAny = (...said: readonly (boolean | null)[]) => said.includes(true);
  const { note } = row.cells;
  const isWild = /\bwild[ -]?track\b/i.test(note);
  const flags = {
    mos: isAny(mos.value, take.mos, setup.mos),
    pickup: isAny(take.pickup, setup.pickup),
    wildTrack: isAny(wildTrack.value, take.wildTrack, setup.wildTrack, isWild),
    roomTone: isAny(take.roomTone, setup.roomTone, /\broom[ -]?tone\b/i.test(note)),
  };
  const problems = [...circled.problems, ...mos.problems, ...wildTrack.problems];
  return { flags, circled: circled.value, problems };
}

function readFlag(
  { line, cells }: TableRow<LogColumn>,
  column: 'circled' | 'mos' | 'wildTrack',
): { readonly value: boolean | null; readonly problems: readonly Finding[] } {
  const value = readYesNo(cells[column]);
  if (value !== undefined) return { value, problems: [] };
  const message = `“${cells[column]}” under ${column} is neither yes nor no; read as no.`;
  return { value: null, problems: [lineFinding(`bad-${column.toLowerCase()}`, line, message)] };
}

function noSetup({ line, cells }: TableRow<LogColumn>): Finding {
  const said = `scene “${cells.scene}”, setup “${cells.setup}” names no setup`;
  return lineFinding('bad-setup', line, `${said}. No take is read from this row.`);
}

function noNumber({ line, cells }: TableRow<LogColumn>): Finding {
  const message = `“${cells.take}” is no take number. No take is read from this row.`;
  return lineFinding('bad-take', line, message);
}
