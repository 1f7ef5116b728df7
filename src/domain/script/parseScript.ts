import type { Finding } from '../finding/Finding';
import { formatTake } from '../slate/formatSlate';
import { normaliseSetup } from '../slate/parseSetup';
import { parseNamedTake } from './parseNamedTake';
import { lineFinding } from './readRows';
import { readTable, type ColumnSynonyms, type TableRow } from './readTable';
import type { NamedTake, ScriptScene } from './ScriptScene';

type Column = 'scene' | 'heading' | 'eighths' | 'setups' | 'circled' | 'dialogue';

const columns: ColumnSynonyms<Column> = {
  scene: ['scene', 'scenenumber', 'scenenr', 'sceneno', 'sc', 'slate', 'szene'],
  heading: ['heading', 'slugline', 'slug', 'sceneheading', 'description', 'set'],
  eighths: ['eighths', 'pages', 'pagecount', 'length'],
  setups: ['setups', 'setup', 'coverage'],
  circled: [
    'circled',
    'circledtakes',
    'circletakes',
    'circle',
    'print',
    'prints',
    'best',
    'selects',
  ],
  dialogue: ['dialogue', 'dialog', 'text', 'lines'],
};

/** The script as read: scenes in its order, and every row that could not be used, by line. */
export interface ParsedScript {
  readonly scenes: readonly ScriptScene[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the script's CSV: one row a scene, in script order, with its setups (`24, 24A`), circled
 * takes (`24-2; 24A-3`), length in eighths of a page (`11`, `1 3/8`) and dialogue. Without one
 * usable row the findings hold an error.
 */
export function parseScript(csv: string): ParsedScript {
  const table = readTable(csv, columns);
  if (!table.columns.has('scene')) return { scenes: [], findings: [...table.findings, noScenes()] };
  const findings: Finding[] = [...table.findings];
  const scenes = new Map<string, ScriptScene>();
  for (const row of table.rows) {
    const { scene, problems } = readScene(row);
    findings.push(...problems);
    if (!scene) continue;
    const earlier = scenes.get(scene.number);
    if (earlier) findings.push(duplicateScene(row.line, scene.number, earlier.line));
    else scenes.set(scene.number, scene);
  }
  if (scenes.size === 0) findings.push(noRows());
  return { scenes: [...scenes.values()], findings };
}

interface ReadScene {
  readonly scene: ScriptScene | null;
  readonly problems: readonly Finding[];
}

function readScene({ line, cells }: TableRow<Column>): ReadScene {
  const number = normaliseSetup(cells.scene);
  if (number === undefined) {
    const said = cells.scene === '' ? 'has no scene number' : `“${cells.scene}” is no scene number`;
    return { scene: null, problems: [lineFinding('bad-scene', line, `${said}. Row left out.`)] };
  }
  const setups = readList(cells.setups, normaliseSetup);
  const circled = readList(cells.circled, parseNamedTake);
  const eighths = parseEighths(cells.eighths);
  const problems = [
    ...setups.bad.map((text) => lineFinding('bad-setup', line, `“${text}” is no setup.`)),
    ...circled.bad.map((text) =>
      lineFinding('bad-take', line, `“${text}” is no take such as 24A-3.`),
    ),
    ...(eighths === undefined
      ? [lineFinding('bad-eighths', line, `“${cells.eighths}” is no length in eighths of a page.`)]
      : []),
  ];
  const scene = {
    line,
    number,
    heading: cells.heading,
    eighths: eighths ?? null,
    setups: unique(setups.good),
    circled: uniqueTakes(circled.good),
    dialogue: cells.dialogue,
  };
  return { scene, problems };
}

function readList<Value>(
  cell: string,
  read: (text: string) => Value | undefined,
): { readonly good: readonly Value[]; readonly bad: readonly string[] } {
  const good: Value[] = [];
  const bad: string[] = [];
  for (const text of cell.split(/[,;|\n]/).map((part) => part.trim())) {
    if (text === '') continue;
    const value = read(text);
    if (value === undefined) bad.push(text);
    else good.push(value);
  }
  return { good, bad };
}

/** `11`, `3/8`, `1 3/8`; null when empty, undefined when it is none of these. */
function parseEighths(text: string): number | null | undefined {
  if (text === '') return null;
  const match = /^(?:(\d+)|(?:(\d+)\s+)?(\d)\s*\/\s*8)$/.exec(text);
  if (!match) return undefined;
  const [, eighths, pages = '0', rest = '0'] = match;
  return eighths === undefined ? Number(pages) * 8 + Number(rest) : Number(eighths);
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

function uniqueTakes(takes: readonly NamedTake[]): readonly NamedTake[] {
  return [...new Map(takes.map((take) => [formatTake(take.setup, take.take), take])).values()];
}

function noScenes(): Finding {
  return {
    code: 'no-scene-column',
    severity: 'error',
    subject: 'script',
    message:
      'The script has no column for scenes. Its first row must hold headings, one of them “Scene”.',
  };
}

function noRows(): Finding {
  return {
    code: 'no-usable-rows',
    severity: 'error',
    subject: 'script',
    message: 'The script has no row that can be used.',
  };
}

function duplicateScene(line: number, number: string, earlier: number): Finding {
  return lineFinding(
    'duplicate-scene',
    line,
    `scene ${number} already stands on line ${earlier}. Row left out.`,
  );
}
